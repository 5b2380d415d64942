"""Who published an article, where the page says so. Media that it quotes are sources, not its outlet."""

import re
from collections.abc import Iterable, Sequence
from copy import copy
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from search.arabic.folding import fold, fold_text
from search.cleaning.datelines import is_quoted
from search.cleaning.furniture import COLLECTED, CREDITS, OWN_REPORT
from search.cleaning.learned import NOTHING, Learned
from search.types import OutletRecord

_MEDIUM: Final = "(?:موقع|منصه|صحيفه|جريده|قناه|شبكه|مجله|اذاعه|وكاله|تلفزيون|راديو)"
_NAME: Final = (
    r"(?:[«\"“']\s*(?P<quoted>[^»\"”'\n]{2,40}?)\s*[»\"”']"
    r"|(?P<latin>[a-z][a-z0-9.]*(?: [a-z0-9.]+){0,2})|(?P<words>\w+(?: \w+){0,3}))"
)
_TRANSLATED: Final = re.compile(
    rf"(?:ترجمت|ترجمته|ترجمتها|ترجمه|ترجمها) (?:(?:عنه|عنها|عن) )?{_MEDIUM} {_NAME}"
    rf"|(?:تصريح|تصريحات|حديث|لقاء|مقابله|حوار|اتصال)(?: \w+)? (?:خاصه?|حصريه?|حصري) (?:ل|الي |مع )"
    rf"(?:(?!وكاله){_MEDIUM} {_NAME.replace('(?P<', '(?P<t_')}|[«\"“']\s*(?P<bare_quoted>[^»\"”'\n]{{2,40}}?)\s*[»\"”'])"
)
_TOLD: Final = re.compile(
    rf"(?<!\w)[وف]?(?:قالت?|اكدت?|صرحت?|اوضحت?|اضافت?|كشفت?|تحدثت?|حديثه?|تصريح|تصريحات|ذكرت?|افادت?|اخبرت?|روي|تقول|يقول|اشارت?|بينت?|شرحت?)(?!\w)"
    rf"[^.؟!\n]{{0,80}}?(?<!\w)(?:ل|الي |مع ){_MEDIUM} {_NAME}"
)
_COPYRIGHT: Final = re.compile(
    r"حقوق[^\n]{0,25} محفوظه (?:©\s*)?(?:\d{4}\s*)?(?:[-–,،:|]\s*|لدي |لصالح |ل)?"
    r"(?P<to>[^\n©\d|]{2,40}?)\s*(?:©|\(c\)|\d{4}|[.،|]|$)"
    r"|©\s*(?:\d{4}\s*)?(?P<first>[^\n©\d|.،]{2,40}?)\s*[.،|–-]\s*(?:جميع|كافه|كل) (?:ال)?حقوق"
)
_SIGN: Final = re.compile(
    r"(?P<before>[^©\d|]{3,40}?)\s*(?:\d{4}\s*)?©.{0,60}|©\s*(?:[\d\s–-]{4,12})?(?P<after>[^©\d|]{3,40})"
)
_AGENCY: Final = re.compile(r"وكاله(?: \w+){1,4}|(?:\w+ ){1,3}(?:news )?agency")
_STOPS: Final = frozenset(
    fold_text(word)
    for word in "إن أن انه إنه انها أنها في من على عن بأن إلى قال قالت وقال التي الذي ان كما أمس اليوم".split()
)
_GENERIC: Final = frozenset(
    fold_text(word) for word in "الموقع القناة الصحيفة الناشر أصحابها المؤلف الشبكة المنصة موقعنا".split()
)


class OutletList:
    """The known outlets, by name, key and domain. `names` are the folded names; `learned` is what was learned from the
    pages of the outlet whose page is being read."""

    learned: Learned = NOTHING

    def __init__(self, records: Iterable[OutletRecord]) -> None:
        self._by_name: dict[str, str] = {}
        self._by_domain: dict[str, str] = {}
        for record in records:
            for name in (record.name_ar, record.name_en, record.key, *record.names):
                if name:
                    self._by_name.setdefault(_key(name), record.name_ar)
            for domain in record.domains:
                self._by_domain.setdefault(domain.lower().removeprefix("www."), record.name_ar)
        self.names = frozenset(self._by_name)

    def having_learned(self, learned: Learned) -> "OutletList":
        """The same list, for one more page of the outlet that `learned` is of."""
        other = copy(self)
        other.learned = learned
        return other

    def known(self, name: str) -> str | None:
        """The outlet's name as the list has it, for any of its names; None for a name that is not in the list."""
        key = _key(name)
        return self._by_name.get(key) or self._by_domain.get(name.strip().lower().removeprefix("www."))

    def named(self, name: str) -> str | None:
        """As `known`, or the name as found (without quotes); None for an empty one."""
        shown = " ".join(name.split()).strip("«»\"“”'|-– .،:")
        return self.known(shown) or shown or None

    def of_url(self, url: str | None) -> str | None:
        """The outlet whose domain, or a parent of it, an address has."""
        host = _host(url or "")
        while "." in host:
            if host in self._by_domain:
                return self._by_domain[host]
            host = host.partition(".")[2]
        return None


