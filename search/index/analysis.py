"""Analyzers of the search server, generated from the tables of `search.arabic`.

Everything is said under the stock names of Elasticsearch, so that any cluster of the pinned version takes it.
"""

from typing import Any, Final

from elasticsearch.dsl import analyzer, char_filter, token_filter

from search.arabic.folding import REPLACEMENTS


def _mapping(level: str) -> Any:
    """A `mapping` char filter that makes the replacements of `search.arabic.folding` at `level`."""
    return char_filter(
        f"arabic_{level}",
        type="mapping",
        mappings=[f"{_escaped(old)} => {_escaped(new)}" for old, new in sorted(REPLACEMENTS[level].items())],
    )


def _escaped(text: str) -> str:
    """As `\\uXXXX`: the server trims plain white space and would lose direction controls to a careless editor."""
    return "".join(f"\\u{ord(character):04x}" for character in text)


FINAL_ALEF: Final = token_filter("final_alef", type="pattern_replace", pattern="^(.{3,})\u0627$", replacement="$1")
"""The accusative's alef and that of foreign names, which the stemmer below leaves: an attack is found in either case, and
militia in singular and plural. Words of three letters keep theirs."""

ARABIC_STEM: Final = token_filter("arabic_stem", type="stemmer", language="arabic")

spelling: Final = analyzer(
    "spelling", tokenizer="standard", char_filter=[_mapping("spelling")], filter=["lowercase", "decimal_digit"]
)
word: Final = analyzer(
    "word",
    tokenizer="standard",
    char_filter=[_mapping("spelling")],
    filter=["lowercase", "decimal_digit", FINAL_ALEF, ARABIC_STEM],
)
