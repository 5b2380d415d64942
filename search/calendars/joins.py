"""Neighbouring readings that are one expression: a day in two calendars, and the two ends of a range."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from search.calendars.lexer import Item
from search.calendars.points import Context, Point, Resolved, resolve
from search.calendars.readings import Reading
from search.calendars.vocabulary import Kind

_SAME_DAY: Final = frozenset(("", "q", "-", "/", ",", "(", ",q", "(q", "-q", "q,"))
"""Kinds between a day in one calendar and the same day in the other."""

_UNTIL: Final = frozenset(("3", "-", "&3"))


def join(readings: list[Reading], items: Sequence[Item]) -> list[Reading]:
    """The readings with those joined that belong together, in order."""
    joined: list[Reading] = []
    for reading in readings:
        if joined and (both := _same_day(joined[-1], reading, items)):
            joined[-1] = both
        else:
            joined.append(reading)
    ranges: list[Reading] = []
    for reading in joined:
        if ranges and (both := _range(ranges[-1], reading, items)):
            ranges[-1] = both
        else:
            ranges.append(reading)
    return ranges


def range_of(start: Point, end: Point, context: Context) -> Resolved:
    """The value of a range between two points, each lending the other the year that it lacks."""
    start, end = _completed(start, end)
    first = resolve(start, context)
    if end.year is None and end.month is not None and first.first and not start.hijri:
        end = _with_year_of(int(first.first[:4]), start, end)
    last = resolve(end, context)
    if first.first is None or last.last is None or first.first > last.last:
        return Resolved("range")
    return Resolved("range", first.first, last.last)


def _completed(start: Point, end: Point) -> tuple[Point, Point]:
    if start.year is None and end.year is not None and start.year_shift is None:
        later = (start.month or 0, start.day or 0) > (end.month or 0, end.day or 0)
        return replace(start, year=end.year - later, direction=None), end
    if end.year is None and start.year is not None and end.year_shift is None:
        return start, _with_year_of(start.year, start, end)
    if start.direction is None and start.year_shift is None and start.month_shift is None:
        return replace(start, direction=end.direction, year_shift=end.year_shift), end
    return start, end


def _with_year_of(year: int, start: Point, end: Point) -> Point:
    """The end of a range in the year in which it starts, or the next where it would lie before the start."""
    earlier = (end.month or 0, end.day or 0) < (start.month or 0, start.day or 0)
    return replace(end, year=year + earlier, direction=None, year_shift=None)


def _between(left: Reading, right: Reading, items: Sequence[Item]) -> str:
    return "".join(item.kind for item in items[left.last : right.first])


def _same_day(left: Reading, right: Reading, items: Sequence[Item]) -> Reading | None:
    """A Hijri and a Gregorian point side by side as one, with the Gregorian value (its year from the other if need be)."""
    first, second = left.says, right.says
    if not isinstance(first, Point) or not isinstance(second, Point) or first.hijri == second.hijri:
        return None
    if (first.day is None) != (second.day is None) or (first.month is None) != (second.month is None):
        return None
    between = _between(left, right, items)
    if between not in _SAME_DAY or (not between and first.day is None):
        return None
    hijri, gregorian = (first, second) if first.hijri else (second, first)
    if gregorian.year is None and hijri.year is not None and (days := hijri.days(hijri.year)):
        gregorian = replace(gregorian, year=days[0].year)
    last = right.last
    if "(" in between and last < len(items) and items[last].kind == Kind.CLOSE:
        last += 1
    return Reading(left.first, last, gregorian)


def _range(left: Reading, right: Reading, items: Sequence[Item]) -> Reading | None:
    first, second = left.says, right.says
    if isinstance(first, tuple) or isinstance(second, tuple) or first.precision != second.precision:
        return None
    begin = left.first
    before = items[begin - 1].kind if begin else None
    between = _between(left, right, items)
    if not (between in _UNTIL or (between == "&" and before == Kind.BETWEEN)):
        return None
    if before in (Kind.BETWEEN, Kind.FROM):
        begin -= 1
    if isinstance(first, Point) and isinstance(second, Point):
        return Reading(begin, right.last, (first, second)) if first.hijri == second.hijri else None
    if isinstance(first, Point) or isinstance(second, Point):
        return None
    if first.first and second.last and first.first >= second.last:
        return None
    return Reading(begin, right.last, Resolved("range", first.first, second.last))
