"""Persons that no list has: a given name and what follows it, or any two names right after a title.

A conservative rule: it takes a full name only, and stops at the first word that cannot belong to one.
"""

from collections.abc import Iterator, Sequence, Set
from typing import Final

from search.extraction.everyday import is_everyday
from search.extraction.gazetteer import Hit, Sense
from search.extraction.given_names import GIVEN_NAMES, WORDS_TOO
from search.extraction.scan import Scan
from search.extraction.unlisted import AFTER_TITLE, IN_TEXT, unlisted
from search.extraction.words import ALI, FUNCTION_WORDS, GIVEN_LINKS, folded, is_verb

TITLES: Final = folded(
    "الجنرال السيناتور العقيد العميد اللواء النقيب المقدم الرائد الملازم الفريق المشير الدكتور الدكتورة",
    "المهندس السيد السيدة الشيخ الأمير",
    "الناشط الناشطة الصحفي الصحافي الصحفية الصحافية المحلل الباحث الباحثة النائب النائبة السفير السفيرة",
    "المتحدث المتحدثة الناطق القيادي القائد الوزير",
    "الوزيرة الرئيس الرئيسة المبعوث الكاتب الكاتبة الشاعر الخبير المحامي المحامية الإعلامي الإعلامية المدرب",
    "اللاعب الفنان الفنانة المخرج البروفيسور",
    "الأستاذ الزميل المدعو المواطن الشاب الطفل الطفلة السجين المعتقل الأسير الشهيد القاضي المستشار البابا",
    "الحاج المقاتل المهاجم الحارس الممثل",
)
"""Words that stand right before a person's name, with at most some adjectives between."""
OFFICES: Final = folded(
    "وزير وزيرة رئيس رئيسة مدير مديرة قائد أمين نائب سفير سفيرة ممثل مندوب مندوبة عضو مستشار مستشارة مبعوث",
    "محافظ حاكم عمدة نقيب مفوض منسق",
    "ملك أمير ولي مرشد الأمين المدير مفتي رائد زعيم مؤسس مسؤول قيادي متحدث متحدثة خبير محلل باحث كاتب سكرتير",
    "وكيل المفوض المفوضة المنسق",
)
_RANKS: Final = folded(
    "الجنرال السيناتور العقيد العميد اللواء النقيب الملازم المشير الدكتور الدكتورة المهندس البروفيسور الأستاذ",
    "الكولونيل الميجور الأدميرال",
)
"""Titles that nothing but a name follows."""
_NAMED_AFTER_ADJECTIVE: Final = folded(
    "السيد السيدة الشيخ اللاعب المهاجم الحارس المدرب النائب الوزير الصحفي الصحافي الكاتب المحلل الباحث الفنان",
    "الفنانة المخرج السفير الناشط الخبير المحامي القاضي المستشار الإعلامي الشاعر",
)
"""Titles that a name of no dictionary follows, at once or behind an adjective of origin (المدرب الإسباني X Y)."""
_OF_STATE: Final = folded(
    "الرئيس الرئيسة الوزير الوزيرة المستشار المستشارة السيناتور البابا المرشد المبعوث الجنرال المشير"
)
"""Titles by which a well-known person is called without the first name."""
_NATIONS: Final = folded(
    "السعودي المصري السوري اللبناني العراقي اليمني الأردني الكويتي القطري البحريني الإماراتي العماني السوداني الليبي",
    "التونسي الجزائري المغربي الفلسطيني الإيراني التركي الأمريكي الأميركي البريطاني الفرنسي الألماني الروسي الصيني",
    "الإيطالي الإسباني الياباني الهندي الباكستاني الأفغاني الإسرائيلي الأوروبي العربي الخليجي الآسيوي الأفريقي",
    "البرازيلي الأرجنتيني الهولندي البلجيكي السويسري الكندي الأسترالي الكوري النمساوي اليوناني الأوكراني الدولي",
    "الماضي الحالي التالي الرئيسي الرسمي السياسي العسكري الأمني الإعلامي الرياضي التنفيذي الثقافي الاجتماعي الديني",
    "الحكومي المحلي الوطني المركزي الإقليمي الإسلامي الفني الأساسي التعليمي الصحي الشخصي الثنائي النهائي الجماعي",
)
"""Adjectives that are no tribe, though they look like one."""
_FAMILY_TOO: Final = folded("السيد الشيخ الحاج القاضي الرائد الناطق الشاعر النقيب الفارس")
"""Titles that are family names as well."""
_ENDS_NAME: Final = (TITLES | OFFICES) - GIVEN_NAMES - _FAMILY_TOO
_SON: Final = "بن"
_THEY_DID: Final = "وا"
_FAMILY_OF: Final = folded("آل بني")
_NOT_A_SURNAME: Final = ("و", "لل", "بال", "فال", "كال", "لا")
"""Beginnings that a word after a given name has when it belongs to the sentence."""
_PREFIXED: Final = ("ب", "ل", "ك", "ت")
"""Letters that a word of the sentence often begins with: none closes a name behind a father's."""
SERVANT: Final = "عبد"
_FIRST_NAMES: Final = GIVEN_NAMES | {SERVANT}
_SECOND_HALVES: Final = folded("الدين الله")
"""First and second halves of given names in two words (عبد الله, صلاح الدين)."""
_PROCLITICS: Final = ("و", "ل", "ب", "ف")
_BEGINS: Final = frozenset(proclitic + name for proclitic in ("", *_PROCLITICS) for name in _FIRST_NAMES)
_ANNOUNCES: Final = frozenset(
    proclitic + title for proclitic in ("", *_PROCLITICS) for title in _NAMED_AFTER_ADJECTIVE | _RANKS
)
"""Titles that a name of no dictionary follows, at once or behind an adjective."""
_OFFICE_REACH: Final = 6
_LONGEST: Final = 5
_NOT_BEFORE: Final = folded(
    "شارع جامعة مسجد جامع مستشفى مدرسة كتيبة كتائب لواء ساحة حي طريق مطار قاعدة مدينة مركز جسر مؤسسة كلية",
    "حديقة ميدان آل بني سيرة كأس قصر ملعب",
    "مقبرة عملية عاصفة جائزة مخيم جبهة فرقة سرية قلعة عشيرة قبيلة عائلة دار صالة ستاد استاد معهد معركة حارة",
    "ميناء جمعية مجمع سورة",
)
"""Words that make a person's name the name of a thing."""
_AFTER_NAME: Final = folded(
    "الدولي الثقافي الجامعي الطبي العسكري الوطني الرياضي الخيري التعليمي الإسلامي العالمي الاقتصادي الجديد",
    "القديم الكبير الصغير المبارك الكريم",
    "القائد الرئيس الملك الوزير دكتور الدكتور مهندس المهندس منطقة المنطقة الحالي المذكورة العام العامة الجوار",
    "الحظ النية السيرة",
    "رئيس وزير مدير قائد عضو نائب سابقا السابق السابقة الراحل سفير ممثل وزيرا رئيسا مدعوما برفقة أمين الذين",
    "مستشار محافظ مباراة فوزه",
    "فريق هدف لاعب مدرب المهاجم منتخب الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر",
    "المذكور القادم شخصيا أخيرا",
)


