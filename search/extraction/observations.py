"""What the tagger sees of a text: for each word a list of observations, its own and its neighbours'.

An observation is a short string in UTF-8. They say what the word is (its letters, the class of words that it is used like), what
stands beside it, what the lists have there, and what the rules made of it: so the tagger learns when to trust them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Final, Literal, NamedTuple

from search.arabic.letters import ARTICLE
from search.extraction.everyday import EVERYDAY_WORDS
from search.extraction.gazetteer import Hit
from search.extraction.given_names import GIVEN_NAMES, WORDS_TOO
from search.extraction.nations import NATIONS
from search.extraction.organisations import HEADS
from search.extraction.people import OFFICES, TITLES
from search.extraction.scan import Scan
from search.extraction.unlisted import IN_TEXT, MEDIA_HEADS, PLACE_HEADS
from search.extraction.words import FUNCTION_WORDS, GIVEN_LINKS, REMEMBERED, VERBS, folded

_PROCLITICS: Final = "وفبلك"
_ENDS_SENTENCE: Final = frozenset(".!?؟؛\n")
_MARKS: Final = (
    (b"n", "\n"),
    (b"q", "\"'“”«»‘’„‹›"),
    (b"b", "()[]"),
    (b"c", ":"),
    (b",", "،,"),
    (b".", ".!?؟؛"),
    (b"-", "-–—/"),
)
_EDGE: Final = "-"
_SPORT: Final = folded(
    "مباراة المباراة مباريات الدوري دوري لاعب اللاعب لاعبين اللاعبين مدرب المدرب مهاجم المهاجم فريق الفريق نادي النادي منتخب",
    "المنتخب كرة بطولة البطولة هدف هدفين كأس المدافع مدافع ملعب الملعب الحارس حارس ودية الودية معسكر الموسم الشوط نهائي",
)
_SPORTING: Final = 4
"""How many different of these words a text about sport has: there a city's name is often its club's."""
_KIND_OF: Final[dict[str, str]] = {
    word: kind
    for kind, words in (
        ("E", EVERYDAY_WORDS),
        ("G", NATIONS),
        ("V", VERBS),
        ("S", MEDIA_HEADS),
        ("P", PLACE_HEADS),
        ("H", HEADS),
        ("N", GIVEN_NAMES),
        ("M", WORDS_TOO),
        ("O", OFFICES),
        ("T", TITLES),
        ("F", FUNCTION_WORDS),
        ("L", GIVEN_LINKS),
    )
    for word in words
}
"""Word to its closed class; of several the last here holds."""

Label = Literal["PER", "LOC", "ORG"]


def is_about_sport(scans: Iterable[Scan]) -> bool:
    """Whether a text, in one or more fields, is about sport."""
    return len({word for scan in scans for word in _SPORT & scan.vocabulary}) >= _SPORTING


def sentences(scan: Scan) -> Iterator[tuple[int, int]]:
    """First word, and the one behind the last, of each sentence."""
    first = 0
    for index in range(1, len(scan.words)):
        gap = scan.gaps[index]
        if gap != " " and not _ENDS_SENTENCE.isdisjoint(gap):
            yield first, index
            first = index
    if scan.words:
        yield first, len(scan.words)


class _Sight(NamedTuple):
    """What one word adds wherever it stands: its closed class, and what is observed of it at its own place and from the
    places of the words behind it (`left`) and before it."""

    kind: bytes
    own: tuple[bytes, ...]
    left: tuple[bytes, ...]
    right: tuple[bytes, ...]


_BEYOND: Final = _Sight(b"-", (), (), ())


class Observer:
    """Observes texts. used_like: word to its fine and coarse class; known: the observations that a model makes use of, the
    others are left out (None, as for training: all)."""

    def __init__(
        self,
        used_like: Mapping[str, tuple[str, str]],
        of_names: Mapping[str, tuple[str, ...]],
        known: Set[str] | None = None,
    ) -> None:
        self._of_names = of_names
        self._used_like = used_like
        self._known = None if known is None else {one: one.encode() for one in known}
        self._sights: dict[str, _Sight] = {}

    def observe(self, scan: Scan, found: Sequence[Hit], kept: Sequence[Hit], named: Set[str]) -> list[list[bytes]]:
        """The observations of every word of a text. found: all matches of lists and rules; kept: those that stand; named:
        first and last words of the persons that the article names in full."""
        words = scan.words
        size = len(words)
        known = self._sights
        # A place before the first word and behind the last spares the loop all questions about the edges.
        sights = [_BEYOND, *[known.get(word) or self._sight(word) for word in words], _BEYOND]
        listed = [b"", *_labels(found, size, True), b""]
        ruled = [b"", *_labels(kept, size, False), b""]
        marks = [b"" if gap == " " else _mark(gap) for gap in scan.gaps]
        sport = is_about_sport((scan,))
        observed = []
        for index, (before, sight, after) in enumerate(zip(sights, sights[1:], sights[2:], strict=False)):
            seen = [
                *sight.own,
                *before.left,
                *after.right,
                b"<k" + before.kind + sight.kind,
                b">k" + after.kind + sight.kind,
            ]
            if marks[index]:
                seen.append(b"<m" + marks[index])
            if marks[index + 1]:
                seen.append(b">m" + marks[index + 1])
            if listed[index] or ruled[index]:
                seen += (b"<g" + listed[index], b"<r" + ruled[index])
            lists, rules = listed[index + 1], ruled[index + 1]
            if lists or rules:
                seen += (b"g" + lists, b"r" + rules, b"gr" + lists + rules + sight.kind)
            if listed[index + 2] or ruled[index + 2]:
                seen += (b">g" + listed[index + 2], b">r" + ruled[index + 2])
            if named and (words[index] in named or (words[index][0] in _PROCLITICS and words[index][1:] in named)):
                seen.append(b"named")
            if sport:
                seen += (b"sport", b"sg" + lists)
            observed.append(seen)
        return observed

    def _sight(self, word: str) -> _Sight:
        sight = self._sights.get(word)
        if sight is None:
            if len(self._sights) >= REMEMBERED:
                self._sights.clear()
            sight = self._sights[word] = self._look(word)
        return sight

    def _look(self, word: str) -> _Sight:
        kind = _kind(word)
        fine, coarse = _class(word, self._used_like)
        names = self._names(word)
        return _Sight(
            kind.encode(),
            self._used(*_letters(word), "k" + kind, "c" + fine, "d" + coarse, *names),
            self._used("<" + word, "<c" + fine, *("<" + one for one in names)),
            self._used(">" + word, ">c" + fine, *(">" + one for one in names)),
        )

    def _names(self, word: str) -> tuple[str, ...]:
        names = self._of_names.get(word)
        if names is None and len(word) > 3 and word[0] in _PROCLITICS:
            names = self._of_names.get(word[1:])
        return names or ()

    def _used(self, *observations: str) -> tuple[bytes, ...]:
        if self._known is None:
            return tuple([one.encode() for one in observations])
        known = self._known
        return tuple([known[one] for one in observations if one in known])


def label_of(hit: Hit) -> Label:
    """PER, LOC or ORG: how a tagger labels a match, before its role is decided."""
    entity = hit.senses[0].entity
    if entity.kind == "location" or entity.type == "state":
        return "LOC"
    return "PER" if entity.type == "person" else "ORG"


def _labels(hits: Sequence[Hit], size: int, roles: bool) -> list[bytes]:
    """For each word the longest hit over it: B or I, its label, and how sure the list is of it; nothing without one."""
    labels = [b""] * size
    length = [0] * size
    for hit in hits:
        sense = hit.senses[0]
        kind: str = label_of(hit)
        if roles:
            kind += sense.role[0] if sense.entity.forms else "u"
            if len({one.entity.kind for one in hit.senses}) > 1:
                kind += "2"
        else:
            kind += "l" if sense.entity.forms else "u" if sense.entity.source == IN_TEXT else "t"
        shown = kind.encode()
        many = hit.last - hit.start + 1
        for index in range(hit.start, hit.last + 1):
            if many > length[index]:
                length[index] = many
                labels[index] = (b"B" if index == hit.start else b"I") + shown
    return labels


def _mark(gap: str) -> bytes:
    return b"".join(name for name, characters in _MARKS if any(character in gap for character in characters))


def _class(word: str, used_like: Mapping[str, tuple[str, str]]) -> tuple[str, str]:
    """The classes of a word; of one that is too rare those of the word behind its proclitic, marked."""
    if word.isdigit():
        return "0", "0"
    found = used_like.get(word)
    if found:
        return found
    if word[0] in _PROCLITICS:
        found = used_like.get(word[1:])
        if found:
            return word[0] + found[0], word[0] + found[1]
    return _EDGE, _EDGE


def _letters(word: str) -> tuple[str, ...]:
    """What the letters of a word say: the word, its stem, its beginning and its endings."""
    if word.isdigit():
        return "w0", "n" + str(min(len(word), 5))
    bare = word[1:] if len(word) > 3 and word[0] in _PROCLITICS else word
    article = bare.startswith(ARTICLE) and len(bare) > 3
    stem = bare[2:] if article else bare
    return (
        "w" + word,
        "s" + stem,
        "(" + word[:2],
        ")" + word[-2:],
        "))" + word[-3:],
    )


def _kind(word: str) -> str:
    """The closed class of a word, also behind a proclitic."""
    kind = _KIND_OF.get(word)
    if kind is None and len(word) > 3 and word[0] in _PROCLITICS:
        kind = _KIND_OF.get(word[1:])
        kind = kind and kind + "+"
    if kind is not None:
        return kind
    if word.isdigit():
        return "0"
    if word.isascii():
        return "l"
    return "a" if word.startswith(("ال", "وال", "بال", "لل")) else "x"
