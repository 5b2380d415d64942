"""Times of day and time zones, as headers of news pages write them: `01:20 م`, `13:01 دمشق`, `11:30 GMT+3`, `الساعة 9 مساءً`."""

import re
from datetime import UTC, time, timedelta, timezone, tzinfo
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from search.arabic.folding import fold_text

_ZONES: Final = {
    "Asia/Damascus": "دمشق سوريا",
    "Asia/Beirut": "بيروت لبنان",
    "Asia/Baghdad": "بغداد العراق أربيل",
    "Asia/Amman": "عمان الأردن",
    "Asia/Jerusalem": "القدس فلسطين",
    "Asia/Gaza": "غزة",
    "Africa/Cairo": "القاهرة مصر",
    "Asia/Riyadh": "الرياض السعودية مكة جدة ksa",
    "Asia/Dubai": "دبي أبوظبي ظبي الإمارات gst uae",
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
"""IANA time zones and the places that headers name for them, with the abbreviations that mean one zone only. (عمان is Amman
here: Oman's papers write مسقط.)"""

PLACES: Final = {fold_text(word): zone for zone, words in _ZONES.items() for word in words.split()}
"""Folded word to time zone."""

_HALF: Final = r"صباحا|مساء|ظهرا|عصرا|ليلا|فجرا|ص|م|am|pm|a\.m\.?|p\.m\.?"
TIME: Final = re.compile(
    rf"(?<![\d.:])([01]?\d|2[0-3])\s?:\s?([0-5]\d)(?:\s?:\s?([0-5]\d))?(?![\d:])(?:\s*({_HALF})(?!\w))?"
    r"|(?<![\d.:/-])(1[0-2]|[1-9])\s*(صباحا|مساء|ظهرا|عصرا|ليلا|فجرا|am|pm)(?!\w)"
)
"""A time of day in a folded line: hour, minute and half of the day, or hour and half alone."""

OFFSET: Final = re.compile(r"(?:gmt|utc|غرينتش|جرينتش|غرينيتش|جرينيتش)\s*([+-])\s*(\d{1,2})(?::?([0-5]\d))?(?!\d)")
"""A distance from UTC in a folded line."""


def is_clock(key: str) -> bool:
    """Whether a folded line is nothing but a time of day."""
    return TIME.fullmatch(key.removeprefix("الساعه ")) is not None


def has_clock(key: str) -> bool:
    """Whether a folded line has a time of day."""
    return TIME.search(key) is not None


def read_clock(key: str) -> time | None:
    """The first time of day of a folded line, with the zone that the line names; None without one."""
    found = TIME.search(key)
    if found is None:
        return None
    hour, minute, second, half, alone, half_alone = found.groups()
    half = (half or half_alone or "").replace(".", "")
    return time(_hour(int(hour or alone), half), int(minute or 0), int(second or 0), tzinfo=_read_zone(key))


def _hour(hour: int, half: str) -> int:
    """The hour of 24 that an hour of 12 is in a half of the day: noon is from ten to three, night from six to five."""
    if hour > 12 or not half:
        return hour
    if half == "ظهرا":
        return hour + 12 if hour < 10 else hour
    if half == "ليلا":
        return hour % 12 + (12 if 6 <= hour < 12 else 0)
    return hour % 12 + (12 if half in ("مساء", "م", "pm", "عصرا") else 0)


def _read_zone(key: str) -> tzinfo | None:
    if found := OFFSET.search(key):
        minutes = int(found[2]) * 60 + int(found[3] or 0)
        if minutes <= 14 * 60:
            return timezone(timedelta(minutes=-minutes if found[1] == "-" else minutes))
    for word in re.findall(r"\w+", key):
        zone = PLACES.get(word)
        if zone is not None:
            try:
                return UTC if zone == "UTC" else ZoneInfo(zone)
            except ZoneInfoNotFoundError:  # a machine without the time zone database: better no zone than a wrong one
                return None
    return None
