"""Dates as a query has them -> days, months and years."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from search.arabic.folding import fold_text
from search.query.syntax.nodes import Mentioned, Published
from search.query.syntax.vocabulary import UNTIL_FOLDED

_YEAR_FIRST: Final = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_DAY_FIRST: Final = re.compile(r"(?:(\d{1,2})[-/.])?(\d{1,2})[-/.](\d{4})")
_BETWEEN: Final = re.compile(rf"\s+(?:{'|'.join(map(re.escape, sorted(UNTIL_FOLDED)))})\s+|\.\.")
_OPEN: Final = ("*", "")

_MOST_YEARS: Final = 200
"""Years of a range that mentioned dates are looked for in."""

Days = tuple[date, date]


def published(text: str) -> Published | None:
    """The days of `2023`, `2023-05`, `17/5/2023` or `2023 TO 2023-05`; None where it is no date. Ends in the wrong order are
    turned round."""
    ends = _ends(text)
    return Published(*ends) if ends else None


def mentioned(text: str) -> Mentioned | None:
    """The same as values of the facet; of a range all days, months and years that lie in it whole. An open end is that of the
    years that texts speak of."""
    ends = _ends(text)
    if ends is None:
        return None
    first, last = ends
    if first is None or last is None:
        year = (first or last or date.today()).year
        first = first or date(max(1, year - _MOST_YEARS), 1, 1)
        last = last or date(min(9999, year + _MOST_YEARS), 12, 31)
    return Mentioned(tuple(_within(first, last)))


def _ends(text: str) -> tuple[date | None, date | None] | None:
    ends = [end.strip() for end in _BETWEEN.split(f" {fold_text(text)} ")]
    if len(ends) > 2 or all(end in _OPEN for end in ends):
        return None
    found = [None if end in _OPEN else _days(end) for end in ends]
    if any(days is None and end not in _OPEN for days, end in zip(found, ends, strict=True)):
        return None
    first, last = found[0], found[-1]
    if first and last and first > last:
        first, last = last, first
    return first[0] if first else None, last[1] if last else None


def _days(text: str) -> Days | None:
    """The first and last day of a year, month or day."""
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = found.groups()
    elif found := _DAY_FIRST.fullmatch(text):
        day, month, year = found.groups()
    else:
        return None
    try:
        first = date(int(year), int(month or 1), int(day or 1))
        if day:
            return first, first
        last_month = int(month or 12)
        return first, date(first.year, last_month, monthrange(first.year, last_month)[1])
    except ValueError:
        return None


def _within(first: date, last: date) -> Iterator[str]:
    """Days up to the next month, months up to the next year, years, and down again."""
    day = first
    while day <= last:
        year_end, month_end = date(day.year, 12, 31), day.replace(day=monthrange(day.year, day.month)[1])
        if day.month == day.day == 1 and year_end <= last:
            yield f"{day.year:04}"
            end = year_end
        elif day.day == 1 and month_end <= last:
            yield f"{day.year:04}-{day.month:02}"
            end = month_end
        else:
            yield day.isoformat()
            end = day
        if end == date.max:
            return
        day = end + timedelta(days=1)
