"""Passages: stretches of an article's own words with what matched the query marked."""

from dataclasses import dataclass
from typing import Final

from search.arabic.letters import DROPPED

MARK_START: Final = "\ufdd0"
MARK_END: Final = "\ufdd1"
"""Marks around a match in what the server sends: noncharacters that Unicode reserves for such use and no text contains
(cleaning removes them)."""

_TRAILING: Final = "".join(DROPPED)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text, marked where it matched the query."""

    text: str
    marked: bool = False


Passage = tuple[Segment, ...]


def to_passage(marked_text: str) -> Passage:
    """The server's text with marks -> segments. A mark is widened to the end of its word's own vowel signs."""
    segments: list[Segment] = []
    for at, piece in enumerate(marked_text.split(MARK_START)):
        inside, separator, after = piece.partition(MARK_END)
        if at == 0 or not separator:
            segments.append(Segment(piece))
            continue
        rest = after.lstrip(_TRAILING)
        segments.append(Segment(inside + after[: len(after) - len(rest)], marked=True))
        segments.append(Segment(rest))
    return tuple(segment for segment in segments if segment.text)
