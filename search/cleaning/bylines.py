"""Lines that tell who wrote and from where: bylines (`بقلم: ...`), datelines (`الحسكة – خاص`), and both at once."""

import re
from collections.abc import Collection
from typing import Final, NamedTuple

from babel import Locale

from search.arabic.folding import fold_text
from search.cleaning.furniture import COLLECTED, CREDITS, OWN_REPORT
from search.cleaning.lines import Line
from search.cleaning.moments import read_moment
from search.types import Moment

_GIVEN_NAMES: Final = """
محمد أحمد محمود علي حسن حسين عبد عبدالله عبدالرحمن عبدالعزيز عبدالكريم عبدالقادر عبداللطيف عبدالسلام عبدالحميد
عبدالرزاق عبدالوهاب عبدالمجيد عمر عثمان خالد سعيد سعد سامي سامر سمير سليم سليمان سلمان صالح صلاح طارق طلال عادل
عامر عباس عصام عماد عمار غسان فؤاد فادي فارس فراس فهد فيصل قاسم كريم كمال ماجد مازن ماهر مجدي محسن مصطفى معاذ
معتز منصور منير مهند موسى نادر ناصر نبيل نزار نضال هاني هشام هيثم وائل وليد ياسر ياسين يوسف يحيى يعقوب إبراهيم
إسماعيل إسحاق أسامة أسعد أشرف أكرم أمين أنس أنور أيمن أيوب إياد إيهاب باسل باسم بدر بسام بشار بلال بهاء تامر
تيسير جابر جاسم جعفر جلال جمال جمعة جهاد جورج حاتم حازم حسام حسان حمدي حمزة حيدر خليل داود رائد رامي رشيد رضا
رمزي رياض زكريا زياد زيد سالم شادي شريف طه عدنان عدي عزام علاء غازي فايز فتحي لؤي مالك مأمون مبارك مجاهد محيي
مروان مسعود معن منذر مؤيد نايف نعيم نواف هادي هاشم فاطمة عائشة مريم خديجة زينب سارة ليلى نور هدى هند منى مها ريم
رنا رانيا ندى نادين نادية سلمى سمر سميرة سناء شيرين عبير غادة فرح لمى لينا ميساء نجلاء نسرين نهى هالة هبة وفاء
ياسمين آمنة أسماء أمل أميرة إيمان بشرى بتول جميلة حنان داليا دعاء دينا رشا روان رولا سحر سهام عبلة سلوى لجين رغد
هيفاء رهف شهد ريما نوف نورة منيرة لطيفة موضي العنود أبو أم بن آل إلياس أنطوان بيار طوني ميشال مارون جوزيف شربل
إيلي نقولا سركيس ربى ديما يارا ميرنا زهير نذير بسمة غيث قصي ليث مجد يزن
"""
"""The given names that most people in the Arab countries carry (general knowledge). They tell a name from a section."""

GIVEN_NAMES: Final = frozenset(map(fold_text, _GIVEN_NAMES.split()))

