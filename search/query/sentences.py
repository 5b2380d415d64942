"""Where sentences end, and where a long one may be cut.

The server's own boundary scanner (Java's) knows neither the Arabic question mark nor that a line of an article is a paragraph.
"""

import re
from collections.abc import Iterator
from typing import Final

_LETTER: Final = r"[^\W\d_]"
_CLOSING: Final = r"[\"'»”’)\]]*"
_END: Final = re.compile(
    r"\s*\n\s*"
    rf"|[؟!…]+{_CLOSING}\s*"
    rf"|(?<!\b\w)[.?۔]+{_CLOSING}(?:\s+|(?<={_LETTER}{{3}}[.?۔])(?=[ء-ي]{{3}}))"
)
"""A line's end, or an end mark with the quotation that it closes. A full stop ends a sentence also where the space behind it was
forgotten, but not behind a single letter (initials, `د.`), in a number, an address or an abbreviation (`بي.بي.سي`)."""

_CLAUSE: Final = re.compile(r"(?:[؛،](?!\d)|[;,:](?=\s)|\s[-–—](?=\s))\s*")
_SPACE: Final = re.compile(r"\s+")
_NEAR: Final = 50
"""Characters that a cut may move to come between two clauses and not only between two words."""


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the sentences of `text`, without the white space around them."""
    start = 0
    for end in (*(found.end() for found in _END.finditer(text)), len(text)):
        sentence = text[start:end]
        if stripped := sentence.strip():
            first = start + len(sentence) - len(sentence.lstrip())
            yield first, first + len(stripped)
        start = end


def cut_before(text: str, earliest: int, latest: int) -> int:
    """Where a stretch begins that has to begin from `earliest` to `latest`: early, between clauses or else words."""
    for mark, last in ((_CLAUSE, min(latest, earliest + _NEAR)), (_SPACE, latest)):
        for found in mark.finditer(text, earliest, last):
            return found.end()
    return latest


def cut_after(text: str, earliest: int, latest: int) -> int:
    """Where a stretch ends that has to end from `earliest` to `latest`: late, between clauses or else words."""
    for mark, first in ((_CLAUSE, max(earliest, latest - _NEAR)), (_SPACE, earliest)):
        if ends := [found.start() for found in mark.finditer(text, first, latest)]:
            return ends[-1]
    return earliest
