"""Text to items: the words that dates are made of, with whatever stands between them as one item of kind OTHER."""

import re
from itertools import accumulate
from typing import Final, NamedTuple

from search.calendars.numbers import read_number
from search.calendars.numerals import read_numeral
from search.calendars.vocabulary import MONTH_KINDS, NUMBERS, PHRASES, WORDS, Kind

_TOKEN: Final = re.compile(
    r"(?:[0-9]+(?:[.,:][0-9]+|[ \t\u00a0]?[/\-–—−][ \t\u00a0]?[0-9]+)*|[^\W\d_]+|[^\w \t\u00a0\r]|\d|_)[ \t\u00a0\r]*"
)
"""A number with the signs inside it, a word, or any other sign; with the blanks after it, so that lengths add up."""

_BLANKS: Final = " \t\u00a0\r"
_SIGNS: Final[dict[str, Kind]] = {
    "/": Kind.SLASH,
    "\\": Kind.SLASH,
    **dict.fromkeys("-–—−", Kind.DASH),
    **dict.fromkeys("([", Kind.OPEN),
    **dict.fromkeys(")]", Kind.CLOSE),
    **dict.fromkeys(",،", Kind.COMMA),
}
_GLUED_TO_DIGITS: Final = {"ال": 0, "وال": 1, "بال": 1, "فال": 1, "لل": 0, "ل": 1, "ف": 1}
"""What is written directly before digits, with how many of its characters are clitics rather than the article."""

_CONJUNCTIONS: Final = ("و", "ف")
_GREGORIAN_MONTHS: Final = frozenset((Kind.MONTH, Kind.MONTH_OR_WORD))
_SMALL: Final = frozenset((Kind.UNIT_12, Kind.UNIT_31, Kind.NUMBER))
_LONGEST_NUMBER: Final = 8
"""Words in the longest number that is read: one thousand and nine hundred and seventy and eight."""


class Item(NamedTuple):
    """One word, phrase, number, sign, or run of other words; a conjunction written onto a word is an item before it.

    Offsets are into the folded text; `start` comes after the clitics. `parts` are the numbers that it says
    (`vocabulary.Word.value`, `numerals.Numeral.parts`).
    """

    kind: Kind
    start: int
    end: int
    parts: tuple[int, ...] = ()
    clitics: str = ""

    @property
    def value(self) -> int:
        return self.parts[0]


_MARGIN: Final = 12
"""Tokens around an anchor that may belong to its date."""

_NO_ANCHORS: Final = frozenset(
    (
        *(
            Kind.FROM,
            Kind.UNTIL,
            Kind.BETWEEN,
            Kind.AND,
            Kind.IN,
            Kind.DURING,
            Kind.THIS,
            Kind.AGO,
            Kind.FIRST,
            Kind.PART,
        ),
        *(Kind.NEWSPAPER, Kind.NAMED_AFTER, Kind.EVENT, Kind.COUNTED, Kind.DAY_EPITHET, Kind.SAME, Kind.NOT_A_DAY),
        *(Kind.AD, Kind.AH, Kind.AGREEING, Kind.QUARTER, Kind.YEAR_NATURE, Kind.SEASON),
    )
)
_KNOWN: Final = frozenset((*WORDS, *NUMBERS, *PHRASES, *_SIGNS))
_ANCHORS: Final = frozenset(
    (
        *(text for text, word in WORDS.items() if word.kind not in _NO_ANCHORS),
        *(text for text, found in PHRASES.items() if any(word.kind in MONTH_KINDS for _, word in found)),
    )
)
"""Words without which (or four digits) there is no date: the rest of a text need not be looked at."""


class _Tokens(NamedTuple):
    texts: list[str]
    starts: list[int]

    def end(self, at: int) -> int:
        return self.starts[at] + len(self.texts[at])


def read_items(folded: str) -> list[Item]:
    """The items of a folded text, in order; two names of one month side by side are one item."""
    raw = _TOKEN.findall(folded)
    texts = [token.rstrip(_BLANKS) for token in raw]
    anchors = [at for at, text in enumerate(texts) if text in _ANCHORS or (len(text) > 3 and "0" <= text[0] <= "9")]
    if not anchors:
        return []
    indent = len(folded) - len(folded.lstrip(_BLANKS))
    tokens = _Tokens(texts, list(accumulate(map(len, raw), initial=indent)))
    items: list[Item] = []
    done = 0
    for anchor in anchors:
        at = max(done, anchor - _MARGIN)
        if at > done:
            items.append(Item(Kind.OTHER, tokens.starts[at], tokens.starts[at]))
        done = _read_window(tokens, at, min(anchor + _MARGIN, len(texts)), items)
    return _pair_months(items)


