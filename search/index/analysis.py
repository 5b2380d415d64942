"""Analyzers of the search server, one for each level and language group, generated from the tables of `search.arabic`.

Everything is said under the stock names of Elasticsearch, so that any cluster of the pinned version takes it. For the other
languages than Arabic the steps are those of Elasticsearch's own analyzers `english`, `persian` and `sorani`, in their order
(documentation, "Language analyzers"), but for what is said below.
"""

from collections.abc import Mapping
from typing import Any, Final

from elasticsearch.dsl import analyzer, char_filter, token_filter

from search.arabic.folding import REPLACEMENTS
from search.index.groups import GROUPS, OTHER
from search.index.levels import SPELLING, WORD

_JOINER: Final = "\N{ZERO WIDTH NON-JOINER}"
_APOSTROPHES: Final = "'\N{RIGHT SINGLE QUOTATION MARK}"


def _mapping(name: str, replacements: Mapping[str, str]) -> Any:
    rules = [f"{_escaped(old)} => {_escaped(new)}" for old, new in sorted(replacements.items())]
    return char_filter(name, type="mapping", mappings=rules)


def _escaped(text: str) -> str:
    """As `\\uXXXX`: the server trims plain white space and would lose direction controls to a careless editor."""
    return "".join(f"\\u{ord(character):04x}" for character in text)


def _stemmer(language: str) -> Any:
    return token_filter(f"{language}_stem", type="stemmer", language=language)


def _stop(language: str) -> Any:
    return token_filter(f"{language}_stop", type="stop", stopwords=f"_{language}_")


_WRITTEN: Final = REPLACEMENTS["exact"]
_ARABIC_LETTERS: Final = _mapping("arabic_spelling", REPLACEMENTS["spelling"])
"""Not for the languages that the letters of other keyboards belong to: it makes one letter of گ and ک, of ە and ه."""

_LETTERS: Final[dict[str, Any]] = {
    "ar": _ARABIC_LETTERS,
    "en": _ARABIC_LETTERS,
    "fa": _mapping("persian_written", {**_WRITTEN, _JOINER: " "}),
    "ckb": _mapping("sorani_written", {old: new for old, new in _WRITTEN.items() if old != _JOINER}),
    OTHER: _mapping("written", {**_WRITTEN, **dict.fromkeys(_APOSTROPHES, " ")}),
}
"""The non-joiner parts a Persian word from its ending, which others write apart or together; in Sorani it makes a vowel of
the heh before it (`sorani_normalization`). An apostrophe parts what French and Turkish join to a name."""

_FOLDED: Final[dict[str, list[Any]]] = {
    "ar": [],
    "en": ["asciifolding"],
    "fa": ["arabic_normalization", "persian_normalization"],
    "ckb": ["sorani_normalization"],
    OTHER: ["arabic_normalization", "persian_normalization", "asciifolding"],
}
"""Yeh and kaf of either keyboard meet in all of them, accents in those with Latin letters."""

_FINAL_ALEF: Final = token_filter("final_alef", type="pattern_replace", pattern="^(.{3,})\u0627$", replacement="$1")
"""The accusative's alef and that of foreign names, which the stemmer below leaves: an attack is found in either case, and
militia in singular and plural. Words of three letters keep theirs."""

_SORANI_NAME: Final = token_filter("sorani_name", type="pattern_replace", pattern="^(.{2,}ستان).+$", replacement="$1")
_SORANI_DEFINITE: Final = token_filter(
    "sorani_definite", type="pattern_replace", pattern="^(.{2,})ەک(?:ە|ان)(?:ی|دا|ەوە|یش)?$", replacement="$1"
)
"""What the stemmer of Sorani does not bring together: Kurdistan and its like with and without an ending, and the definite
article of short words and before another ending (of the ministers)."""

_TAKEN_OFF: Final[dict[str, list[Any]]] = {
    "ar": [_FINAL_ALEF, _stemmer("arabic")],
    "en": [_stemmer("possessive_english"), _stop("english"), _stemmer("light_english")],
    "fa": [_stop("persian"), _stemmer("persian")],
    "ckb": [_stop("sorani"), _SORANI_NAME, _SORANI_DEFINITE, _stemmer("sorani")],
    OTHER: [],
}
"""`light_english` (KStem) leaves words that a dictionary has: Porter's stemmer makes one word of organ and organization."""


def _analyzers(group: str) -> dict[str, Any]:
    folded = ["lowercase", "decimal_digit", *_FOLDED[group]]
    steps = {SPELLING: folded, WORD: [*folded, *_TAKEN_OFF[group]]}
    return {
        level.analyzer(group): analyzer(
            level.analyzer(group), tokenizer="standard", char_filter=[_LETTERS[group]], filter=filters
        )
        for level, filters in steps.items()
    }


ANALYZERS: Final[dict[str, Any]] = {name: made for group in GROUPS for name, made in _analyzers(group).items()}
"""Analyzer by its name, as `Level.analyzer` gives it."""
