"""What stands out: names that are in what a search finds far more often than in all articles, which a count alone does not tell.

The server finds candidates by articles (`significant_terms`, JLH: how much larger the share is, times how much of it there is;
against mutual information and chi square on ten searches of the Saudi newswire it named the fewest that are simply frequent,
and the fewest that are simply rare). What is shown is counted in hits, as everywhere, and ordered by the same measure of these.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from elasticsearch.dsl import A, Q, Search
from elasticsearch.dsl.query import Query

from search.arabic.folding import fold_text
from search.index.places import lineages
from search.models import Entity, Outlet
from search.query.copies import count_stories, stories_in
from search.query.facets import filter_of
from search.query.names import names_of
from search.query.narrowing import matched
from search.query.request import SearchRequest
from search.query.results import Results
from search.query.server import TooManyStories, ask

MOST: Final = 6

_FACETS: Final = ("actor", "location", "source")
_CANDIDATES: Final = 12
_COUNTED: Final = 18
"""Values of each facet that the server finds, and how many of all are counted."""

_FEWEST: Final = 20
"""Hits in which something can stand out."""

_WIDEST: Final = 0.5
"""The part of all articles that a search may find: in more than that, nothing differs from all."""

_LEAST: Final = 3
_LEAST_SHARE: Final = 0.03
"""Hits that a value must have, and the part of all hits."""

_LIFT: Final = 3.0
"""How many times as large a value's share must be here as everywhere."""

_UNCONFIRMED: Final = 0.5
"""What the score of a name counts that only texts have: many are pieces of others."""


@dataclass(frozen=True, slots=True)
class Outstanding:
    """A value of a facet: `here` of the `hits` of the search have it, `everywhere` of `all` hits there are."""

    facet: str
    key: str
    named: Entity | Outlet
    here: int
    hits: int
    everywhere: int
    all: int

    @property
    def lift(self) -> float:
        return (self.here / self.hits) / (self.everywhere / self.all)

    @property
    def score(self) -> float:
        """JLH of hits."""
        known = not (isinstance(self.named, Entity) and self.named.is_unconfirmed)
        return (self.here / self.hits - self.everywhere / self.all) * self.lift * (1 if known else _UNCONFIRMED)


def outstanding(results: Results) -> list[Outstanding]:
    """What stands out in a search that is narrowed, most first; empty where nothing does, or little was found. Raises
    SearchUnavailable."""
    request = results.request
    if not (request.q or request.is_filtered) or results.total < _FEWEST or not results.exact:
        return []
    candidates = _candidates(request, results.total)
    if not candidates:
        return []
    try:
        counted = list(_counted(request, candidates, results.total))
    except TooManyStories:
        return []
    chosen: list[Outstanding] = []
    places = lineages({key for facet, key in candidates if facet == "location"} | {*request.selected("location")})
    for one in sorted(counted, key=lambda one: -one.score):
        if one.lift >= _LIFT and len(chosen) < MOST and not _is_told(one, chosen, request, places):
            chosen.append(one)
    return chosen


def _candidates(request: SearchRequest, total: int) -> list[tuple[str, str]]:
    """Facet and key."""
    asked = matched(request).filter(filter_of(request)).extra(size=0, track_total_hits=False)
    least = max(_LEAST, int(total * _LEAST_SHARE))
    for facet in _FACETS:
        asked.aggs.bucket(
            facet,
            "significant_terms",
            field=facet,
            size=_CANDIDATES,
            min_doc_count=least,
            shard_min_doc_count=least,
            jlh={},
        )
    answer = ask(asked).get("aggregations", {})
    selected = {*request.selected("actor"), *request.selected("source")}
    found = [
        (bucket["score"], facet, bucket["key"])
        for facet in _FACETS
        if facet in answer and answer[facet]["doc_count"] <= _WIDEST * answer[facet]["bg_count"]
        for bucket in answer[facet]["buckets"]
        if bucket["key"] not in (request.selected(facet) if facet == "location" else selected)
    ]
    return [(facet, key) for _score, facet, key in sorted(found, reverse=True)[:_COUNTED]]


def _counted(request: SearchRequest, candidates: Sequence[tuple[str, str]], total: int) -> Iterator[Outstanding]:
    answer = ask(_question(request, candidates))["aggregations"]
    named = {facet: names_of(facet, [key for of, key in candidates if of == facet]) for facet in _FACETS}
    for number, (facet, key) in enumerate(candidates):
        row, here = named[facet].get(key), stories_in(answer[f"{number}"])
        if row is not None and here >= _LEAST:
            everywhere, of_all = stories_in(answer["everywhere"][f"{number}"]), stories_in(answer["everywhere"]["all"])
            yield Outstanding(facet, key, row, here, total, everywhere, of_all)


def _question(request: SearchRequest, candidates: Iterable[tuple[str, str]]) -> Search:
    """Counts the hits of each candidate, by its number, here and everywhere."""
    asked = matched(request).filter(filter_of(request)).extra(size=0, track_total_hits=False)
    everywhere = A("global")
    for number, (facet, key) in enumerate(candidates):
        for among in (asked.aggs, everywhere):
            among.bucket(f"{number}", _hits(request, Q("term", **{facet: key})))
    everywhere.bucket("all", _hits(request, Q("match_all")))
    asked.aggs.bucket("everywhere", everywhere)
    return asked


def _hits(request: SearchRequest, query: Query) -> Any:
    return count_stories(A("filter", query), request, exact=True)


def _is_told(
    one: Outstanding, chosen: Iterable[Outstanding], request: SearchRequest, places: Mapping[str, tuple[str, ...]]
) -> bool:
    """Whether it says again what the query, a selected value or another one says: the same name, or a part or whole of it."""
    name = fold_text(one.named.name_ar)
    if set(name.split()) <= set(fold_text(request.q).split()):
        return True
    if any(name == fold_text(other.named.name_ar) for other in chosen):
        return True
    if one.facet != "location":
        return False
    told = {*request.selected("location"), *(other.key for other in chosen if other.facet == "location")}
    return any(one.key in places.get(other, ()) or other in places.get(one.key, ()) for other in told)
