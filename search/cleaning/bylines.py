"""Lines that tell who wrote: bylines (`بقلم: ...`), and persons' names alone."""

import re
from typing import Final

from babel import Locale

from search.arabic.folding import fold_text
from search.cleaning.furniture import SECTIONS
from search.cleaning.lines import Line

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
سعود بندر مشعل متعب عبده عبدالملك عبدالغني عبدالفتاح عبدالمنعم عبدالباري عبدالأمير فوزي فوزية مروة مروى شيماء إسراء
آلاء هاجر خلود سهى نوال زهراء رقية سكينة لميس جيهان ربيعة سعاد سميحة منال تهاني سوسن نجاة نعيمة فتيحة مليكة لبنى
حمد مرتضى مهدي رضوان شاكر كاظم جواد عيسى زكي فاروق صبري لطفي حلمي رفيق شفيق توفيق نجيب وجدي وسيم أدهم أيهم تميم
عبيدة قتيبة كنان همام
رلى رولى رلا ريتا جويل كارين ماري ماريا جومانا هلا هيلدا غريس باسكال جوزفين جوليا كلير كارول كريستين نانسي سابين
سينتيا إلسا ميراي ناتالي ساندي سيلفانا رندة رندا رغدة راغدة مايا ماجدة ناهد نوارة هويدا هدير أريج أروى أسيل أسيا بدور
تماضر جنى دانا ديانا رباب ربا رحاب رزان رؤى ريهام زينة ساجدة سامية سندس شذى صابرين ضحى عفاف عهود فائزة فاتن فريدة فدوى
كوثر كلثوم لمياء مايسة مديحة مرام ميادة ميسون نادرة نرمين نضيرة هنادي يمنى يسرى آدم آصف إدريس إلهام إيليا بكر برهان
بشير بهجت جبران حبيب حليم حمود خضر خلفان درويش ذياب راشد راغب رافع رؤوف ربيع رشاد زاهر زهدي سنان سهيل شاهر صهيب طاهر
طلحة ظافر عاطف عبدالإله عبدالباسط عبدالجبار عبدالجليل عبدالحق عبدالحكيم عبدالرؤوف عبدالرحيم عبدالصمد عبدالعظيم
عبداللاه عبدالهادي عبدالواحد عرفان عزت عقيل علوان فاضل فخري قحطان قيس لبيب مثنى مخلص مراد مشاري مصعب معاوية مقداد مهيب
ناجي ناصيف نائل نوري وجيه ودود وضاح يامن يعرب يونس أوليفيا إيلين جاك بول بيتر جرجس مينا كيرلس ميخائيل حنا روني ريمون
فيليب موريس نديم وديع كاوا آزاد سيروان هيوا دلشاد شيركو نوزاد ريبوار
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

COUNTRIES: Final = frozenset(fold_text(name) for code, name in Locale("ar").territories.items() if code.isalpha())
PLACES: Final = frozenset(fold_text(name) for name in _CITIES.replace("\n", "|").split("|") if name) | COUNTRIES

_BY: Final = re.compile(
    r"(?P<mark>(?:اعداد|كتابه|نص|تقرير|تصوير|تحرير)(?: و(?:اعداد|كتابه|تقرير|تحرير|تقديم|تصوير|ترجمه))+|بقلم|"
    r"كتبه?|كتبته?|كتب[هت]ا|اعداد|اعده?|اعدته?ا?|نص|تقرير|تحقيق|متابعه"
    r"|حاوره?|حاورها|حاورته?ا?|حوار|(?:اجر[يت]|اجراه|اجرته?) (?:الحوار|المقابله|اللقاء)|مراسل[هت]?نا?"
    r"|الكاتبه?|كاتب المقال|المولفه?|(?:ال)?محرره?|(?:نشرت? |مرسله |ارسلت? |اضيفت? )?بواسطه|نشرت? من (?:قبل|طرف)"
    r"|by|author|written by)"
    r"(?P<sep>\s*[:：/|,–-]\s*|\s+)(?P<name>.+)"
)
_PUBLISHED_BY: Final = tuple(f"{verb} من {by}" for verb in ("نشر", "نشرت") for by in ("قبل", "طرف"))
_WITHOUT_COLON: Final = frozenset(
    ("بقلم", "اعداد", "بواسطه", "مرسله بواسطه", "نشرت بواسطه", "by", "written by", *_PUBLISHED_BY)
)
_SUBMITTED: Final = re.compile(
    r"(?P<by>(?:(?:نشرت?|أضيفت?|كتبت?|أرسلت?|تم النشر|مرسلة?)?\s?بواسطة|نشرت? من (?:قبل|طرف)) .{2,40}?)"
    r"\s*(?:[-–،,]|في|بتاريخ|يوم)\s+(?P<when>.*\d.*)"
)
_ACCOUNT: Final = re.compile(r"(?:نشرت? |اضيفت? |كتبت? |ارسلت? |تم النشر |مرسله? )?بواسطه [\w.-]+")
LATIN_NAMES: Final = re.compile(
    r"[A-Z][\w'’-]+(?: [A-Z][\w.'’-]*){1,3}(?:\s?[,،&/]\s?[A-Z][\w'’-]+(?: [A-Z][\w.'’-]*){1,3}){0,4}"
)
"""Persons' names in Latin letters, as agencies write their reporters' on Arabic pages."""
_WROTE: Final = frozenset(("كتب", "كتبت"))
"""Without a colon a byline only where nothing but a person's name follows: also the verb of many a sentence."""
HANDLE: Final = re.compile(r"(?:^|\s)(?:@[\w.]+|[\w.]+@)(?=\s|$)")
"""An account of a social network beside a name, its sign on either side."""
AUTHOR_MARKED: Final = "the author's name alone"
"""Why a line is a byline that has no mark: its text is the name."""

