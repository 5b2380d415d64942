"""The words that dates are made of, each with its kind: one character, so that a text becomes a string of kinds that one
compiled expression (`grammar.py`) reads.
"""

from enum import StrEnum
from typing import Final, NamedTuple

from search.arabic.clitics import fused_with_l
from search.arabic.folding import fold_text
from search.calendars.months import AMBIGUOUS, GREGORIAN, HIJRI, WEEKDAYS
from search.calendars.numbers import NUMBER_WORDS


class Kind(StrEnum):
    """What one item of a text is to a date. The values are arbitrary but for the punctuation, which stands for itself."""

    OTHER = "x"
    UNIT_12 = "i"  # a number of digits from 1 to 12
    UNIT_31 = "j"  # from 13 to 31
    NUMBER = "n"  # any other whole number of up to three digits
    YEAR = "y"  # four digits from 1900 to 2099
    HIJRI_YEAR = "h"  # four digits from 1300 to 1499
    OLD_YEAR = "l"  # other four digits from 1000 to 2099
    WORD_YEAR = "w"  # a number in words from 1000 to 2099
    ORDINAL = "o"  # in words, 1 to 31
    CARDINAL = "c"  # in words, 1 to 999
    FIRST = "f"
    FULL_DATE = "D"
    SHORT_DATE = "d"  # a date in digits whose year has two digits: needs a calendar word beside it
    DAY_PAIR = "R"
    DAY_SPAN = "X"
    YEAR_PAIR = "Q"
    HIJRI_YEAR_PAIR = "I"
    YEAR_MONTH = "F"
    MONTH = "M"
    MONTH_OR_WORD = "A"
    HIJRI_MONTH = "H"
    HIJRI_MONTH_OR_WORD = "B"
    SAFAR = "J"  # also 'nil' in the results of matches
    WEEKDAY = "W"
    DAY_WORD = "T"  # yesterday, tomorrow
    TODAY = "Z"
    A_DAY = "z"
    A_WEEK = "u"
    THE_WEEK = "U"
    A_MONTH = "k"
    THE_MONTH = "K"
    A_YEAR = "e"
    THE_YEAR = "E"
    YEAR_NATURE = "a"  # the school, fiscal, Hijri year
    TWO_UNITS = "2"
    THE_TWO_UNITS = "L"
    UNITS = "v"
    THE_UNITS = "P"
    CENTURY = "C"
    DECADE = "G"
    QUARTER = "S"
    SEASON = "s"
    PART = "O"  # beginning, middle, end
    AGREEING = "q"  # 'which is the same day as'
    MODIFIER = "m"  # last, this, next
    CURRENT = "="  # the current (after a bare day number)
    THIS = "t"
    AD = "g"
    AH = "r"
    AGO = "b"  # before, since
    FROM = "1"
    UNTIL = "3"
    BETWEEN = "4"
    AND = "&"
    IN = "5"
    DURING = "6"  # prepositions and nouns that a date follows
    NEWSPAPER = "7"
    NAMED_AFTER = "8"  # cities, bridges, parties that are called by a date
    EVENT = "9"  # attacks, revolutions that are called by a date
    COUNTED = "%"
    DAY_EPITHET = "!"  # after 'the day': national, world, following
    SAME = "p"  # after 'the month': that of the date before
    NOT_A_DAY = "?"  # before a weekday or 'today': prayer, each
    DASH = "-"
    SLASH = "/"
    OPEN = "("
    CLOSE = ")"
    COMMA = ","


MONTH_KINDS: Final = frozenset((Kind.MONTH, Kind.MONTH_OR_WORD, Kind.HIJRI_MONTH, Kind.HIJRI_MONTH_OR_WORD, Kind.SAFAR))


class Word(NamedTuple):
    """The kind of a word or phrase, what it says (a number, an offset) and how many characters of it are clitics."""

    kind: Kind
    value: int = 0
    clitics: int = 0


_UNIT_VALUES: Final = {"day": 1, "week": 2, "month": 3, "year": 4, "decade": 5}
"""How `value` names a unit of time for the kinds TWO_UNITS, THE_TWO_UNITS, UNITS and THE_UNITS."""

