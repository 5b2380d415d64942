"""The text of a query -> a tree, with what is wrong with it.

Side by side, all is wanted. NOT (or `-`) binds tightest, then AND, then OR, then standing side by side: an operator joins what
stands directly beside it, so that `a b OR c` finds what has a, and b or c.

What can't be read so is read without its brackets and operators: words, phrases and fields side by side.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from search.arabic.folding import fold_text
from search.query.syntax import caps, faults
from search.query.syntax.building import Builder
from search.query.syntax.faults import Edit, Fault, edited
from search.query.syntax.nodes import Node, Nothing, Together, Word
from search.query.syntax.structure import check
from search.query.syntax.tokens import ATOMS, Kind, Lexer, Token
from search.query.syntax.vocabulary import operator_of

_WORDS: Final = 3
"""Words that show where a query is cut off."""

_SHOWN: Final = 20
"""Characters that show where a piece that is too long is cut off."""

_WORD: Final = re.compile(r"[^\W_]+")

_ROUNDS: Final = 4
"""Times that a mended query is mended again: one fault may hide another."""


@dataclass(frozen=True, slots=True)
class Parsed:
    node: Node
    faults: tuple[Fault, ...] = ()


@lru_cache(maxsize=512)
def parse(text: str) -> Parsed:
    """What `text` asks for. Never fails; of an empty text everything."""
    if not text.strip():
        return Parsed(Together())
    whole = text
    cut: list[Fault] = []
    if len(text) > caps.LENGTH:
        text = text[: caps.LENGTH]
        text = text[: text.rfind(" ") if " " in text else None]
        cut.append(Fault(faults.TOO_LONG, " ".join(text.split()[-_WORDS:]), Edit(len(text), len(whole))))
    lexer = Lexer(text)
    tokens = lexer.tokens
    if not any(token.kind in ATOMS for token in tokens):
        return _without_words(whole, tokens)
    tokens, too_many = _cut_to_words(tokens, len(whole))
    cut = too_many or cut
    structure = check(text, tokens, was_cut=bool(cut))
    builder = Builder(structure.tokens)
    found = [*lexer.faults, *structure.faults, *builder.faults]
    if cut:
        found = [fault for fault in found if fault.edit.start < cut[0].edit.start]
    return Parsed(builder.node, (*sorted(found, key=lambda fault: fault.edit.start), *cut))


def _cut_to_words(tokens: Sequence[Token], end: int) -> tuple[list[Token], list[Fault]]:
    """The pieces up to the last word that is searched for. What one piece is to the reader may be many words to the server: a
    ligature (four words in one sign), or words that signs join. end: of the whole text."""
    kept: list[Token] = []
    left = caps.WORDS
    for token in tokens:
        words = _words_in(token.text) if token.kind in ATOMS else []
        if len(words) > left:
            if left == caps.WORDS:  # the first: nothing would be left without it
                first = replace(token, kind=Kind.WORD, text=" ".join(words[:left]))
                return [*kept, first], [
                    Fault(faults.TOO_MANY, first.text[-_SHOWN:], Edit(token.start, end, first.text))
                ]
            at = kept[-1].end
            shown = " ".join(other.text for other in kept[-_WORDS:])
            return kept, [Fault(faults.TOO_MANY, shown, Edit(at, end))]
        left -= len(words)
        kept.append(token)
    return kept, []


def _words_in(text: str) -> list[str]:
    """A piece without any letter counts as one word too."""
    return _WORD.findall(fold_text(text, "exact")) or [text]


def _without_words(text: str, tokens: Sequence[Token]) -> Parsed:
    """Operators alone are words, which may be meant; other signs are not."""
    words = [Word(token.text.lstrip("/")) for token in tokens if operator_of(token.text)][: caps.WORDS]
    whole = Edit(0, len(text), " ".join(f'"{word.text}"' for word in words))
    if words:
        return Parsed(Together(tuple(words)), (Fault(faults.LONE_OPERATOR, text.strip(), whole),))
    return Parsed(Nothing(), (Fault(faults.NO_WORDS, text.strip(), whole),))


def repaired(text: str, wrong: Sequence[Fault]) -> str:
    """A query in which nothing is wrong, as near to `text` as can be told."""
    for _ in range(_ROUNDS):
        text = edited(text, (fault.edit for fault in wrong))
        wrong = parse(text).faults
        if not wrong:
            return text
    words = (token.text for token in Lexer(text[: caps.LENGTH]).tokens if token.kind in ATOMS)
    plain = [word for words_of in words for word in words_of.split() if word.isalnum() and not operator_of(word)]
    return " ".join(plain[: caps.WORDS])
