"""Language groups: which articles are analysed alike. The text of an article stands in the fields of its own group only."""

from typing import Final

from search.extraction.language import UNKNOWN

OTHER: Final = "other"
"""Languages without an analyzer of their own: their words are folded and nothing is taken off them."""

GROUPS: Final = ("ar", "en", "fa", "ckb", OTHER)
"""Names of the groups, and of their subfields in the index: the languages that have an analyzer of their own, and the rest."""


def group_of(language: str) -> str:
    """The group of an article by its language code. What can't be told goes with Arabic, as it does in extraction."""
    if language in ("", UNKNOWN):
        return "ar"
    return language if language in GROUPS else OTHER
