"""Names that no list has: their records, and the places and media that are found by the word before them."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from search.arabic.folding import fold_text
from search.extraction.gazetteer import Hit, Sense
from search.extraction.scan import QUOTES, Scan
from search.extraction.words import ALI, FUNCTION_WORDS, folded, is_verb
from search.types import UNLISTED, EntityKind, EntityRecord

IN_TEXT: Final = "found in the text"
AFTER_TITLE: Final = "found in the text after a title or office"
BY_TAGGER: Final = "found in the text by the tagger"
_NOT_SLUG: Final = re.compile(r"[\W_]+")
_LONGEST_SLUG: Final = 120

PLACE_HEADS: Final[dict[str, tuple[str, bool]]] = {
    fold_text(word): meaning
    for words, meaning in (
        (("مدينة",), ("city", False)),
        (("بلدة",), ("town", False)),
        (("قرية",), ("village", False)),
        (("محافظة",), ("governorate", False)),
        (("جزيرة",), ("other", False)),
        (("نهر",), ("river", True)),
        (
            (
                "مطار",
                "معبر",
                "مخيم",
                "ميناء",
                "سد",
                "جبل",
                "حي",
                "مزار",
                "مضيق",
                "حاجز",
                "حقل",
                "بحيرة",
                "وادي",
            ),
            ("other", True),
        ),
        (("قاعدة",), ("base", True)),
    )
    for word in words
}
"""Word before a place to the place's type, and whether the word is shown as part of the name."""

_WRITTEN_HEADS: Final = {
    proclitics + head: (len(proclitics), head)
    for proclitics in ("وب", "ول", "و", "ف", "ب", "ل", "")
    for head in PLACE_HEADS
}
"""The same as they stand in a text, with the letters before them; of two readings the shorter proclitic holds."""

_OPEN_HEADS: Final = folded("مدينة بلدة قرية مطار معبر مخيم قاعدة نهر جبل محافظة مزار")
"""Heads that vouch for a name that no list has; the others only extend a known one."""

_HEAD_ENDINGS: Final = folded("العسكرية العسكري الجوية الجوي الدولي الدولية المدني البحرية البحري الحدودي الحدودية")
"""What belongs to the name of an airport, base or crossing (مطار حلب الدولي)."""

_DOUBLE_FIRSTS: Final = folded(
    "تل عين دير بيت كفر رأس أم أبو خان وادي جسر برج جب حمام خربة شيخ الشيخ نبع سيدي",
    "بير بئر بني مرج قلعة القلعة باب حوش",
    "لوس سان سانت سانتا شرم غازي خميس حفر نيو بورت كوالا ريو ساو بوينس وادي نجع أولاد سوق عين ذي المدينة",
)
"""First words of place names that take a second one."""

_NO_NAME: Final = folded(
    "البيانات بيانات مربعة مأهولة كافرة دائمة انتخابية عريضة ذهبية عامة شعبية الاستثمار الإنتاج الحكم العمل",
    "واسعة متقدمة صلبة مهمة سكنية طبية رياضية",
    "الملك الأمير الشيخ الرئيس الشهيد الأميرة للإنتاج المهرجانات شمال جنوب شرق غرب مسرح",
    "لهم لها التفاهم قاعدة تقدمت الثقافة الإعلام المستقبل الأحلام الألعاب الفن السلام العلم الخطر الموت الجليد",
    "الجحيم العلوم الإنتاج أشباح",
    "نموذجية بأسرها برمتها ذكية مستقلة",
    "كبيرة صغيرة كاملة أخرى جديدة قديمة مجاورة واحدة عسكرية جوية بحرية دولي عسكري مدني صناعية سياحية ساحلية",
    "حدودية تابعة ذات بكاملها بأكملها",
    "خاصة محاصرة قريبة بعيدة تاريخية نووية تجارية عام أول ثاني ثان آخر رئيسي رئيسية مهمة إلكترونية بيانات",
    "شعبية القرن المستقبل",
)
MEDIA_HEADS: Final = folded("صحيفة جريدة موقع وكالة قناة منصة مجلة إذاعة شبكة صحيفتي موقعي")
_NEWSPAPERS: Final = folded("صحيفة جريدة")
_NO_NEWSPAPER: Final = folded("الدعوى الاتهام السوابق الحالة الاستئناف الحائط")
"""What else has a `صحيفة`: courts and the police."""
_ADJECTIVE_ENDINGS: Final = ("يه", "ي", "ين", "ات")
_PROCLITICS: Final = ("و", "ف", "ب", "ل")
_MEDIA_WORDS: Final = MEDIA_HEADS | {proclitic + head for proclitic in _PROCLITICS for head in MEDIA_HEADS}
_LATIN: Final = re.compile(r"[a-z][a-z0-9]+")
_LONGEST_QUOTED: Final = 4


def slug(name: str) -> str:
    """The key of a name that no list has: the same for all its spellings, of letters, digits and hyphens alone."""
    text = _NOT_SLUG.sub("-", fold_text(name).replace("عبد ال", "عبدال")).strip("-")
    return UNLISTED + text[:_LONGEST_SLUG].rstrip("-")


