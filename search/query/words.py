"""The words of a query as it was typed, with their places: what is said about them leaves everything around them alone."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from search.arabic.folding import fold_text
from search.arabic.particles import FUNCTION_WORDS
from search.query.passages import Passage, Segment
from search.query.syntax.faults import Edit
from search.query.syntax.vocabulary import OPERATORS, UNTIL

_WORD: Final = re.compile(r"[^\W_][\w\u0640\u064b-\u065f\u0670\u200c\u200d]*")
CAPITALS: Final = frozenset(sign for sign in (*OPERATORS, *UNTIL) if sign.isupper())
"""The words in capitals that are no words of a query."""
_NO_WORD_BEFORE: Final = "*?\\/@"
_NO_WORD_AFTER: Final = ":*?~@/\\"


@dataclass(frozen=True, slots=True)
class Word:
    """`text[start:end]` of the query, and its folded letters."""

    start: int
    end: int
    folded: str


def words_of(text: str) -> list[Word]:
    """The words that say what is looked for: without operators, names of fields, patterns, numbers and function words."""
    return [word for word in all_words_of(text) if word.folded not in FUNCTION_WORDS]


def all_words_of(text: str) -> list[Word]:
    """The same with function words."""
    return list(_words(text))


def changed(text: str, changes: Iterable[Edit]) -> str:
    """`text` with the changes, which do not overlap, made."""
    return "".join(segment.text for segment in marked(text, changes))


def marked(text: str, changes: Iterable[Edit]) -> Passage:
    """The changed text with what is new marked."""
    segments: list[Segment] = []
    done = 0
    for change in sorted(changes, key=lambda change: change.start):
        segments += (Segment(text[done : change.start]), Segment(change.new, marked=True))
        done = change.end
    return tuple(segment for segment in (*segments, Segment(text[done:])) if segment.text)


def _words(text: str) -> Iterator[Word]:
    for found in _WORD.finditer(text):
        before, after = text[: found.start()][-1:], text[found.end() :][:1]
        if found[0] in CAPITALS or (before and before in _NO_WORD_BEFORE) or (after and after in _NO_WORD_AFTER):
            continue
        if (folded := fold_text(found[0])) and not any(character.isdigit() for character in folded):
            yield Word(found.start(), found.end(), folded)
