"""Which words are the name of a place, for the lines above a story: cities, countries, and what the gazetteer lists."""

import re
from functools import cache
from pathlib import Path
from typing import Final

from search.arabic.folding import fold_text
from search.cleaning.bylines import PLACES
from search.gazetteers.rows import read_rows

_DATA: Final = Path(__file__).parents[1] / "data"
_KIND: Final = re.compile(r"(?:محافظه|مدينه|ريف|ولايه|قضاء|بلده|قريه|مخيم|اقليم|اماره|مطار|مرفا|ميناء) ")
_PART: Final = re.compile(r"(?:شمال|جنوب|شرق|غرب|شمالي|جنوبي|شرقي|غربي|وسط) ")
"""What stands before a place and says of what kind it is, or which part of it is meant, folded."""


def is_place(key: str) -> bool:
    """Whether folded words name a place, alone or behind a word like `شمال`, or say that they do (`مدينة ...`)."""
    if key in PLACES or key in _listed():
        return True
    if _KIND.match(key):
        return len(key.split()) <= 3
    bare = _PART.sub("", key, count=1)
    return bare != key and (bare in PLACES or bare in _listed())


@cache
def _listed() -> frozenset[str]:
    """The folded names of the gazetteer's places that are no everyday words."""
    return frozenset(
        fold_text(name)
        for row in read_rows(_DATA, "places")
        if not row.flag("ordinary")
        for name in (row["name_ar"], *row.several("aliases"))
    )
