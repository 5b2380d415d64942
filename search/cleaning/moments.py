"""Dates and times as headers of news pages write them: `2024.01.24 | 13:01 دمشق`, `الأحد 3 آذار/مارس 2024 - 5:20 م`.

Only for lines that are known to be dates; expressions inside sentences are the business of `search.calendars`, whose
month names and Hijri days this uses.
"""

import re
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from search.arabic.folding import fold_text
from search.calendars.hijri import hijri_days
from search.calendars.months import GREGORIAN, HIJRI, WEEKDAYS
from search.types import Moment

_ZONES: Final = {
    "Asia/Damascus": "دمشق سوريا",
    "Asia/Beirut": "بيروت لبنان",
    "Asia/Baghdad": "بغداد العراق",
    "Asia/Amman": "عمان الأردن",
    "Asia/Jerusalem": "القدس فلسطين",
    "Asia/Gaza": "غزة",
    "Africa/Cairo": "القاهرة مصر",
    "Asia/Riyadh": "الرياض السعودية مكة جدة",
    "Asia/Dubai": "دبي أبوظبي الإمارات",
    "Asia/Qatar": "الدوحة قطر",
    "Asia/Kuwait": "الكويت",
    "Asia/Bahrain": "المنامة البحرين",
    "Asia/Muscat": "مسقط",
    "Asia/Aden": "صنعاء عدن اليمن",
    "Africa/Khartoum": "الخرطوم السودان",
    "Africa/Tripoli": "طرابلس ليبيا",
    "Africa/Tunis": "تونس",
    "Africa/Algiers": "الجزائر",
    "Africa/Casablanca": "الرباط المغرب",
    "Africa/Nouakchott": "نواكشوط موريتانيا",
    "Africa/Mogadishu": "مقديشو الصومال",
    "Africa/Djibouti": "جيبوتي",
    "Europe/Istanbul": "أنقرة إسطنبول اسطنبول تركيا",
    "Asia/Tehran": "طهران",
    "Europe/London": "لندن",
    "Europe/Paris": "باريس",
    "Europe/Berlin": "برلين",
    "Europe/Moscow": "موسكو",
    "America/New_York": "واشنطن نيويورك",
    "UTC": "غرينتش جرينتش غرينيتش جرينيتش utc gmt",
}
"""IANA time zones and the places that headers name for them. (عمان is Amman here: Oman's papers write مسقط.)"""

_PLACES: Final = {fold_text(word): zone for zone, words in _ZONES.items() for word in words.split()}

_ENGLISH: Final = {
    name: number
    for number, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct"
        "|november nov|december dec".split("|"),
        1,
    )
    for name in names.split()
}
_MONTHS: Final = GREGORIAN | _ENGLISH


def _names(table: dict[str, int]) -> str:
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(table, key=len, reverse=True))


_NUMERIC: Final = re.compile(r"(?<!\d)(\d{1,4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{1,4})(?!\d)")
_GREGORIAN_NAMED: Final = re.compile(
    rf"(?<!\d)(\d{{1,2}})\s*[/.-]?\s*(?:من\s+)?(?:شهر\s+)?({_names(_MONTHS)})(?!\w)"
    rf"(?:\s*[/(ـ،,-]\s*(?:{_names(_MONTHS)})(?!\w)\s*\)?)?\s*[،,/-]?\s*(?:عام\s+|سنه\s+)?(\d{{4}})(?!\d)"
)
_GREGORIAN_FIRST: Final = re.compile(rf"(?<!\w)({_names(_MONTHS)})\.?\s+(\d{{1,2}})\s*[،,]?\s*(\d{{4}})(?!\d)")
_HIJRI_NAMED: Final = re.compile(
    rf"(?<!\d)(\d{{1,2}})\s*(?:من\s+)?({_names(HIJRI)})(?!\w)\s*[،,/-]?\s*(1[34]\d\d)(?!\d)"
)
_TIME: Final = re.compile(
    r"(?<![\d.:])([01]?\d|2[0-3])\s?:\s?([0-5]\d)(?:\s?:\s?[0-5]\d)?(?![\d:])"
    r"(?:\s*(صباحا|مساء|ظهرا|عصرا|ليلا|فجرا|ص|م|am|pm)(?!\w))?"
)
_AFTERNOON: Final = frozenset(("مساء", "م", "pm", "عصرا", "ظهرا"))
_MORNING: Final = frozenset(("صباحا", "ص", "am", "فجرا"))
_OFFSET: Final = re.compile(r"(?:gmt|utc|غرينتش|جرينتش)\s*([+-])\s*(\d{1,2})(?::?([0-5]\d))?")
_AROUND: Final = re.compile(
    r"الموافق|الساعه|بتوقيت|توقيت|مكه المكرمه|المكرمه|التوقيت|المحلي|اخر|تحديث|التحديث|حدث|في|نشر|النشر|نشرت|تاريخ|منشور|اضيف"
    r"|بتاريخ"
    r"|يوم|اليوم|published|updated|posted|on|at|last|update|الاحد|هـ|\d+|(?<!\w)[مهص](?!\w)"
)
_PUBLISHED_MARK: Final = re.compile(
    r"(?:تم )?(?:ال)?نشر(?:ت|ه)?(?!\w)|منشور|اضيف|published|posted|تاريخ (?:النشر|الخبر|المقال)|كتب في"
)
_UPDATED_MARK: Final = re.compile(
    r"(?:اخر|تاريخ|وقت)?\s?(?:ال)?تحديث(?!\w)|حدثت? في|عدلت? في|اخر تعديل|(?:last )?updated?"
)


