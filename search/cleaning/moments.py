"""Dates and times as headers of news pages write them: `2024.01.24 | 13:01 دمشق`, `الأحد 3 آذار/مارس 2024 - 5:20 م`.

Only for lines that are known to be dates; expressions inside sentences are the business of `search.calendars`, whose
month names and Hijri days this uses.
"""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from itertools import pairwise
from typing import Final, NamedTuple

from search.arabic.folding import fold_text
from search.calendars.hijri import hijri_days
from search.calendars.months import GREGORIAN, HIJRI, WEEKDAYS
from search.cleaning.clocks import OFFSET, PLACES, TIME, read_clock
from search.types import Moment

_ENGLISH: Final = {
    name: number
    for number, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct"
        "|november nov|december dec".split("|"),
        1,
    )
    for name in names.split()
}
_IN_DIGITS: Final = {
    f"{name}{space}{digit}": number
    for name, digit, number in (("كانون", 2, 1), ("تشرين", 1, 10), ("تشرين", 2, 11), ("كانون", 1, 12))
    for space in ("", " ")
}
"""The Levantine pairs with a figure, as Joomla's translation has them."""

_MONTHS: Final = GREGORIAN | _ENGLISH | _IN_DIGITS


def _names(table: dict[str, int]) -> str:
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(table, key=len, reverse=True))


_NUMERIC: Final = re.compile(r"(?<!\d)(\d{1,4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{1,4})(?!\d)")
_GREGORIAN_NAMED: Final = re.compile(
    rf"(?<!\d)(\d{{1,2}})\s*[/.-]?\s*(?:من\s+)?(?:شهر\s+)?({_names(_MONTHS)})(?!\w)"
    rf"(?:\s*[/(،,|-]?\s*(?:{_names(_MONTHS)})(?!\w)\s*\)?)?\s*[،,/-]?\s*(?:عام\s+|سنه\s+)?(\d{{4}})(?!\d)"
)
_GREGORIAN_FIRST: Final = re.compile(rf"(?<!\w)({_names(_MONTHS)})\.?\s+(\d{{1,2}})\s*[،,]?\s*(\d{{4}})(?!\d)")
_HIJRI_NAMED: Final = re.compile(
    rf"(?<!\d)(\d{{1,2}})\s*[/-]?\s*(?:من\s+)?(?:شهر\s+)?({_names(HIJRI)})(?!\w)\s*[،,/-]?\s*(?:عام\s+|سنه\s+)?"
    r"(1[34]\d\d)(?!\d)"
)
_GLUED: Final = re.compile(
    r"((?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|[^\W\d_] (?:19|20)\d\d)(?=\d{1,2}(?:[:./-]\d| [^\W\d_]))"
)
"""A date whose time or second date follows without a space, as copied from two neighbouring elements."""

_DOMAIN: Final = re.compile(r"(?<![\w.])[a-z][\w-]*(?:\.[a-z][\w-]+)+(?!\w)")
_YEAR: Final = re.compile(r"\d{4}")
_SECONDS: Final = re.compile(r"1\d{9}(?:\d{3})?")
_RFC_5322: Final = re.compile(r"(?:[A-Z][a-z]{2},\s)?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d")
_AMERICAN: Final = re.compile(r"\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d\d:\d\d [AP]M")
"""How ASP.NET writes a moment without being told a culture: month first."""
_EPOCH: Final = (1970, 1, 1, 0, 0)

_ISO: Final = re.compile(
    r"(?<!\d)(?P<moment>\d{4}-\d\d-\d\d[tT ]\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s?(?P<zone>[zZ]|[+-]\d\d:?\d\d)(?!\d)"
)
"""ISO 8601 with its zone, as systems write it into pages."""

CLOCK_BELOW: Final = "the time of the date above"
"""Why a line is a date that has a time of day alone."""

CLOCK_REACH: Final = 6
"""Lines below a date among which its time may stand."""

_AROUND: Final = re.compile(
    r"الموافق|الساعه|بتوقيت|توقيت|مكه المكرمه|المكرمه|التوقيت|المحلي|اخر|تحديث|التحديث|حدث|في|نشر|النشر|نشرت|تاريخ|منشور|اضيف"
    r"|بتاريخ|صدر|الصادر|العدد|عدد|السنه|الموافق ل|وقت|الوقت|ابو|خبر|الخبر|المقال|الجديده"
    r"|يوم|اليوم|published|updated|posted|on|at|last|update|first|created|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day)?|الاحد|هـ?|\d+|[مهصت]"
)
_MARKS: Final = {
    "published": (
        r"(?:تم )?(?:ال)?نشر(?:ت|ه)?(?!\w)|(?<!\w)(?:منشور|اضيفت?|posted|created)(?!\w)|(?:first )?published|تاريخ (?:النشر|الخبر"
        r"|المقال|الاضافه)|كتبت? في"
    ),
    "updated": (
        r"(?:(?:اخر|تاريخ|وقت)\s?)?(?:ال)?تحديث(?!\w)|محدث(?!\w)|(?:تم ال)?تحديثه?ا? في|حدثت? في|عدلت? في|(?:اخر|تم ال) ?تعديل"
        r"|(?:last )?(?:updated?|modified)"
    ),
    "fetched": r"(?:تاريخ|وقت) (?:الطباعه|التصفح|الزياره|السحب|الاسترجاع)|طبعت? في|printed|retrieved|accessed|crawled|fetched",
}
_MARK: Final = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _MARKS.items()))
_WEEKDAYS: Final = WEEKDAYS.keys() | {name.removeprefix("ال") for name in WEEKDAYS}


