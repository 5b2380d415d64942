"""Lines in which a newsroom speaks to its readers: appeals for support, subscriptions, comments and corrections.

A story speaks about people; a template speaks to whoever reads it, and about itself as `we`. Two such words in one line that is
no question and no quotation are enough, whatever the wording.
"""

import re
from collections.abc import Sequence
from typing import Final

from search.arabic.folding import fold_text
from search.cleaning.lines import Line

_OURS: Final = frozenset(
    fold_text(
        "موقعنا منصتنا منصاتنا نشرتنا قناتنا قنواتنا صفحتنا صفحاتنا حسابنا حساباتنا تطبيقنا خدماتنا مجتمعنا قراءنا قرائنا"
        " متابعينا متابعونا مشتركينا محتوانا صحافتنا فريقنا إعلاناتنا لدينا معنا إلينا علينا لنا تابعنا ادعمنا راسلنا"
    ).split()
)
_YOURS: Final = frozenset(
    fold_text(
        "بريدك إيميلك اشتراكك تعليقك تعليقاتك رأيك رأيكم آراءكم دعمك بدعمك دعمكم بدعمكم تبرعك تبرعكم هاتفك جهازك متصفحك حسابك"
        " ملاحظاتك ملاحظاتكم مساهمتك مساهمتكم تجربتك اهتماماتك خصوصيتك"
    ).split()
)
_ACTS: Final = frozenset(
    fold_text(
        "اشترك اشتركوا انضم انضموا سجل سجلوا ادعم ادعموا ساهم ساهموا تبرع تبرعوا شاركنا شاركونا أخبرنا أخبرونا راسلونا للاشتراك"
        " الاشتراك المشتركين للمشتركين يرجى اضغط انقر أدخل أرسل أرسلوا لتصلك ليصلك تصلك يصلك مجانا يمكنكم يمكنك لتلقي حملوا"
        " تابعونا رجاء البريدية الإلكتروني"
    ).split()
)
"""What a newsroom calls its own, what it calls the reader's, and what it asks for, folded (general knowledge)."""

_ASKED: Final = _YOURS | _ACTS
_FIRMLY: Final = frozenset(
    fold_text(
        "بريدك اشتراكك تعليقك تعليقاتك دعمك بدعمك دعمكم بدعمكم تبرعك تبرعكم مساهمتك مساهمتكم اشترك اشتركوا انضم انضموا ادعم"
        " ادعموا تبرع تبرعوا شاركنا شاركونا راسلونا للاشتراك الاشتراك للمشتركين"
    ).split()
)
"""Those that no report of how to do something says; a sentence needs one of them, and the newsroom's `our` beside it."""
_BOTH: Final = re.compile(r"(?<=[^\W\d_])(?:/\s?ي|/\s?ين|\(ي\)|\(ين\))(?!\w)")
"""A verb that speaks to women and men (`انضم/ي`, `تضمن/ين`); nouns for both end otherwise."""
_SIGNS: Final = "/()،,.:!؛"
_LONGEST: Final = 300
_FEW_WORDS: Final = 8


def mark_appeals(lines: Sequence[Line]) -> None:
    """Marks these lines where two of their words speak to the reader or of the newsroom, or a verb does that is written for both
    sexes, in a line of few words or beside another such word. A whole sentence must do both. Quotations and questions stay."""
    for line in lines:
        if line.role is None and line.key and len(line.text) <= _LONGEST and _is_appeal(line):
            line.mark("furniture", "speaks to the reader")


def _is_appeal(line: Line) -> bool:
    words = {word.strip(_SIGNS) for word in line.key.split()}
    asked = len(words & (_FIRMLY if line.is_sentence or line.is_prose else _ASKED))
    both = len(_BOTH.findall(line.key)) if "/" in line.key or "(" in line.key else 0
    if (not asked and not both) or any(sign in line.text for sign in '«»"“”؟'):
        return False
    ours = len(words & _OURS)
    if (line.is_sentence or line.is_prose) and not (asked and ours):
        return False
    said = asked + ours
    if line.words == 1 and words <= _YOURS:
        return True
    return said > 1 or (both > 0 and (said > 0 or both > 1 or line.words <= _FEW_WORDS))
