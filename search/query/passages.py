"""Passages: stretches of an article's own words with what matched the query marked."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from search.arabic.clitics import PROCLITICS
from search.arabic.folding import fold_text
from search.arabic.letters import ARTICLE, DROPPED

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


def choose(passages: Iterable[Passage], most: int) -> tuple[Passage, ...]:
    """At most `most` of the passages (best first, as the server ranks them): each next one is that which shows the most
    words that those before it do not, so that a rare word of the query is not crowded out by a common one."""
    left = [(passage, _words(passage)) for passage in passages]
    chosen: list[Passage] = []
    shown: set[str] = set()
    while left and len(chosen) < most:
        best = max(left, key=lambda item: len(item[1] - shown))
        left.remove(best)
        chosen.append(best[0])
        shown |= best[1]
    return tuple(chosen)


def _words(passage: Passage) -> set[str]:
    """The marked words, spelling and clitics aside."""
    folded = " ".join(fold_text(segment.text) for segment in passage if segment.marked)
    return {_bare(word) for word in folded.split()}


def _bare(word: str) -> str:
    article = word.find(ARTICLE, 0, 4)
    if article >= 0 and PROCLITICS.fullmatch(word[:article]) and len(word) > article + 4:
        return word[article + 2 :]
    return word
