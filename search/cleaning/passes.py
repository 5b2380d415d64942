"""The passes that know a line by itself or by its neighbours: controls, mastheads, dates, captions, links to other articles.

Each takes the lines of a page and marks in place those that it is sure of; a later pass never overrules an earlier one.
`learned.py` has the passes for what was learned from an outlet's other pages.
"""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Final

from search.arabic.folding import fold_text
from search.cleaning.boxes import BOX_ENDS
from search.cleaning.bylines import PLACES
from search.cleaning.captions import is_two_sources
from search.cleaning.furniture import (
    COMMENT_HEADS,
    CREDITS,
    END_HEADS,
    MASTHEAD,
    PATTERNS,
    WHOLE_LINES,
    WIDGETS,
    is_heading_of_links,
)
from search.cleaning.lines import Line, open_lines

_AROUND: Final = " \t:：.…|/\\-–—_*•·»«<>›[]()\"'“”!؟?#✉☰×▶►◄"
_ORNAMENTS: Final = " ♦*•●■►▪◄◾▶"
"""What sites set before a line of their own."""
_IN_BRACKETS: Final = re.compile(r"[(\[]([^()\[\]]{2,40})[)\]]\s*[.]?$")
_CREDIT_TAIL: Final = re.compile(r"(?:©|getty|shutterstock|via)\s?.{0,25}$|(?:تصوير|عدسه)\s*[:/-].{2,30}$")
_SAYS: Final = re.compile(
    r"(?<!\w)[وف]?(?:قال|قالت|ذكر|ذكرت|نقل|نقلت|وفق|وفقا|بحسب|حسب|افاد|افادت|اضاف|اكد|اكدت|اعلن|اعلنت)(?!\w)"
)
_OFFICES: Final = tuple(MASTHEAD)
_CAPTION_MARK: Final = re.compile(r"(?:التعليق علي الصوره|تعليق الصوره|شرح الصوره)\s*[،,:].+")
_COMMENTS: Final = re.compile(
    r"(?:هناك )?(?:\W{0,2}\d{1,4}\W{0,2} (?:تعليقا?|تعليقات|ردا?|ردود)|تعليق واحد|تعليقان)(?: (?:علي|ل).{1,150})?\W*"
    r"|(?:اكتب|اضف|اترك|ضع|دون)\w* (?:تعليق|رد|راي)\w*.{0,20}|لن يتم نشر عنوان بريدك.*|جميع الحقول مطلوبه.*"
)
"""Headings of comments with their number, and the first words of a comment form."""
_MORE: Final = frozenset(map(fold_text, ("اقرأ المزيد", "إقرأ المزيد", "للمزيد", "المزيد", "قراءة المزيد")))
_COPY_LENGTH: Final = 60
"""Characters from which an equal line is no verse, formula or label that an article may repeat on purpose."""
_CAPTION_WORDS: Final = 30
CAPTION_LIMIT: Final = 220
"""Characters of the longest captions seen under press photos."""


def mark_controls(lines: Sequence[Line]) -> None:
    """Lines that are known furniture whole: share bars, skip links, advertisements, error pages, agencies alone.
    Above the story `شاهد: ...` is a headline and no link to another article."""
    story = next((at for at, line in enumerate(lines) if line.is_prose), len(lines))
    for at, line in enumerate(lines):
        if line.role or not line.key:
            continue
        bare = line.key.strip(_AROUND)
        if not bare or bare in WHOLE_LINES or WIDGETS.fullmatch(line.key.lstrip(_AROUND)):
            line.mark("furniture", "control")
        elif bare in CREDITS:
            line.mark("furniture", "credit alone")
        else:
            sentence = line.is_sentence
            key = (line.key.lstrip(_ORNAMENTS) or line.key) if line.key[0] in _ORNAMENTS else line.key
            for name, pattern, takes_sentences in PATTERNS:
                if (
                    (takes_sentences or not sentence)
                    and (name != "read also" or at > story)
                    and (pattern.fullmatch(key) or (key is not line.key and pattern.fullmatch(line.key)))
                ):
                    line.mark("furniture", name)
                    break


def mark_mastheads(lines: Sequence[Line]) -> None:
    """Offices of the newspaper, with the person's name in the same line or the next."""
    for line, following in pairwise([*lines, Line("", "", True)]):
        bare = line.key.strip(_AROUND)
        if bare in MASTHEAD:
            line.mark("furniture", "masthead")
            if 1 <= following.words <= 5 and not following.is_sentence:
                following.mark("furniture", "masthead")
        elif bare.startswith(_OFFICES) and re.search(r"[:：/-]", line.text) and line.words <= 10:
            line.mark("furniture", "masthead")


