"""Whether an article cites a media name as its source, or speaks of it as of any other actor."""

from typing import Final

from search.extraction.gazetteer import Hit
from search.extraction.scan import Scan
from search.extraction.words import folded

_CITING: Final = folded(
    "ذكرت ذكر نقلت نقل بحسب وفق حسب وفقا قال قالت أفادت أفاد أوردت أورد نشرت نشر نشرته كتبت كتب كشفت كشف تقرير",
    "عن نقلا أضافت أضاف",
    "أعلنت أوضحت أشارت رأت اعتبرت تحدثت ترجمت ترجم أوردته ذكرته نقلته لفتت بثت بث حديث تصريح تصريحات مقابلة",
    "حوار صرح أكد أكدت",
)
_REACH: Final = 4
"""How many words before the name a citing word may stand (ونقلت صحيفة X, قال في تصريح لقناة X)."""


def is_cited(scan: Scan, hit: Hit) -> bool:
    """Whether a verb or noun of citing stands shortly before the name, or a verb of citing right behind it."""
    for back in range(1, _REACH + 1):
        word = scan.before(hit.first, back)
        if not word:
            break
        if word in _CITING or (word[0] in "وفل" and word[1:] in _CITING):
            return True
    following = scan.after(hit.last)
    return following in _CITING and following != "عن"
