"""Pieces of a query that fit together -> a tree. As deep as the brackets, which `structure` holds within their limit."""

import re
from collections.abc import Sequence
from typing import Final

from search.arabic.letters import DROPPED
from search.query.syntax import caps, faults
from search.query.syntax.faults import Edit, Fault
from search.query.syntax.nodes import (
    And,
    Fuzzy,
    Must,
    Named,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Title,
    Together,
    Wildcard,
    Word,
)
from search.query.syntax.periods import mentioned, published
from search.query.syntax.tokens import Kind, Token
from search.query.syntax.vocabulary import NAMED

_JOINED: Final = re.compile(f"[\\w*?{re.escape(''.join(sorted(DROPPED)))}]+")
_BEGINNING: Final = re.compile(rf"[^*?]{{{caps.LETTERS_BEFORE_WILDCARD},}}.*[*?]")
_END: Final = Token(Kind.CLOSE, "", 0, 0)


class Builder:
    """Reads the pieces once; `node` is what they say, `faults` are the dates among them that are none."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = (*tokens, _END)
        self._at = 0
        self.faults: list[Fault] = []
        self.node = self._together(None)

    @property
    def _next(self) -> Kind:
        return self._tokens[self._at].kind

    def _take(self) -> Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def _together(self, field: Token | None) -> Node:
        """Up to the bracket that closes, which is taken."""
        items = []
        while self._next is not Kind.CLOSE:
            items.append(self._any(field))
        self._take()
        return items[0] if len(items) == 1 and field is not None else Together(tuple(items))

    def _any(self, field: Token | None) -> Node:
        items = [self._every(field)]
        while self._next is Kind.OR:
            self._take()
            items.append(self._every(field))
        return Or(tuple(items)) if len(items) > 1 else items[0]

    def _every(self, field: Token | None) -> Node:
        items = [self._one(field)]
        while self._next is Kind.AND:
            self._take()
            items.append(self._one(field))
        return And(tuple(items)) if len(items) > 1 else items[0]

    def _one(self, field: Token | None) -> Node:
        before: list[Kind] = []
        while self._next in (Kind.NOT, Kind.MUST):
            before.append(self._take().kind)
        node = self._operand(field)
        if before.count(Kind.NOT) % 2:
            return Not(node)
        return Must(node) if Kind.MUST in before else node

    def _operand(self, field: Token | None) -> Node:
        token = self._take()
        if token.kind is Kind.FIELD:
            return self._operand_of(token)
        if token.kind is Kind.OPEN:
            return self._together(field)
        return self._leaf(token, field)

    def _operand_of(self, field: Token) -> Node:
        """The title is asked as the text is; in other fields each leaf is a value."""
        if field.field == "title":
            return Title(self._operand(None))
        return self._together(field) if self._next is Kind.OPEN and self._take() else self._leaf(self._take(), field)

    def _leaf(self, token: Token, field: Token | None) -> Node:
        if field is None or field.field is None:
            return _text(token)
        if field.field in NAMED:
            return Named(field.field, self._name(token, field), field.start, field.end)
        value = published(token.text) if field.field == "date" else mentioned(token.text)
        if value is None:
            where = f"{field.text}:{token.text}"
            edit = Edit(field.start, token.end, token.text)
            self.faults.append(Fault(faults.BAD_DATE, where, edit))
            return Word(token.text)
        return value

    def _name(self, token: Token, field: Token) -> str:
        """Within brackets words that stand side by side are one name."""
        name = [token.text]
        in_brackets = token.start != field.end
        while in_brackets and token.kind is Kind.WORD and self._next is Kind.WORD:
            name.append(self._take().text)
        return " ".join(name)


def _text(token: Token) -> Node:
    if token.kind is Kind.PHRASE:
        return Phrase(token.text)
    if token.kind is Kind.NEAR:
        return Near(token.text, token.number)
    if token.kind is Kind.FUZZY:
        return Fuzzy(token.text, token.number)
    if token.kind is Kind.WILDCARD:
        wildcard = _wildcard(token.text)
        return Or((Word(token.text.rstrip("?")), wildcard)) if token.doubtful else wildcard
    return Word(token.text)


def _wildcard(text: str) -> Node:
    """Of words that punctuation joins each is looked for by itself: no word of the index holds any."""
    pieces = [piece for piece in _JOINED.findall(text) if piece.strip("*?")]
    nodes: list[Node] = [Wildcard(piece) if _BEGINNING.match(piece) else Word(piece.strip("*?")) for piece in pieces]
    return nodes[0] if len(nodes) == 1 else And(tuple(nodes))