def mark_caption_copies(lines: Sequence[Line]) -> None:
    """Captions that stand twice in a row above the story, as the text of a picture and below it, the first often cut off:
    the second stays. Within a story two equal lines are so only alone between two paragraphs; else they are a refrain.
    What stands above a photo credit that has a marked caption below is what the picture has for the blind."""
    story = next((at for at, line in enumerate(lines) if line.role is None and line.is_prose), len(lines))
    headline_above = False
    for line, following in pairwise(lines[: story + 1]):
        if line.role or following.role or line.is_prose or not line.key or line.words < 2:
            pass
        elif following.key == line.key and not headline_above:
            line.mark("furniture", "headline written twice")
        elif following.key == line.key or (following.key.startswith(line.key) and following.words <= line.words + 12):
            line.mark("furniture", "copy of the next line")
            if not following.is_prose:
                following.mark("caption", "written twice")
        headline_above = headline_above or (line.role is None and line.words >= 3)
    around = zip(lines[story:], lines[story + 1 :], lines[story + 2 :], lines[story + 3 :], strict=False)
    for before, line, following, after in around:
        if line.key and line.key == following.key and line.words >= 2 and before.is_prose and after.is_prose:
            line.mark("furniture", "copy of the next line")
            following.mark("caption", "written twice")
    for text, credit in pairwise(lines[: story + 2]):
        credited = credit.why in ("photo credit", "copyright") and text.role is None and text.is_sentence
        if credited and text.key and text.words <= _CAPTION_WORDS:
            again = [line for line in lines if line.key == text.key]
            for line in again if len(again) > 1 else ():
                line.mark("caption", "beside a credit, and again")
    for text, credit, mark in zip(lines, lines[1:], lines[2:], strict=False):
        if credit.why == "photo credit" and _CAPTION_MARK.fullmatch(mark.key) and not text.is_sentence:
            text.mark("furniture", "text of a picture")


def mark_copies(lines: Sequence[Line]) -> None:
    """Second copies of whole sentences: pages show their first paragraph as a summary as well."""
    seen: set[str] = set()
    for line in open_lines(lines):
        if len(line.text) < _COPY_LENGTH:
            continue
        if line.text in seen:
            line.mark("furniture", "second copy")
        seen.add(line.text)


def mark_captions(lines: Sequence[Line]) -> None:
    """Lines that end in a photo credit: an agency in brackets, a photographer, a picture library. Below the story the
    sign © is the site's own."""
    last = max((at for at, line in enumerate(lines) if line.role is None and line.is_prose), default=len(lines))
    for at, line in enumerate(lines):
        if line.role or not line.key or len(line.text) > CAPTION_LIMIT:
            continue
        if _CAPTION_MARK.fullmatch(line.key):
            line.mark("caption", "marked as one")
            continue
        if at > last and "©" in line.text:
            line.mark("furniture", "copyright")
            continue
        found = _IN_BRACKETS.search(line.key)
        if (found and _is_credit(found[1]) and not _SAYS.search(line.key)) or _CREDIT_TAIL.search(line.key):
            line.mark("caption", "ends in a credit")


def mark_read_also(lines: Sequence[Line], links: Collection[str] = ()) -> None:
    """Headings of links to other articles, and the headlines below: those of `links` (texts that the markup says are links)
    where one follows; else those that follow without a blank line, or else the first. At the end of a page, where no
    article text follows, all of them; above the story, where menus are, none."""
    prose = [at for at, line in enumerate(lines) if line.role is None and line.is_prose]
    first, last = (prose[0], prose[-1]) if prose else (-1, -1)
    for at, line in enumerate(lines):
        if line.key.strip(_AROUND) in _MORE and at + 2 < len(lines) and lines[at + 1].key == lines[at + 2].key:
            for link in lines[at + 1 : at + 3]:  # a picture's text and the headline of another article
                link.mark("furniture", "read also")
        marked = line.role is not None and line.why != "read also"
        if marked or not is_heading_of_links(line.key.strip(_AROUND)):
            continue
        line.mark("furniture", "read also")
        if at < first:  # in a menu: the headline may come next
            continue
        linked = any(below.text in links for below in lines[at + 1 : at + 4])
        for number, link in enumerate(lines[at + 1 :]):
            if link.is_prose or (at < last and number and link.apart) or (at < last and number > 7):
                break
            if at < last and linked and link.role is None and link.text not in links:
                break
            if at < last and link.role is None and lines[at + number].why in BOX_ENDS:
                break
            link.mark("furniture", "read also")


def mark_end(lines: Sequence[Line]) -> None:
    """All that follows a heading of comments or of an error page, where most of the article stands above it; a third is
    enough above readers' comments, which may be longer than a short report."""
    prose = [len(line.text) if line.is_prose and line.role is None else 0 for line in lines]
    total = sum(prose)
    above = 0
    for at, line in enumerate(lines):
        above += prose[at]
        bare = line.key.strip(_AROUND)
        comments = bare in COMMENT_HEADS or _COMMENTS.fullmatch(line.key) is not None
        if total and ((comments and above * 3 >= total) or (bare in END_HEADS and above * 3 >= total * 2)):
            for after in lines[at:]:
                after.mark("furniture", "below the article")
            return


def mark_country_lists(lines: Sequence[Line]) -> None:
    """Menus of countries: five or more lines in a row that are nothing but names of places."""
    run: list[Line] = []
    for line in [*lines, Line("", "", True)]:
        if line.key.strip(_AROUND) in PLACES and line.role is None:
            run.append(line)
            continue
        if len(run) >= 5:
            for name in run:
                name.mark("furniture", "list of places")
        run = []


def _is_credit(key: str) -> bool:
    key = " ".join(fold_text(key).split())
    if key in CREDITS or is_two_sources(key):
        return True
    return any(part.strip() in CREDITS for part in re.split(r"[/,،–-]| من | عبر ", key))
