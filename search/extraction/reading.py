"""What lists and rules make of one article, before the tagger is heard."""

from typing import NamedTuple

from search.extraction.gazetteer import Hit
from search.types import TextField


class Reading(NamedTuple):
    """By field: all matches; those of them that stand on their own and do not overlap; matches of the lists that are everyday
    words in no context that makes a name of them; and those that their context rules out."""

    found: dict[TextField, list[Hit]]
    standing: dict[TextField, list[Hit]]
    unsure: dict[TextField, list[Hit]]
    ruled_out: dict[TextField, list[Hit]]
