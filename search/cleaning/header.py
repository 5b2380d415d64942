"""What the lines of a header say: authors, dateline, dates of publication and update."""

from collections.abc import Sequence
from dataclasses import dataclass

from search.arabic.folding import fold_text
from search.cleaning.bylines import AUTHOR_MARKED, header_parts, origin, read_byline, read_names, without_origin
from search.cleaning.datelines import AFTER_PLACE, PLACE_ALONE, Dateline, Names, read_dateline, read_inline_dateline
from search.cleaning.lines import Line
from search.cleaning.moments import CLOCK_BELOW, CLOCK_REACH, Dates, read_date_line, read_moment
from search.cleaning.printed import PRINTED, moment_of_printing
from search.types import Moment

_SHORT = 160
_NEAR_TITLE = 3
"""Lines above the title among which a date without a mark is that of the article; further up it is the site's clock."""

_ABOVE_TITLE = 3
_BELOW_STORY = 4
_DATELINE = 5
_ISSUE = 6
"""Ranks after every date of the header: what is written below the story, the day on which the report was sent, and the
newspaper's issue."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the header of a page tells. `fetched` is when the page was printed or got. `sources` are the media named in its
    datelines, as written."""

    published: Moment | None
    updated: Moment | None
    fetched: Moment | None
    authors: tuple[str, ...]
    dateline: str | None
    sources: tuple[str, ...]


def read_header(lines: Sequence[Line], outlets: Names) -> Header:
    """Reads lines that have their roles. Only lines with the role of a date, byline or dateline tell anything, beside the
    place that the first paragraph of the story begins with."""
    title = next((at for at, line in enumerate(lines) if line.role == "title"), 0)
    end = max((at for at, line in enumerate(lines) if line.role == "body"), default=len(lines))
    published: list[tuple[int, Moment]] = []
    clocks: list[Moment] = []
    updated: list[Moment] = []
    fetched = [moment for line in lines if line.why == PRINTED and (moment := read_moment(moment_of_printing(line)))]
    authors: dict[str, None] = {}
    datelines: list[Dateline] = []
    for at, line in enumerate(lines):
        if found := _dateline(line, outlets):
            datelines.append(found)
            authors.update(dict.fromkeys(found.authors))
            if found.day is not None:
                published.append((_DATELINE, found.day))
        if line.role not in ("date", "byline"):
            continue
        following = next((below for below in lines[at + 1 : at + 1 + CLOCK_REACH] if below.role == "date"), None)
        clock = following.key if following is not None and following.why == CLOCK_BELOW else ""
        for part in _parts(line):
            if dates := read_date_line(f"{part.key} {clock}".strip()):
                rank = _rank(dates, lines, at, title, end) or (_ISSUE if _is_issue(part.key) else 0)
                if dates.published and rank:
                    published.append((rank, dates.published))
                    clocks += [dates.published] if rank == _ABOVE_TITLE else []
                elif dates.published:
                    fetched.append(dates.published)
                updated += [dates.updated] if dates.updated else []
                fetched += [dates.fetched] if dates.fetched else []
            else:
                authors.update(dict.fromkeys(read_byline(part) or read_names(part.text) or _alone(line)))
    first = next((line for line in lines if line.role == "body"), None)
    if first is not None and (inline := read_inline_dateline(first.text, outlets)):
        datelines.append(inline)
        authors.update(dict.fromkeys(inline.authors))
        if inline.day is not None:
            published.append((_DATELINE, inline.day))
    rank, chosen = min(published, key=lambda ranked: ranked[0], default=(0, None))
    if 0 < rank < _ABOVE_TITLE:  # then a date above the title that is another day's is the site's clock
        fetched += [clock for clock in clocks if chosen is not None and clock.timetuple()[:3] != chosen.timetuple()[:3]]
    return Header(
        published=chosen,
        updated=updated[0] if updated else None,
        fetched=fetched[0] if fetched else None,
        authors=tuple(authors),
        dateline=next((line.place for line in datelines if line.place), None),
        sources=tuple(line.source for line in datelines if line.source),
    )


def _dateline(line: Line, outlets: Names) -> Dateline | None:
    if line.role == "byline" and (place := origin(line.text)):
        return Dateline(place, None)
    if line.role != "dateline":
        return None
    if line.why == PLACE_ALONE:
        return Dateline(line.text.rstrip(AFTER_PLACE), None)
    return read_dateline(line, outlets) or read_dateline(line, outlets, sure=True)


def _rank(dates: Dates, lines: Sequence[Line], at: int, title: int, end: int) -> int:
    """1 for a date that is marked as that of publication, 2 between title and story, 3 just above the title, 4 below the
    story, 0 for the site's clock. The buttons of a font widget do not count as lines between."""
    if dates.marked:
        return 1
    if at > title:
        return 2 if at < end else _BELOW_STORY
    between = sum(any("ء" <= letter <= "ي" for letter in line.key) for line in lines[at + 1 : title])
    return _ABOVE_TITLE if between < _NEAR_TITLE else 0


def _alone(line: Line) -> tuple[str, ...]:
    return (without_origin(line.text),) if line.why == AUTHOR_MARKED else ()


def read_masthead(texts: Sequence[str]) -> tuple[Moment | None, Moment | None]:
    """What the dates above a headline say: the day of the newspaper's issue, or a second date right above the headline; and the
    day on which the site was looked at, which many sites show at their top."""
    issued = today = None
    for at, text in enumerate(texts):
        key = " ".join(fold_text(text).split()) if len(text) < _SHORT else ""
        dates = read_date_line(key) if key else None
        if dates and dates.published and not dates.marked:
            if _is_issue(key) or (today is not None and len(texts) - at <= _NEAR_TITLE):
                issued = issued or dates.published
            else:
                today = today or dates.published
    return issued, today


def _is_issue(key: str) -> bool:
    return "العدد" in key.split()


def _parts(line: Line) -> list[Line]:
    """The line itself where it is of one piece, else its parts, as lines."""
    if read_date_line(line.key) is not None or read_byline(line) is not None:
        return [line]
    return [Line(part, " ".join(fold_text(part).split()), False) for part in header_parts(line.text)]
