"""Lines in which a newsroom speaks to its readers: appeals for support, subscriptions, comments and corrections.

A story speaks about people; a template speaks to whoever reads it, and about itself as `we`. Two such words in one line that is
no question and no quotation are enough, whatever the wording.
"""

import re
from collections.abc import Sequence
from typing import Final

from search.arabic.folding import fold_text
from search.cleaning.lines import Line

_OURS: Final = (
    "موقعنا|منصتنا|منصاتنا|نشرتنا|قناتنا|قنواتنا|صفحتنا|صفحاتنا|حسابنا|حساباتنا|تطبيقنا|خدماتنا|رسالتنا الإخبارية|مجتمعنا"
    "|قراءنا|قرائنا|متابعينا|متابعونا|مشتركينا|محتوانا|صحافتنا|فريقنا|إعلاناتنا|لدينا|معنا|إلينا|علينا|لنا|تابعنا|ادعمنا|راسلنا"
    "|انضم إلينا|اتصل بنا|تواصل معنا"
)
_YOURS: Final = (
    "بريدك|إيميلك|اشتراكك|تعليقك|تعليقاتك|رأيك|آراءكم|رأيكم|دعمك|بدعمك|دعمكم|بدعمكم|تبرعك|تبرعكم|هاتفك|جهازك|متصفحك|حسابك|ملاحظاتك"
    "|ملاحظاتكم|مساهمتك|مساهمتكم|تجربتك|اهتماماتك|خصوصيتك|عزيزي القارئ|عزيزتي القارئة|أعزاءنا القراء"
)
_ACTS: Final = (
    "اشترك|اشتركوا|انضم|انضموا|سجل|سجلوا|ادعم|ادعموا|ساهم|ساهموا|تبرع|تبرعوا|شاركنا|شاركونا|أخبرنا|أخبرونا|راسلونا|اكتب لنا|للاشتراك"
    "|الاشتراك لدينا|المشتركين|للمشتركين|يرجى الاتصال|الرابط التالي|اضغط|انقر|أدخل|أرسل|أرسلوا|قدم شكوى|لتصلك|ليصلك|تصلك|يصلك|مجانا"
    "|يمكنكم|يمكنك|لتلقي|تحميل تطبيق|حملوا تطبيق|حمل تطبيق|البريد الإلكتروني|تابعونا|رجاء|النشرة البريدية|النشرة الإخبارية|الصفحة الرسمية"
)


def _words(*written: str) -> re.Pattern[str]:
    listed = sorted({fold_text(word) for words in written for word in words.split("|")}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, listed))})(?!\w)")


_ADDRESS: Final = _words(_OURS, _YOURS, _ACTS)
_BOTH: Final = re.compile(r"(?<=[^\W\d_])(?:/\s?ي|/\s?ين|\(ي\)|\(ين\))(?!\w)")
"""A verb that speaks to women and men (`انضم/ي`, `تضمن/ين`); nouns for both end otherwise."""
_QUOTED: Final = re.compile(r"[«\"“”»]")
_LONGEST: Final = 300
_FEW_WORDS: Final = 8


def mark_appeals(lines: Sequence[Line]) -> None:
    """Marks these lines where two of their words speak to the reader or of the newsroom, or a verb does that is written for both
    sexes, in a line of few words or beside another such word. Quotations and questions stay."""
    for line in lines:
        if line.role or not line.key or len(line.text) > _LONGEST or _QUOTED.search(line.text) or "؟" in line.text:
            continue
        both = len(_BOTH.findall(line.key))
        said = {found[0] for found in _ADDRESS.finditer(line.key)}
        if _YOUR_ACT.fullmatch(line.key) or (both and (said or both > 1 or line.words <= _FEW_WORDS)) or (len(said) > 1 and _speaks(said)):
            line.mark("furniture", "speaks to the reader")


def _speaks(said: set[str]) -> bool:
    """Whether one of the words is the reader's own thing or an act that is asked for: `لدينا` and `معنا` say nothing alone."""
    return any(_YOUR_ACT.fullmatch(word) for word in said)


_YOUR_ACT: Final = _words(_YOURS, _ACTS)
