"""Whether the brackets and operators of a query stand where they can, found in one pass, before any tree is built."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from search.query.syntax import caps, faults
from search.query.syntax.faults import Edit, Fault
from search.query.syntax.tokens import ATOMS, Kind, Token

_BETWEEN: Final = frozenset((Kind.AND, Kind.OR))
_BEFORE: Final = frozenset((Kind.NOT, Kind.MUST))
_BEGINS: Final = ATOMS | _BEFORE | {Kind.OPEN, Kind.FIELD}
_ENDS: Final = ATOMS | {Kind.CLOSE}
_WORDS: Final = 3
"""Words that show where in a query a bracket is closed."""


@dataclass(frozen=True, slots=True)
class Structure:
    """Pieces of which a tree can be built, whatever was typed, and what was wrong with those that were typed."""

    tokens: tuple[Token, ...]
    faults: tuple[Fault, ...]


def check(text: str, tokens: Sequence[Token], was_cut: bool) -> Structure:
    """was_cut: the end of the query is missing, so that what it would have closed is not at fault."""
    kept = _without_empty(tokens)
    if was_cut:
        kept = _closed(kept, len(text))
    found = [*_fields(kept), *_brackets(text, kept), *_operators(kept)]
    return Structure(_flat(kept) if found else tuple(kept), tuple(found))


def _without_empty(tokens: Iterable[Token]) -> list[Token]:
    """Without brackets that hold nothing: `f()` is no fault."""
    kept: list[Token] = []
    for token in tokens:
        if token.kind is Kind.CLOSE and kept and kept[-1].kind is Kind.OPEN:
            kept.pop()
        else:
            kept.append(token)
    return kept


def _closed(tokens: list[Token], end: int) -> list[Token]:
    while tokens and tokens[-1].kind not in _ENDS:
        tokens = tokens[:-1]
    depth = sum((token.kind is Kind.OPEN) - (token.kind is Kind.CLOSE) for token in tokens)
    return [*tokens, *[Token(Kind.CLOSE, ")", end, end)] * depth]


def _brackets(text: str, tokens: Sequence[Token]) -> list[Fault]:
    found: list[Fault] = []
    opened: list[Token] = []
    deepest = 0
    for token in tokens:
        if token.kind is Kind.OPEN:
            opened.append(token)
            deepest = max(deepest, len(opened))
        elif token.kind is Kind.CLOSE:
            if opened:
                opened.pop()
            else:
                before = " ".join(text[: token.start].split()[-_WORDS:])
                found.append(Fault(faults.CLOSED_BRACKET, before, Edit(token.start, token.end)))
    closing = Edit(len(text), len(text), ")")
    found += [Fault(faults.OPEN_BRACKET, text[token.end :].strip(), closing) for token in opened]
    if deepest > caps.DEPTH:
        flat = text.replace("(", " ").replace(")", " ")
        return [Fault(faults.TOO_DEEP, text, Edit(0, len(text), flat))]
    return found


def _operators(tokens: Sequence[Token]) -> list[Fault]:
    found = []
    for at, token in enumerate(tokens):
        begins = at + 1 < len(tokens) and tokens[at + 1].kind in _BEGINS
        ends = at > 0 and tokens[at - 1].kind in _ENDS
        if (token.kind in _BETWEEN and not (begins and ends)) or (token.kind in _BEFORE and not begins):
            found.append(Fault(faults.LONE_OPERATOR, token.text, Edit(token.start, token.end)))
    return found


def _fields(tokens: Sequence[Token]) -> list[Fault]:
    return [
        Fault(faults.EMPTY_FIELD, f"{token.text}:", Edit(token.start, token.end))
        for at, token in enumerate(tokens)
        if token.kind is Kind.FIELD and not _has_value(tokens, at)
    ]


def _has_value(tokens: Sequence[Token], at: int) -> bool:
    """Whether a value touches the field at `at`."""
    value = tokens[at + 1] if at + 1 < len(tokens) else None
    return value is not None and value.start == tokens[at].end and value.kind in ATOMS | {Kind.OPEN}


def _flat(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Words, phrases and fields, with what stands directly before each."""
    kept: list[Token] = []
    for token in reversed(tokens):
        before = kept[-1] if kept else None
        touches = before is not None and before.start == token.end
        if (
            token.kind in ATOMS
            or (token.kind is Kind.FIELD and touches and before and before.kind in ATOMS)
            or (
                token.kind in _BEFORE
                and before
                and before.kind in ATOMS | {Kind.FIELD}
                and _next_kept(tokens, token, before)
            )
        ):
            kept.append(token)
    return tuple(reversed(kept))


def _next_kept(tokens: Sequence[Token], token: Token, kept: Token) -> bool:
    """Whether nothing that is left out stands between the two."""
    return tokens[tokens.index(token) + 1] == kept