def _read_window(tokens: _Tokens, at: int, stop: int, items: list[Item]) -> int:
    """Appends the items of the tokens from `at` to `stop`; returns the token after the last that was taken."""
    while at < stop:
        item, taken = (
            _read(tokens, at) if tokens.texts[at] in _KNOWN or "0" <= tokens.texts[at][0] <= "9" else (None, 1)
        )
        if item is not None:
            if items and item.start < items[-1].end == tokens.starts[at]:
                items.pop()  # the article that the number has taken in
            if item.clitics[:1] in _CONJUNCTIONS:
                items.append(Item(Kind.AND, item.start - len(item.clitics), item.start - len(item.clitics) + 1))
            items.append(item)
        elif not items or items[-1].kind != Kind.OTHER:
            items.append(Item(Kind.OTHER, tokens.starts[at], tokens.end(at)))
        at += taken
    return at


def _read(tokens: _Tokens, at: int) -> tuple[Item | None, int]:
    """The item that begins with token `at` (None where it is an ordinary word after all), and the tokens it takes."""
    text, start = tokens.texts[at], tokens.starts[at]
    if text in PHRASES and (phrase := _phrase(tokens, at)):
        return phrase
    if word := WORDS.get(text):
        return Item(word.kind, start + word.clitics, start + len(text), (word.value,), text[: word.clitics]), 1
    if text in NUMBERS:
        return _number(tokens, at)
    if sign := _SIGNS.get(text):
        return Item(sign, start, start + len(text)), 1
    return (_numeral(tokens, at) if "0" <= text[0] <= "9" else None), 1


def _phrase(tokens: _Tokens, at: int) -> tuple[Item, int] | None:
    text, start = tokens.texts[at], tokens.starts[at]
    for rest, word in PHRASES[text]:
        last = at + len(rest)
        if tuple(tokens.texts[at + 1 : last + 1]) == rest:
            return Item(
                word.kind, start + word.clitics, tokens.end(last), (word.value,), text[: word.clitics]
            ), 1 + len(rest)
    return None


def _number(tokens: _Tokens, at: int) -> tuple[Item | None, int]:
    text = tokens.texts[at]
    clitics, word = NUMBERS[text]
    number = read_number([word, *tokens.texts[at + 1 : at + _LONGEST_NUMBER]])
    if number is None:
        return None, 1
    if 1000 <= number.value < 2100:
        kind = Kind.WORD_YEAR
    elif not number.ordinal:
        kind = Kind.CARDINAL
    elif number.value <= 31:
        kind = Kind.ORDINAL
    else:
        return None, number.words
    start, end = tokens.starts[at], tokens.end(at + number.words - 1)
    return Item(kind, start + clitics, end, (number.value,), text[:clitics]), number.words


def _numeral(tokens: _Tokens, at: int) -> Item | None:
    """A number in digits, with the article or clitic that is written onto it."""
    numeral = read_numeral(tokens.texts[at])
    if numeral.kind == Kind.OTHER:
        return None
    start, end = tokens.starts[at], tokens.end(at)
    before = tokens.texts[at - 1] if at else ""
    if numeral.kind in _SMALL and before in _GLUED_TO_DIGITS and tokens.end(at - 1) == start:
        clitics = _GLUED_TO_DIGITS[before]
        return Item(numeral.kind, start - len(before) + clitics, end, numeral.parts, before[:clitics])
    return Item(numeral.kind, start, end, numeral.parts)


def _pair_months(items: list[Item]) -> list[Item]:
    """Joins the two names of one month: with a stroke or dash between them, in brackets, or with nothing."""
    paired: list[Item] = []
    at, count = 0, len(items)
    while at < count:
        item = items[at]
        taken = 1
        if item.kind in _GREGORIAN_MONTHS:
            other = at + 1
            sign = items[other].kind if other < count else Kind.OTHER
            if sign in (Kind.SLASH, Kind.DASH, Kind.OPEN):
                other += 1
            if other < count and items[other].kind in _GREGORIAN_MONTHS and items[other].value == item.value:
                if sign == Kind.OPEN and other + 1 < count and items[other + 1].kind == Kind.CLOSE:
                    other += 1
                item = item._replace(kind=Kind.MONTH, end=items[other].end)
                taken = other - at + 1
        paired.append(item)
        at += taken
    return paired
