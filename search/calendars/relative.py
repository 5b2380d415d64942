"""Expressions that count from the day of publication: yesterday, last week, three days ago, the last ten years.

Weeks are those of ISO 8601, Monday to Sunday: the press does not say which of the Arab weeks it means.
"""

from datetime import date, timedelta
from typing import Final

from search.calendars.points import Precision, Resolved

_WEEK: Final = timedelta(days=7)


def day_shifted(published: date | None, days: int, weekday: int | None = None) -> Resolved:
    """The day `days` after the publication; where the text names its weekday, the nearest such day (a page often carries
    the day on which it went online, not that of the text: one in four of such expressions in a Saudi corpus)."""
    if published is None:
        return Resolved("day")
    day = published + timedelta(days=days)
    if weekday is not None:
        day += timedelta(days=(weekday - day.weekday() + 3) % 7 - 3)
    return _day(day)


def weekday_of(published: date | None, weekday: int, direction: int | None) -> Resolved:
    """A weekday (Monday is 0). `direction` -1 is the last before the publication, -2 the one before it, 1 the next after
    it; None and 0 the latest up to the publication itself."""
    if published is None:
        return Resolved("day")
    back = (published.weekday() - weekday) % 7
    if not direction:
        return _day(published - timedelta(days=back))
    if direction < 0:
        return _day(published - timedelta(days=back or 7) + (direction + 1) * _WEEK)
    return _day(published + timedelta(days=7 - back) + (direction - 1) * _WEEK)


def coming_weekday(published: date | None, weekday: int) -> Resolved:
    """The first such weekday from the publication on."""
    return _day(published and published + timedelta(days=(weekday - published.weekday()) % 7))


def weekday_of_week(published: date | None, weekday: int, weeks: int) -> Resolved:
    """A weekday in the week that is `weeks` after that of the publication."""
    return _day(published and _monday(published, weeks) + timedelta(days=weekday))


def week_shifted(published: date | None, weeks: int) -> Resolved:
    """The week `weeks` after that of the publication."""
    if published is None:
        return Resolved("week")
    monday = _monday(published, weeks)
    return Resolved("week", monday.isoformat(), (monday + timedelta(days=6)).isoformat())


def moved(published: date | None, count: int, unit: int) -> Resolved:
    """`count` units (`vocabulary` numbers them: day, week, month, year, decade) before the publication: a day for days and
    weeks, else only the month or year, since 'two years ago' says no more."""
    precision: Precision = "day" if unit <= 2 else "month" if unit == 3 else "year"
    day = _move(published, -count, unit)
    if day is None:
        return Resolved(precision)
    iso = day.isoformat()[: {"day": 10, "month": 7, "year": 4}[precision]]
    return Resolved(precision, iso, iso)


def stretch(published: date | None, count: int, unit: int) -> Resolved:
    """From the publication to `count` units after it; from there to the publication for a negative `count`."""
    other = _move(published, count, unit)
    if published is None or other is None:
        return Resolved("range")
    length = 10 if unit <= 2 else 7 if unit == 3 else 4
    first, last = sorted((published.isoformat()[:length], other.isoformat()[:length]))
    return Resolved("range", first, last)


def _move(day: date | None, count: int, unit: int) -> date | None:
    if day is None:
        return None
    try:
        if unit <= 2:
            return day + timedelta(days=count * (7 if unit == 2 else 1))
        months = day.year * 12 + day.month - 1 + count * {3: 1, 4: 12, 5: 120}[unit]
        return date(months // 12, months % 12 + 1, 1)
    except (OverflowError, ValueError):
        return None


def _monday(published: date, weeks: int) -> date:
    return published - timedelta(days=published.weekday()) + weeks * _WEEK


def _day(day: date | None) -> Resolved:
    return Resolved("day", day.isoformat(), day.isoformat()) if day else Resolved("day")