def find_persons(scan: Scan, known: Sequence[Hit]) -> Iterator[Hit]:
    """Full names of persons by rule. `known` are the gazetteer's matches: a word of a place or state is no family name.
    A known person's name with more fathers behind it is still that person (محمد بن نايف بن عبدالعزيز)."""
    taken = {
        index for hit in known if hit.senses[0].entity.type != "person" for index in range(hit.first, hit.last + 1)
    }
    people = {hit.first: hit for hit in known if hit.senses[0].entity.type == "person"}
    titles = scan.where(scan.vocabulary & _ANNOUNCES)
    titled = {index + back for index in titles for back in (1, 2)}
    sons = {index - 1 for index in scan.where((_SON,))}
    given = scan.where(scan.vocabulary & _BEGINS)
    done = -1
    for index in sorted({*given, *titled, *sons}):
        if index <= done or index >= len(scan.words):
            continue
        word = scan.words[index]
        found = _given(scan, index)
        if found is None and index in titled:
            found = _titled(scan, index, taken)
        if found is None and index in sons:
            found = _son_of(scan, index, taken)
        if found is None:
            continue
        offset, certain = found
        last = _name_end(scan, index, taken, certain)
        if last is None:
            continue
        done = last
        start, end = scan.original_span(index, last, offset)
        how = AFTER_TITLE if certain else IN_TEXT
        senses: tuple[Sense, ...] = (Sense(unlisted("actor", "person", scan.text[start:end], how), "name"),)
        listed = people.get(index)
        if listed is not None and last > listed.last and scan.words[listed.last + 1] in GIVEN_LINKS:
            senses = listed.senses
        yield Hit(index, last, offset, word[:offset], senses)