_SINGLE: Final[dict[Kind, str]] = {
    Kind.A_DAY: "يوم يومي نهار",
    Kind.A_WEEK: "أسبوع",
    Kind.THE_WEEK: "الأسبوع",
    Kind.A_MONTH: "شهر شهري",
    Kind.THE_MONTH: "الشهر",
    Kind.A_YEAR: "عام سنة عامي سنتي",
    Kind.THE_YEAR: "العام السنة",
    Kind.YEAR_NATURE: "الدراسي الدراسية المالي المالية الهجري الهجرية الميلادي الميلادية الجامعي الأكاديمي التأهيلي",
    Kind.CENTURY: "القرن",
    Kind.SEASON: "الصيف صيف شتاء خريف ربيع",
    Kind.PART: "مطلع مستهل بداية أوائل بدايات غرة منتصف أواسط وسط أواخر نهاية نهايات ختام آخر مشارف حلول بقية باقي",
    Kind.AGREEING: "الموافق والموافق الموافقة يوافق ويوافق المصادف والمصادف المقابل",
    Kind.THIS: "هذا هذه",
    Kind.AD: "م ميلادي ميلادية",
    Kind.AH: "ه هجري هجرية للهجرة",
    Kind.AGO: "قبل منذ",
    Kind.FROM: "من",
    Kind.UNTIL: "إلى حتى لغاية",
    Kind.BETWEEN: "بين",
    Kind.AND: "و",
    Kind.IN: "في",
    Kind.DURING: "خلال بحلول بتاريخ تاريخ مؤرخ المؤرخ",
    Kind.FIRST: "أول",
    Kind.NEWSPAPER: "صحيفة جريدة مجلة قناة موقع حزب تيار المصري روسيا أخبار عين دار مؤسسة",
    Kind.NAMED_AFTER: (
        "مدينة شارع جسر كوبري ميدان دوار محور جامعة ملعب استاد مستشفى حي قوى فريق تحالف حركة شباب حزب معسكر كتائب"
    ),
    Kind.EVENT: "هجمات أحداث اعتداءات ثورة حرب انتفاضة انقلاب ذكرى هجوم تفجيرات مجزرة نكسة انتصارات",
    Kind.COUNTED: (
        "ريال ريالا دولار دولارا يورو جنيه درهم دينار ليرة مليون مليار شخص شخصا متر مترا كيلومتر كيلومترا كلم كم سم"
        " نقطة برميل طن درجة وحدة موقع قرية مدرسة طالب طالبة مواطن منزل سهم وظيفة سيارة حالة"
        " بكسل قتيل جريح عائلة أسرة نسمة لاعب مسجد شركة قضية مخالفة حاج معتمر"
    ),
    Kind.DAY_EPITHET: (
        "الوطني العالمي الدولي التالي السابق الواحد الدراسي الثقافي المفتوح الأخير المذكور الموعود الأسود"
        " العربي الإعلامي الترفيهي الختامي الافتتاحي التدريبي الرياضي الرمضاني الخليجي السنوي الذي"
    ),
    Kind.SAME: "نفسه ذاته عينه",
    Kind.NOT_A_DAY: "كل صلاة خطبة خطبتي خطيب مسجد جامع عبد سوق ذلك ذاك بن",
}
"""Written with clitics as the language has them; the lists of names and epithets are the common ones of the press."""

_OFFSETS: Final[dict[Kind, dict[str, int]]] = {
    Kind.DAY_WORD: {
        "أمس": -1,
        "الأمس": -1,
        "البارحة": -1,
        "أمس الأول": -2,
        "أول أمس": -2,
        "أول من أمس": -2,
        "أول البارحة": -2,
        "البارحة الأولى": -2,
        "قبل أمس": -2,
        "قبل يوم أمس": -2,
        "ما قبل أمس": -2,
        "قبل البارحة": -2,
        "الليلة الماضية": -1,
        "غد": 1,
        "غدا": 1,
        "الغد": 1,
        "بعد غد": 2,
        "بعد غدا": 2,
        "بعد الغد": 2,
        "هذا اليوم": 0,
    },
    Kind.TODAY: {"اليوم": 0},
    Kind.MODIFIER: {
        **dict.fromkeys("الماضي الماضية الفائت الفائتة المنصرم المنصرمة الفارط الفارطة المنقضي المنقضية".split(), -1),
        **dict.fromkeys("الماضيين الماضيتين المنصرمين الأخيرين".split(), -1),
        **dict.fromkeys("المقبل المقبلة القادم القادمة الآتي".split(), 1),
        **dict.fromkeys("المقبلين القادمين المقبلتين القادمتين".split(), 1),
        **dict.fromkeys("الحالي الحالية الراهن الراهنة".split(), 0),
        "قبل الماضي": -2,
        "قبل الماضية": -2,
        "ما قبل الماضي": -2,
        "بعد القادم": 2,
        "بعد المقبل": 2,
    },
    Kind.CURRENT: {"الجاري": 0, "الجارية": 0},
    Kind.QUARTER: {"الربع": 4, "النصف": 2, "الثلث": 3, "ربع": 4, "نصف": 2},
    Kind.DECADE: {
        article + stem + ending: tens
        for stem, tens in {
            "عشرين": 20,
            "ثلاثين": 30,
            "أربعين": 40,
            "خمسين": 50,
            "ستين": 60,
            "سبعين": 70,
            "ثمانين": 80,
            "تسعين": 90,
        }.items()
        for ending in ("يات", "ات")
        for article in ("", "ال")
    },
}
"""Word to what it adds to the day, week, month or year of publication; of QUARTER the parts of a year, of DECADE the tens."""