_CITIES: Final = """
الحسكة|القامشلي|دير الزور|الرقة|حلب|إدلب|ادلب|حماة|حمص|درعا|السويداء|القنيطرة|طرطوس|اللاذقية|دمشق|ريف دمشق|عفرين
منبج|الباب|اعزاز|البوكمال|بيروت|طرابلس|صيدا|صور|بغداد|البصرة|الموصل|أربيل|السليمانية|كركوك|النجف|كربلاء|الأنبار
الرمادي|الفلوجة|تكريت|دهوك|عمان|عمّان|إربد|الزرقاء|العقبة|القدس|القدس المحتلة|رام الله|غزة|نابلس|الخليل|جنين
بيت لحم|حيفا|يافا|الناصرة|تل أبيب|القاهرة|الإسكندرية|الجيزة|أسوان|الأقصر|السويس|بورسعيد|العريش|سيناء|الرياض|جدة
مكة|مكة المكرمة|المدينة المنورة|الدمام|أبها|تبوك|الطائف|جازان|جيزان|نجران|حائل|بريدة|القصيم|عسير|الباحة|الأحساء
الخبر|القطيف|عرعر|سكاكا|ينبع|دبي|أبوظبي|أبو ظبي|الشارقة|الدوحة|الكويت|المنامة|مسقط|صلالة|صنعاء|عدن|تعز|الحديدة
مأرب|حضرموت|المكلا|الخرطوم|أم درمان|الفاشر|بورتسودان|طرابلس الغرب|بنغازي|مصراتة|سرت|طبرق|تونس|صفاقس|سوسة|الجزائر
وهران|قسنطينة|الرباط|الدار البيضاء|مراكش|طنجة|فاس|نواكشوط|مقديشو|جيبوتي|أنقرة|اسطنبول|إسطنبول|غازي عنتاب|طهران
موسكو|واشنطن|نيويورك|لندن|باريس|برلين|بروكسل|جنيف|فيينا|روما|مدريد|أثينا|ستوكهولم|الأمم المتحدة|كابول|إسلام أباد
نيودلهي|بكين|طوكيو|سيول|مانيلا|جاكرتا|كوالالمبور|سنغافورة|كييف|وارسو|لاهاي|ميونيخ|دافوس|أديس أبابا|نيروبي
القرن الأفريقي|عواصم
فلسطين|سورية|الإمارات|السعودية|الضفة الغربية|الضفة|قطاع غزة|كردستان|إقليم كردستان|أميركا|أمريكا|بريطانيا|بلجيكا|هولندا
"""
"""Cities from which the Arab press reports, and short names of countries that CLDR has in full only (general knowledge)."""

PLACES: Final = frozenset(fold_text(name) for name in _CITIES.replace("\n", "|").split("|") if name) | frozenset(
    fold_text(name) for code, name in Locale("ar").territories.items() if code.isalpha()
)

_BY: Final = re.compile(
    r"(?P<mark>بقلم|كتبه?|كتبته?|كتب[هت]ا|اعداد|اعده?|اعدته?ا?|نص|تقرير|تحقيق|متابعه"
    r"|حاوره?|حاورها|حاورته?ا?|حوار|(?:اجر[يت]|اجراه|اجرته?) (?:الحوار|المقابله|اللقاء)|مراسل[هت]?نا?"
    r"|الكاتبه?|كاتب المقال|المولفه?|(?:ال)?محرره?|(?:نشرت? |مرسله |ارسلت? |اضيفت? )?بواسطه|by|author|written by)"
    r"(?P<sep>\s*[:：/|,–-]\s*|\s+)(?P<name>.+)"
)
_WITHOUT_COLON: Final = frozenset(("بقلم", "اعداد", "بواسطه", "مرسله بواسطه", "نشرت بواسطه", "by", "written by"))
_WROTE: Final = frozenset(("كتب", "كتبت"))
"""Without a colon a byline only where nothing but a person's name follows: also the verb of many a sentence."""
_HANDLE: Final = re.compile(r"(?:^|\s)(?:@[\w.]+|[\w.]+@)(?=\s|$)")
_SENT: Final = re.compile(
    r"(?P<place>[^\W\d_]+(?: [^\W\d_]+){0,2}) (?P<day>\d.*\d(?:\s?(?:هـ|ه|م)(?!\w))?) (?P<source>[^\W\d_]+(?: [^\W\d_]+){0,2})"
    r"|\((?P<alone>[^()\d]{2,25})\) (?P<day_after>\d.{5,40}\d)|(?P<day_before>\d.{5,40}\d) \((?P<behind>[^()\d]{2,25})\)"
)
"""A dateline with the day on a line of its own: `جازان 11 رجب 1445 هـ واس`, `(رويترز) 18 مارس 2022`."""
_PARTS: Final = re.compile(r"\s*[–—|:،/-]\s*|\s+ـ\s+")
_NAME_BREAK: Final = re.compile(r"\s*(?:[،,|/–—]|\s-\s|\s+و(?=\S{3,}\s))\s*")
_DATED: Final = re.compile(
    r"(?P<place>[^\s\d(:.،,«»\"]+(?: [^\s\d(:.،,«»\"]+){0,2})\s*[،,-]?\s*"
    r"(?P<day>\d{1,2}[ /][^\d()]{3,25}[ /]\d{4}|[^\W\d_]{3,9}\.? \d{1,2}, \d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})\s*"
    r"[،,-]?\s*\((?P<source>[^()\d]{2,30})\)\s*(?:[-–—ـ:]{1,2}\s+|$)"
)
"""A dateline of an agency that carries the day: `نيويورك 18 ديسمبر 2015 (رويترز) - `."""