def has_title(scan: Scan, index: int) -> bool:
    """Whether a title stands right before word `index`, or before one adjective in front of it (الرئيس الفرنسي)."""
    previous = scan.before(index)
    return _has(TITLES, previous) or (previous.startswith("ال") and _has(TITLES, scan.before(index, 2)))


def leads_a_state(scan: Scan, index: int) -> bool:
    """Whether the title before word `index`, or before one adjective in front of it, is one that few have at a time."""
    previous = scan.before(index)
    return _has(_OF_STATE, previous) or (previous.startswith("ال") and _has(_OF_STATE, scan.before(index, 2)))


def names_a_thing(scan: Scan, index: int) -> bool:
    """Whether the word before a person's name makes it the name of a thing (مستشفى الملك فهد)."""
    return _has(_NOT_BEFORE, scan.before(index))


def name_end(scan: Scan, first: int) -> int | None:
    """Last word of the name of a person that a title has announced: at least its first word, if that may be a name."""
    if first >= len(scan.words) or not scan.soft[first] or not _may_be_name(scan, first, set()):
        return None
    return _name_end(scan, first, set(), True) or first + scan.words[first].endswith(SERVANT)


def _given(scan: Scan, index: int) -> tuple[int, bool] | None:
    """Proclitic letters before a given name at that word, and whether a title or office vouches for it."""
    word = scan.words[index]
    if word not in _BEGINS:
        return None
    for offset in (0, 1):
        if offset and word[0] not in _PROCLITICS:
            break
        name = word[offset:]
        if name == SERVANT and scan.after(index).startswith("ال"):
            name = "عبدالله"
        if name not in GIVEN_NAMES or _is_preposition(scan, index, name):
            continue
        if name in OFFICES and scan.before(index) in OFFICES:
            return None
        if names_a_thing(scan, index):
            return None
        everyday = name in WORDS_TOO or offset > 0
        if _vouched(scan, index, strictly=everyday):
            return offset, True
        if not everyday:
            return offset, False
    return None


def _is_preposition(scan: Scan, index: int, name: str) -> bool:
    """The name Ali is written like the preposition `on` once folded; as written the two differ."""
    return name == ALI and scan.written(index).endswith("ى")


def _has(words: Set[str], word: str) -> bool:
    """Whether a word, or what is left of it without one proclitic, is among the words."""
    return word in words or (word[:1] in _PROCLITICS and word[1:] in words)


def _titled(scan: Scan, index: int, taken: set[int]) -> tuple[int, bool] | None:
    """Two words of no dictionary right behind a rank or title (الجنرال X Y, المدرب الإسباني X Y)."""
    previous = scan.before(index)
    if "ال" not in previous[:3]:
        return None
    titled = previous in _ANNOUNCES
    if scan.before(index, 2) in _FAMILY_OF:
        return None
    if not titled and len(previous) > 4 and previous.startswith("ال") and previous.endswith(("ي", "يه")):
        titled = _has(_NAMED_AFTER_ADJECTIVE, scan.before(index, 2))
    if not titled or not scan.after(index) or scan.gaps[index + 1] != " ":
        return None
    first, second = scan.words[index], scan.words[index + 1]
    if first.startswith(("ال", "لل", "و")) or second.startswith("لل") or len(first) < 3 or len(second) < 3:
        return None
    return (0, True) if all(_may_be_name(scan, at, taken) for at in (index, index + 1)) else None


