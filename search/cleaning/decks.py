"""Decks: what stands between headline and story and introduces it, where the markup says so."""

import re
from collections.abc import Iterable, Sequence, Set
from itertools import islice
from typing import Final

from lxml.html import HtmlElement

from search.cleaning.blocks import Block
from search.cleaning.lines import Line

_DECK: Final = re.compile(
    r"(?:^|[\s_-])(?:sub-?(?:title|head|heading|headline)|standfirst|deck|excerpt|lead|leadin|intro)(?:$|[\s_-])", re.I
)
"""Classes that templates give to a deck (general knowledge)."""
_SUMMARY: Final = re.compile(
    r"(?:^|[\s_-])(?:summary|key-?(?:points|facts|takeaways)|takeaways|highlights|bullets|tl-?dr)(?:$|[\s_-])", re.I
)
"""Classes of the box that has the story's points as a list (general knowledge)."""
_DEEPEST: Final = 3
"""Elements around a point, of which one may be that box: list, wrapper, box."""
_FEWEST_WORDS: Final = 4


def read_decks(found: Iterable[Block]) -> frozenset[str]:
    """The texts of blocks that are marked as decks, or stand as items in a summary of the story."""
    return frozenset(
        block.text for block in found if _DECK.search(block.place.get("class") or "") or _is_point(block.place)
    )


def _is_point(place: HtmlElement) -> bool:
    if place.tag != "li" or place.find(".//a") is not None:
        return False
    return any(_SUMMARY.search(box.get("class") or "") for box in islice(place.iterancestors(), _DEEPEST))


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
