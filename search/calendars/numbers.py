"""Numbers written in words: cardinals up to 9999 and ordinals up to 99, in every gender and case of the news.

Works on folded words. Rules after the grammars' table of Arabic numerals: units before tens, joined by `w`; 11 to 19 are
unit and ten without it; larger parts come first and each further part begins with `w`.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from search.arabic.folding import fold_text

_UNITS: Final = {
    1: "واحد واحدة إحدى أحد",
    2: "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي",
    3: "ثلاثة ثلاث",
    4: "أربعة أربع",
    5: "خمسة خمس",
    6: "ستة ست",
    7: "سبعة سبع",
    8: "ثمانية ثماني ثمان",
    9: "تسعة تسع",
    10: "عشرة عشر",
}
_ORDINALS: Final = {
    1: "الأول الأولى الحادي الحادية الفاتح",  # 'the opening one' is the first day of a month in the Maghreb
    2: "الثاني الثانية",
    3: "الثالث الثالثة",
    4: "الرابع الرابعة",
    5: "الخامس الخامسة",
    6: "السادس السادسة",
    7: "السابع السابعة",
    8: "الثامن الثامنة",
    9: "التاسع التاسعة",
    10: "العاشر العاشرة",
}
_TENS: Final = {
    20: "عشرون عشرين",
    30: "ثلاثون ثلاثين",
    40: "أربعون أربعين",
    50: "خمسون خمسين",
    60: "ستون ستين",
    70: "سبعون سبعين",
    80: "ثمانون ثمانين",
    90: "تسعون تسعين",
}
_HUNDREDS: Final = {
    100: "مئة مائة مية",
    200: "مئتان مئتين مائتان مائتين",
    300: "ثلاثمئة ثلاثمائة",
    400: "أربعمئة أربعمائة",
    500: "خمسمئة خمسمائة",
    600: "ستمئة ستمائة",
    700: "سبعمئة سبعمائة",
    800: "ثمانمئة ثمانمائة ثمانيمئة",
    900: "تسعمئة تسعمائة",
}
_THOUSANDS: Final = {1000: "ألف", 2000: "ألفان ألفين"}
_TEN_OF_TEENS: Final = frozenset(("عشر", "عشره"))


def _table(words: dict[int, str]) -> dict[str, int]:
    return {fold_text(word): value for value, written in words.items() for word in written.split()}


CARDINALS: Final = _table(_UNITS | _TENS | _HUNDREDS | _THOUSANDS)
ORDINALS: Final = _table(_ORDINALS)
_DEFINITE: Final = {"ال" + word: value for word, value in CARDINALS.items()}
NUMBER_WORDS: Final = frozenset(CARDINALS) | frozenset(ORDINALS) | frozenset(_DEFINITE)
"""Every folded word that a number can begin with, without conjunctions and prepositions."""


class Number(NamedTuple):
    """`value` of the number, whether it is an ordinal (or a definite ten, which is written alike), words it takes."""

    value: int
    ordinal: bool
    words: int


def read_number(words: Sequence[str]) -> Number | None:
    """The longest number that `words` (folded; the first without clitics) begins with; None where none begins."""
    first = words[0]
    if first in ORDINALS:
        return _read_ordinal(words)
    value = CARDINALS.get(first) or _DEFINITE.get(first)
    if value is None:
        return None
    definite = first in _DEFINITE
    total, last, taken = value, value, 1
    if value < 10 and len(words) > 1 and words[1] in _TEN_OF_TEENS:
        total, last, taken = value + 10, 10, 2
    while taken < len(words) and words[taken].startswith("و"):
        word = words[taken][1:]
        part = CARDINALS.get(word) or (_DEFINITE.get(word) if definite else None)
        if part is None or not _follows(last, part):
            break
        teen = part < 10 and taken + 1 < len(words) and words[taken + 1] in _TEN_OF_TEENS
        total += part + 10 * teen
        last = 10 if teen else part
        taken += 1 + teen
    return Number(total, definite and 20 <= total < 100, taken)


def _follows(last: int, part: int) -> bool:
    """Whether `part` may be added after `last`: a smaller order of magnitude, but tens after units."""
    if last < 10:
        return 20 <= part < 100
    if last < 100:
        return False
    return part < last and (last >= 1000 or part < 100)


def _read_ordinal(words: Sequence[str]) -> Number:
    unit = ORDINALS[words[0]]
    following = words[1] if len(words) > 1 else ""
    if following in _TEN_OF_TEENS:
        return Number(unit + 10, True, 2)
    if following.startswith("و"):
        tens = _DEFINITE.get(following[1:]) or CARDINALS.get(following[1:], 0)
        if 20 <= tens < 100:
            return Number(unit + tens, True, 2)
    return Number(unit, True, 1)