_INLINE: Final = re.compile(
    r"(?P<place>[^\s\d(:.،«»\"]+(?: [^\s\d(:.،«»\"]+){0,2})\s*"
    r"(?:\((?P<source>[^()]{2,30})\)\s*[-–—ـ:]?|[-–—ـ,،/:]\s*(?P<after>[^-–—ـ:]{2,30}?)\s*[-–—ـ:]|[-–—])\s+"
)

_MEDIA: Final = frozenset("قناه صحيفه شبكه موقع جريده منصه بوابه اذاعه".split())
_MEDIA_TAILS: Final = frozenset("نيوز برس بريس نت اليوم الاخباريه اونلاين تايمز".split())
"""First and last words of media's names, folded."""

Names = Collection[str]
"""Folded names of outlets."""


class Dateline(NamedTuple):
    """`place` as written, or None where only the medium is named; `source` as written: agency, outlet or `خاص`;
    `authors` that stand in the same line; `day` where the line gives the whole date."""

    place: str | None
    source: str | None
    authors: tuple[str, ...] = ()
    day: Moment | None = None


def read_byline(line: Line) -> tuple[str, ...] | None:
    """The authors of a line that is a byline by its mark (`بقلم`, `كتب:`, `إعداد` ...); None for other lines."""
    if not line.key or line.words > 9 or line.text.endswith((".", "؟")):
        return None
    found = _BY.fullmatch(line.key)
    if found is None:
        return None
    colon, mark = found["sep"].strip() != "", found["mark"]
    if not colon and mark not in _WITHOUT_COLON and not (mark in _WROTE and is_name(found["name"])):
        return None
    written = _HANDLE.sub("", line.text)[_start_of_name(line.text, colon, mark) :]
    names = tuple(name for part in _NAME_BREAK.split(written) if (name := _name(part)))
    if not names or not (has_given_name(names[0]) or (colon and len(names[0].split()) <= 3)):
        return None
    return tuple(name for name in names if fold_text(name) not in PLACES)


def read_names(text: str) -> tuple[str, ...]:
    """The persons of a text that is nothing but their names, with a slash, comma or dash between; () for another text."""
    parts = [part.strip() for part in re.split(r"\s*[/،,]\s*|\s[-–]\s", text.strip(" .-–()")) if part.strip()]
    return tuple(parts) if all(map(is_name, parts)) else ()


def read_dateline(line: Line, outlets: Names, sure: bool = False) -> Dateline | None:
    """The parts of a line that is a dateline: two or three short parts, of which one is a place, an agency, an outlet or
    a word like `خاص`, and none is anything but these or a person's name. None for other lines. `sure`: the line stands where
    a dateline stands, so a place beside any word, or a person beside any place, is enough."""
    if not line.key or len(line.key) > 70 or line.words > 14:
        return None
    if dated := _read_sent(line, outlets):
        return dated
    written = _HANDLE.sub("", line.text)
    if line.words > 9 or not re.search(r"[-–—ـ|/:،(]", written):
        return None
    parts = [part for part in _PARTS.split(written.strip(" :-–.()").replace("(", "- ").replace(")", "")) if part]
    if not 1 < len(parts) < 4:
        return None
    place = source = None
    named = False
    beside: str | None = None
    authors: list[str] = []
    for part in parts:
        key = " ".join(fold_text(part).split()).strip('«»"“”{} ')
        # newspapers bear the names of cities: the first name of a place is one
        if is_medium(key, outlets) and (key not in PLACES or named):
            source = source or part.strip('«»"“”{} ')
        elif key in PLACES:
            beside = place if is_medium(key, outlets) else None
            place, named = (part if beside else place or part), True
        elif 2 <= len(key.split()) <= 4 and has_given_name(key):
            authors.append(part)
        elif place is None and len(key.split()) <= 2 and len(parts) == 2 and any(char.isalpha() for char in key):
            place = part
        elif sure and named and len(parts) == 2 and len(key.split()) == 1:
            source = part
        else:
            return None
    known = place is not None and fold_text(place) in PLACES
    if source is None and beside is not None and known:  # `عين اليوم – الرياض`
        return Dateline(place, None, tuple(authors + _family(beside)))
    if source is None and not ((known or (sure and place)) and authors):
        return None
    if place is not None and not known and source is not None and fold_text(source) not in OWN_REPORT:
        # beside an outlet or `متابعات` stands a person as often as a place; a family name in -i tells
        authors += _family(place)
        place = None
    return Dateline(place, source, tuple(authors))


