"""What was learned from an outlet's other pages, and the passes that use it on one more page of that outlet.

Learned furniture is the only furniture that rules cannot know: a line that nobody but this outlet writes, and writes on
every page. `search.cleaning.learning` finds it; here it is a frozen value, and nothing here learns.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Literal

from search.arabic.folding import fold, fold_text
from search.cleaning.bylines import PLACES, has_given_name
from search.cleaning.datelines import Dateline
from search.cleaning.furniture import COLLECTED, CREDITS
from search.cleaning.lines import KEY_LIMIT, Line
from search.cleaning.templates import template, tokens

Kind = Literal["furniture", "start", "label", "heading", "medium", "author", "dateline"]
"""furniture: a whole line. start: words that some first lines begin with, which go. label: words from which on the end of
a page goes (`رابط الخبر: ...`). heading: recurs inside stories and stays. medium: what stands beside the place in the
outlet's datelines. author: a name that signs. dateline: the words behind the place of a dateline (`... 26 شوال - واس`)."""

EDGES: Final = 3
"""Lines at either end of an article in which it is signed."""
WHY: Final = "learned from the outlet's pages"

_PARTS: Final = re.compile(r"\s*[–—|/-]+\s*|\s+ـ\s+|\s*:\s*$")
_INLINE: Final = re.compile(r"([^.:،«»\"\n]{3,60}?)\s*:\s")
_AROUND: Final = " .:«»\"'“”()[]{}*"


@dataclass(frozen=True, slots=True)
class LearnedLine:
    """One thing that was learned of an outlet: `key` is a template (folded text for `label`), `text` the line as seen most
    often, `count` and `share` the articles that have it, versions of one story counted once; up to five article ids."""

    key: str
    kind: Kind
    count: int
    share: float
    samples: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Learned:
    """What cleaning uses of one outlet's learned lines. `kept` are the templates of lines that a curator keeps, whatever
    rules and learning say."""

    lines: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()
    starts: frozenset[str] = frozenset()
    labels: tuple[str, ...] = ()
    media: frozenset[str] = frozenset()
    authors: frozenset[str] = frozenset()
    datelines: frozenset[str] = frozenset()

    @property
    def version(self) -> str:
        """16 hex digits that tell this from what was in use before, in every process; empty for nothing."""
        kinds = (self.lines, self.kept, self.starts, self.labels, self.media, self.authors, self.datelines)
        if not any(kinds):
            return ""
        return hashlib.blake2b(repr([sorted(keys) for keys in kinds]).encode(), digest_size=8).hexdigest()

    def touches(self, texts: Iterable[str]) -> bool:
        """Whether any of an article's lines would be read otherwise with this than without."""
        if not (self.lines or self.kept or self.starts or self.labels or self.media or self.authors or self.datelines):
            return False
        return any(self._knows(text) for text in texts)

    def _knows(self, text: str) -> bool:
        if self.labels and any(label.search(fold_text(text)) for label in map(_label, self.labels)):
            return True
        if len(text) <= KEY_LIMIT and ((key := template(fold_text(text))) in self.lines or key in self.kept):
            return True
        return bool(self.start_of(text)) or self.read(text) is not None or self.read_inline(text) is not None

    def start_of(self, text: str) -> int:
        """Where the text goes on behind a learned beginning; 0 where it has none, or nothing else."""
        if not self.starts:
            return 0
        words = tokens(text[:KEY_LIMIT])
        for size in range(min(len(words) - 1, 6), 0, -1):
            if " ".join(word.word for word in words[:size]) in self.starts:
                return words[size].start
        return 0

    def label_in(self, text: str) -> int | None:
        """Where a label begins from which on the text is furniture."""
        folded = fold(text)
        found = [match.start() for label in self.labels if (match := _label(label).search(folded.text))]
        return folded.starts[min(found)] if found else None

    def read(self, text: str) -> Dateline | None:
        """The dateline or byline that a whole line is, by a medium or an author that the outlet's pages taught."""
        if not (self.media or self.authors or self.datelines) or len(text) > KEY_LIMIT:
            return None
        words = tokens(text)
        for size in (1, 2, 3):
            if " ".join(word.word for word in words[size:]) in self.datelines:
                return Dateline(text[words[0].start : words[size - 1].end], words[-1].word)
        return self._signed(parts(text)) if len(words) <= 9 else None

    def read_inline(self, text: str) -> Dateline | None:
        """The dateline that a paragraph begins with, up to a colon."""
        found = _INLINE.match(text) if self.media else None
        if found is None:
            return None
        signed = self._signed(parts(found[1]))
        return signed if signed and signed.source else None

    def _signed(self, written: Sequence[str]) -> Dateline | None:
        keys = [template(fold_text(part)) for part in written]
        if not any(key in self.media or key in self.authors for key in keys) or len(keys) > 4:
            return None
        place = source = None
        authors: list[str] = []
        for part, key in zip(written, keys, strict=True):
            if key in self.media or key in CREDITS or key in COLLECTED:
                source = source or part
            elif key in self.authors or has_given_name(part):
                authors.append(part)
            elif key in PLACES or len(key.split()) == 1:
                place = place or part
            elif len(key.split()) <= 4:
                authors.append(part)
            else:
                return None
        return Dateline(place, source, tuple(authors))


