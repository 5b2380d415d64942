"""What stands below a story that is no part of it: agencies' sign-offs, and boxes of tags and of other articles."""

import re
from collections.abc import Sequence
from typing import Final

from search.arabic.folding import fold_text
from search.cleaning.bylines import read_names
from search.cleaning.furniture import READ_ALSO_HEADS
from search.cleaning.lines import Line

_AROUND: Final = " \t:：.…|/\\-–—_*•·»«<>›[]()\"'“”!؟?#"
_TAG_HEADS: Final = frozenset(
    " ".join(fold_text(words).split())
    for words in (
        "دلالات|كلمات البحث|الكلمات المفاتيح|الكلمات المفتاحية"
        "|كلمات مفتاحية|الكلمات الدلالية|كلمات دلالية|كلمات دالة|الكلمات الدالة|الوسوم|وسوم|العلامات|علامات|هاشتاغ|تاغات"
        "|اقرأ المزيد|إقرأ المزيد|قراءة المزيد|المزيد|للمزيد|مزيد من الأخبار|لا تفوتك|لا يفوتك|tags|mots-clés|read more"
    ).split("|")
)
"""Headings that also stand within a story, and open a box only below it (general knowledge)."""

_INITIALS: Final = r"[^\W\d_]{1,2}(?:[ ./\\-]+[^\W\d_]{1,2}){1,6}"
_SIGN_OFF: Final = re.compile(
    rf"\W*{_INITIALS}\W*"  # the editors' initials
    r"|(?:رقم (?:الخبر|الماده|المقال)|كود الخبر|رمز الخبر|الرقم)\s*[:：]?\s*[\w/-]*\d[\w/-]*"
    r"|\(\s*[^()\d]{2,25}\s*\)\s*[-–]?\s*\d{6,20}(?:[-/]\d{1,8}){0,3}"  # the slug of a wire story, a date and a number
    r"|(?:19|20)\d{6,14}(?:[-/]\d{1,8}){0,3}"
    r"|(?:\d{6,}\s*[-/]\s*)?\d{1,2}:\d{2}(?::\d{2})?\s*(?:بتوقيت|توقيت|gmt|utc|ت غ|جمت)(?: \w+){0,2}"
)
_END: Final = fold_text("انتهى")
_CLOSING: Final = frozenset(("agency mark", "source line", "tags", "copyright"))
"""Rules for lines that end a story, where no prose follows."""

_HASHTAGS: Final = re.compile(r"(?:#[\w_]+\s*)+")


def mark_endings(lines: Sequence[Line]) -> None:
    """Marks below the last line of prose: the boxes that a heading opens, as far as no sentence stands in them; lines of
    hashtags; all that is short below an agency's `انتهى`, a line of sources or of tags; and, at the very end, an agency's
    sign-off (`س ن / ر م`, `رقم الخبر: 20151218002`, `23:50 بتوقيت غرينتش`). A line of persons' names alone right below the
    last sentence is the authors' signature; several are tags or a list."""
    last = max(
        (at for at, line in enumerate(lines) if line.role is None and (line.is_prose or line.is_sentence)), default=None
    )
    if last is None:
        return
    closed = False
    for line in lines[
        max((at for at, line in enumerate(lines) if line.role is None and line.is_prose), default=last) + 1 :
    ]:
        closed = closed or line.why in _CLOSING or line.key.strip(_AROUND) == _END
        if closed and not line.is_prose:
            line.mark("furniture", "below the story's end")
    tail = [line for line in lines[last + 1 :] if line.role is None]
    if tail and read_names(tail[0].text) and not (len(tail) > 1 and read_names(tail[1].text)):
        tail[0].mark("byline", "signature")
    box = False
    for line in lines[last + 1 :]:
        bare = line.key.strip(_AROUND)
        box = box or bare in _TAG_HEADS or any(part.strip() in READ_ALSO_HEADS for part in bare.split("/"))
        if box:
            line.mark("furniture", "box below the story")
        elif _HASHTAGS.fullmatch(line.text):
            line.mark("furniture", "tags")
    for line in reversed(lines[last + 1 :]):
        if line.role is None and not (line.key and _SIGN_OFF.fullmatch(line.key)):
            return
        line.mark("furniture", "sign-off")
