"""All values of one facet in a search, or those that are called so."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from elasticsearch.dsl import A

from search.query import trees
from search.query.called import keys_called
from search.query.copies import count_stories, stories_in
from search.query.counting import Found, ask_for_candidates, candidates_in, count
from search.query.facets import filter_of
from search.query.narrowing import matched
from search.query.rankings import Ranking, first_sizes
from search.query.request import SearchRequest
from search.query.results import Facet
from search.query.search import facet_of
from search.query.server import TooManyStories, ask

MOST: Final = 150
"""Values that are told at once. Who looks for another one knows what it is called."""

_LETTERS: Final = 2
"""Letters that a name is found by: nearly every name has each single one."""

_MANY: Final = 3_000
"""Values called so from which only those are looked at that have most articles: to count among tens of thousands of names takes
seconds, and only MOST are told."""


@dataclass(frozen=True, slots=True)
class FacetValues:
    """`facet` has the leading values, or those of them that are called so, and what is selected or excluded. `total` counts the
    hits of the search; `cut`: there may be more values. Where `exact` is false, counts are estimates."""

    request: SearchRequest
    facet: Facet
    total: int
    cut: bool
    exact: bool


def facet_values(request: SearchRequest, facet: str, find: str = "") -> FacetValues:
    """find: words of a name; of less than two letters for all values. Raises SearchUnavailable."""
    ranking = _ranking(request, facet, find)
    try:
        return _values(request, facet, ranking, exact=True)
    except TooManyStories:
        return _values(request, facet, ranking, exact=False)


def _ranking(request: SearchRequest, facet: str, find: str) -> Ranking:
    if len(find.strip()) < _LETTERS:
        return trees.top(facet, MOST)
    called = keys_called(facet, find)
    if isinstance(called, str):
        return Ranking(facet, facet, MOST, called)
    if len(called) > _MANY:
        every = Ranking(facet, facet, _MANY)
        found = _candidates(request, {every: _MANY})
        called = set(called).intersection(found[every].values) if found else ()
    return Ranking(facet, facet, MOST, tuple(called))


def _values(request: SearchRequest, facet: str, ranking: Ranking, exact: bool) -> FacetValues:
    known = {facet: {value for line in trees.lines(facet, request.selected(facet)).values() for value in line}}
    found = count_stories(A("filter", filter_of(request)), request, exact)
    candidates = _candidates(request, first_sizes([ranking]))
    counts = count(matched(request), request, candidates, known, {"found": found}, exact)
    if not counts.answer:
        return FacetValues(request, Facet(facet, ()), 0, False, exact)  # nothing was ever indexed
    shown = facet_of(request, facet, counts.hits[facet])
    return FacetValues(request, shown, stories_in(counts.answer["found"]), len(shown.values) >= MOST, exact)


def _candidates(request: SearchRequest, sizes: Mapping[Ranking, int]) -> Found:
    asked = matched(request).extra(size=0)
    ask_for_candidates(asked, request, sizes)
    return candidates_in(ask(asked), sizes)
