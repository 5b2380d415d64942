"""Groups and organisations that no list has, where quotation marks show how far the name goes.

Either the word for the kind stands before the marks (كتيبة "النصر") or it opens the name inside them ("قوات النخبة").
"""

from collections.abc import Iterator
from typing import Final

from search.extraction.gazetteer import Hit, Sense
from search.extraction.scan import Scan
from search.extraction.unlisted import quoted_end, unlisted
from search.extraction.words import FUNCTION_WORDS, folded, is_verb

_TYPES: Final = {
    word: type_
    for type_, words in (
        ("armed_group", "قوات لواء ألوية كتيبة كتائب فصيل سرايا ميليشيا مليشيا تنظيم جيش غرفة وحدات"),
        ("party", "حزب تيار تحالف ائتلاف كتلة"),
        (
            "organisation",
            "فرقة منظمة جمعية مؤسسة هيئة مجلس رابطة اتحاد نقابة مركز معهد شبكة حملة فريق تجمع جبهة حركة جماعة لجنة مبادرة",
        ),
        ("company", "شركة مجموعة بنك مصرف"),
    )
    for word in folded(words)
}
_WORDS: Final = frozenset(proclitic + word for proclitic in ("", "و", "ف", "ب", "ل") for word in _TYPES)


def find_groups(scan: Scan) -> Iterator[Hit]:
    """Names in quotation marks with their kind before them or as their first word (then of two words and more)."""
    for index in scan.where(scan.vocabulary & _WORDS):
        word = scan.words[index]
        bare = word if word in _TYPES else word[1:]
        last = quoted_end(scan, index)
        if last is not None and last > index:
            yield _group(scan, index, last, _TYPES[bare])
        elif (last := quoted_end(scan, index + 1)) is not None and not _is_phrase(scan, index + 1, last):
            yield _group(scan, index + 1, last, _TYPES[bare])


def _is_phrase(scan: Scan, first: int, last: int) -> bool:
    """Whether the words belong to a sentence or a title rather than to a name."""
    return is_verb(scan.words[first]) or not FUNCTION_WORDS.isdisjoint(scan.words[first : last + 1])


def _group(scan: Scan, first: int, last: int, type_: str) -> Hit:
    start, end = scan.original_span(first, last)
    return Hit(first, last, 0, "", (Sense(unlisted("actor", type_, scan.text[start:end]), "name"),))