_ARABIC_NAME: Final = re.compile(r"[\u0621-\u065f\u0670-\u06d3 ]{5,40}")
_NO_NAME: Final = frozenset(
    fold_text(word)
    for word in (
        "في من عن إلى بين مع بعد قبل حتى منذ كل أو ثم لا ما هل كيف لماذا ماذا هذا هذه التي الذي أن إن قد لم لن غير عبر ضد حول"
        " خلال أثناء أمام لدى عند"
        " صوت صورة صور نور عين شبكة موقع قناة صحيفة جريدة وكالة وكالات إذاعة راديو تلفزيون منصة بوابة مجلة مكتب فريق قسم هيئة"
        " خاص تحرير مراسل مراسلون متابعة متابعات رصد ترجمة إعداد تقرير أخبار خبر آخر أحدث أهم أبرز جميع عدد حجم تاريخ نشر"
        " تعليق تعليقات مشاركة مشاهدة دقيقة دقائق ساعة يوم اليوم أمس غدا صباح مساء سنة عام شهر أرشيف ملف ملفات قراءة استماع"
        " اشترك سجل تابع تابعنا شارك اقرأ شاهد استمع انسخ حفظ طباعة بحث الآن هنا نحن أيضا"
    ).split()
)
"""Words that join others, name media and their work, or a control; none is part of a person's name (general knowledge)."""

PROFESSION: Final = re.compile(
    r"(?:صحا?في|كاتب|مراسل|باحث|اعلامي|اكاديمي|محرر|مدون|شاعر|روايي|محلل|مصور|خبير|استاذ)(?:ه|ة|ي|يه)?(?!\w)"
)
"""What authors are, as it stands beside or below their names, folded (general knowledge)."""

_BARS: Final = " |•·*"
"""What newspapers set around a byline."""
_FROM: Final = re.compile(r"(?<=\S)\s+من\s+(?=\S)")
_NAME_BREAK: Final = re.compile(r"\s*(?:[،,|/–—]|\s-\s|\s+و(?=\S{3,}\s))\s*")


def read_byline(line: Line) -> tuple[str, ...] | None:
    """The authors of a line that is a byline by its mark (`بقلم`, `كتب:`, `إعداد` ...); None for other lines."""
    if not line.key or line.words > 9 or line.text.endswith((".", "؟")):
        return None
    if (bare := line.text.strip(_BARS)) != line.text:  # `| كتب فلان |`
        line = Line(bare, " ".join(fold_text(bare).split()), line.apart)
    found = _BY.fullmatch(line.key)
    if found is None:
        return (name,) if (name := read_introduced(line.text)) else None
    colon, mark = found["sep"].strip() != "", found["mark"]
    if not colon and mark not in _WITHOUT_COLON and not (mark in _WROTE and is_name(found["name"].rstrip(" :"))):
        return None
    written = HANDLE.sub("", line.text)[_start_of_name(line.text, colon, mark) :]
    names = tuple(name for part in _NAME_BREAK.split(written) if (name := _name(part)))
    shaped = mark in _WITHOUT_COLON and is_shaped_like_a_name(names[0]) if names else False
    if not names or not (has_given_name(names[0]) or shaped or (colon and len(names[0].split()) <= 3)):
        return None
    return tuple(name for name in names if fold_text(name) not in PLACES)


