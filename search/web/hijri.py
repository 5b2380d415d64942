"""Periods of the Gregorian calendar as the Hijri one (Umm al-Qura) has them, to stand beside them. A month of one calendar
lies in two or three of the other; which evening a month began on differs between countries by a day."""

from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from search.calendars.hijri import hijri_day_of, hijri_month_name
from search.query.request import Interval

_DASH = " \N{EN DASH} "


def period(since: date, until: date) -> str:
    """`18 Shawwal 1436 AH` for a day, `Shawwal – Dhu al-Qa'dah 1436 AH` for less than a year, else years alone. Empty for what
    the tables of the calendar do not cover."""
    first, last = hijri_day_of(since), hijri_day_of(until)
    if not (first and last):
        return ""
    if since == until:
        named = f"{first[2]} {_month(first)} {first[0]}"
    elif (until - since).days >= 364:
        named = _from_to(f"{first[0]}", f"{last[0]}")
    elif first[0] == last[0]:
        named = f"{_from_to(_month(first), _month(last))} {first[0]}"
    else:
        named = _from_to(f"{_month(first)} {first[0]}", f"{_month(last)} {last[0]}")
    return _("%(hijri)s AH") % {"hijri": named}


def tick(since: date, until: date, interval: Interval) -> str:
    """A short name of a bar: its years, its months, or its day."""
    first, last = hijri_day_of(since), hijri_day_of(until)
    if not (first and last):
        return ""
    if interval == "year":
        return _from_to(f"{first[0]}", f"{last[0]}")
    return f"{first[2]} {_month(first)}" if interval == "day" else _from_to(_month(first), _month(last))


def _month(day: tuple[int, int, int]) -> str:
    return hijri_month_name(day[1], "en" if get_language() == "en" else "ar")


def _from_to(first: str, last: str) -> str:
    return first if first == last else f"{first}{_DASH}{last}"
