"""What HTML pages have between headline and story that no class tells: counters and sections beside the date, and decks."""

import re
from collections.abc import Sequence
from typing import Final

from search.cleaning.furniture import SECTION_LINE
from search.cleaning.lines import Line

_NUMBER: Final = re.compile(r"[\d.,\s]{1,12}k?")
_OF_A_BAR: Final = re.compile(r"[|•·]|(?<!\d)(?:19|20)\d\d(?!\d).*\b(?:اطبع|طباعه|ارسل|مشاركه|شارك)\b")
_FEWEST_WORDS: Final = 5
"""Words of a line from which it rather introduces the story than belongs to a bar of controls."""


def mark_openings(lines: Sequence[Line]) -> None:
    """Marks the open lines above the first paragraph: numbers and sections as furniture, and what has the words of a sentence and
    stands above date and author as the story's introduction."""
    signed = False
    for line in lines:
        if line.role is None and line.is_prose:
            return
        signed = signed or line.role in ("date", "byline", "dateline")
        if line.role is None and (_NUMBER.fullmatch(line.key) or SECTION_LINE.fullmatch(line.key)):
            line.mark("furniture", "beside the date")
        elif line.role is None and not signed and line.words >= _FEWEST_WORDS and not _OF_A_BAR.search(line.key):
            line.mark("body", "introduces the story")