def read_introduced(text: str) -> str | None:
    """The name of a line that says of a person what they do: `فلانة الفلاني – صحافية`, `فلان الفلاني، كاتب`; None for others."""
    if not any(sign in text for sign in ("–", "—", "،", ",", "|", " - ")):
        return None
    parts = re.split(r"\s*[–—،,|]\s*|\s-\s", text, maxsplit=1)
    told = len(parts) == 2 and PROFESSION.match(fold_text(parts[1])) and len(parts[1].split()) <= 4
    return parts[0] if told and (is_name(parts[0]) or is_shaped_like_a_name(parts[0])) else None


def header_parts(text: str) -> list[str]:
    """The parts of a header line: between bars, dots or wide gaps, and the account and the date of `نشرت بواسطة admin في ...`."""
    parts = [part.strip() for part in re.split(r"\s*\|\s*|\s+[•·]\s+|\s{3,}", text) if part.strip()]
    if len(parts) == 1 and (found := _SUBMITTED.fullmatch(text)):
        return [found["by"], found["when"]]
    return parts


def is_account(key: str) -> bool:
    """Whether a folded part of a header line names the account that put the article online: no author."""
    return _ACCOUNT.fullmatch(key) is not None


def read_names(text: str) -> tuple[str, ...]:
    """The persons of a text that is nothing but their names, with a slash, comma or dash between; () for another text."""
    parts = [part.strip() for part in re.split(r"\s*[/،,]\s*|\s[-–]\s", text.strip(" .-–()")) if part.strip()]
    names = tuple(map(without_origin, parts))
    return names if all(map(is_name, names)) else ()


def origin(text: str) -> str | None:
    """From where the author of a byline reports: `فلان الفلاني من أكادير`."""
    parts = _FROM.split(text, maxsplit=1)
    return parts[1] if len(parts) == 2 and fold_text(parts[1]) in PLACES else None


def is_byline_mark(key: str) -> bool:
    """Whether folded words are what stands before an author's name (`كتب`, `حوار`)."""
    return key in ("خاص", "تصوير", "عدسه") or _BY.fullmatch(f"{key}: x") is not None


def has_given_name(text: str) -> bool:
    """Whether the first word of a name is a usual given name."""
    words = fold_text(text).split()
    return bool(words) and words[0] in GIVEN_NAMES


def is_person(line: Line) -> bool:
    """Whether a line is nothing but a person's name: two to four words, the first a usual given name."""
    return is_name(without_origin(line.text))


def is_name(text: str) -> bool:
    """As `is_person`, for a text."""
    return 2 <= len(text.split()) <= 4 and has_given_name(text) and text.replace(" ", "").isalpha()


def is_shaped_like_a_name(text: str) -> bool:
    """Whether a text may be a person's name, as far as its shape tells: two to four words of Arabic letters, of which the
    first has no article and none is a section, a place or a word that joins others. What stands around it must say the rest."""
    words = fold_text(text).split()
    if not 2 <= len(words) <= 4 or not _ARABIC_NAME.fullmatch(text) or words[0].startswith("ال"):
        return False
    if words[0][0] == "و" and words[0] not in GIVEN_NAMES:  # rather the beginning of a sentence
        return False
    return (
        not any(word in _NO_NAME or word in SECTIONS for word in (*words, " ".join(words))) and words[0] not in PLACES
    )


def is_a_full_name(text: str) -> bool:
    """Whether what is shaped like a name has three words, or a family name in -i or with the article: media have other names."""
    words = text.split()
    return len(words) > 2 or words[-1].startswith("ال") or words[-1].endswith(("ي", "ى"))


def without_origin(name: str) -> str:
    """A name without the place from which its bearer reports (`ياسين بوعزة من أكادير`)."""
    return _FROM.split(name, maxsplit=1)[0]


def _start_of_name(text: str, colon: bool, mark: str) -> int:
    if colon:
        return re.search(r"[:：/|,–-]\s*", text).end()  # type: ignore[union-attr]  # the pattern had one
    return len(text) - len(text.split(None, len(mark.split()))[-1])


def _name(part: str) -> str:
    """A name without what is left around it; '' where the part is no name."""
    name = without_origin(part.strip(' .:-–()"«»'))
    if re.search(r"\d", name) or fold_text(name).startswith(("منذ ", "قبل ", "في ")):
        return ""
    return name if 1 <= len(name.split()) <= 5 else ""
