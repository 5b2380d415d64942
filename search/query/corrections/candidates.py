"""Candidates for what was meant, and how they are weighed.

Noisy channel: of the words that the articles have, the one that is meant is the more likely the more articles have it, and the
less likely the more errors one must make to type what was typed.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from search.query.syntax.faults import Edit

ERROR: Final = 4.0
"""How unlikely an error is, as a logarithm: a word two errors away must be so much more frequent than one that is one away."""

ENOUGH: Final = 2.0
"""How much more frequent than what was typed a word one error away must be, as a logarithm."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Changes of the query, and what it costs to assume them. `score` tells which candidates are searched. `joins`: two words
    become one. `inflected`: a word with a particle before it, which articles may have without it alone."""

    changes: tuple[Edit, ...]
    cost: float
    score: float
    joins: bool = False
    inflected: bool = False


def worth(articles: float, errors: float) -> float:
    """The weight of what so many articles have, and so many errors make of what was typed."""
    return math.log(articles + 0.1) - ERROR * errors


def is_likelier(articles: float, errors: float, as_typed: float) -> bool:
    """Whether to assume the errors, where so many articles have what they make of what was typed, and so many have that
    itself."""
    return worth(articles, errors) > worth(as_typed, 1) + ENOUGH


def together(candidates: Iterable[Candidate]) -> Candidate:
    """All the changes at once."""
    candidates = tuple(candidates)
    return Candidate(
        tuple(change for one in candidates for change in one.changes),
        sum(one.cost for one in candidates),
        sum(one.score for one in candidates),
        inflected=any(one.inflected for one in candidates),
    )
