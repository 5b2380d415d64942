"""The days, months and years that a date in a text counts for."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

_MOST_DAYS: Final = 31
_MOST_MONTHS: Final = 24
_MOST_YEARS: Final = 100
"""Longer ranges count for their months, for their years, for their first and last year: who says 'from 2011 to 2020' speaks
of no day of these years."""

_YEAR: Final = 4
_MONTH: Final = 7


def periods(value: str) -> Iterator[tuple[str, ...]]:
    """The lines of periods that a date counts for, each with what it lies in, nearest first.

    value: ISO 8601 as mentions have it: a day, a month, a year, or `start/end` with both ends included.

    >>> list(periods("2023-11-05"))
    [('2023-11-05', '2023-11', '2023')]
    """
    first, _, last = value.partition("/")
    if not last or last == first:
        yield line_of(first)
        return
    days = _days(first, last)
    if days and len(days) <= _MOST_DAYS:
        yield from map(line_of, days)
        return
    months = _months(first, last)
    if months and len(months) <= _MOST_MONTHS:
        yield from map(line_of, months)
        return
    years = range(int(first[:_YEAR]), int(last[:_YEAR]) + 1)
    for year in years if len(years) <= _MOST_YEARS else (years[0], years[-1]):
        yield (f"{year:04}",)


def line_of(value: str) -> tuple[str, ...]:
    """A day, month or year with what it lies in, nearest first."""
    return tuple(dict.fromkeys(value[:length] for length in (len(value), _MONTH, _YEAR) if length <= len(value)))


def _days(first: str, last: str) -> list[str]:
    if min(len(first), len(last)) <= _MONTH:
        return []
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    return [(start + timedelta(days)).isoformat() for days in range((end - start).days + 1)]


def _months(first: str, last: str) -> list[str]:
    if min(len(first), len(last)) < _MONTH:
        return []
    start, end = (int(value[:_YEAR]) * 12 + int(value[5:_MONTH]) - 1 for value in (first, last))
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(start, end + 1)]