class _Same:
    """Records that are equal only to themselves: comparing hundreds of them for each page took a third of its time."""

    def __init__(self, records: tuple[OutletRecord, ...]) -> None:
        self.records = records

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.records is other.records

    def __hash__(self) -> int:
        return id(self.records)


@lru_cache(maxsize=4)
def _built(same: _Same) -> OutletList:
    return OutletList(same.records)


def outlet_list(records: tuple[OutletRecord, ...]) -> OutletList:
    """The list for `records`, built once while the same tuple is given."""
    return _built(_Same(records))


def outlet_of_text(body: str, sources: Sequence[str], furniture: Sequence[str], outlets: OutletList) -> str | None:
    """The outlet that the text names as its own: in a copyright line of its furniture, or with the sign © where it stands
    again as a line of its own; as an agency at the top of the page that its dateline names too; as the medium beside the place in
    its dateline (`sources`, as written); as the one that translated for it or was told exclusively; and, where a dateline
    marks an own report (`خاص`), as the one that was spoken to. None where the text does not tell."""
    for line in furniture:
        found = _COPYRIGHT.search(" ".join(fold_text(line).split()))
        if found and (name := _copyright_holder(line, found, outlets)):
            return name
    if name := _signed(furniture, outlets) or _agency(furniture, sources, outlets):
        return name
    for source in sources:
        name = outlets.known(source)
        if name and _key(source) not in CREDITS:
            return name
        if is_quoted(source) and _key(source) not in CREDITS | COLLECTED | OWN_REPORT:
            return outlets.named(source)
    key = fold_text(body)
    for found in _TRANSLATED.finditer(key):
        if name := _name(found, body, outlets):
            return name
    if any(word in OWN_REPORT for source in sources for word in fold_text(source).split()):
        for found in _TOLD.finditer(key):
            if name := _name(found, body, outlets):
                return name
    return None


def _name(found: re.Match[str], written: str, outlets: OutletList) -> str | None:
    """The name in a match, as written: what is in quotes or Latin whole, of other words the longest known name, or those
    before the sentence goes on."""
    groups = found.groupdict()
    folded = fold(written)
    for group in ("quoted", "latin", "t_quoted", "t_latin", "bare_quoted"):
        if groups.get(group):
            start, end = folded.original_span(*found.span(group))
            return outlets.named(written[start:end].strip(" ."))
    group = "words" if groups.get("words") else "t_words"
    start, end = folded.original_span(*found.span(group))
    words = written[start:end].split()
    for size in range(len(words), 0, -1):
        for name in (" ".join(words[:size]), f"{_medium_before(found, group)} {' '.join(words[:size])}"):
            if known := outlets.known(name):
                return known
    own = []
    for word in words[:3]:
        if fold_text(word) in _STOPS:
            break
        own.append(word)
    return " ".join(own) or None


def _medium_before(found: re.Match[str], group: str) -> str:
    return found.string[: found.start(group)].split()[-1].removeprefix("ل")


def _copyright_holder(line: str, found: re.Match[str], outlets: OutletList) -> str | None:
    holder = (found["to"] or found["first"]).strip(" -–|")
    words = holder.split()
    while words and re.fullmatch(_MEDIUM, words[0].removeprefix("ل")):
        words.pop(0)
    whole, holder = holder, " ".join(words)
    if known := outlets.known(holder):
        return known
    if re.match(r"ل?(?:شبكه|وكاله) ", whole):  # part of the name, unlike `صحيفه`
        holder, words = whole, whole.split()
    if not holder or len(words) > 4 or holder in _GENERIC or holder in _STOPS:
        return None
    return _as_written(line, holder)


def _signed(furniture: Sequence[str], outlets: OutletList) -> str | None:
    """The name before or behind ©, which is also a whole line of the furniture and no photo agency."""
    alone = {_key(line) for line in furniture}
    for line in furniture:
        if "©" not in line or (found := _SIGN.fullmatch(line.strip())) is None:
            continue
        name = (found["before"] or found["after"]).strip(" -–|.،")
        if _key(name) in alone and _key(name) not in CREDITS:
            return outlets.named(name)
    return None


def _agency(furniture: Sequence[str], sources: Sequence[str], outlets: OutletList) -> str | None:
    """The first line of the page, where it is an agency's name that contains the source of the dateline."""
    top = _key(furniture[0]) if furniture else ""
    if not _AGENCY.fullmatch(top):
        return None
    named = any(_key(source) and f" {_key(source)} " in f" {top} " for source in sources)
    return outlets.named(furniture[0]) if named else None


def _as_written(line: str, folded: str) -> str | None:
    """The words of `line` that fold to `folded`, the first of them without the particle written on to it (`لصدى`)."""
    words, size = line.split(), len(folded.split())
    for at in range(len(words) - size + 1):
        shown = " ".join(words[at : at + size]).strip('«»"“”.،©')
        if _key(shown) == _key(folded):
            return shown
        if shown.startswith("ل") and _key(shown[1:]) == _key(folded):
            return shown[1:]
    return None


def _key(name: str) -> str:
    return " ".join(fold_text(name).replace("«", " ").replace("»", " ").split()).strip("\"“”'")


def _host(url: str) -> str:
    try:
        return (urlsplit(url if "//" in url else f"//{url}").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
