"""Cuts a query into pieces, each with its place in the text. Whatever is typed has pieces; what is wrong with them is said."""

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from django.utils.functional import Promise

from search.arabic.folding import fold_text
from search.arabic.letters import ARTICLE, DROPPED
from search.query.syntax import caps, faults
from search.query.syntax.faults import Edit, Fault
from search.query.syntax.vocabulary import QUOTES, Field, field_of, operator_of


class Kind(Enum):
    WORD = auto()
    WILDCARD = auto()
    FUZZY = auto()
    PHRASE = auto()
    NEAR = auto()
    RANGE = auto()
    FIELD = auto()
    OPEN = auto()
    CLOSE = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    MUST = auto()


ATOMS: Final = frozenset((Kind.WORD, Kind.WILDCARD, Kind.FUZZY, Kind.PHRASE, Kind.NEAR, Kind.RANGE))


@dataclass(frozen=True, slots=True)
class Token:
    """`text` is what it holds without its signs: a word, the words of a phrase, the inside of a range. `number` is that of `~`.
    `doubtful` marks a word before a question mark, which may be one letter longer, or be asked about."""

    kind: Kind
    text: str
    start: int
    end: int
    number: int = 0
    field: Field | None = None
    doubtful: bool = False


_SPACE: Final = re.compile(r"[\s\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069،؛؟]+")
"""What parts words: white space, marks of direction, and the Arabic comma, semicolon and question mark wherever they stand."""

_PIECE: Final = re.compile(r"[^\s\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069،؛؟()" + "".join(QUOTES) + "]+")
_FIELD: Final = re.compile(r"([^\W\d_]+):(?=[^\s،؛؟)])")
_FIELD_ALONE: Final = re.compile(r"([^\W\d_]+):+$")
_ADDRESS: Final = re.compile(r"\w+://[^\s" + "".join(QUOTES) + "]+")
_EXPRESSION: Final = re.compile(r"/\S+/(?=\s|$)")
_RANGE: Final = re.compile(r"\[([^\]]*)\]")
_TILDE: Final = re.compile(r"~([\d.]*)$")
_AFTER_PHRASE: Final = re.compile(r"~(\d*)")
_NO_WORD: Final = re.compile(r"[\W_]+")
_WORD: Final = re.compile(f"[\\w{re.escape(''.join(sorted(DROPPED)))}]+")
_AROUND: Final = ".,;:!…-–—_'’‘`´@#%&|/\\<>[]{}=^$€£•·×÷،؛؟«»"
"""Punctuation that is no part of the word that it touches."""


