"""What the lines of a header say: authors, dateline, dates of publication and update."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from search.arabic.folding import fold_text
from search.cleaning.bylines import Dateline, Names, is_person, read_byline, read_dateline, read_inline_dateline
from search.cleaning.lines import Line
from search.cleaning.moments import is_marked, read_date_line
from search.types import Moment

_NEAR_TITLE = 3
"""Lines above the title among which a date without a mark is that of the article; further up it is the site's clock."""

_RANK_OF_DATELINE = 4
"""After every date of the header: it is the day on which the report was sent."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the header of a page tells. `sources` are the media named in its datelines, as written."""

    published: Moment | None
    updated: Moment | None
    authors: tuple[str, ...]
    dateline: str | None
    sources: tuple[str, ...]


def read_header(lines: Sequence[Line], outlets: Names) -> Header:
    """Reads lines that have their roles. Only lines with the role of a date, byline or dateline tell anything, beside the
    place that the first paragraph of the story begins with."""
    title = next((at for at, line in enumerate(lines) if line.role == "title"), 0)
    published: list[tuple[int, Moment]] = []
    updated: list[Moment] = []
    authors: dict[str, None] = {}
    datelines: list[Dateline] = []
    for at, line in enumerate(lines):
        if line.role == "dateline" and (found := read_dateline(line, outlets)):
            datelines.append(found)
            authors.update(dict.fromkeys(found.authors))
        if line.role not in ("date", "byline"):
            continue
        for part in _parts(line):
            if dates := read_date_line(part.key):
                if dates[0] and (rank := _rank(part, at, title)):
                    published.append((rank, dates[0]))
                if dates[1]:
                    updated.append(dates[1])
            elif names := read_byline(part) or ((part.text,) if is_person(part) else None):
                authors.update(dict.fromkeys(names))
    first = next((line for line in lines if line.role == "body"), None)
    if first is not None and (inline := read_inline_dateline(first.text, outlets)):
        datelines.append(inline)
        if inline.day is not None:
            published.append((_RANK_OF_DATELINE, inline.day))
    return Header(
        published=min(published, key=lambda ranked: ranked[0])[1] if published else None,
        updated=updated[0] if updated else None,
        authors=tuple(authors),
        dateline=next((line.place for line in datelines if line.place), None),
        sources=tuple(line.source for line in datelines if line.source),
    )


def _rank(line: Line, at: int, title: int) -> int:
    """1 for a date that is marked as that of publication, 2 below the title, 3 just above it, 0 for the site's clock."""
    if is_marked(line.key):
        return 1
    if at > title:
        return 2
    return 3 if title - at <= _NEAR_TITLE else 0


def _parts(line: Line) -> list[Line]:
    """The line itself where it is of one piece, else its parts, as lines."""
    if read_date_line(line.key) is not None or read_byline(line) is not None:
        return [line]
    parts = (part.strip() for part in re.split(r"\s+[|•·]\s+|\s{3,}", line.text))
    return [Line(part, " ".join(fold_text(part).split()), False) for part in parts if part]
