"""Text as written to text as matched, with the way back.

`fold` drops what is not a letter to a reader and brings the spellings of a word together; the original is never
changed: `Folded` maps every position of the folded text to the original, so that a match is shown on the text as written.
"""

import re
from dataclasses import dataclass
from typing import Final

from search.arabic.letters import DECOMPOSED, DIGITS, DROPPED, HAMZA_ABOVE, PRESENTATION_FORMS, SPELLING

_AS_WRITTEN: Final[dict[str, str]] = dict.fromkeys(DROPPED, "") | DIGITS | PRESENTATION_FORMS
_SPELLING: Final[dict[str, str]] = (
    _AS_WRITTEN
    | SPELLING
    | {
        shape: "".join(SPELLING.get(letter, letter) for letter in letters)
        for shape, letters in PRESENTATION_FORMS.items()
    }
)

REPLACEMENTS: Final[dict[str, dict[str, str]]] = {
    "exact": _AS_WRITTEN | DECOMPOSED,
    "spelling": _SPELLING | {pair: SPELLING[letter] for pair, letter in DECOMPOSED.items()},
}
"""Level name to {character, or letter and combining hamza: what takes its place}. The analyzers of the search server are
generated from this."""

_TABLES: Final = {"exact": str.maketrans(_AS_WRITTEN), "spelling": str.maketrans(_SPELLING)}
_CHANGES_LENGTH: Final = re.compile(
    "[" + "".join(re.escape(character) for character, new in _SPELLING.items() if len(new) != 1) + "]"
)
_TRAILS_ITS_LETTER: Final = DROPPED


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text beside its original.

    `starts[i]` is the position in `original` of the character that became `text[i]`; `starts[len(text)]` is
    `len(original)`. Positions are Python characters.
    """

    original: str
    text: str
    starts: tuple[int, ...] | range

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that `text[start:end]` (not empty) came from, with the vowel signs and tatweel
        that belong to its last letter."""
        stop = self.starts[end - 1] + 1
        limit = self.starts[end]
        while stop < limit and self.original[stop] in _TRAILS_ITS_LETTER:
            stop += 1
        return self.starts[start], stop


def fold_text(text: str, level: str = "spelling") -> str:
    """`text` in lower case with the replacements of `level` ('exact' or 'spelling') made; no way back."""
    return _lower(_composed(text)).translate(_TABLES[level])


def fold(text: str, level: str = "spelling") -> Folded:
    """`text` folded as by `fold_text`, with the map back to it."""
    table = _AS_WRITTEN if level == "exact" else _SPELLING
    folded = fold_text(text, level)
    starts: list[int] = []
    done = 0
    for match in _CHANGES_LENGTH.finditer(text):
        at = match.start()
        starts.extend(range(done, at))
        starts.extend([at] * len(table.get(match[0], match[0])))
        done = at + 1
    if not done:
        return Folded(text, folded, range(len(text) + 1))
    starts.extend(range(done, len(text) + 1))
    return Folded(text, folded, tuple(starts))


def _composed(text: str) -> str:
    """Letters before a combining hamza with theirs, which stays behind them (and is dropped): no length changes."""
    if HAMZA_ABOVE in text:
        for pair, letter in DECOMPOSED.items():
            text = text.replace(pair, letter + HAMZA_ABOVE)
    return text


def _lower(text: str) -> str:
    """Lower case, one character for one, whatever stands beside it, as the search server does it: the few letters whose
    lower case is longer (İ) stay as they are, and sigma has one lower case."""
    lowered = text.lower()
    if len(lowered) == len(text) and "Σ" not in text:
        return lowered
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)
