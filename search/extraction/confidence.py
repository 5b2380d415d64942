"""How far a mention can be trusted: what found it, and how probable the tagger takes it to be.

The figures are the shares of right mentions (span and kind) among those that were found so in the labelled newswire,
rounded; `python -m tests.bench.ner` prints them anew.
"""

from typing import Final

from search.extraction.gazetteer import Hit
from search.types import EntityRecord, MentionMethod

_LIKELY: Final = 0.5
_PRECISION: Final[dict[MentionMethod, tuple[float, float, float]]] = {
    "gazetteer": (0.93, 0.95, 0.6),
    "context": (0.8, 0.9, 0.5),
    "short name": (0.85, 0.9, 0.7),
    "tagger": (0.7, 0.75, 0.5),
    "date rule": (0.97, 0.97, 0.97),
}
"""Method to its precision without the tagger, where the tagger agrees, and where it doubts."""
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
    """How probable it is that a mention is right."""
    alone, agreed, doubted = _PRECISION[method]
    sure = alone if likelihood is None else agreed if likelihood >= _LIKELY else doubted
    return round(sure * _AMBIGUOUS, 2) if ambiguous else sure
