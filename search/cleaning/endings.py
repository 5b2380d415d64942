"""What stands below a story that is no part of it: agencies' sign-offs, and boxes of tags and of other articles."""

import re
from collections.abc import Sequence
from typing import Final

from search.arabic.folding import fold_text
from search.cleaning.bylines import AUTHOR_MARKED, is_a_full_name, is_shaped_like_a_name, read_names
from search.cleaning.furniture import HEADING_BELOW, SECTION_LINE, is_heading_of_links
from search.cleaning.lines import Line
from search.cleaning.moments import read_date_line

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
_INITIALS_ALONE: Final = re.compile(rf"\W*{_INITIALS}\W*|\W*[(\[/][^()\[\]/\d]{{2,25}}[)\]/]\W*")
"""The editors' initials, or an agency in brackets: they end a story wherever they stand below its last sentence."""
_END: Final = fold_text("انتهى")
_CLOSING: Final = frozenset(("agency mark", "source line", "tags", "copyright"))
"""Rules for lines that end a story, where no prose follows."""

_CLOSES: Final = frozenset(
    (
        *_CLOSING,
        "share bar",
        "follow us",
        "newsletter",
        "correction",
        "app",
        "sms box",
        "rating",
        "cookies",
        "error page",
        "sign-off",
    )
) | {"speaks to the reader", "box", "read also"}
"""Rules for what stands between a story and the headlines of others: no line without a sentence's end belongs to it below
one of them."""
_SHARING: Final = re.compile(
    fold_text(
        r"(?:.{0,20}\b)?(?:شارك|شاركها|مشاركة|المشاركة|انشر|طباعة|اطبع|فيسبوك|فيس بوك"
        r"|تويتر|واتساب|تلغرام|تليغرام|facebook|twitter|whatsapp|x|telegram"
        r"|copylink|print|share|نسخ الرابط|انسخ الرابط|حفظ)\b.{0,40}"
    )
)

_FEWEST_HEADLINES: Final = 2
"""Headlines with their dates or sections that make a list of them."""

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
    for line in lines[last + 1 :]:
        if line.role is None and line.key and _INITIALS_ALONE.fullmatch(line.key):
            line.mark("furniture", "sign-off")
    prose = max((at for at, line in enumerate(lines) if line.role is None and line.is_prose), default=last)
    _mark_others(lines, last)
    stop = max((at for at, line in enumerate(lines) if line.role is None and _is_told(line)), default=last)
    closed = over = False
    for at, line in enumerate(lines[prose + 1 :], prose + 1):
        closed = closed or line.why in _CLOSING or line.key.strip(_AROUND) == _END
        over = over or (at > stop and (line.why in _CLOSES or _is_bar(line)))
        if (closed and not line.is_prose) or (over and not _is_told(line)):
            line.mark("furniture", "below the story's end")
    tail = [line for line in lines[last + 1 :] if line.role is None]
    if tail and read_names(tail[0].text) and not (len(tail) > 1 and read_names(tail[1].text)):
        tail[0].mark("byline", "signature")
    elif len(tail) == 1 and _is_a_name(tail[0]) and not any(line.role == "byline" for line in lines):
        tail[0].mark("byline", AUTHOR_MARKED)
    box = False
    for line in lines[last + 1 :]:
        bare = line.key.strip(_AROUND)
        box = box or (
            bare in _TAG_HEADS
            or HEADING_BELOW.fullmatch(bare) is not None
            or any(is_heading_of_links(part.strip()) for part in bare.split("/"))
        )
        if box:
            line.mark("furniture", "box below the story")
        elif _HASHTAGS.fullmatch(line.text) or _is_row(line.text):
            line.mark("furniture", "tags")
    for line in reversed(lines[last + 1 :]):
        if line.role is None and not (line.key and _SIGN_OFF.fullmatch(line.key)):
            return
        line.mark("furniture", "sign-off")


def _mark_others(lines: Sequence[Line], last: int) -> None:
    """Headlines of other articles with no heading above, each beside a date, a section or how long ago it was: from the first
    such mark on where the marks stand above the headlines, from the line before it where they stand below."""
    tail = [at for at in range(last + 1, len(lines)) if lines[at].role in (None, "date") or lines[at].why == "ago"]
    beside = [at for at in tail if _is_beside_a_headline(lines[at])]
    if len(beside) < _FEWEST_HEADLINES:
        return
    below = tail[-1] == beside[-1] and beside[0] - 1 in tail
    for at in tail:
        if at >= beside[0] - below:
            lines[at].mark("furniture", "headline of another article")


def _is_beside_a_headline(line: Line) -> bool:
    if line.role == "date":
        dates = read_date_line(line.key)
        return dates is not None and not dates.marked
    return line.why == "ago" or SECTION_LINE.fullmatch(line.key) is not None


def _is_a_name(line: Line) -> bool:
    """Whether a line is two words like a given name and a family name with the article or in -i."""
    return line.words == 2 and is_shaped_like_a_name(line.text) and is_a_full_name(line.text)


def _is_row(text: str) -> bool:
    """Whether a line is a row of tags: three or more parts of few words with bars between."""
    parts = text.split("|")
    return len(parts) > 2 and all(1 <= len(part.split()) <= 4 for part in parts)


def _is_told(line: Line) -> bool:
    """Whether a line is prose or ends like a statement: headlines of other articles may be questions or exclamations."""
    return line.is_prose or (line.is_sentence and line.text.rstrip(" \"'”“»«)’")[-1:] not in "؟?!")


def _is_bar(line: Line) -> bool:
    """Whether a line is one of the controls for sharing and printing that stand at the end of an article."""
    return line.why == "control" and _SHARING.fullmatch(line.key.strip(_AROUND)) is not None
