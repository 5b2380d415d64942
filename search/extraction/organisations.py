"""Organisations that no list has: a word for the kind, and the definite noun phrase or the place that names it.

Conservative: the phrase ends at the first word that can't be told from the sentence around it, and heads that the press
uses for any activity (حركة السير) need a listed place behind them.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from search.arabic.clitics import FUSED_ARTICLE
from search.arabic.letters import ARTICLE
from search.extraction.everyday import is_everyday
from search.extraction.gazetteer import Hit, Sense
from search.extraction.people import TITLES, name_end
from search.extraction.scan import Scan
from search.extraction.unlisted import unlisted
from search.extraction.words import FUNCTION_WORDS, folded, is_verb

_PHRASE: Final[Mapping[str, str]] = {
    word: type_
    for type_, words in (
        ("organisation", "وزارة هيئة جمعية منظمة رابطة نقابة جامعة مستشفى مجلس"),
        ("company", "بنك مصرف"),
        ("party", "حزب"),
        ("armed_group", "كتيبة كتائب لواء سرايا ميليشيا مليشيا"),
    )
    for word in folded(words)
}
"""Heads that a definite noun names (وزارة الشؤون البلدية, بنك البلاد)."""

_OF_PLACE: Final[Mapping[str, str]] = dict.fromkeys(
    folded("بلدية أمانة إمارة جامعة نادي غرفة بنك مصرف مستشفى بورصة محكمة شرطة"), "organisation"
)
"""Heads that a place names (بلدية نابلس, أمانة جدة)."""

_CLUB: Final = folded("نادي")
_MADE_OF: Final = folded("منطقة محافظة مدينة")
_AFTER_PERSON: Final = folded("جامعة مستشفى مؤسسة مركز معهد جمعية دارة")
"""Heads that a king or prince names (مستشفى الملك فهد)."""
_HONOURS: Final = folded("الملك الأمير الملكة الأميرة الإمام الشيخ السلطان")

_DEFINITE: Final = folded(
    "الهيئة المؤسسة الشركة الجمعية المركز الاتحاد الرابطة المنظمة اللجنة الصندوق المجلس المديرية البنك",
    "الرئاسة الإدارة الوكالة الغرفة",
)
"""Heads with the article, which an adjective and `for` follow (الهيئة العامة للطيران المدني)."""
_RANKED: Final = folded(
    "العامة العام السعودية السعودي الوطنية الوطني العليا الأعلى الدولية الدولي العربية العربي الإسلامية"
)
_RANKED_ALSO: Final = folded(
    "الإسلامي الخيرية الخيري المركزي المركزية الملكية الملكي الاتحادية الاتحادي الأهلي العالمية العالمي"
)
_ADJECTIVES: Final = _RANKED | _RANKED_ALSO

_NO_NAME: Final = folded(
    "الإدارة العزاء التحرير الحكم الأمناء المديرين الطلاب الآباء التكفير",
    "الرئيس الحاكم المعارضة الأغلبية الأقلية السلطة الدم المعلومات الأهداف التدريس المحكمة الدفاع المحلفين الدولة",
    "البلد المدينة المنطقة الحالية الحالي الجديدة الجديد نفسها المقبلة الماضية الخارجي المختلفة المعنية الأخرى",
    "الأم اليوم أمس الماضي المقبل الحكومي الخاص الخاصة الحكومية التابعة التابع الواحد الواحدة المذكور المذكورة",
    "الجديدين السابقة السابق الأول الثاني الثالث الحقيقي المتخصص المتخصصة",
    "الرامية التالية العالية الهادفة المعروف المعروفة",
    "الكبرى الصغرى المحلي المحلية الإرهابي الإرهابية المسلحة الانقلابية الانقلابي الشيطان الله العائلة",
)
_TIME: Final = folded(
    "اليوم أمس الأسبوع الشهر العام السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة الماضي"
)
_NOT_JOINED: Final = _DEFINITE | folded(
    "المحافظة النظام القطاعات القطاع الموظف الموظفين الجهات الشركات الوزارة المواطنين المواطن الوزير الحكومة الشرطة",
    "الجيش الجامعة المستشفى الولايات الدول المملكة الأمم",
)
"""Words that `and` joins to the organisation from outside."""
_ADJECTIVES_TOO: Final = folded("الأحمر العام العامة العليا الأعلى")
HEADS: Final = frozenset({*_PHRASE, *_OF_PLACE, *_CLUB, *_AFTER_PERSON, *_DEFINITE})
_PROCLITICS: Final = ("و", "ف", "ب", "ل")
_WRITTEN_HEADS: Final = (
    {FUSED_ARTICLE + head.removeprefix(ARTICLE): (head, 0) for head in _DEFINITE}
    | {proclitic + head: (head, 1) for proclitic in _PROCLITICS for head in HEADS}
    | {head: (head, 0) for head in HEADS}
)
"""Heads as they stand in a text, and how many letters stand before them; none where these are one with the head."""
_LONGEST: Final = 5
_ENDINGS: Final = ("ي", "يه")
_PLURAL: Final = "ين"


def find_organisations(scan: Scan, known: Sequence[Hit]) -> Iterator[Hit]:
    """Organisations by their head. `known` are the gazetteer's matches; what it has at the same words is left to it."""
    places: dict[int, Hit] = {}
    actors: dict[int, int] = {}
    for hit in known:
        if any(sense.entity.kind == "location" for sense in hit.senses) and not hit.proclitics:
            before = places.get(hit.first)
            if before is None or hit.last > before.last:
                places[hit.first] = hit
        if hit.senses[0].entity.kind == "actor":
            actors[hit.first] = max(hit.last, actors.get(hit.first, -1))
    for index in scan.where(scan.vocabulary & _WRITTEN_HEADS.keys()):
        word = scan.words[index]
        head, offset = _WRITTEN_HEADS[word]
        if not scan.soft[index + 1]:
            continue
        found = _named(scan, index, head, places, actors)
        if found is not None:
            last, type_ = found
            start, end = scan.original_span(index, last, offset)
            fused = not offset and head != word
            name = ARTICLE + scan.text[start + len(FUSED_ARTICLE) : end] if fused else scan.text[start:end]
            yield Hit(
                index, last, offset, "ل" if fused else word[:offset], (Sense(unlisted("actor", type_, name), "name"),)
            )


