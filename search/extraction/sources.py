"""Whom an article cites: outlets, organisations and persons that say something there.

An outlet is cited by a verb or noun of reporting near it (ذكرت صحيفة X، نقلا عن X). Persons and organisations speak in
articles all the time, so less counts for them: they are the subject of a verb of saying, or stand behind `according to`.
States are not sources: who speaks for one has a name.
"""

from typing import Final

from search.extraction.gazetteer import Hit
from search.extraction.people import OFFICES, TITLES
from search.extraction.scan import Scan
from search.extraction.words import FUNCTION_WORDS, folded, is_verb
from search.types import EntityRecord

_CITING: Final = folded(
    "ذكرت ذكر نقلت نقل بحسب وفق حسب وفقا قال قالت أفادت أفاد أوردت أورد نشرت نشر نشرته كتبت كتب كشفت كشف تقرير",
    "عن نقلا أضافت أضاف",
    "أعلنت أوضحت أشارت رأت اعتبرت تحدثت ترجمت ترجم أوردته ذكرته نقلته لفتت بثت بث حديث تصريح تصريحات مقابلة",
    "حوار صرح أكد أكدت",
)
_REACH: Final = 4
"""How many words before the name of an outlet a citing word may stand (ونقلت صحيفة X, قال في تصريح لقناة X)."""

_SAYING: Final = folded(
    "قال قالت أضاف أضافت ذكر ذكرت أفاد أفادت أوضح أوضحت أكد أكدت أعلن أعلنت صرح صرحت أشار أشارت لفت لفتت كشف كشفت",
    "اعتبر اعتبرت رأى رأت تابع تابعت نفى نفت زعم زعمت بين بينت نوه نوهت شدد شددت ألمح كتب كتبت علق علقت روى روت",
    "يقول تقول يرى ترى يؤكد تؤكد يضيف تضيف يوضح توضح يعتقد تعتقد يعتبر تعتبر حذر حذرت توقع توقعت اعترف اعترفت",
)
_ACCORDING: Final = folded("بحسب حسب وفق وفقا لـ نقلا حسبما")
_REPORTED: Final = folded("عن")
_SAID_OF: Final = folded("نقل نقلت نقلا ينقل تنقل نقلوا")
_STATEMENT: Final = folded("بيان تقرير تصريح تصريحات بيانات إعلان إحصاءات أرقام دراسة مصدر مصادر مسؤول لسان")
_WORDS_OF_SUBJECT: Final = 5
"""How many words of a title may stand between the verb and its subject (قال وزير الخارجية الفرنسي X)."""
_PROCLITICS: Final = "وفل"


def is_cited(scan: Scan, hit: Hit, entity: EntityRecord) -> bool:
    """Whether the article cites the actor that stands there."""
    if entity.type == "media":
        return _is_quoted_outlet(scan, hit)
    if entity.type in _MUTE:
        return False
    return _speaks(scan, hit) or _is_authority(scan, hit)


_MUTE: Final = frozenset({"state"})


def _is_quoted_outlet(scan: Scan, hit: Hit) -> bool:
    for back in range(1, _REACH + 1):
        word = scan.before(hit.first, back)
        if not word:
            break
        if _is_one_of(word, _CITING):
            return True
    following = scan.after(hit.last)
    return following in _CITING and following != "عن"


def _speaks(scan: Scan, hit: Hit) -> bool:
    """Whether the name is the subject of a verb of saying: behind it with at most its title between, or right before it;
    or a headline puts a colon behind it."""
    if scan.gaps[hit.last + 1].lstrip().startswith(":") and hit.first == 0:
        return True
    if _is_one_of(scan.after(hit.last), _SAYING) and not hit.offset and not _is_governed(scan, hit):
        return True
    if hit.offset:
        return False
    for back in range(1, _WORDS_OF_SUBJECT + 1):
        word = scan.before(hit.first, back)
        if not word:
            return False
        if _is_one_of(word, _SAYING):
            return True
        if word in FUNCTION_WORDS or is_verb(word) or not _may_be_title(word, back):
            return False
    return False


def _may_be_title(word: str, back: int) -> bool:
    """Whether a word may belong to the title of a subject: an office, a word with the article, or the head of an office's
    complement (رئيس مجلس إدارة X)."""
    return word in TITLES or word in OFFICES or word.startswith("ال") or back > 1


def _is_governed(scan: Scan, hit: Hit) -> bool:
    return scan.before(hit.first) in FUNCTION_WORDS - {"أن", "ان"}


def _is_authority(scan: Scan, hit: Hit) -> bool:
    """Whether the name stands behind `according to`, or behind `a statement of` and the like that does."""
    before, second = scan.before(hit.first), scan.before(hit.first, 2)
    if "ل" in hit.proclitics and _is_one_of(before, _ACCORDING):
        return True
    if not hit.offset and _is_one_of(before, _ACCORDING):
        return True
    if before in _REPORTED and any(_is_one_of(scan.before(hit.first, back), _SAID_OF) for back in (2, 3, 4)):
        return True
    return not hit.offset and _is_one_of(before, _STATEMENT) and (_is_one_of(second, _ACCORDING) or second in _REPORTED)


def _is_one_of(word: str, words: frozenset[str]) -> bool:
    return bool(word) and (word in words or (word[0] in _PROCLITICS and word[1:] in words))
