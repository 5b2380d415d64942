"""Marked text in paragraphs: matches numbered, mentions linked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count, groupby

from search.query.passages import Passage
from search.web.mentions import Link


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a run. `match` is its number among the article's matches, from 1; None for plain text. Of a match that a
    mention begins or ends in, the first stretch is its `head`."""

    text: str
    match: int | None = None
    head: bool = True


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces that stand in one mention, or in none."""

    pieces: tuple[Piece, ...]
    mention: Link | None = None


Paragraph = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Text:
    title: Paragraph
    paragraphs: tuple[Paragraph, ...]
    matches: int


def in_paragraphs(title: Passage, body: Passage, in_title: Iterable[Link] = (), in_body: Iterable[Link] = ()) -> Text:
    """A line of `body` is a paragraph; empty lines are left out. Matches are numbered from the title on.

    in_title, in_body: the mentions to link, in text order; offsets into the text of the passage. What begins before the end
    of another is passed over, and so is one that runs over a line's end.
    """
    numbers = count(1)
    heading = [run for line in _lines(_pieces(title, list(in_title), numbers)) for run in line]
    paragraphs = tuple(
        line
        for line in _lines(_pieces(body, list(in_body), numbers))
        if any(piece.text.strip() for run in line for piece in run.pieces)
    )
    return Text(tuple(heading), paragraphs, matches=next(numbers) - 1)


_Placed = tuple[Piece, Link | None]


def _pieces(passage: Passage, links: list[Link], numbers: Iterator[int]) -> Iterator[_Placed]:
    """The passage cut at the ends of mentions, each piece with the mention that it stands in."""
    text = "".join(segment.text for segment in passage)
    waiting = iter(_apart(text, links))
    link = next(waiting, None)
    at = 0
    for segment in passage:
        number = next(numbers) if segment.marked else None
        start, end = at, at + len(segment.text)
        while at < end:
            while link and link.end <= at:
                link = next(waiting, None)
            inside = link is not None and link.start <= at
            cut = end if link is None else min(end, link.end if inside else max(link.start, at + 1))
            yield Piece(text[at:cut], number, head=at == start), link if inside else None
            at = cut


def _apart(text: str, links: Iterable[Link]) -> Iterator[Link]:
    end = 0
    for link in links:
        if link.start >= end and "\n" not in text[link.start : link.end]:
            yield link
            end = link.end


def _lines(placed: Iterable[_Placed]) -> Iterator[Paragraph]:
    line: list[_Placed] = []
    for piece, link in placed:
        for at, text in enumerate(piece.text.split("\n")):
            if at:
                yield _runs(line)
                line = []
            if text:
                line.append((Piece(text, piece.match, piece.head and not at), link))
    yield _runs(line)


def _runs(line: Iterable[_Placed]) -> Paragraph:
    groups = groupby(line, key=lambda placed: placed[1])
    return tuple(Run(tuple(piece for piece, _ in group), link) for link, group in groups)