def _named(
    scan: Scan, index: int, head: str, places: Mapping[int, Hit], actors: Mapping[int, int]
) -> tuple[int, str] | None:
    """Last word and type of the organisation whose head is that word; None where none is named."""
    following = scan.after(index)
    if head in _AFTER_PERSON and following in _HONOURS:
        last = name_end(scan, index + 2)
        return (_purpose_end(scan, _adjectives_end(scan, last)), "organisation") if last is not None else None
    if head in _OF_PLACE:
        place = places.get(index + 1)
        if place is None and following in _MADE_OF:
            place = places.get(index + 2)
        if place is not None and scan.gaps[index + 1] == " ":
            return _adjectives_end(scan, place.last), _OF_PLACE[head]
    if head in _CLUB:
        plain = following.startswith("ال") and len(following) > 4 and following not in _NO_NAME
        return (index + 1, "organisation") if plain and not following.endswith(_ENDINGS) else None
    if head in _PHRASE and _is_definite(scan, index + 1) and scan.gaps[index + 1] == " ":
        return _joined_end(scan, index + 1), _PHRASE[head]
    if head in _DEFINITE and following in _ADJECTIVES:
        last = index + 1
        while scan.after(last) in _ADJECTIVES:
            last += 1
        end = _purpose_end(scan, last)
        return (end, "organisation") if end > last and actors.get(index, -1) < last else None
    return None


def _is_definite(scan: Scan, index: int) -> bool:
    word = scan.words[index]
    return (
        word.startswith("ال")
        and len(word) > 4
        and word not in _NO_NAME
        and word not in _TIME
        and word not in TITLES
        and word not in FUNCTION_WORDS
    )


def _is_adjective(scan: Scan, index: int) -> bool:
    word = scan.words[index]
    if not _is_definite(scan, index) or scan.gaps[index] != " ":
        return False
    return word.endswith(_ENDINGS) or word in _ADJECTIVES_TOO or (word.endswith(_PLURAL) and word not in _NOT_JOINED)


def _adjectives_end(scan: Scan, last: int) -> int:
    """Past the adjectives that follow word `last` (نادي الأحساء الأدبي)."""
    while scan.soft[last + 1] and scan.words[last + 1].endswith(_ENDINGS) and _is_adjective(scan, last + 1):
        last += 1
    return last


def _joined_end(scan: Scan, first: int) -> int:
    """Last word of a definite noun with what belongs to it: `and` with another noun, adjectives."""
    last = first
    while last - first + 1 < _LONGEST and scan.soft[last + 1] and scan.gaps[last + 1] == " ":
        word = scan.words[last + 1]
        joined = word.startswith("وال") and len(word) > 5 and not is_verb(word)
        if joined and (word[1:] in TITLES or word[1:] in _NOT_JOINED):
            break
        if not joined and not _is_adjective(scan, last + 1):
            break
        last += 1
    return last


def _purpose_end(scan: Scan, last: int) -> int:
    """Past `for` and a noun phrase behind word `last` (للطيران المدني, لكرة القدم); `last` where none follows."""
    index = last + 1
    if not scan.soft[index] or scan.gaps[index] != " ":
        return last
    word = scan.words[index]
    if is_everyday(word):
        return last
    if word.startswith("لل") and len(word) > 4:
        return _joined_end(scan, index)
    if word.startswith("ل") and len(word) > 3 and scan.after(index).startswith("ال"):
        return _joined_end(scan, index + 1)
    return last
