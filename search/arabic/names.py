"""Names looked for in texts whatever their spelling and clitics: all of them at once."""

import re
from collections.abc import Iterable
from typing import Final

import ahocorasick

from search.arabic.folding import fold_text
from search.arabic.letters import ARTICLE, DECOMPOSED, HAMZA_ABOVE

_NO_LETTER: Final = re.compile(r"[\W_]+")


class _Letters(dict[int, str]):
    """Each character's folded letters, found when it is first met: a text is gone over once, not once for its case, once for
    its spelling and once for what is no letter."""

    def __missing__(self, character: int) -> str:
        self[character] = letters = _NO_LETTER.sub("", fold_text(chr(character)))
        return letters


_LETTERS: Final = _Letters()


def letters_of(text: str) -> str:
    """Folded letters alone, without a name's article: it fuses with what stands before it (للبنتاجون), and words are
    written apart or together (عبد الكريم)."""
    if HAMZA_ABOVE in text:
        for pair, letter in DECOMPOSED.items():
            text = text.replace(pair, letter)
    return text.translate(_LETTERS).removeprefix(ARTICLE)


class Names:
    """Names to look for in texts; any number of them costs about what one does."""

    def __init__(self, names: Iterable[str]) -> None:
        self._automaton = ahocorasick.Automaton(ahocorasick.STORE_LENGTH)
        for name in names:
            if letters := letters_of(name):
                self._automaton.add_word(letters)
        self._automaton.make_automaton()

    def __len__(self) -> int:
        return len(self._automaton)

    def stand_in(self, text: str) -> bool:
        """Whether any of them stands there."""
        return len(self) > 0 and next(self._automaton.iter(letters_of(text)), None) is not None