NOTHING: Final = Learned()

LearnedFurniture = Mapping[str, Learned]
"""What was learned, by the folded name of the outlet (`outlet_key`)."""


def outlet_key(name: str | None) -> str:
    """The name of an outlet as the key of what was learned from its pages."""
    return " ".join(fold_text(name or "").split())


def in_use(lines: Iterable[LearnedLine], decided: Mapping[str, bool]) -> Learned:
    """What cleaning uses of one outlet's learned lines. `decided` are a curator's decisions by key: True for furniture,
    False for a line that stays; they overrule what was learned, and hold where nothing was."""
    of_kind: dict[Kind, set[str]] = {}
    for line in lines:
        if decided.get(line.key) is None:
            of_kind.setdefault(line.kind, set()).add(line.key)
    chosen = {key for key, furniture in decided.items() if furniture}
    get = {kind: frozenset(keys) for kind, keys in of_kind.items()}.get
    return Learned(
        lines=get("furniture", frozenset()) | chosen,
        kept=frozenset(decided) - chosen,
        starts=get("start", frozenset()),
        labels=tuple(sorted(get("label", frozenset()))),
        media=get("medium", frozenset()),
        authors=get("author", frozenset()),
        datelines=get("dateline", frozenset()),
    )


def parts(text: str) -> list[str]:
    """The parts of a line that is a dateline, if it is one: place, medium, names."""
    return [shown for part in _PARTS.split(text) if (shown := part.strip(_AROUND))]


def mark_learned(lines: list[Line], learned: Learned) -> None:
    """Marks what a curator keeps or drops and what was learned to be furniture, before any rule. Furniture that is written
    on to the first or last line of the article becomes a line of its own."""
    if learned == NOTHING:
        return
    _cut(lines, learned)
    for line in lines:
        key = template(line.key)
        if key and key in learned.kept:
            line.mark("body", "kept by a curator")
        elif key and key in learned.lines:
            line.mark("furniture", WHY)


def mark_signatures(lines: Sequence[Line], learned: Learned) -> None:
    """Datelines and bylines that only the outlet's other pages tell, at either end of the article; after the rules."""
    opened = [line for line in lines if line.role is None]
    prose = [at for at, line in enumerate(opened) if line.is_prose]
    first, last = (prose[0], prose[-1] + 1) if prose else (0, len(opened))
    ends = {*range(EDGES), *range(first - EDGES, first), *range(last, last + EDGES)}
    ends |= {*range(len(opened) - EDGES, len(opened))}
    for line in (opened[at] for at in sorted(ends) if 0 <= at < len(opened)):
        if line.key and not line.is_prose and not line.is_sentence and (found := learned.read(line.text)):
            line.mark("byline" if found.authors and not found.place else "dateline", WHY)


def signature(lines: Sequence[Line], learned: Learned) -> Dateline:
    """Place and authors that the signed lines of an article tell, and the line that its story begins with."""
    if learned == NOTHING:
        return Dateline(None, None)
    found = [learned.read(line.text) for line in lines if line.role in ("dateline", "byline", "date")]
    story = next((line.text for line in lines if line.role == "body"), "")
    told = [dateline for dateline in (*found, learned.read_inline(story)) if dateline]
    return Dateline(
        place=next((dateline.place for dateline in told if dateline.place), None),
        source=next((dateline.source for dateline in told if dateline.source), None),
        authors=tuple(dict.fromkeys(name for dateline in told for name in dateline.authors)),
    )


def _cut(lines: list[Line], learned: Learned) -> None:
    if not lines:
        return
    for at in range(min(2, len(lines))):
        if start := learned.start_of(lines[at].text):
            _split(lines, at, start)
            lines[at].mark("furniture", WHY)
    last = max((at for at, line in enumerate(lines) if line.is_prose), default=0)
    for at in range(last, len(lines)):
        start_of_label = learned.label_in(lines[at].text)
        if start_of_label is not None:
            if start_of_label:
                _split(lines, at, start_of_label)
            lines[at + (start_of_label > 0)].mark("furniture", WHY)
            return


def _split(lines: list[Line], at: int, start: int) -> None:
    line = lines[at]
    pieces = [piece.strip() for piece in (line.text[:start], line.text[start:])]
    lines[at : at + 1] = [
        replace(line, text=piece, key=" ".join(fold_text(piece).split()) if len(piece) <= KEY_LIMIT else "")
        for piece in pieces
    ]


@cache
def _label(label: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, label.split())))
