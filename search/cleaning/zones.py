"""Where the article lies on a page: the header above its first paragraph, the title there, and the tail below its last."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from search.arabic.folding import fold_text
from search.cleaning.bylines import (
    AUTHOR_MARKED,
    COUNTRIES,
    LATIN_NAMES,
    PLACES,
    PROFESSION,
    header_parts,
    is_account,
    is_byline_mark,
    is_name,
    is_person,
    is_shaped_like_a_name,
    read_byline,
)
from search.cleaning.captions import is_like_a_caption
from search.cleaning.clocks import has_clock, is_clock
from search.cleaning.datelines import AFTER_PLACE, PLACE_ALONE, Names, read_dateline
from search.cleaning.furniture import SECTION_LINE
from search.cleaning.lines import Line, Role, words_of
from search.cleaning.moments import CLOCK_BELOW, CLOCK_REACH, read_date_line

_BREADCRUMB: Final = re.compile(r"\s*[|›>←]\s*|\s+[/»ـ•·–-]\s+")
_HEADER_ROLES: Final = ("date", "byline", "dateline", "caption")
_TITLE_LIMIT: Final = 200
"""Characters of the longest headlines; three lines of a newspaper column."""
_BARE: Final = re.compile(r"[\d.,\s]{1,12}k?|\([^()\d]{2,25}\)")
_NO_MENU: Final = re.compile(r"\d|[:.…]$|^\*")
"""What no item of a menu has: figures, the end of a sentence, the star before a writer's office."""
_NEAR_TITLE: Final = 4
_SAYS_WHO: Final = ("بواسطه ", "كتب ", "بقلم ", "نشر بواسطه ", "تحرير ", "اعداد ")
_CAPTION_WORDS: Final = 12
_MOST_HEADER_LINES: Final = 300
"""Lines of dates, authors and places on one page at most: each costs a hundred others to read."""
_FEW_MORE: Final = 8
_LEAD_WORDS: Final = 7
"""Words of the longest datelines without a known medium or city."""
_LONG_TITLE: Final = 18
"""Words above which a line is rather the sentence below a headline."""
_HEADER_REACH: Final = 6
"""Lines below a headline among which its date or author stands: deck, picture and its caption, twice at most, between."""
_SHORT_TITLE: Final = 3
"""Words below which a line is rather a menu's."""
_ARABIC: Final = re.compile("[\u0621-\u064a\u066e-\u06d3]")


def mark_header_lines(lines: Sequence[Line], outlets: Names, edges: int | None = None) -> None:
    """Date lines, bylines and datelines. `edges` limits the search to so many lines at either end of the article's own
    text, where nothing but text is expected (records); None looks at every line that is not prose."""
    where = lines if edges is None or len(lines) <= 2 * edges else [*lines[:edges], *lines[-edges:]]
    found = 0
    for line in where:
        if line.role or not line.key or line.is_prose or found > _MOST_HEADER_LINES:
            continue
        if read_date_line(line.key) is not None:
            line.mark("date", "a date")
        elif read_byline(line) is not None:
            line.mark("byline", "names the author")
        elif read_dateline(line, outlets) is not None:
            line.mark("dateline", "place and medium")
        elif all(_is_header_part(part, line) for part in header_parts(line.text)):
            line.mark("byline", "author and date")
        found += line.role is not None
    _mark_clock(lines)
    for above, below in pairwise(lines):
        if is_byline_mark(above.key.strip(" :")) and (is_name(below.text) or is_shaped_like_a_name(below.text)):
            above.mark("furniture", "stands before the author's name")
            below.mark("byline", AUTHOR_MARKED)
    lead = _lead(lines)
    if lead is not None and (edges is not None or any(line.words >= 3 for line in _open_above(lines, lead))):
        line = lines[lead]
        if line.words <= _LEAD_WORDS and read_dateline(line, outlets, sure=True) is not None:
            line.mark("dateline", "right above the story")


def _mark_clock(lines: Sequence[Line]) -> None:
    """A time of day alone right below a date without one, or the only one between such a date and the story."""
    story = next((at for at, line in enumerate(lines) if line.role is None and line.is_prose), len(lines))
    clocks = [at for at, line in enumerate(lines) if line.role is None and is_clock(line.key)]
    for at in clocks:
        near = 1 if at > story or len(clocks) > 1 else CLOCK_REACH
        above = next((line for line in reversed(lines[max(0, at - near) : at]) if line.role == "date"), None)
        if above is not None and not has_clock(above.key):
            lines[at].mark("date", CLOCK_BELOW)


def _lead(lines: Sequence[Line]) -> int | None:
    """Position of the last line above the first paragraph that is neither furniture nor a date."""
    first = next((at for at, line in enumerate(lines) if line.role is None and line.is_prose), None)
    above = reversed(range(first or 0))
    return next((at for at in above if lines[at].role not in ("furniture", "date", "caption")), None)