def unlisted(kind: EntityKind, type_: str, name: str, source: str = IN_TEXT) -> EntityRecord:
    """A record for a name as it stands in the text; `source` says how it was found."""
    plain = " ".join(name.replace("\u0640", "").split())
    return EntityRecord(kind, slug(plain), type_, plain, "", (), source=source)


def find_places(scan: Scan, known: Sequence[Hit]) -> Iterator[Hit]:
    """Places after a word that says what they are: known names with that word (مطار القامشلي), and names of no list."""
    longest: dict[int, Hit] = {}
    for hit in known:
        if any(sense.entity.kind == "location" for sense in hit.senses) and not hit.offset:
            before = longest.get(hit.first)
            if before is None or hit.last > before.last:
                longest[hit.first] = hit
    for index in scan.where(scan.vocabulary & _WRITTEN_HEADS.keys()):
        word = scan.words[index]
        offset, head = _WRITTEN_HEADS[word]
        if not scan.after(index):
            continue
        type_, shown = PLACE_HEADS[head]
        name = longest.get(index + 1)
        if name is None and head not in _OPEN_HEADS:
            continue
        last = name.last if name else _name_end(scan, index + 1)
        if last is None or (name is not None and not shown):
            continue
        if shown and scan.after(last) in _HEAD_ENDINGS:
            last += 1
        first = index if shown else index + 1
        skip = offset if shown else 0
        start, end = scan.original_span(first, last, skip)
        record = unlisted("location", type_, scan.text[start:end])
        yield Hit(first, last, skip, word[:offset] if shown else "", (Sense(record, "name"),))


def _name_end(scan: Scan, index: int) -> int | None:
    """Last word of a place name that begins at that word, None where it does not look like a name."""
    word = scan.words[index]
    if len(word) < 3 or word in FUNCTION_WORDS or word in _NO_NAME or word.isdigit():
        return None
    if is_verb(word) and word not in _DOUBLE_FIRSTS:
        return None
    if not word.startswith("ال") and word.endswith(("يه", "ين", "ات")) and word not in _DOUBLE_FIRSTS:
        return None
    if word.startswith(("و", "لل", "بال")):
        return None
    following = scan.after(index)
    if word in _DOUBLE_FIRSTS:
        named = following == ALI and scan.written(index + 1).endswith(ALI)
        return index + 1 if named or (following and following not in FUNCTION_WORDS) else None
    return index


def find_media(scan: Scan, known: Sequence[Hit]) -> Iterator[Hit]:
    """Media after their word (صحيفة, موقع ...): a name in quotation marks, or in Latin letters; after the word for a
    newspaper also a place's name (جريدة فلسطين) or one word with the article. What a list has as an actor is left to it."""
    taken = {(hit.first, hit.last) for hit in known if hit.senses[0].entity.kind == "actor"}
    for hit in _media_by_word(scan, known):
        if (hit.first, hit.last) not in taken:
            yield hit


def _media_by_word(scan: Scan, known: Sequence[Hit]) -> Iterator[Hit]:
    listed = {hit.first: hit for hit in known}
    for index in scan.where(scan.vocabulary & _MEDIA_WORDS):
        word = scan.words[index]
        bare = word if word in MEDIA_HEADS else word[1:]
        last = quoted_end(scan, index + 1)
        if last is None and bare in _NEWSPAPERS:
            last = _newspaper_end(scan, index + 1, listed.get(index + 1))
        if last is not None:
            yield _media(scan, index + 1, last)
        last = first = (last or index) + 1
        while _LATIN.fullmatch(scan.after(last - 1)):
            last += 1
        if last > first:
            yield _media(scan, first, last - 1)


def _newspaper_end(scan: Scan, first: int, name: Hit | None) -> int | None:
    """Last word of a newspaper's name that begins at that word; None where a list has it or it is no name."""
    if name is not None:
        return name.last if any(sense.entity.kind == "location" for sense in name.senses) and not name.offset else None
    word = scan.after(first - 1)
    if (
        not word.startswith("ال")
        or word.endswith(_ADJECTIVE_ENDINGS)
        or word in _NO_NEWSPAPER
        or word in FUNCTION_WORDS
    ):
        return None
    return first


def _media(scan: Scan, first: int, last: int) -> Hit:
    start, end = scan.original_span(first, last)
    return Hit(first, last, 0, "", (Sense(unlisted("actor", "media", scan.text[start:end]), "name"),))


def quoted_end(scan: Scan, first: int) -> int | None:
    """Last word of a short quotation in one script that begins with word `first`, None where none begins there."""
    if first >= len(scan.words) or not scan.soft[first] or not scan.gaps[first].endswith(tuple(QUOTES)):
        return None
    latin = scan.words[first].isascii()
    for last in range(first, min(first + _LONGEST_QUOTED, len(scan.words))):
        if scan.words[last].isascii() != latin:
            return last - 1
        if scan.gaps[last + 1].startswith(tuple(QUOTES)):
            return last
        if not scan.soft[last + 1]:
            return None
    return None
