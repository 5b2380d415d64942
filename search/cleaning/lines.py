"""A page as lines, each with the role that the passes give it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from search.arabic.folding import fold_text
from search.arabic.letters import BIDI_AND_JOIN_CONTROLS
from search.sentences import Sentence
from search.types import UnreadablePage

Role = Literal["title", "body", "caption", "dateline", "byline", "date", "furniture"]

KEY_LIMIT: Final = 300
"""Longer lines have no key: no line of furniture is so long, and folding them costs the most."""

LONGEST: Final = 2_000_000
MOST_LINES: Final = 30_000
"""Size of the largest pages that are cleaned (markup without scripts): twice a body of a million characters."""

PROSE_LENGTH: Final = 140
"""Characters from which a line is prose even without punctuation at its end: longer than headlines and captions are."""

_INVISIBLE_ENDS: Final = " \t\n\u00a0\u3000" + "".join(sorted(BIDI_AND_JOIN_CONTROLS))
_SENTENCE_END: Final = re.compile(r"""(?:(?<![.…])[.]|[؟?!؛:،])[\s"'”“»«)\]’\u200f\u200e]*$""")
_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(slots=True)
class Line:
    """One line of a page, which the passes mark in place.

    `text` is as written, without white space around it; `key` is its folded form with single spaces, '' where the line is
    too long to be furniture; `apart` says that a blank line stands before it. `role` is None until a pass is sure, and
    `why` names the rule that gave it.
    """

    text: str
    key: str
    apart: bool
    role: Role | None = None
    why: str = ""
    _words: int = field(default=-1, init=False, repr=False, compare=False)
    _sentence: bool | None = field(default=None, init=False, repr=False, compare=False)

    def mark(self, role: Role, why: str) -> None:
        """Gives the line a role; the first pass that is sure wins."""
        if self.role is None:
            self.role, self.why = role, why

    @property
    def words(self) -> int:
        """How many words the line has."""
        if self._words < 0:
            self._words = len(_WORD.findall(self.text))
        return self._words

    @property
    def is_sentence(self) -> bool:
        """Whether the line ends like a sentence and has the words for one (five; three end many a caption)."""
        if self._sentence is None:
            self._sentence = _SENTENCE_END.search(self.text[-12:]) is not None and self.words >= 5
        return self._sentence

    @property
    def is_prose(self) -> bool:
        """Whether only an article has such a line: a long one, or a sentence of at least eight words. Headlines may be
        questions and exclamations: those count as prose only from sixteen words."""
        if len(self.text) >= PROSE_LENGTH:
            return True
        return self.is_sentence and self.words >= (16 if self.text.rstrip(" \"'”“»«)’")[-1:] in "؟?!" else 8)


def check_size(text: str) -> None:
    """Raises UnreadablePage for a text that would take more than two seconds to clean."""
    if len(text) > LONGEST or text.count("\n") > MOST_LINES:
        raise UnreadablePage(
            Sentence(
                "The page has more than %(characters)s characters or %(lines)s lines, which no article has: "
                "split it into one file for each article, or save them as JSON Lines.",
                characters=f"{LONGEST:,}",
                lines=f"{MOST_LINES:,}",
            )
        )


def split(text: str) -> list[Line]:
    """The lines of a text (line ends are line feeds) that hold more than white space and invisible characters."""
    lines: list[Line] = []
    apart = True
    for written in text.split("\n"):
        shown = written.strip(_INVISIBLE_ENDS)
        if not shown:
            apart = True
            continue
        key = " ".join(fold_text(shown).split()) if len(shown) <= KEY_LIMIT else ""
        lines.append(Line(shown, key, apart))
        apart = False
    return lines


def open_lines(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines that no pass has marked yet."""
    return (line for line in lines if line.role is None)


def words_of(key: str) -> set[str]:
    """The words of a folded line that carry meaning, without article and one-letter particles before it: what a headline
    has in common with its story."""
    return {_bare(word) for word in _WORD.findall(key) if len(word) > 3}


def _bare(word: str) -> str:
    if len(word) > 5 and word[0] in "وفبكل" and word[1:3] == "ال":
        return word[3:]
    if len(word) > 4 and word.startswith(("ال", "لل")):
        return word[2:]
    return word[1:] if len(word) > 4 and word[0] in "ول" else word
