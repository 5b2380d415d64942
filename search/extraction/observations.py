"""What the tagger sees of a text: for each word a list of observations, its own and its neighbours'.

An observation is a short string. They say what the word is (its letters, the class of words that it is used like), what
stands beside it, what the lists have there, and what the rules made of it: so the tagger learns when to trust them.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from search.arabic.letters import ARTICLE
from search.extraction.everyday import is_everyday
from search.extraction.gazetteer import Hit
from search.extraction.given_names import GIVEN_NAMES, WORDS_TOO
from search.extraction.organisations import HEADS
from search.extraction.people import OFFICES, TITLES
from search.extraction.scan import Scan
from search.extraction.unlisted import IN_TEXT, MEDIA_HEADS, PLACE_HEADS
from search.extraction.words import FUNCTION_WORDS, GIVEN_LINKS, is_verb

_PROCLITICS: Final = "وفبلك"
_REMEMBERED: Final = 1 << 15
_ENDS_SENTENCE: Final = frozenset(".!?؟؛\n")
_MARKS: Final = (
    ("n", "\n"),
    ("q", "\"'“”«»‘’„‹›"),
    ("b", "()[]"),
    ("c", ":"),
    (",", "،,"),
    (".", ".!?؟؛"),
    ("-", "-–—/"),
)
_EDGE: Final = "-"


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


def observe(
    scan: Scan,
    found: Sequence[Hit],
    kept: Sequence[Hit],
    used_like: Mapping[str, tuple[str, str]],
    named: Mapping[str, str],
) -> list[list[str]]:
    """The observations of every word. found: all matches of lists and rules; kept: those that stand; used_like: word to
    its fine and coarse class; named: word to the label of a longer name of the article that ends with it."""
    words = scan.words
    listed, ruled = _labels(found, len(words), True), _labels(kept, len(words), False)
    marks = [_mark(gap) if gap != " " else "" for gap in scan.gaps]
    own = [_own(word) for word in words]
    fine = [_class(word, used_like) for word in words]
    observed: list[list[str]] = []
    last = len(words) - 1
    for index, word in enumerate(words):
        kind, parts = own[index]
        one, two = fine[index]
        seen = [*parts, "c" + one, "d" + two]
        if index:
            before = words[index - 1]
            seen += (
                "<" + before,
                "<c" + fine[index - 1][0],
                "<k" + own[index - 1][0] + kind,
                "<g" + listed[index - 1],
                "<r" + ruled[index - 1],
                "<m" + marks[index],
                "<d" + fine[index - 1][1] + two,
            )
            if index > 1:
                seen += ("<<k" + own[index - 2][0] + own[index - 1][0], "<<c" + fine[index - 2][0])
        if index < last:
            seen += (
                ">" + words[index + 1],
                ">c" + fine[index + 1][0],
                ">k" + own[index + 1][0] + kind,
                ">g" + listed[index + 1],
                ">r" + ruled[index + 1],
                ">m" + marks[index + 1],
            )
            if index + 1 < last:
                seen.append(">>c" + fine[index + 2][0])
        seen += ("g" + listed[index], "r" + ruled[index], "gr" + listed[index] + ruled[index] + kind)
        bare = word[1:] if word[0] in _PROCLITICS and word not in named else word
        if bare in named:
            seen.append("named" + named[bare])
        observed.append(seen)
    return observed


def label_of(hit: Hit) -> str:
    """PER, LOC or ORG: how a tagger labels a match, before its role is decided."""
    entity = hit.senses[0].entity
    if entity.kind == "location" or entity.type == "state":
        return "LOC"
    return "PER" if entity.type == "person" else "ORG"


def _labels(hits: Sequence[Hit], size: int, roles: bool) -> list[str]:
    """For each word the longest hit over it: B or I, its label, and how sure the list is of it."""
    labels = [_EDGE] * size
    length = [0] * size
    for hit in hits:
        sense = hit.senses[0]
        kind = label_of(hit)
        if roles:
            kind += sense.role[0] if sense.entity.forms else "u"
            if len({one.entity.kind for one in hit.senses}) > 1:
                kind += "2"
        else:
            kind += "l" if sense.entity.forms else "u" if sense.entity.source == IN_TEXT else "t"
        many = hit.last - hit.start + 1
        for index in range(hit.start, hit.last + 1):
            if many > length[index]:
                length[index] = many
                labels[index] = ("B" if index == hit.start else "I") + kind
    return labels


def _mark(gap: str) -> str:
    return "".join(name for name, characters in _MARKS if any(character in gap for character in characters))


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


@lru_cache(maxsize=_REMEMBERED)
def _own(word: str) -> tuple[str, tuple[str, ...]]:
    """The closed class of a word, and what its letters say."""
    kind = _kind(word)
    bare = word[1:] if len(word) > 3 and word[0] in _PROCLITICS else word
    article = bare.startswith(ARTICLE) and len(bare) > 3
    stem = bare[2:] if article else bare
    if word.isdigit():
        return kind, ("w0", "n" + str(min(len(word), 5)))
    shape = ("a" if article else "n") + ("p" if bare != word else "n") + ("l" if word.isascii() else "")
    return kind, (
        "w" + word,
        "s" + stem,
        "(" + word[:2],
        "((" + word[:3],
        ")" + word[-2:],
        "))" + word[-3:],
        "k" + kind,
        "h" + shape + str(min(len(word), 8)),
    )


def _kind(word: str) -> str:
    for offset in (0, 1):
        if offset and (len(word) < 4 or word[0] not in _PROCLITICS):
            break
        bare = word[offset:]
        mark = "+" if offset else ""
        if bare in GIVEN_LINKS:
            return "L" + mark
        if bare in FUNCTION_WORDS:
            return "F" + mark
        if bare in TITLES:
            return "T" + mark
        if bare in OFFICES:
            return "O" + mark
        if bare in GIVEN_NAMES:
            return ("M" if bare in WORDS_TOO else "N") + mark
        if bare in HEADS:
            return "H" + mark
        if bare in PLACE_HEADS:
            return "P" + mark
        if bare in MEDIA_HEADS:
            return "S" + mark
    if is_verb(word):
        return "V"
    if word.isdigit():
        return "0"
    if is_everyday(word):
        return "E"
    if word.isascii():
        return "l"
    return "a" if word.startswith(("ال", "وال", "بال", "لل")) else "x"
