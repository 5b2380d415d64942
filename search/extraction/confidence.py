"""How far a mention can be trusted: what found it, and how probable the tagger takes it to be.

The figures are the shares of right mentions (span and kind) among those that were found so in the held-out halves of the
newswire and AQMAR corpora (2,100 mentions), rounded. `python -m tests.bench.ner` prints them anew.
"""

from typing import Final

from search.extraction.gazetteer import Hit
from search.types import EntityRecord, MentionMethod

_BANDS: Final = (0.7, 0.9)
_PRECISION: Final[dict[MentionMethod, tuple[float, float, float]]] = {
    "gazetteer": (0.45, 0.65, 0.87),
    "context": (0.5, 0.6, 0.87),
    "short name": (0.8, 0.8, 0.8),
    "tagger": (0.4, 0.55, 0.75),
}
"""Method to its precision where the tagger takes the name to be unlikely, likely, nearly certain (`_BANDS`)."""
_UNHEARD: Final[dict[MentionMethod, float]] = {"gazetteer": 0.75, "context": 0.65, "short name": 0.8}
"""The same where it was not heard: names inside others, and texts that are not Arabic."""
DATE: Final = 0.97
"""The share of dates in the newswire that agree with themselves (`tests/bench/dates.py`)."""
_AMBIGUOUS: Final = 0.6
"""How often the likelier of state and place is right where the text says too little."""


def method_of(hit: Hit, entity: EntityRecord) -> MentionMethod:
    """How a match was found that names that entity."""
    if hit.method != "gazetteer":
        return hit.method
    if not entity.forms:
        return "context"
    role = next((sense.role for sense in hit.senses if sense.entity == entity), "name")
    return {"ordinary": "context", "short": "short name"}.get(role, "gazetteer")  # type: ignore[return-value]


def confidence(method: MentionMethod, likelihood: float | None, ambiguous: bool) -> float:
    """How probable it is that a mention is right. likelihood: the tagger's, None where it was not heard."""
    sure = _UNHEARD[method] if likelihood is None else _PRECISION[method][sum(likelihood >= band for band in _BANDS)]
    return round(sure * _AMBIGUOUS, 2) if ambiguous else sure
