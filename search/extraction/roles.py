"""State or place: which of the two a name that can be both is, by what stands around it.

Every such name gets a score from the cues in `cues.py`: its preposition, the words before it, a verb on either side.
Names joined by `and` or a comma share one score. The other mentions of the same country in the article tip the scale
where little is said.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from search.extraction import cues
from search.extraction.gazetteer import Hit
from search.extraction.scan import Scan
from search.extraction.words import PARTICLES_BEFORE_VERB, is_verb
from search.types import EntityKind, EntityRecord

_CONJUNCTIONS: Final = ("و", "ف")
_JOINING_GAPS: Final = frozenset({"", "،", ",", "-", "/"})
_DASHES: Final = frozenset("-–—ـ")
_PREPOSITIONS: Final = ("ب", "ل", "ك")
_ADJECTIVES: Final = 2
_CERTAIN: Final = 2.5
_DOUBTFUL: Final = 1.0
_DOUBTFUL_CITY: Final = 0.5
"""Scores below which the text says too little; a city of which nothing is said is nearly always the city."""


@dataclass(frozen=True, slots=True)
class Role:
    """What a name is where it stands; `ambiguous` where the text says too little to tell, and `kind` is the likelier."""

    kind: EntityKind
    ambiguous: bool = False


def is_ambiguous(hit: Hit) -> bool:
    """Whether the match may name an actor as well as a location."""
    return len({sense.entity.kind for sense in hit.senses}) > 1


def is_place_by_preposition(scan: Scan, hit: Hit) -> bool:
    """Whether what stands before the name makes a place of it, whatever else it may name."""
    return _before(scan, None, hit, False)[0] <= -_CERTAIN


def decide_roles(
    fields: Sequence[tuple[Scan, Sequence[Hit]]], entities: Mapping[tuple[EntityKind, str], EntityRecord]
) -> list[list[Role]]:
    """For each field of one article (its scan, its matches in text order, not overlapping) the role of each match."""
    scores = [_scores(scan, hits) for scan, hits in fields]
    balance: Counter[str] = Counter()
    scenes: set[str] = set()
    for (_, hits), own in zip(fields, scores, strict=True):
        for hit, score in zip(hits, own, strict=True):
            if is_ambiguous(hit):
                balance[_actor_key(hit)] += (score >= _CERTAIN) - (score <= -_CERTAIN)
            elif (country := _country_of(hit, entities)) is not None:
                scenes.add(country)
    return [
        [
            _role(hit, score, balance[_actor_key(hit)], _actor_key(hit) in scenes)
            if is_ambiguous(hit)
            else Role(hit.senses[0].entity.kind)
            for hit, score in zip(hits, own, strict=True)
        ]
        for (_, hits), own in zip(fields, scores, strict=True)
    ]


def _role(hit: Hit, score: float, balance: int, scene: bool) -> Role:
    metonym = _is_metonym(hit)
    score += cues.DEFAULT["metonym" if metonym else "name"]
    score += cues.PRIOR_STATE * (balance > 0) + cues.PRIOR_PLACE * (balance < 0) + cues.SCENE * scene
    return Role("actor" if score > 0 else "location", abs(score) < (_DOUBTFUL_CITY if metonym else _DOUBTFUL))


def _is_metonym(hit: Hit) -> bool:
    return any(sense.role == "metonym" for sense in hit.senses if sense.entity.kind == "actor")


def _actor_key(hit: Hit) -> str:
    return next((sense.entity.key for sense in hit.senses if sense.entity.kind == "actor"), "")


def _country_of(hit: Hit, entities: Mapping[tuple[EntityKind, str], EntityRecord]) -> str | None:
    """The code of the country that a place lies in."""
    entity: EntityRecord | None = hit.senses[0].entity
    if entity is None or entity.kind != "location":
        return None
    for _ in range(5):
        if entity is None or entity.parent is None:
            return None
        if entity.parent.startswith("country-"):
            return entity.parent.removeprefix("country-")
        entity = entities.get(("location", entity.parent))
    return None


def _scores(scan: Scan, hits: Sequence[Hit]) -> list[float]:
    """The score of each match; names that are joined to a list share the sum of theirs."""
    scores: list[float] = []
    chain: list[int] = []
    total = 0.0

    def close() -> None:
        for index in chain:
            scores[index] = total

    for index, hit in enumerate(hits):
        joined = index > 0 and _joined(scan, hits[index - 1], hit)
        own = _own(scan, hits[index - 1] if index else None, hit, joined) if is_ambiguous(hit) else _neighbour(hit)
        if not joined:
            close()
            chain, total = [], 0.0
        chain.append(index)
        total += own
        scores.append(own)
    close()
    return scores


def _neighbour(hit: Hit) -> float:
    entity = hit.senses[0].entity
    if entity.kind == "actor":
        return cues.NEIGHBOUR_ACTOR
    return cues.NEIGHBOUR_PLACE


def _joined(scan: Scan, earlier: Hit, later: Hit) -> bool:
    """Whether two names stand side by side in one list (X and Y; X, Y; X - Y)."""
    if later.first != earlier.last + 1 or "\n" in scan.gaps[later.first]:
        return False
    gap = scan.gaps[later.first].strip(" \"'“”«»()")
    return gap in _JOINING_GAPS and (later.proclitics == "و" or (bool(gap) and not later.proclitics))


def _own(scan: Scan, earlier: Hit | None, hit: Hit, joined: bool) -> float:
    """What the words around one name say. A name behind a preposition is no subject of the verb that follows it."""
    if _is_dateline(scan, hit):
        return -cues.VERB_BEFORE
    score, governed = _before(scan, earlier, hit, joined)
    following = scan.after(hit.last)
    if governed or not following:
        return score
    score += _weight(cues.WORD_AFTER, following)
    if is_verb(following) and following[0] != "و":
        score += cues.VERB_AFTER
    elif following in PARTICLES_BEFORE_VERB:
        score += cues.PARTICLE_AFTER
    elif _looks_like_verb(following):
        score += cues.WEAK_VERB_AFTER
    return score


def _is_dateline(scan: Scan, hit: Hit) -> bool:
    """Whether the name stands between a dash and a colon, as the place of a report does (الكاتب - الرياض: ...)."""
    return scan.gaps[hit.last + 1].lstrip().startswith(":") and not _DASHES.isdisjoint(scan.gaps[hit.first])


def _before(scan: Scan, earlier: Hit | None, hit: Hit, joined: bool) -> tuple[float, bool]:
    """What stands before the name weighs, and whether that is a preposition or a noun that governs it."""
    at = hit.first
    preposition = hit.proclitics.lstrip("وف")
    previous = scan.before(at)
    if previous in _PREPOSITIONS and not hit.proclitics:
        preposition, at = previous, at - 1
        previous = scan.before(at)
    if preposition == "ب":
        return _noun_weight(cues.BEFORE_B, scan, at) + cues.PROCLITIC["ب"], True
    if preposition:
        return _weight(cues.BEFORE_L, previous) + cues.PROCLITIC[preposition], True
    if joined or not previous or hit.proclitics:
        return 0.0, False
    if earlier is not None and earlier.last == at - 1:
        return (cues.VERB_BEFORE / 2 if is_verb(scan.before(earlier.first)) else 0.0), False
    for word in (previous, previous.lstrip("وف")):
        if word in cues.TWO_WORDS_BEFORE:
            two = _noun_weight(cues.TWO_WORDS_BEFORE[word], scan, at - 1)
            return two + cues.WORD_BEFORE.get(word, 0.0), True
    if previous == cues.CAPITAL or (previous.startswith("ال") and scan.before(at, 2) == cues.CAPITAL):
        return -cues.VERB_BEFORE, True
    if _is_metonym(hit) and previous.lstrip("وب") in cues.NAMED_BY_PLACE:
        return -cues.VERB_BEFORE, True
    weight = _weight(cues.WORD_BEFORE, previous)
    if weight:
        return weight, weight <= -_CERTAIN
    if is_verb(previous):
        return cues.VERB_BEFORE, False
    return (cues.WEAK_VERB_BEFORE if _looks_like_verb(previous) else 0.0), False


def _noun_weight(table: Mapping[str, float], scan: Scan, index: int) -> float:
    """The weight of the noun before word `index`, past definite words that may be its adjectives (الحرب الروسية)."""
    for back in range(1, _ADJECTIVES + 2):
        word = scan.before(index, back)
        weight = _weight(table, word)
        if weight or not word.startswith("ال"):
            return weight
    return 0.0


def _weight(table: Mapping[str, float], word: str) -> float:
    """The weight of a word, which may carry a conjunction and then a preposition."""
    if not word:
        return 0.0
    if word in table:
        return table[word]
    if word[0] in _CONJUNCTIONS:
        word = word[1:]
        if word in table:
            return table[word]
    return table.get(word[1:], 0.0) if word[:1] in ("ب", "ل") else 0.0


def _looks_like_verb(word: str) -> bool:
    """Third person feminine by shape: t- before or -t behind, and no plural or abstract noun by its ending."""
    core = word[1:] if word[0] in _CONJUNCTIONS and len(word) > 4 else word
    if len(core) < 4 or (core.endswith(("ات", "ه")) and not core.endswith(("ته", "ده", "له"))):
        return False
    return core.startswith(("ست", "سي", "تت")) or (core.endswith("ت") and not core.startswith("ال"))