def _open_above(lines: Sequence[Line], at: int) -> list[Line]:
    return [line for line in lines[:at] if line.role is None]


def mark_zones(lines: Sequence[Line]) -> None:
    """Gives every line that is still open its role by where it stands: above the title, title, between title and story,
    story, below the story. No line that reads like a sentence is lost."""
    start = _story_start(lines)
    title = _title_position(lines, start)
    arabic = any(_ARABIC.search(line.text) for line in lines[start : start + 1])
    for at, line in enumerate(lines):
        if line.role:
            continue
        if at == title:
            line.mark("title", "the best headline above the story")
        elif arabic and at < start and not _ARABIC.search(line.text):
            line.mark("furniture", "no word of Arabic")
        elif at >= start or line.is_sentence:
            line.mark("body", "story")
        elif title is None or at < title:
            line.mark("furniture", "above the title")
        else:
            line.mark(*_between(lines, at, title, start))
    _mark_tail(lines, title)


def _between(lines: Sequence[Line], at: int, title: int, start: int) -> tuple[Role, str]:
    """The role of an open line between title and story, and why."""
    line = lines[at]
    if _repeats(line, lines[title]):
        return "furniture", "copy of the title"
    if _BARE.fullmatch(line.key):
        return "furniture", "a number or a credit in brackets"
    place = line.key.rstrip(AFTER_PLACE)
    if place in PLACES and (place != line.key or (at - title <= _NEAR_TITLE and place not in COUNTRIES)):
        return "dateline", PLACE_ALONE
    if _is_of_author(line, lines, at):
        return "furniture", "who the author is"
    if is_like_a_caption(line):
        return "caption", "ends like one"
    if line.words >= 5 and not (line.words <= _CAPTION_WORDS and _below_date(lines, title, at)):
        return "body", "between title and story"
    if _is_own_name(line, lines[start:]):
        return "furniture", "the site's name"
    if is_person(line) and _touches(lines, at, _HEADER_ROLES, title):
        return "byline", "a person's name beside title and date"
    if SECTION_LINE.fullmatch(line.key):
        return "furniture", "section"
    below_header = not any(other.role in _HEADER_ROLES or other.role == "furniture" for other in lines[at + 1 : start])
    if below_header and (line.text.endswith(":") or line.words < 2):
        return "body", "begins the story"
    if line.words < 2 or is_account(line.key) or _is_desk(line):
        return "furniture", "too short for a caption"
    if line.words < 4 and is_shaped_like_a_name(line.text) and _is_beside_a_date(lines, at, title):
        return "byline", AUTHOR_MARKED
    return "caption", "short line under the title"


def _story_start(lines: Sequence[Line]) -> int:
    """Position of the first paragraph: the first open line of prose. A first one that is short enough for a headline and
    is followed by header lines is the headline instead. Without prose, the second open line."""
    prose = [at for at, line in enumerate(lines) if line.role is None and line.is_prose]
    if not prose:
        opened = [at for at, line in enumerate(lines) if line.role is None]
        return opened[1] if len(opened) > 1 else len(lines)
    first = prose[0]
    between = lines[first + 1 : prose[1]] if len(prose) > 1 else []
    if len(lines[first].text) <= _TITLE_LIMIT and between and between[0].role in (*_HEADER_ROLES, "furniture"):
        above = [line for line in lines[:first] if line.role is None and line.words >= 4]
        if not above and any(line.role in ("date", "byline", "dateline") for line in between):
            return prose[1]
    if between and between[0].role in ("date", "byline", "dateline") and len(between) <= _HEADER_REACH:
        return prose[1]  # a sentence introduces the story above its date
    return first


def _title_position(lines: Sequence[Line], start: int) -> int | None:
    """The line above `start` that is most like a headline: it has words in common with the story, the length of one, and
    stands apart. The first that comes near the best wins, since what follows a headline repeats it."""
    header = [at for at in range(start) if lines[at].role is None]
    if not header:
        return None
    story: set[str] = set()
    for line in lines[start : start + 12]:
        story |= words_of(line.key or line.text)
    scores = {at: _headline_score(lines, at, story) for at in header}
    best = max(scores.values())
    if best <= 0:
        return None
    return next(at for at in header if scores[at] >= 0.7 * best)


