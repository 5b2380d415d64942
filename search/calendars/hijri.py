"""Days of the Hijri calendar (Umm al-Qura) as Gregorian ones."""

from datetime import date
from typing import Final, Literal

from hijridate import Gregorian, Hijri

FIRST_YEAR: Final = 1343
LAST_YEAR: Final = 1500
"""The years that the Umm al-Qura tables of hijridate cover."""


def hijri_days(year: int, month: int | None = None, day: int | None = None) -> tuple[date, date] | None:
    """First and last Gregorian day of a Hijri year, month or day; None for a day that does not exist or a year outside
    of the tables. Day 30 of a month of 29 days is read as the 1st of the next: which evening a month began on differs
    between countries, and papers print both."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    first = Hijri(year, month or 1, 1)
    if day is None:
        last = Hijri(year, month or 12, 1)
        start, length = first.to_gregorian(), last.month_length()
        return _date(start), date.fromordinal(last.to_gregorian().toordinal() + length - 1)
    if not 1 <= day <= 30:
        return None
    at = date.fromordinal(first.to_gregorian().toordinal() + day - 1)
    return at, at


def hijri_day_of(day: date) -> tuple[int, int, int] | None:
    """Year, month and day of the Hijri calendar in which a Gregorian day falls; None outside of the tables."""
    hijri = _hijri(day)
    return (hijri.year, hijri.month, hijri.day) if hijri else None


def hijri_month_name(month: int, language: Literal["ar", "en"]) -> str:
    """What a Hijri month (1 to 12) is called in Arabic (`ar`) or English (`en`)."""
    return str(Hijri(FIRST_YEAR, month, 1).month_name(language))


def hijri_year_of(day: date) -> int | None:
    """The Hijri year in which a Gregorian day falls; None outside of the tables."""
    hijri = _hijri(day)
    return hijri.year if hijri else None


def hijri_month_of(day: date) -> int | None:
    """The Hijri month (1 to 12) in which a Gregorian day falls; None outside of the tables."""
    hijri = _hijri(day)
    return hijri.month if hijri else None


def _hijri(day: date) -> Hijri | None:
    try:
        return Gregorian(day.year, day.month, day.day).to_hijri()
    except OverflowError:
        return None


def _date(day: date) -> date:
    return date(day.year, day.month, day.day)
