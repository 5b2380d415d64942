"""What a date expression says, and the ISO 8601 value that this has for an article published on some day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Literal

from search.calendars.hijri import hijri_days, hijri_month_of, hijri_year_of

Precision = Literal["day", "week", "month", "year", "range"]
"""How much time a value covers; 'week' where the text names a week and 'range' where it names (or a Hijri month or year
covers) several days, months or years: both have a `start/end` value."""


_CLEARLY_ANOTHER_TIME: Final = 30
"""Days from the publication within which a weekday that does not agree is taken for a slip of the pen."""


_THIS_WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class Resolved:
    """`first` and `last` in ISO 8601, equal unless the value is a range; None where the day can't be known."""

    precision: Precision
    first: str | None = None
    last: str | None = None

    @property
    def value(self) -> str | None:
        if self.first is None or self.last is None:
            return None
        return self.first if self.first == self.last else f"{self.first}/{self.last}"


@dataclass(frozen=True, slots=True)
class Context:
    """What a text is read with: its day of publication, and the Gregorian years of the dates before in it."""

    published: date | None
    years: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """A day, month or year of a calendar, as far as the text names it.

    `direction` is the word after a day, month or weekday (last -1, current 0, next 1); `month_shift` and `year_shift`
    count from the month and year of publication ('the 5th of last month', 'March of last year'). `in_digits` is a month that is
    only a number (22/4), `same_month` one that the date before names ('the 14th of the same month').
    """

    hijri: bool = False
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    direction: int | None = None
    month_shift: int | None = None
    year_shift: int | None = None
    in_digits: bool = False
    same_month: bool = False

    @property
    def precision(self) -> Precision:
        if self.day is not None:
            return "day"
        if self.hijri:
            return "range"
        return "month" if self.month is not None or self.month_shift is not None else "year"

    def days(self, year: int) -> tuple[date, date] | None:
        """First and last day of this point in a year of its calendar; None where that has no such day."""
        if self.hijri:
            return hijri_days(year, self.month, self.day)
        if not 1 <= year < 9999:
            return None
        if self.month is None:
            return date(year, 1, 1), date(year, 12, 31)
        first = date(year, self.month, 1)
        last = date(year + self.month // 12, self.month % 12 + 1, 1) - timedelta(days=1)
        if self.day is None:
            return first, last
        if not 1 <= self.day <= last.day:
            return None
        return (day := first + timedelta(days=self.day - 1)), day


def resolve(point: Point, context: Context) -> Resolved:
    """The value of a point. A day and month without a year are those nearest to the publication; 'last' and 'next' are the
    nearest before and after it. A weekday in the text that does not agree moves it to the Hijri calendar, where a number or
    'this month' may mean that, or to another year; a Hijri day by one, since its months begin a day earlier or later by what
    was seen of the moon than by calculation."""
    days = _on_weekday(point, _days(point, context))
    if days is None:
        return Resolved(point.precision)
    first, last = days
    if point.precision == "day" or point.hijri:
        return Resolved(point.precision, first.isoformat(), last.isoformat())
    iso = first.isoformat()[: 7 if point.precision == "month" else 4]
    return Resolved(point.precision, iso, iso)


def _days(point: Point, context: Context) -> tuple[date, date] | None:
    if point.year is not None:
        return point.days(point.year)
    published = context.published
    if published is None:
        return _by_weekday(point, context.years)
    days = _near(point, published)
    if days is None or point.weekday is None or point.day is None or days[0].weekday() == point.weekday:
        return days
    if not point.hijri and (point.in_digits or point.month_shift is not None):
        other = _near(replace(point, hijri=True), published)
        if other and (other[0].weekday() - point.weekday + 1) % 7 <= 2:
            return other
    if point.direction is None and abs((days[0] - published).days) > _CLEARLY_ANOTHER_TIME:
        years = (*context.years, published.year + 1, published.year - 1)
        return _by_weekday(point, years) or days
    return days


def _on_weekday(point: Point, days: tuple[date, date] | None) -> tuple[date, date] | None:
    if not point.hijri or point.day is None or point.weekday is None or days is None:
        return days
    off = (point.weekday - days[0].weekday() + 3) % 7 - 3
    day = days[0] + timedelta(days=off if abs(off) == 1 else 0)
    return day, day


def in_month_of(point: Point, before: Point | None) -> Point | None:
    """A point that may be a day of 'the same month', in the month of the date before it; None where there is none."""
    if not point.same_month:
        return point
    return before and replace(before, day=point.day, weekday=point.weekday, in_digits=False)


def _near(point: Point, published: date) -> tuple[date, date] | None:
    """The point in the year of publication or the nearest, by what the text says of it."""
    around = hijri_year_of(published) if point.hijri else published.year
    if around is None:
        return None
    if point.month_shift is not None:
        month = hijri_month_of(published) if point.hijri else published.month
        months = around * 12 + (month or 1) - 1 + point.month_shift
        return replace(point, month=months % 12 + 1).days(months // 12)
    if point.year_shift is not None:
        return point.days(around + point.year_shift)
    if point.month is None:
        return None
    candidates = [days for year in range(around - 2, around + 3) if (days := point.days(year))]
    if point.weekday is not None and point.direction:
        # 'next' may belong to the weekday, and be written a day before or on that day itself.
        for days in candidates:
            if abs((days[0] - published).days) <= _THIS_WEEK and days[0].weekday() == point.weekday:
                return days
    if point.direction is not None and point.direction < 0:
        candidates = [days for days in candidates if days[1] < published]
    elif point.direction is not None and point.direction > 0:
        candidates = [days for days in candidates if days[0] > published]
    return min(candidates, key=lambda days: _distance(days, published), default=None)


def _distance(days: tuple[date, date], published: date) -> tuple[int, date]:
    """How far from the publication: what is to come counts double, since news tells more of the past than of the future."""
    first, last = days
    return max(0, 2 * (first - published).days, (published - last).days), first


def _by_weekday(point: Point, years: Sequence[int]) -> tuple[date, date] | None:
    """The day in one of `years` (Gregorian, the latest named last) that has the weekday which the text names."""
    if point.hijri or point.weekday is None or point.day is None or point.month is None:
        return None
    for year in reversed(years):
        days = point.days(year)
        if days and days[0].weekday() == point.weekday:
            return days
    return None