def _headline_score(lines: Sequence[Line], at: int, story: set[str]) -> float:
    line = lines[at]
    if SECTION_LINE.fullmatch(line.key) or is_breadcrumb(line.text) or len(line.text) > _TITLE_LIMIT:
        return 0.0
    shared = len(words_of(line.key) & story)
    following = lines[at + 1] if at + 1 < len(lines) else None
    apart = line.apart + (following is None or following.apart)
    written_again = any(other.key == line.key for other in lines[at + 1 :])
    signed = any(near.role in ("date", "byline", "dateline") for near in lines[at + 1 : at + 1 + _HEADER_REACH])
    score = min(shared, 8) * 1.5 + min(line.words, 8) * 0.5 + apart + 4 * written_again + 2 * signed
    unlike = (
        line.words > _LONG_TITLE
        or line.text.rstrip(" \"'”“»«)’").endswith(".")
        or line.words < _SHORT_TITLE
        or is_like_a_caption(line)
    )
    return score * (0.7 if unlike else 1)


def is_breadcrumb(text: str) -> bool:
    """Whether a line is a path of sections or a row of names: three or more short parts, or two of which one is a section;
    or words that begin with the home page's."""
    if text.startswith("الرئيسية ") and len(text.split()) >= 3:
        return True
    parts = [part for part in _BREADCRUMB.split(text.strip(" |/>›»")) if part]
    if len(parts) >= 3 and all(len(part.split()) <= 4 for part in parts):
        return True
    return len(parts) == 2 and any(SECTION_LINE.fullmatch(part) for part in parts) and len(text.split()) <= 6


def _below_date(lines: Sequence[Line], title: int, at: int) -> bool:
    """Whether date or author stand between the headline and a line: a sentence that introduces the story comes before them."""
    return any(line.role in ("date", "byline", "dateline") for line in lines[title + 1 : at])


def _is_own_name(line: Line, story: Sequence[Line]) -> bool:
    """Whether the story calls the words of a short line a medium: its own (`اطلعت عليه شبكة ...`)."""
    named = re.compile(rf"(?:شبكه|موقع|وكاله|صحيفه|قناه|منصه) \W?{re.escape(line.key)}(?!\w)")
    return line.words <= 4 and any(named.search(fold_text(text.text[:600])) for text in story[:4])


def _is_of_author(line: Line, lines: Sequence[Line], at: int) -> bool:
    """Whether a line right below an author's name says what the author is."""
    above = lines[at - 1]
    return above.role == "byline" and line.words <= _CAPTION_WORDS and PROFESSION.match(line.key) is not None


def _is_desk(line: Line) -> bool:
    """Whether a line says who put the article online, and names no person: `بواسطة تحرير الأخبار`."""
    return line.words <= 4 and line.key.startswith(_SAYS_WHO) and read_byline(line) is None


def _is_beside_a_date(lines: Sequence[Line], at: int, title: int) -> bool:
    """Whether a line stands right above or below a date; the only such line below the headline is the author's."""
    return any(lines[near].role == "date" for near in (at - 1, at + 1) if title < near < len(lines))


def _repeats(line: Line, title: Line) -> bool:
    """Whether a line is the headline again, alone or with a few words behind: what a picture has for the blind."""
    return bool(title.key) and line.key.startswith(title.key) and line.words <= title.words + _FEW_MORE


def _touches(lines: Sequence[Line], at: int, roles: Sequence[str], title: int | None) -> bool:
    """Whether the next line above or below, furniture left out, has one of these roles or is the title."""
    above = next((other for other in reversed(range(at)) if lines[other].role != "furniture"), at)
    below = next((other for other in range(at + 1, len(lines)) if lines[other].role != "furniture"), at)
    return lines[above].role in roles or lines[below].role in roles or above == title


def _is_header_part(part: str, line: Line) -> bool:
    """Whether one of several parts of a line is a header line by itself."""
    if part == line.text:
        return False
    alone = Line(part, " ".join(fold_text(part).split()), False)
    return (
        read_date_line(alone.key) is not None
        or read_byline(alone) is not None
        or is_person(alone)
        or is_account(alone.key)
        or LATIN_NAMES.fullmatch(part) is not None
    )


def _mark_tail(lines: Sequence[Line], title: int | None) -> None:
    """Below the last paragraph: three or more short lines in a row of hardly more than two words each are a menu
    or a list of tags. Verses are longer; results and tables have figures."""
    last = max(
        (at for at, line in enumerate(lines) if line.role == "body" and (line.is_prose or line.is_sentence)),
        default=None,
    )
    if last is None:
        return
    tail = [line for line in lines[last + 1 :] if line.role == "body"]
    short = [line for line in tail if line.words <= 4 and not _NO_MENU.search(line.text)]
    after = lines[-1].role == "furniture" and sum(line.role == "body" and line.is_prose for line in lines) >= 2
    if (len(tail) >= 3 or after) and len(short) == len(tail) and sum(line.words for line in tail) <= 2.5 * len(tail):
        for line in tail:
            line.role, line.why = "furniture", "menu below the story"
    for line in tail:
        if title is not None and line.key == lines[title].key:
            line.role, line.why = "furniture", "copy of the title"
