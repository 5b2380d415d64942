"""Dates and numbers as the language of the page writes them, by Babel's CLDR data.

Arabic is CLDR's `ar`: months as most of the Arab press names them (يناير, فبراير), and the digits 0-9 that it prints.
English is `en_GB`: day before month, as most of the world writes it.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime

from babel import dates, numbers
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from search.query.request import Interval, moment_to_text

_LOCALES = {"ar": "ar", "en": "en_GB"}
_SKELETONS: dict[Interval, str] = {"year": "y", "month": "yMMM", "day": "MMMd"}


@dataclass(frozen=True, slots=True)
class Moment:
    """A date to show: `iso` for machines, `text` for people."""

    iso: str
    text: str


def number(value: int) -> str:
    return numbers.format_decimal(value, locale=_locale())


def percent(share: float) -> str:
    """A share of 1: `97%`. A part is never said to be all or nothing."""
    rounded = min(max(round(share, 2), 0.01), 0.99) if 0 < share < 1 else share
    return str(numbers.format_percent(rounded, locale=_locale()))


def day(value: date) -> str:
    """`3 May 2021`, `3 مايو 2021`."""
    return dates.format_date(value, "long", locale=_locale())


def period(since: date, until: date) -> str:
    """Two days and all between them, said as shortly as it can be: a day, a month, a year, or from day to day."""
    if since == until:
        return day(since)
    if (since.month, since.day, until.month, until.day) == (1, 1, 12, 31):
        return str(since.year) if since.year == until.year else f"{since.year} \N{EN DASH} {until.year}"
    if (since, until) == month_of(since):
        return dates.format_skeleton("yMMMM", since, locale=_locale())
    return f"{day(since)} \N{EN DASH} {day(until)}"


def days(since: date | None, until: date | None) -> str:
    """Two days and all between them, where one of them may be open."""
    if since and until:
        return period(since, until)
    if since:
        return _("from %(day)s") % {"day": day(since)}
    return _("until %(day)s") % {"day": day(until)} if until else ""


def month_of(value: date) -> tuple[date, date]:
    """The first and last day of the month that a day lies in."""
    return value.replace(day=1), value.replace(day=monthrange(value.year, value.month)[1])


def period_of(iso: str) -> str:
    """What a day, month or year in ISO 8601 is called; what is none of these stays as it is."""
    try:
        return day(date.fromisoformat(iso))
    except ValueError:
        pass
    for form, skeleton in (("%Y-%m", "yMMMM"), ("%Y", "y")):
        try:
            return str(dates.format_skeleton(skeleton, datetime.strptime(iso, form).date(), locale=_locale()))
        except ValueError:
            continue
    return iso


def tick(value: date, interval: Interval) -> str:
    """A short name of the year, month or day that begins at `value`."""
    return dates.format_skeleton(_SKELETONS[interval], value, locale=_locale())


def moment(iso: str) -> Moment | None:
    """An article's date, as precise as its page said it: a day, a time, or a time with its distance from UTC.

    None where there is none, or where it is no date (nothing is made up for it).
    """
    try:
        at = datetime.fromisoformat(iso)
    except ValueError:
        return None
    text = day(at.date())
    if "T" in iso or " " in iso:
        text = _day_and_time(at)
        if at.tzinfo:
            text = f"{text} (UTC{dates.get_timezone_gmt(at, 'iso8601')})"
    return Moment(iso, text)


def instant(at: datetime) -> Moment:
    """A moment of which newsindex itself kept the time, in the time zone of the person who reads."""
    return Moment(moment_to_text(at), _day_and_time(localtime(at)))


def _day_and_time(at: datetime) -> str:
    time = dates.format_time(at.time(), "short", locale=_locale())
    return str(dates.get_datetime_format("medium", locale=_locale())).format(time, day(at.date()))


def _locale() -> str:
    return _LOCALES[(get_language() or "ar")[:2]]