class Lexer:
    """Goes over a text once; `tokens` and `faults` are what it found."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._of_field = False
        self._wildcards = self._fuzzy = 0
        self.tokens: list[Token] = []
        self.faults: list[Fault] = []
        while self._at < len(text):
            self._next()

    def _next(self) -> None:
        text, at = self._text, self._at
        character = text[at]
        if space := _SPACE.match(text, at):
            self._at = space.end()
        elif family := next((family for family in QUOTES if character in family), None):
            self._phrase(family)
            self._of_field = False
        elif character in "()":
            self._add(Kind.OPEN if character == "(" else Kind.CLOSE, character, at + 1)
            self._of_field = False
        elif expression := not self._of_field and _EXPRESSION.match(text, at):
            self._plain(faults.REGULAR_EXPRESSION, at, expression.end())
        elif address := not self._of_field and _ADDRESS.match(text, at):
            self._plain(faults.ADDRESS, at, address.end(), f'"{address[0]}"')
        elif self._is_prefix():
            self._add(Kind.MUST if character == "+" else Kind.NOT, character, at + 1)
        else:
            piece = _PIECE.match(text, at)
            assert piece
            self._piece(piece[0])
            self._of_field = (
                self.tokens[-1:] != [] and self.tokens[-1].kind is Kind.FIELD and self._at == self.tokens[-1].end
            )

    def _is_prefix(self) -> bool:
        text, at = self._text, self._at
        starts = at == 0 or text[at - 1] == "(" or _SPACE.match(text, at - 1) is not None
        return starts and text[at] in "+-" and at + 1 < len(text) and not re.match(r"[\s+\-)]", text[at + 1])

    def _phrase(self, family: str) -> None:
        text, start = self._text, self._at
        close = next((at for at in range(start + 1, len(text)) if text[at] in family), None)
        if close is None:
            self._open_quote(family)
            return
        words = text[start + 1 : close]
        self._at = close + 1
        tilde = _AFTER_PHRASE.match(text, self._at)
        if tilde:
            self._at = tilde.end()
        if not _NO_WORD.sub("", words):
            return
        if "*" in words and "://" not in words:
            self._fault(faults.WILDCARD_IN_PHRASE, start, close + 1, Edit(start + 1, close, words.replace("*", " ")))
        kind, between = Kind.PHRASE, 0
        if tilde:
            kind, between = Kind.NEAR, int(tilde[1][:4] or 0)
            if not tilde[1] or between > caps.DISTANCE:
                number = min(between, caps.DISTANCE) if tilde[1] else 5
                self._fault(faults.NO_DISTANCE, start, self._at, Edit(tilde.start(), tilde.end(), f"~{number}"))
                kind, between = (Kind.NEAR, caps.DISTANCE) if tilde[1] else (Kind.PHRASE, 0)
        self._add(kind, " ".join(words.split()[: caps.WORDS]), self._at, start, number=between)

    def _open_quote(self, family: str) -> None:
        """One that touches the word behind it opens, and is closed at the end; another is taken out."""
        text, at = self._text, self._at
        opens = re.match(r"[^\s()]", text[at + 1 :])
        end = len(text)
        edit = Edit(end, end, "»" if family == "«»" else '"') if opens else Edit(at, at + 1)
        self._fault(faults.OPEN_QUOTE, at, end, edit)
        self._at += 1

    def _piece(self, raw: str) -> None:
        start = self._at
        end = start + len(raw)
        if not self._of_field and (operator := operator_of(raw)):
            self._add({"and": Kind.AND, "or": Kind.OR, "not": Kind.NOT}[operator], raw, end)
        elif not self._of_field and (found := _FIELD.match(self._text, start)) and (field := field_of(found[1])):
            self._add(Kind.FIELD, found[1], found.end(), field=field)
            self._range(field)
        elif (alone := _FIELD_ALONE.match(raw)) and field_of(alone[1]) and not self._of_field:
            self._field_alone(start, end)
        elif ":" in raw.rstrip(_AROUND.replace(":", "")):
            self._colon(raw, start, end)
        else:
            self._word(raw, start, end)

    def _range(self, field: Field) -> None:
        if field not in ("date", "mentioned") or self._text[self._at] != "[":
            return
        if found := _RANGE.match(self._text, self._at):
            self._add(Kind.RANGE, found[1], found.end())
        else:
            end = len(self._text)
            self.tokens.pop()  # the field
            self._plain(faults.BAD_DATE, self._at, end, edit=Edit(end, end, "]"))

    def _field_alone(self, start: int, end: int) -> None:
        follows = re.compile(r"\s*").match(self._text, end)
        assert follows
        rest = follows.end() < len(self._text) and self._text[follows.end()] != ")"
        edit = Edit(end, follows.end()) if rest else Edit(start, end)
        self._plain(faults.EMPTY_FIELD, start, end, edit=edit)

    def _colon(self, raw: str, start: int, end: int) -> None:
        """Numbers (times, verses) stay together in quotation marks, other words part."""
        held = raw.strip(_AROUND)
        together = ":" in held and held.replace(":", "").isdecimal()
        self._plain(faults.NO_FIELD, start, end, f'"{held}"' if together else None)

    def _word(self, raw: str, start: int, end: int) -> None:
        core = raw.strip(_AROUND)
        number = _TILDE.search(core)
        word = (core[: number.start()] if number else core).strip(_AROUND)
        if not _NO_WORD.sub("", word):
            self._at = end
        elif "*" in word or "?" in word:
            self._wildcard(word, start, end)
        elif number:
            self._similar(word, number[1], start, end)
        else:
            self._add(Kind.WORD, word if self._of_field else word.replace("/", " "), end)

    def _wildcard(self, word: str, start: int, end: int) -> None:
        doubtful = word.endswith("?") and not set("*?") & set(word.rstrip("?"))
        bare = word.strip("*?")
        before = _NO_WORD.sub("", fold_text(re.split(r"[*?]", word)[0]))
        short = len(before) < caps.LETTERS_BEFORE_WILDCARD or before == ARTICLE
        if doubtful and (len(word) - len(bare) > 1 or short):
            self._add(Kind.WORD, bare, end)  # a question
        elif word[0] in "*?":
            self._plain(faults.LEADING_WILDCARD, start, end)
        elif short:
            self._plain(faults.SHORT_WILDCARD, start, end)
        elif len(word) > caps.WILDCARD_LENGTH:
            self._plain(faults.LONG_WILDCARD, start, end)
        elif self._wildcards == caps.WILDCARDS:
            self._plain(faults.MANY_WILDCARDS, start, end)
        else:
            self._wildcards += 1
            self._add(Kind.WILDCARD, word, end, doubtful=doubtful)

    def _similar(self, word: str, number: str, start: int, end: int) -> None:
        edits = int(number) if number.isdecimal() and int(number) <= caps.EDITS else 1
        if len(_NO_WORD.sub("", word)) < caps.LETTERS_OF_FUZZY:
            self._plain(faults.SHORT_FUZZY, start, end)
            return
        if self._fuzzy == caps.FUZZY:
            self._plain(faults.MANY_FUZZY, start, end)
            return
        if number and (not number.isdecimal() or int(number) > caps.EDITS):
            edits = caps.EDITS if number.isdecimal() else 1
            self._fault(faults.MANY_EDITS, start, end, Edit(start, end, f"{word}~{edits}"))
        self._fuzzy += 1
        self._add(Kind.FUZZY, word, end, number=edits)

    def _plain(self, says: Promise, start: int, end: int, mended: str | None = None, edit: Edit | None = None) -> None:
        """The words of `text[start:end]`, whatever signs stand between them."""
        words = [found for found in _WORD.findall(self._text[start:end]) if _NO_WORD.sub("", found)]
        plain = " ".join(words)
        self._fault(says, start, end, edit or Edit(start, end, plain if mended is None else mended))
        self._at = end
        if plain:
            self._add(Kind.WORD, plain, end, start)

    def _fault(self, says: Promise, start: int, end: int, edit: Edit) -> None:
        self.faults.append(Fault(says, " ".join(self._text[start:end].split()), edit))

    def _add(
        self,
        kind: Kind,
        text: str,
        end: int,
        start: int | None = None,
        *,
        number: int = 0,
        field: Field | None = None,
        doubtful: bool = False,
    ) -> None:
        self.tokens.append(Token(kind, text, self._at if start is None else start, end, number, field, doubtful))
        self._at = end
