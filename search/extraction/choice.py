"""Which of several entities with one name is meant."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from search.extraction.gazetteer import Hit
from search.extraction.scan import Scan
from search.extraction.words import folded
from search.types import EntityKind, EntityRecord

_WORD_TO_TYPES: Final[Mapping[str, frozenset[str]]] = {
    word: frozenset(types)
    for words, types in (
        ("مدينة مدن بمدينة مدينتي", ("city", "town")),
        ("بلدة بلدتي بلدات ببلدة", ("town", "village", "city")),
        ("قرية قريتي قرى بقرية", ("village", "town")),
        ("محافظة محافظتي محافظات ريف بريف أرياف لمحافظة بمحافظة ولاية", ("governorate",)),
        ("نهر بحر ضفاف", ("river",)),
        ("جمهورية دولة", ("country",)),
        ("إقليم منطقة", ("region", "governorate")),
    )
    for word in folded(words)
}
_ORDER: Final = ("country", "city", "governorate", "region", "town", "river", "base", "village", "other")
"""Which type of place a bare name means where nothing tells."""


class Choice:
    """Chooses with the whole article in view: what is named in full there, and in which countries its places lie."""

    def __init__(self, entities: Mapping[tuple[EntityKind, str], EntityRecord], hits: Iterable[Hit]) -> None:
        self._entities = entities
        self._certain: Counter[tuple[EntityKind, str]] = Counter()
        self._regions: Counter[str] = Counter()
        for hit in hits:
            if len({(sense.entity.kind, sense.entity.key) for sense in hit.senses}) == 1:
                entity = hit.senses[0].entity
                self._certain[entity.kind, entity.key] += 1
            for region in {region for sense in hit.senses[:3] for region in self._chain(sense.entity)}:
                self._regions[region] += 1

    def entity(self, scan: Scan, hit: Hit, kind: EntityKind) -> EntityRecord:
        """The entity of that kind; the earlier row of the gazetteer where nothing else tells."""
        senses = [sense for sense in hit.senses if sense.entity.kind == kind]
        senses = [sense for sense in senses if sense.role != "short"] or senses
        if len(senses) == 1:
            return senses[0].entity
        if hit.start > hit.first:
            before = scan.words[hit.first][hit.offset :]
        else:
            before = "" if hit.offset else scan.before(hit.first).lstrip("وف")
        wanted = _WORD_TO_TYPES.get(before, frozenset())
        capital_of = {sense.entity.key for sense in hit.senses if sense.role == "metonym"}
        return max(enumerate(senses), key=lambda item: (self._score(item[1].entity, wanted, capital_of), -item[0]))[
            1
        ].entity

    def _score(self, entity: EntityRecord, wanted: frozenset[str], capital_of: set[str]) -> tuple[float, int]:
        score = 4.0 * (entity.type in wanted)
        score += 1.0 * (not capital_of.isdisjoint(self._chain(entity)))
        score += 3.0 * ((entity.kind, entity.key) in self._certain)
        chain = self._chain(entity)
        score += max((min(self._regions[region] - 1, 3) * 0.8 for region in chain), default=0.0) if chain else 0.0
        return score, -_ORDER.index(entity.type) if entity.type in _ORDER else 0

    def _chain(self, entity: EntityRecord) -> list[str]:
        """The keys of the entity and what it is part of, up to its country or state."""
        chain = [entity.key.removeprefix("country-")]
        while entity.parent is not None and len(chain) < 6:
            chain.append(entity.parent.removeprefix("country-"))
            above = self._entities.get((entity.kind, entity.parent))
            if above is None:
                break
            entity = above
        return chain