def read_moment(text: str) -> Moment | None:
    """The first full date (day, month, year) in `text`, with its time and zone where they stand there; None without one.

    Gregorian dates go before Hijri ones of the same line. Numeric dates are day first unless only the reverse exists."""
    key = fold_text(text)
    day = _read_date(key)
    if day is None:
        return None
    clock = _TIME.search(key)
    if clock is None:
        return day
    hour = int(clock[1])
    if clock[3] in _AFTERNOON and hour < 12:
        hour += 12
    elif clock[3] in _MORNING and hour == 12:
        hour = 0
    return datetime.combine(day, time(hour, int(clock[2])), _read_zone(key))


def read_date_line(key: str) -> tuple[Moment | None, Moment | None] | None:
    """(published, updated) of a folded line that is nothing but dates, times and the words around them; None for every
    other line. A date without a mark counts as that of publication."""
    if len(key) > 160 or not re.search(r"\d", key):
        return None
    mark = _UPDATED_MARK.search(key)
    before, after = (key[: mark.start()], key[mark.start() :]) if mark else (key, "")
    published, updated = read_moment(before), read_moment(after) if after else None
    if published is None and updated is None:
        return None
    return (published, updated) if len(_rest(key)) <= 1 else None


def is_marked(key: str) -> bool:
    """Whether a folded date line says of itself what its date is (publication or update)."""
    return _PUBLISHED_MARK.search(key) is not None or _UPDATED_MARK.search(key) is not None


def _rest(key: str) -> list[str]:
    """The words of a folded line that belong to no date."""
    for pattern in (_NUMERIC, _GREGORIAN_NAMED, _GREGORIAN_FIRST, _HIJRI_NAMED, _TIME, _OFFSET):
        key = pattern.sub(" ", key)
    known = (WEEKDAYS, _PLACES)
    words = re.findall(r"\w+", _PUBLISHED_MARK.sub(" ", _UPDATED_MARK.sub(" ", key)))
    return [word for word in words if not any(word in table for table in known) and not _AROUND.fullmatch(word)]


def _read_date(key: str) -> date | None:
    if found := _GREGORIAN_NAMED.search(key):
        return _date(int(found[3]), _MONTHS[" ".join(found[2].split())], int(found[1]))
    if found := _GREGORIAN_FIRST.search(key):
        return _date(int(found[3]), _MONTHS[" ".join(found[1].split())], int(found[2]))
    for found in _NUMERIC.finditer(key):
        first, second, third = int(found[1]), int(found[3]), int(found[4])
        if len(found[1]) == 4 and len(found[4]) <= 2:
            day = _date(first, second, third)
        elif len(found[4]) == 4 and len(found[1]) <= 2:
            day = _date(third, second, first) or _date(third, first, second)
        else:
            continue
        if day is not None:
            return day
    if found := _HIJRI_NAMED.search(key):
        days = hijri_days(int(found[3]), HIJRI[" ".join(found[2].split())], int(found[1]))
        return days[0] if days else None
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1900 <= year <= 2200 else None
    except ValueError:
        return None


def _read_zone(key: str) -> tzinfo | None:
    if found := _OFFSET.search(key):
        minutes = int(found[2]) * 60 + int(found[3] or 0)
        if minutes <= 14 * 60:
            return timezone(timedelta(minutes=-minutes if found[1] == "-" else minutes))
    for word in re.findall(r"\w+", key):
        zone = _PLACES.get(word)
        if zone is not None:
            try:
                return ZoneInfo(zone)
            except ZoneInfoNotFoundError:  # a machine without the time zone database: better no zone than a wrong one
                return None
    return None
