"""Decks: what stands between headline and story and introduces it, where the markup says so."""

import re
from collections.abc import Iterable, Sequence, Set
from typing import Final

from search.cleaning.blocks import Block
from search.cleaning.lines import Line

_DECK: Final = re.compile(
    r"(?:^|[\s_-])(?:sub-?(?:title|head|heading|headline)|standfirst|deck|excerpt|lead|leadin|intro)(?:$|[\s_-])", re.I
)
"""Classes that templates give to a deck (general knowledge)."""
_FEWEST_WORDS: Final = 4


def read_decks(found: Iterable[Block]) -> frozenset[str]:
    """The texts of blocks that are marked as decks."""
    return frozenset(block.text for block in found if _DECK.search(block.place.get("class") or ""))


def without_decks(story: list[str], decks: Set[str]) -> list[str]:
    """The story from its first line on that is no deck: date, author and picture stand between deck and story."""
    return story[next((at for at, text in enumerate(story) if text not in decks), 0) :]


def mark_decks(lines: Sequence[Line], decks: Set[str]) -> None:
    """Marks the decks above the story, which belong to it."""
    for line in lines:
        if line.is_prose:
            return
        if line.text in decks and line.words >= _FEWEST_WORDS:
            line.mark("body", "introduces the story")
