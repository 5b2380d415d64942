"""The matching levels: how much two spellings may differ and still be the same word. One table for analysis and queries."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Level:
    """`name` is that of the analyzers and, but for the widest level, of the subfield; `weight` what a match there is worth."""

    name: str
    subfield: str | None
    weight: float

    def field(self, base: str, group: str) -> str:
        """The field of the index that holds `base` (`title` or `body`) of a language group's articles at this level."""
        return f"{base}.{group}.{self.subfield}" if self.subfield else f"{base}.{group}"

    def analyzer(self, group: str) -> str:
        """The analyzer of such a field."""
        return f"{self.name}_{group}"


SPELLING: Final = Level("spelling", "spelling", 1.0)
"""The same letters, whatever hamza seats, vowel signs, tatweel, final letters, keyboards or digits they are typed with."""

WORD: Final = Level("word", None, 0.6)
"""The same word with its article, particles and regular endings taken off, and the words left out that say nothing."""

LEVELS: Final = (SPELLING, WORD)
"""Each includes those before it."""

DEFAULT: Final = WORD
"""What a search asks for that names no level."""


def named(name: str) -> Level:
    """The level of this name, or the default."""
    return next((level for level in LEVELS if level.name == name), DEFAULT)