def _read_sent(line: Line, outlets: Names) -> Dateline | None:
    found = _SENT.fullmatch(line.text) if re.search(r"\d", line.text) else None
    day = read_moment(found["day"] or found["day_after"] or found["day_before"]) if found else None
    if found is None or day is None:
        return None
    place, source = found["place"], found["source"] or found["alone"] or found["behind"]
    if place is None:
        return Dateline(None, source, day=day)
    return Dateline(place, source, day=day) if is_medium(" ".join(fold_text(source).split()), outlets) else None


def read_inline_dateline(text: str, outlets: Names) -> Dateline | None:
    """The dateline that a first paragraph begins with: `بيروت (رويترز) -`, `الرياض – واس:`, with the date where it gives
    one; the paragraph keeps it."""
    if found := _DATED.match(text[:100]):
        day = read_moment(found["day"])
        if day is not None:
            return Dateline(found["place"], found["source"], day=day)
    found = _INLINE.match(text[:100])
    if found is None:
        return None
    place, source = found["place"], found["source"] or found["after"]
    if source is None:
        return Dateline(place, None) if fold_text(place) in PLACES else None
    key = " ".join(fold_text(source).split()).strip('«»"“”{} ')
    if not is_medium(key, outlets):
        agency = found["source"] and fold_text(place) in PLACES and key not in PLACES
        return Dateline(place, source) if agency else None
    return Dateline(place if fold_text(place) in PLACES or found["source"] else None, source)


def is_medium(key: str, outlets: Names) -> bool:
    """Whether folded words are what stands beside the place in a dateline: agency, outlet, `خاص`, `متابعات`."""
    words = key.split()
    if not words or len(words) > 5:
        return False
    if key in CREDITS or key in COLLECTED or key in OWN_REPORT or key in outlets:
        return True
    if words[0] in OWN_REPORT or words[0] in ("وكاله", "مكتب") or words[-1] in ("وكالات", "ووكالات", "خاص"):
        return True
    return len(words) > 1 and (words[0] in _MEDIA or words[-1] in _MEDIA_TAILS)


def has_given_name(text: str) -> bool:
    """Whether the first word of a name is a usual given name."""
    words = fold_text(text).split()
    return bool(words) and words[0] in GIVEN_NAMES


def is_person(line: Line) -> bool:
    """Whether a line is nothing but a person's name: two to four words, the first a usual given name."""
    return is_name(line.text)


def is_name(text: str) -> bool:
    """As `is_person`, for a text."""
    return 2 <= len(text.split()) <= 4 and has_given_name(text) and text.replace(" ", "").isalpha()


def _family(name: str) -> list[str]:
    """The name, where it is a given and a family name in -i."""
    return [name] if len(name.split()) == 2 and name.endswith(("ي", "ى")) else []


def _start_of_name(text: str, colon: bool, mark: str) -> int:
    if colon:
        return re.search(r"[:：/|,–-]\s*", text).end()  # type: ignore[union-attr]  # the pattern had one
    return len(text) - len(text.split(None, len(mark.split()))[-1])


def _name(part: str) -> str:
    """A name without what is left around it; '' where the part is no name."""
    name = part.strip(' .:-–()"«»')
    if re.search(r"\d", name) or fold_text(name).startswith(("منذ ", "قبل ", "في ")):
        return ""
    return name if 1 <= len(name.split()) <= 5 else ""
