"""Names of months and weekdays in Arabic, folded, with their numbers.

Gregorian names come from Babel's CLDR data, read once at import from every Arabic locale (Egypt and the Gulf, the Levant
and Iraq, Tunisia and Algeria, Morocco, Mauritania); Hijri names from hijridate. The tables here hold only what these two
leave out.
"""

from typing import Final

from babel import Locale, localedata
from hijridate import Hijri

from search.arabic.folding import fold_text

_OTHER_GREGORIAN: Final = {
    "كانون ثاني": 1,  # the Levantine ordinals without the article, as Iraqi and Lebanese papers write them
    "كانون ثان": 1,
    "تشرين أول": 10,
    "تشرين ثاني": 11,
    "تشرين ثان": 11,
    "كانون أول": 12,
    "يونيه": 6,  # Egypt writes June and July with either ending
    "يوليه": 7,
    "اوغسطس": 8,  # the long vowel written out
    "أوكتوبر": 10,
}

_OTHER_HIJRI: Final = {
    "المحرم": 1,  # the article comes and goes
    "ربيع أول": 3,
    "ربيع الآخر": 4,  # 'the other' and 'the second' both name the second of a pair
    "جمادى الأول": 5,  # the pair is grammatically feminine, and often not written so
    "جماد الأول": 5,
    "جماد أول": 5,
    "جمادى الثانية": 6,
    "جمادى الثاني": 6,
    "جمادى الآخر": 6,
    "جماد الآخر": 6,
    "جماد الثاني": 6,
    "جماد ثاني": 6,
    "ذي القعدة": 11,  # the genitive of the name, and both cases written as one word
    "ذوي القعدة": 11,
    "ذوالقعدة": 11,
    "ذيالقعدة": 11,
    "ذي الحجة": 12,
    "ذوالحجة": 12,
    "ذيالحجة": 12,
}

_AMBIGUOUS: Final = ("مارس", "آب", "ماي", "أوت", "جوان", "نيسان", "رمضان", "رجب", "شعبان", "صفر", "محرم", "المحرم")
"""Also ordinary words or names: practised, returned, Theresa May, sheltered, Joan, the car maker, persons, zero, forbidden.
They count only with a number, a year or a calendar word beside them."""

_OTHER_WEEKDAYS: Final = {
    "الإثنين": 0,
    "الثلثاء": 1,  # spelling of the Lebanese press
    "الثلاثا": 1,
    "الاربعا": 2,
}


def _gregorian() -> dict[str, int]:
    locales = (Locale.parse(name) for name in localedata.locale_identifiers() if name.split("_")[0] == "ar")
    names = {
        fold_text(name): number
        for locale in locales
        for context in ("format", "stand-alone")
        for number, name in locale.months[context]["wide"].items()
    }
    return names | {fold_text(name): number for name, number in _OTHER_GREGORIAN.items()}


def _hijri() -> dict[str, int]:
    names = {fold_text(Hijri(1446, number, 1).month_name("ar")): number for number in range(1, 13)}
    return names | {fold_text(name): number for name, number in _OTHER_HIJRI.items()}


def _weekdays() -> dict[str, int]:
    names = {fold_text(name): number for number, name in Locale("ar").days["format"]["wide"].items()}
    return names | {fold_text(name): number for name, number in _OTHER_WEEKDAYS.items()}


GREGORIAN: Final = _gregorian()
"""Folded name (of one or two words) to the number of the month, 1 to 12."""

HIJRI: Final = _hijri()
"""Folded name (of one or two words) to the number of the month of the Hijri year, 1 to 12."""

WEEKDAYS: Final = _weekdays()
"""Folded name, with the article, to the number of the weekday: Monday is 0, as in `datetime.date.weekday`."""

AMBIGUOUS: Final = frozenset(fold_text(name) for name in _AMBIGUOUS)
"""Those of the folded names that need a calendar word, number or year beside them."""
