"""Names in articles that are not Arabic: those of the lists, standing by themselves, and none by rule.

The rules that find unlisted names know Arabic grammar: in Persian and Urdu they take half sentences for persons. And
folding, which brings the spellings of an Arabic word together, makes other words of these languages' own one with it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from search.extraction.gazetteer import Hit, Sense
from search.extraction.scan import Scan
from search.extraction.words import folded

_OTHER_LETTERS: Final = re.compile("[پچژگڤێەہھےۀۂۃې]")
"""Letters that folding puts for another sound. Yeh and kaf of any keyboard are none, nor is the o of Kurdish."""

_WORDS: Final = folded("دوشنبه")
"""Everyday words of these languages that are spelt like a name: Monday."""


def names_of_lists(scan: Scan, matches: Sequence[Hit]) -> list[Hit]:
    """The matches that are names there. A name of one word must be spelt as in the list, and its letters be capital where
    the script has capitals (`who` is not the WHO)."""
    kept = []
    for hit in matches:
        senses = tuple(sense for sense in hit.senses if sense.role != "ordinary")
        if hit.first == hit.last:
            senses = tuple(sense for sense in senses if _is_spelt_so(scan.written(hit.first), sense))
            if scan.words[hit.first] in _WORDS:
                continue
        if senses and not hit.offset:
            kept.append(replace(hit, senses=senses))
    return kept


def _is_spelt_so(word: str, sense: Sense) -> bool:
    if not word.isascii():
        return _OTHER_LETTERS.search(word) is None
    listed = [form.text for form in sense.entity.forms if form.text.lower() == word.lower()]
    return word.isupper() or (not word.islower() and not all(name.isupper() for name in listed))