_UNITS: Final[dict[Kind, dict[str, str]]] = {
    Kind.TWO_UNITS: {
        "day": "يومين يومان",
        "week": "أسبوعين",
        "month": "شهرين",
        "year": "عامين سنتين",
        "decade": "عقدين",
    },
    Kind.THE_TWO_UNITS: {
        "day": "اليومين",
        "week": "الأسبوعين",
        "month": "الشهرين",
        "year": "العامين السنتين",
        "decade": "العقدين",
    },
    Kind.UNITS: {
        "day": "أيام يوما",
        "week": "أسابيع أسبوعا",
        "month": "أشهر شهور شهرا",
        "year": "سنوات أعوام عاما سنين",
        "decade": "عقود عقدا",
    },
    Kind.THE_UNITS: {
        "day": "الأيام",
        "week": "الأسابيع",
        "month": "الأشهر الشهور",
        "year": "السنوات الأعوام السنين",
        "decade": "العقود",
    },
}

_NO_CLITICS: Final = frozenset(
    (
        Kind.AD,
        Kind.AH,
        Kind.AND,
        Kind.COUNTED,
        Kind.DAY_EPITHET,
        Kind.SAME,
        Kind.THIS,
        Kind.MODIFIER,
        Kind.CURRENT,
        Kind.YEAR_NATURE,
    )
)
_CLITICS: Final = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")
_CONJUNCTIONS: Final = ("و", "ف")


def _plain_words() -> dict[str, Word]:
    words: dict[str, Word] = {}
    for name, number in GREGORIAN.items():
        words[name] = Word(Kind.MONTH_OR_WORD if name in AMBIGUOUS else Kind.MONTH, number)
    for name, number in HIJRI.items():
        words[name] = Word(Kind.HIJRI_MONTH_OR_WORD if name in AMBIGUOUS else Kind.HIJRI_MONTH, number)
    words["صفر"] = Word(Kind.SAFAR, HIJRI["صفر"])
    words |= {name: Word(Kind.WEEKDAY, number) for name, number in WEEKDAYS.items()}
    for kind, offsets in _OFFSETS.items():
        words |= {fold_text(word): Word(kind, value) for word, value in offsets.items()}
    for kind, units in _UNITS.items():
        words |= {fold_text(word): Word(kind, _UNIT_VALUES[unit]) for unit in units for word in units[unit].split()}
    for kind, written in reversed(_SINGLE.items()):
        words |= {fold_text(word): Word(kind) for word in written.split()}
    return words


def _with_clitics(plain: dict[str, Word]) -> dict[str, Word]:
    """Every spelling of the plain words with clitics before them; a plain word wins over one that only looks so."""
    words: dict[str, Word] = {}
    for name, word in plain.items():
        if word.kind in _NO_CLITICS:
            continue
        short = name in AMBIGUOUS and len(name) < 4  # with a preposition these would be other words: door, at the time
        for clitics in _CONJUNCTIONS if short else _CLITICS:
            words.setdefault(clitics + name, word._replace(clitics=len(clitics)))
        if fused := fused_with_l(name):
            for conjunction in ("", *_CONJUNCTIONS):
                words.setdefault(conjunction + fused, word._replace(clitics=len(conjunction)))
    return words | plain


def _phrases(plain: dict[str, Word]) -> dict[str, tuple[tuple[tuple[str, ...], Word], ...]]:
    """First word (with its clitics) to the phrases that it can begin: (the words after it, what they are), longest first."""
    begun: dict[str, list[tuple[tuple[str, ...], Word]]] = {}
    for name, word in plain.items():
        first, *rest = name.split()
        if rest:
            for clitics in ("", *_CLITICS):
                begun.setdefault(clitics + first, []).append((tuple(rest), word._replace(clitics=len(clitics))))
    return {first: tuple(sorted(found, key=lambda phrase: -len(phrase[0]))) for first, found in begun.items()}


_PLAIN: Final = _plain_words()

WORDS: Final = _with_clitics({name: word for name, word in _PLAIN.items() if " " not in name})
"""Folded word, clitics included, to what it is."""

PHRASES: Final = _phrases(_PLAIN)
"""First folded word of a phrase to its continuations."""


def _numbers() -> dict[str, tuple[int, str]]:
    forms = {}
    for word in NUMBER_WORDS:
        for clitics in _CLITICS:
            forms[clitics + word] = (len(clitics), word)
        if fused := fused_with_l(word):
            forms[fused] = (0, word)
    return {form: number for form, number in forms.items() if form not in WORDS} | {
        word: (0, word) for word in NUMBER_WORDS
    }


NUMBERS: Final = _numbers()
"""Folded word, clitics included, that begins a number: how many of its characters are clitics, the word without them."""
