"""What each alternative of the grammar says: the items of a match to points and values."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from search.calendars.lexer import Item
from search.calendars.points import Point, Resolved
from search.calendars.relative import (
    coming_weekday,
    day_shifted,
    moved,
    stretch,
    week_shifted,
    weekday_of,
    weekday_of_week,
)
from search.calendars.vocabulary import MONTH_KINDS, Kind

Says = Point | tuple[Point, Point] | Resolved


class Reading(NamedTuple):
    """The items from `first` to before `last` of a text, and what they say: a point, the two ends of a range, or a value
    that needs no more."""

    first: int
    last: int
    says: Says


_DAYS: Final = frozenset((Kind.UNIT_12, Kind.UNIT_31, Kind.ORDINAL, Kind.CARDINAL, Kind.FIRST))
_YEARS: Final = frozenset((Kind.YEAR, Kind.HIJRI_YEAR, Kind.OLD_YEAR, Kind.WORD_YEAR))
_YEAR_PAIRS: Final = frozenset((Kind.YEAR_PAIR, Kind.HIJRI_YEAR_PAIR))
_HIJRI_MONTHS: Final = MONTH_KINDS - {Kind.MONTH, Kind.MONTH_OR_WORD}
_HIJRI: Final = frozenset((Kind.HIJRI_YEAR, Kind.HIJRI_YEAR_PAIR, Kind.AH))
_MODIFIERS: Final = frozenset((Kind.MODIFIER, Kind.CURRENT))
_FULL_DATES: Final = frozenset((Kind.FULL_DATE, Kind.SHORT_DATE))
_NUMERIC_DATES: Final = _FULL_DATES | {Kind.YEAR_MONTH}
_FIRST_SHORT_YEAR: Final = 32
"""'The year 48' of the Palestinian press is 1948; numbers up to 31 after 'year' are rather anything else."""

_JOINS: Final = frozenset((Kind.UNTIL, Kind.DASH, Kind.AND))


def read(name: str, items: Sequence[Item], first: int, last: int, published: date | None) -> list[Reading]:
    """The readings of items[first:last], which the alternative `name` of the grammar has found
    ('coming_weekday' for a weekday that is still to come); none where they turn out
    to be no date."""
    matched = items[first:last]
    if name == "days":
        return _read_days(matched, first)
    if name == "years":
        return _read_years(matched, first)
    says = _SINGLE[name](matched, published)
    return [Reading(first, last, says)] if says is not None else []


_FIELDS: Final[dict[Kind, tuple[str, ...]]] = {
    **dict.fromkeys(_DAYS, ("day",)),
    **dict.fromkeys(MONTH_KINDS, ("month",)),
    **dict.fromkeys((*_YEARS, Kind.NUMBER), ("year",)),
    **dict.fromkeys(_FULL_DATES, ("year", "month", "day")),
    Kind.WEEKDAY: ("weekday",),
    Kind.YEAR_MONTH: ("year", "month"),
    Kind.DAY_PAIR: ("day", "month"),
    Kind.THE_MONTH: ("month_shift",),
    Kind.THE_YEAR: ("year_shift",),
}
"""Which fields of a point the parts of an item are."""

_MODIFIED: Final = {
    "weekday": "direction",
    "month": "direction",
    "month_shift": "month_shift",
    "year_shift": "year_shift",
}
"""Field to what 'last', 'this' or 'next' after it sets."""


def _read_point(items: Sequence[Item], published: date | None = None) -> Point | None:
    """One point from the items of a day, month or year."""
    fields: dict[str, int] = {}
    hijri = in_digits = same_month = False
    modified = "month_shift"  # 'the 5th current' is of the current month
    for item in items:
        if item.kind in MONTH_KINDS:
            hijri = item.kind in _HIJRI_MONTHS
        elif "month" not in fields:
            hijri = hijri or item.kind in _HIJRI or (item.kind in _NUMERIC_DATES and item.parts[0] < 1900)
        names = _FIELDS.get(item.kind, ())
        fields.update(zip(names, item.parts, strict=False))
        if names:
            modified = _MODIFIED.get(names[0], modified)
        elif item.kind in _MODIFIERS:
            fields[modified] = item.value
        in_digits = in_digits or item.kind == Kind.DAY_PAIR
        same_month = same_month or item.kind == Kind.SAME
    if same_month:
        fields.pop("month_shift", None)
    return _checked(fields, hijri, in_digits, same_month)


def _read_period(items: Sequence[Item], published: date | None) -> Point | None:
    """A month; also one of its weeks or halves, whose days the press does not mean exactly."""
    if items[0].kind in (Kind.THE_WEEK, Kind.QUARTER):
        items = items[2:]
    return _read_point(items)


def _checked(fields: dict[str, int], hijri: bool, in_digits: bool, same_month: bool) -> Point | None:
    """The point of these fields, with two digits of a year completed; None where it cannot be."""
    day, month, year = fields.get("day", 1), fields.get("month", 1), fields.get("year")
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    if year is not None:
        if not hijri and _FIRST_SHORT_YEAR <= year < 100:
            fields["year"] = 1900 + year
        elif not hijri and year < 1000:
            return None
        fields.pop("year_shift", None)
        fields.pop("direction", None)
    return Point(hijri=hijri, in_digits=in_digits, same_month=same_month, **fields)


def _read_year(items: Sequence[Item], published: date | None) -> Point | Resolved | None:
    pair = next((item for item in items if item.kind in _YEAR_PAIRS), None)
    if pair is None:
        if items[0].kind == Kind.THE_WEEK:
            items = items[2:]
        if any(item.kind in _DAYS for item in items):
            items = [item._replace(kind=Kind.NUMBER) if item.kind in _DAYS else item for item in items]
        era = items[-1]
        if len(items) == 2 and era.kind in (Kind.AD, Kind.AH) and era.start != items[0].end:
            return None if era.kind == Kind.AD else _read_point(items)  # 2000 m may be metres
        return _read_point(items)
    first, last = pair.parts
    if pair.kind == Kind.YEAR_PAIR:
        return Resolved("range", str(first), str(last))
    starts, ends = Point(hijri=True, year=first).days(first), Point(hijri=True, year=last).days(last)
    return Resolved("range", starts[0].isoformat(), ends[1].isoformat()) if starts and ends else Resolved("range")


def _read_days(items: Sequence[Item], at: int) -> list[Reading]:
    """Several days of one month: a range, or where they are joined by 'and' and not neighbours, each for itself."""
    span = next((item for item in items if item.kind in (Kind.DAY_PAIR, Kind.DAY_SPAN)), None)
    end = at + len(items)
    if span is not None and span.kind == Kind.DAY_SPAN:
        year, month_number, first_day, last_day = span.parts
        whole = Point(hijri=year < 1900, year=year, month=month_number, day=last_day)
        return [Reading(at, end, (replace(whole, day=first_day), whole))]
    month = _read_point([item for item in items if item.kind not in (*_DAYS, Kind.DAY_PAIR, Kind.WEEKDAY)])
    if month is None:
        return []
    if span is not None:
        first_day, last_day = span.parts
        return [Reading(at, end, _days_of(month, first_day, last_day))] if first_day < last_day <= 31 else []
    first, second = [place for place, item in enumerate(items) if item.kind in _DAYS][:2]
    first_day, last_day = items[first].value or 1, items[second].value
    if max(first_day, last_day) > 31:
        return []
    joins = [place for place in range(first + 1, second) if items[place].kind in _JOINS]
    ranged = items[0].kind == Kind.BETWEEN or items[joins[-1]].kind != Kind.AND
    if first_day < last_day and (ranged or last_day == first_day + 1):
        return [Reading(at, end, _days_of(month, first_day, last_day))]
    if ranged:
        return []
    begin = 1 if items[0].kind == Kind.FROM else 0
    days = _days_of(month, first_day, last_day)
    return [Reading(at + begin, at + joins[0], days[0]), Reading(at + joins[-1] + 1, end, days[1])]


def _days_of(month: Point, first: int, last: int) -> tuple[Point, Point]:
    return replace(month, day=first), replace(month, day=last)


def _read_years(items: Sequence[Item], at: int) -> list[Reading]:
    """Two years: a range, or where they are joined by 'and' and not neighbours, each for itself."""
    places = [place for place, item in enumerate(items) if item.kind in _YEARS]
    joins = [place for place in range(places[0] + 1, places[1]) if items[place].kind in _JOINS]
    first, second = _read_point(items[: joins[0]]), _read_point(items[joins[-1] + 1 :])
    if first is None or second is None or first.year is None or second.year is None:
        return []
    ranged = items[0].kind == Kind.BETWEEN or items[joins[-1]].kind != Kind.AND
    apart = second.year - first.year
    first, end = replace(first, hijri=second.hijri), at + len(items)
    if apart == 1 or (ranged and apart > 1):
        return [Reading(at, end, (first, second))]
    if ranged:
        return []
    return [Reading(at, at + joins[0], first), Reading(at + joins[-1] + 1, end, second)]


def _read_quarter(items: Sequence[Item], published: date | None) -> Resolved | None:
    """A half, third or quarter of a year."""
    parts, which = items[0].value, items[1].value
    year = _read_point(items[2:])
    if which > parts or year is None or year.hijri:
        return None
    length = 12 // parts
    number = year.year
    if number is None:
        if published is None:
            return Resolved("range")
        number = published.year + (year.year_shift or 0)
    return Resolved("range", f"{number}-{(which - 1) * length + 1:02}", f"{number}-{which * length:02}")


def _read_century(items: Sequence[Item], published: date | None) -> Resolved | None:
    """A century, or a decade of the last one where no other is named."""
    century = next((at for at, item in enumerate(items) if item.kind == Kind.CENTURY), None)
    number = 20
    if century is not None:
        word = items[century + 1]
        number = word.value if word.kind == Kind.ORDINAL else 21 + word.value
    decade = next((item.value for item in items if item.kind == Kind.DECADE), None)
    if decade is None:
        return Resolved("range", str((number - 1) * 100 + 1), str(number * 100))
    if century is None and decade < 30:
        return None  # the twenties of which century?
    start = (number - 1) * 100 + decade
    return Resolved("range", str(start), str(start + 9))


def _shift(items: Sequence[Item]) -> int:
    return next((item.value for item in items if item.kind in _MODIFIERS), 0)


def _read_week(items: Sequence[Item], published: date | None) -> Resolved:
    return week_shifted(published, _shift(items))


def _read_weekday_of_week(items: Sequence[Item], published: date | None) -> Resolved:
    weekday = next(item.value for item in items if item.kind == Kind.WEEKDAY)
    return weekday_of_week(published, weekday, _shift(items))


_SINGULARS: Final = {Kind.A_DAY: 1, Kind.A_WEEK: 2, Kind.A_MONTH: 3, Kind.A_YEAR: 4}


def _count_and_unit(items: Sequence[Item]) -> tuple[int, int]:
    count, unit = 1, 1
    for item in items:
        if item.kind in _DAYS or item.kind == Kind.NUMBER:
            count = item.value
        elif item.kind in _SINGULARS:
            unit = _SINGULARS[item.kind]
        elif item.kind in (Kind.UNITS, Kind.THE_UNITS):
            unit = item.value
        elif item.kind in (Kind.TWO_UNITS, Kind.THE_TWO_UNITS):
            count, unit = 2, item.value
    return count, unit


def _read_ago(items: Sequence[Item], published: date | None) -> Resolved:
    return moved(published, *_count_and_unit(items))


def _read_back(items: Sequence[Item], published: date | None) -> Resolved:
    count, unit = _count_and_unit(items)
    return stretch(published, count if _shift(items) > 0 else -count, unit)


def _read_day_word(items: Sequence[Item], published: date | None) -> Resolved:
    word = next(item for item in items if item.kind in (Kind.DAY_WORD, Kind.TODAY))
    weekday = next((item.value for item in items if item.kind == Kind.WEEKDAY), None)
    return day_shifted(published, word.value, weekday)


def _read_weekday(items: Sequence[Item], published: date | None) -> Resolved:
    weekday = next(item.value for item in items if item.kind == Kind.WEEKDAY)
    direction = next((item.value for item in items if item.kind in _MODIFIERS), None)
    return weekday_of(published, weekday, direction)


def _read_coming_weekday(items: Sequence[Item], published: date | None) -> Resolved:
    return coming_weekday(published, next(item.value for item in items if item.kind == Kind.WEEKDAY))


_SINGLE: Final[dict[str, Callable[[Sequence[Item], date | None], Point | Resolved | None]]] = {
    "day": _read_point,
    "month": _read_period,
    "this_month": _read_period,
    "year": _read_year,
    "quarter": _read_quarter,
    "weekday_of_week": _read_weekday_of_week,
    "week": _read_week,
    "century": _read_century,
    "ago": _read_ago,
    "back": _read_back,
    "day_word": _read_day_word,
    "weekday": _read_weekday,
    "coming_weekday": _read_coming_weekday,
}
