"""A word with wildcards -> a regular expression of the search server over words as they are spelt."""

import re
import unicodedata
from typing import Final

from search.arabic.folding import fold_text
from search.arabic.letters import ARTICLE
from search.arabic.spellings import WRITTEN

_BEFORE: Final = "[وف]?[بكل]?(ال|ل)?"
"""Particles and the article (fused with `l` to `ll`) that may be written as part of a word: after the grammars' table."""

_ARABIC: Final = re.compile("[\u0620-\u06ff]")
_LEAST_WITHOUT_ARTICLE: Final = 2
"""Letters behind an article that is taken off: of fewer it may be the beginning of another word."""


def pattern_of(wildcard: str, with_particles: bool) -> str:
    """The letters of a word match however each language group folds them. with_particles: an Arabic word is found with
    particles and article before it, and without the article that it was typed with."""
    folded = fold_text(wildcard)
    before = ""
    if with_particles and _ARABIC.match(folded):
        before = _BEFORE
        bare = folded.removeprefix(ARTICLE)
        if len(re.split(r"[*?]", bare)[0]) >= _LEAST_WITHOUT_ARTICLE:
            folded = bare
    return before + "".join(map(_shape, folded))


def _shape(letter: str) -> str:
    if letter in "*?":
        return {"*": ".*", "?": "."}[letter]
    variants = dict.fromkeys((letter, *WRITTEN.get(letter, ""), unicodedata.normalize("NFKD", letter)[0]))
    return letter if len(variants) == 1 else f"[{''.join(variants)}]"