def _son_of(scan: Scan, index: int, taken: set[int]) -> tuple[int, bool] | None:
    """Any word that `son of` and a given name follow (عجب بن عبدالله)."""
    if len(scan.words[index]) < 3 or not scan.soft[index + 1]:
        return None
    father = scan.after(index, 2)
    if father not in GIVEN_NAMES and not father.startswith(SERVANT):
        return None
    return (0, True) if _may_be_name(scan, index, taken) and not names_a_thing(scan, index) else None


def _vouched(scan: Scan, index: int, strictly: bool) -> bool:
    """Whether a title or office stands before the name. Between them stand words with the article alone where the name
    is an everyday word (strictly), else any that may belong to an office (عضو مجلس إدارة X)."""
    for back in range(1, _OFFICE_REACH + 1):
        word = scan.before(index, back)
        if not word:
            return False
        if _has(TITLES, word) or _has(OFFICES, word):
            return True
        if word in FUNCTION_WORDS or is_verb(word) or not (word.startswith("ال") or (back > 1 and not strictly)):
            return False
    return False


def _may_be_name(scan: Scan, index: int, taken: set[int]) -> bool:
    word = scan.words[index]
    return (
        len(word) > 1
        and (word not in FUNCTION_WORDS or (word == ALI and not _is_preposition(scan, index, word)))
        and word not in _AFTER_NAME
        and index not in taken
        and not word.isdigit()
        and not word.isascii()
        and not is_verb(word)
        and not is_everyday(word)
        and not (word.endswith(_THEY_DID) and len(word) > 4)
        and not (word[0] in _PROCLITICS and word[1:] in FUNCTION_WORDS)
    )


def _name_end(scan: Scan, first: int, taken: set[int], certain: bool) -> int | None:
    """Last word of the full name that begins at word `first`; None where there is no second name."""
    last = first
    parts = 1
    closed = linked = False
    if scan.words[first].endswith(SERVANT) or scan.after(first) in _SECOND_HALVES:
        last += 1
    while parts < _LONGEST and not closed:
        at = last + 1
        if at >= len(scan.words) or not scan.soft[at] or scan.gaps[at] != " ":
            break
        word = scan.words[at]
        if word in GIVEN_LINKS:
            end = _linked_end(scan, at)
            if end is None:
                break
            last, linked = end, True
        elif not _may_be_name(scan, at, taken) or word in _ENDS_NAME or (word in OFFICES and (linked or parts > 1)):
            break
        elif word in GIVEN_NAMES and not _is_preposition(scan, at, word):
            last = at
        elif _ends_before(word, certain):
            break
        elif word.startswith("ال") or (parts <= 2 and (not linked or (certain and not word.startswith(_PREFIXED)))):
            last, closed = at, True
        else:
            break
        parts += 1
    if parts == 1:
        return None
    return last + 1 if closed and _is_second_family(scan, last + 1, taken) else last


def _is_second_family(scan: Scan, at: int, taken: set[int]) -> bool:
    """Whether a tribe or town of origin follows the family name (فهد العرابي الحارثي)."""
    if not scan.soft[at] or scan.gaps[at] != " ":
        return False
    word = scan.words[at]
    return (
        word.startswith("ال")
        and word.endswith("ي")
        and len(word) > 5
        and word not in _NATIONS
        and word not in _ENDS_NAME
        and _may_be_name(scan, at, taken)
    )


def _linked_end(scan: Scan, at: int) -> int | None:
    """Last word of the name that the link at that word leads to (بن عبد العزيز); None where none follows."""
    last = at + 1
    if last >= len(scan.words) or not scan.soft[last] or not _may_be_name(scan, last, set()):
        return None
    if scan.words[last].endswith(SERVANT) or scan.after(last) in _SECOND_HALVES:
        return last + 1 if scan.after(last) else None
    return last


def _ends_before(word: str, certain: bool) -> bool:
    """Whether the shape of a word says that it belongs to the sentence; more shapes do where no title vouches."""
    if word.startswith("ال"):
        return not certain and word.endswith(("يه", "ات", "ين", "ون"))
    return word.startswith(_NOT_A_SURNAME) or (not certain and (word.startswith("ي") or word.endswith("يا")))
