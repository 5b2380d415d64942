"""Marked text in paragraphs, its matches numbered."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from search.query.passages import Passage


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph. `match` is its number among the article's matches, from 1; None for plain text."""

    text: str
    match: int | None = None


Paragraph = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Text:
    title: Paragraph
    paragraphs: tuple[Paragraph, ...]
    matches: int


def in_paragraphs(title: Passage, body: Passage) -> Text:
    """A line of `body` is a paragraph; empty lines are left out. Matches are numbered from the title on."""
    numbers = count(1)
    heading = tuple(Piece(segment.text, next(numbers) if segment.marked else None) for segment in title)
    lines = tuple(_lines(body, numbers))
    return Text(heading, lines, matches=next(numbers) - 1)


def _lines(body: Passage, numbers: Iterator[int]) -> Iterator[Paragraph]:
    line: list[Piece] = []
    for segment in body:
        number = next(numbers) if segment.marked else None
        for at, text in enumerate(segment.text.split("\n")):
            if at:
                yield from _finished(line)
                line = []
            if text:
                line.append(Piece(text, number))
    yield from _finished(line)


def _finished(line: list[Piece]) -> Iterator[Paragraph]:
    if any(piece.text.strip() for piece in line):
        yield tuple(line)