class Dates(NamedTuple):
    """What a line of dates says; `fetched` is when the page was printed or got. `marked`: the line says of a date which it is."""

    published: Moment | None = None
    updated: Moment | None = None
    fetched: Moment | None = None
    marked: bool = False


def read_moment(text: str) -> Moment | None:
    """The first full date (day, month, year) in `text`, with its time and zone where they stand there; None without one.

    Gregorian dates go before Hijri ones of the same line. Numeric dates are day first unless only the reverse exists."""
    key = fold_text(text)
    if found := _ISO.search(key):
        try:
            return datetime.fromisoformat(f"{found['moment']}{found['zone'].upper()}")
        except ValueError:
            pass
    key = _apart(key)
    day = _read_date(key)
    if day is None:
        return None
    clock = read_clock(key)
    return day if clock is None else datetime.combine(day, clock)


def parse_moment(text: str) -> Moment | None:
    """A date in a field or in markup: ISO 8601, RFC 5322 or seconds (or milliseconds) since 1970, or as Arabic pages write
    it. None also for the dates that systems write where they have none (the years 1 and 1970)."""
    text = text.strip()
    moment = _standard(text) or (read_moment(text) if text else None)
    return moment if moment is not None and moment.year >= 1900 and moment.timetuple()[:5] != _EPOCH else None


def _standard(text: str) -> Moment | None:
    try:
        if _AMERICAN.fullmatch(text):
            return datetime.strptime(text, "%m/%d/%Y %I:%M:%S %p")
        if _SECONDS.fullmatch(text):
            return datetime.fromtimestamp(int(text[:10]), UTC)
        return parsedate_to_datetime(text) if _RFC_5322.match(text) else date.fromisoformat(text)
    except (ValueError, TypeError, OverflowError):
        pass
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def mark_of(key: str) -> str | None:
    """What the last mark of folded words says of the date behind them: published, updated or fetched."""
    marks = list(_MARK.finditer(key)) if len(key) < 100 else []
    return marks[-1].lastgroup if marks else None


def read_date_line(key: str) -> Dates | None:
    """What a folded line says that is nothing but dates, times and the words around them; None for every other line. A
    date without a mark counts as that of publication."""
    if len(key) > 160 or not _YEAR.search(key):
        return None
    key = _apart(key)
    marks = list(_MARK.finditer(key))
    ends = [*(mark.start() for mark in marks), len(key)]
    said: dict[str, Moment] = {}
    if moment := read_moment(key[: ends[0]]):
        said["published"] = moment
    for mark, (start, end) in zip(marks, pairwise(ends), strict=True):
        if (moment := read_moment(key[start:end])) and mark.lastgroup:
            said.setdefault(mark.lastgroup, moment)
    if not said or len(_rest(key)) > 1:
        return None
    return Dates(said.get("published"), said.get("updated"), said.get("fetched"), marked=bool(marks))


def _apart(key: str) -> str:
    return _GLUED.sub(r"\1 ", key)


def _rest(key: str) -> list[str]:
    """The words of a folded line that belong to no date."""
    key = _DOMAIN.sub(" ", _MARK.sub(" ", key))
    for pattern in (_NUMERIC, _GREGORIAN_NAMED, _GREGORIAN_FIRST, _HIJRI_NAMED, TIME, OFFSET):
        key = pattern.sub(" ", key)
    words = re.findall(r"\w+", key)
    return [word for word in words if word not in _WEEKDAYS and word not in PLACES and not _AROUND.fullmatch(word)]


def _read_date(key: str) -> date | None:
    if found := _GREGORIAN_NAMED.search(key):
        return _date(int(found[3]), _MONTHS[" ".join(found[2].split())], int(found[1]))
    if found := _GREGORIAN_FIRST.search(key):
        return _date(int(found[3]), _MONTHS[" ".join(found[1].split())], int(found[2]))
    hijri: date | None = None
    for found in _NUMERIC.finditer(key):
        first, second, third = int(found[1]), int(found[3]), int(found[4])
        if len(found[1]) == 4 and len(found[4]) <= 2:
            day = _date(first, second, third)
            hijri = hijri or _hijri(first, second, third)
        elif len(found[4]) == 4 and len(found[1]) <= 2:
            day = _date(third, second, first) or _date(third, first, second)
            hijri = hijri or _hijri(third, second, first)
        else:
            continue
        if day is not None:
            return day
    if found := _HIJRI_NAMED.search(key):
        return _hijri(int(found[3]), HIJRI[" ".join(found[2].split())], int(found[1]))
    return hijri


def _hijri(year: int, month: int, day: int) -> date | None:
    days = hijri_days(year, month, day) if 1 <= month <= 12 else None
    return days[0] if days else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1900 <= year <= 2200 else None
    except ValueError:
        return None
