"""Numbers in digits, single or joined by strokes, dashes and points: which of them can be part of a date."""

import re
from typing import Final, NamedTuple

from search.calendars.hijri import hijri_days
from search.calendars.vocabulary import Kind

_PARTS: Final = re.compile(r"([0-9]+)[ \t\u00a0]?([/.,:\-–—−]?)[ \t\u00a0]?")
_DASHES: Final = frozenset("-–—−")


class Numeral(NamedTuple):
    """The kind of a numeral and its parts: one number, the two ends of a pair, or (year, month, day[, second day])."""

    kind: Kind
    parts: tuple[int, ...]


_NOTHING: Final = Numeral(Kind.OTHER, ())


def read_numeral(digits: str) -> Numeral:
    """What a run of ASCII digits and the signs between them is; kind OTHER where it is no part of a date."""
    if digits.isdigit():
        return Numeral(_kind_of_number(digits), (int(digits[:9]),))
    pieces = _PARTS.findall(digits)
    numbers = [piece[0] for piece in pieces]
    signs = "".join("-" if piece[1] in _DASHES else piece[1] for piece in pieces)
    if max(map(len, numbers)) > 4 or "," in signs or ":" in signs:
        return _NOTHING
    if len(numbers) == 2:
        return _pair(numbers, signs)
    if len(numbers) == 3 and signs in ("//", "--", ".."):
        return _full_date(numbers)
    if len(numbers) == 4 and signs in ("-//", "---", "-.."):
        return _day_span(numbers)
    return _NOTHING


def _kind_of_number(digits: str) -> Kind:
    number = int(digits[:9])
    if len(digits) <= 2:
        if 1 <= number <= 12:
            return Kind.UNIT_12
        return Kind.UNIT_31 if 13 <= number <= 31 else Kind.NUMBER
    if len(digits) == 4:
        if 1900 <= number < 2100:
            return Kind.YEAR
        if 1300 <= number < 1500:
            return Kind.HIJRI_YEAR
        return Kind.OLD_YEAR if 1000 <= number < 2100 else Kind.OTHER
    return Kind.NUMBER if len(digits) == 3 else Kind.OTHER


def _pair(numbers: list[str], sign: str) -> Numeral:
    kinds = [_kind_of_number(number) for number in numbers]
    first, second = map(int, numbers)
    if sign in "/-" and first < second <= first + 100:
        if kinds == [Kind.YEAR, Kind.YEAR]:
            return Numeral(Kind.YEAR_PAIR, (first, second))
        if kinds == [Kind.HIJRI_YEAR, Kind.HIJRI_YEAR]:
            return Numeral(Kind.HIJRI_YEAR_PAIR, (first, second))
    if sign == "." or max(map(len, numbers)) == 3:
        return _NOTHING
    small = (Kind.UNIT_12, Kind.UNIT_31)
    if kinds[0] in small and kinds[1] in small:
        return Numeral(Kind.DAY_PAIR, (first, second))
    years = (Kind.YEAR, Kind.HIJRI_YEAR)
    if kinds[0] == Kind.UNIT_12 and kinds[1] in years:
        return Numeral(Kind.YEAR_MONTH, (second, first))
    if kinds[1] == Kind.UNIT_12 and kinds[0] in years:
        return Numeral(Kind.YEAR_MONTH, (first, second))
    return _NOTHING


def _full_date(numbers: list[str]) -> Numeral:
    first, middle, last = map(int, numbers)
    if len(numbers[0]) == 4 and len(numbers[2]) <= 2:
        year, month, day = first, middle, last
    elif len(numbers[2]) == 4 and len(numbers[0]) <= 2:
        year, month, day = last, middle, first
    elif len(numbers[2]) == 2 and len(numbers[0]) <= 2:
        century = 1400 if 30 <= last <= 50 else 2000 if last < 70 else 1900
        return _dated(Kind.SHORT_DATE, century + last, middle, first)
    else:
        return _NOTHING
    return _dated(Kind.FULL_DATE, year, month, day)


def _day_span(numbers: list[str]) -> Numeral:
    first, second, month, year = map(int, numbers)
    if len(numbers[3]) != 4 or first >= second:
        return _NOTHING
    end = _dated(Kind.DAY_SPAN, year, month, second)
    return Numeral(end.kind, (year, month, first, second)) if end.kind == Kind.DAY_SPAN else _NOTHING


def _dated(kind: Kind, year: int, month: int, day: int) -> Numeral:
    """Day and month change places where only that makes a date (the American order)."""
    if month > 12 and day <= 12:
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return _NOTHING
    if not (1900 <= year < 2100 or hijri_days(year, month, day)):
        return _NOTHING
    return Numeral(kind, (year, month, day))
