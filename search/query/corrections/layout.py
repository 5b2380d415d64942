"""What was meant where the other keyboard layout was switched on."""

import re
from typing import Final

from search.arabic.keyboards import as_arabic, as_latin
from search.query.corrections.candidates import Candidate
from search.query.syntax.faults import Edit
from search.query.words import CAPITALS

_LAYOUT: Final = 0.5
"""What it costs to assume that the other layout was switched on."""

_SHORTEST: Final = 2

_CHUNK: Final = re.compile(r"(?:^|(?<=\s))(?:\w+:(?=\w))?(\S+)")
_ARABIC: Final = re.compile("[\u0621-\u064a\ufefb]")
_LATIN: Final = re.compile("[A-Za-z]")


def on_the_other(text: str) -> list[Candidate]:
    """The whole query as typed on the other keyboard, but for operators and names of fields; none where it has letters of both,
    or a word too short to tell."""
    chunks = [found for found in _CHUNK.finditer(text) if found[1] not in CAPITALS]
    if min(len(chunk[1]) for chunk in chunks) < _SHORTEST or (_ARABIC.search(text) and _LATIN.search(text)):
        return []
    convert = as_latin if _ARABIC.search(text) else as_arabic
    versions = [convert(found[1]) for found in chunks]
    found = []
    for number in range(max(map(len, versions))):
        changes = (
            Edit(chunk.start(1), chunk.end(1), version[min(number, len(version) - 1)])
            for chunk, version in zip(chunks, versions, strict=True)
        )
        found.append(Candidate(tuple(changes), _LAYOUT, 0.0))
    return found
