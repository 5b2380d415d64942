"""The matching levels: how much two spellings may differ and still be the same word. One table for analysis and queries."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Level:
    """`name` is the analyzer and, but for the widest level, the subfield; `weight` what a match there is worth."""

    name: str
    subfield: str | None
    weight: float

    def field(self, base: str) -> str:
        """The field of the index that holds `base` (`title` or `body`) at this level."""
        return f"{base}.{self.subfield}" if self.subfield else base


SPELLING: Final = Level("spelling", "spelling", 1.0)
"""The same letters, whatever hamza seats, vowel signs, tatweel, final letters, keyboards or digits they are typed with."""

WORD: Final = Level("word", None, 0.6)
"""The same word with its article, particles and regular endings taken off."""
