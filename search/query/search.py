"""One search: its hits, its facets and its timeline, asked of the search server and put together."""

from collections.abc import Mapping
from typing import Any

from elasticsearch.dsl import A

from search.query import facets, timeline, trees
from search.query.copies import count_stories, stories_in
from search.query.fewer_words import FEW, with_fewer_words
from search.query.hits import hits_at
from search.query.names import names_of
from search.query.narrowing import matched, understood
from search.query.pages import page_of
from search.query.request import FACETS, SearchRequest
from search.query.results import Facet, FacetValue, Results
from search.query.server import TooManyStories, ask, is_partial
from search.query.syntax.parser import repaired


def search(request: SearchRequest) -> Results:
    """One page of hits with all facets and the timeline. Raises SearchUnavailable."""
    try:
        return _search(request, exact=True)
    except TooManyStories:
        return _search(request, exact=False)


def _search(request: SearchRequest, exact: bool) -> Results:
    query = matched(request)
    asked = query.extra(size=0)
    for name, aggregation in facets.aggregations(request, exact).items():
        asked.aggs.bucket(name, aggregation)
    asked.aggs.bucket("found", _counted(request, exact))
    asked.aggs.bucket("span", timeline.span(request, exact))
    answer = ask(asked)
    wrong = understood(request).faults
    mended = repaired(request.q, wrong) if wrong else None
    if "aggregations" not in answer:
        # nothing was ever indexed
        return Results(request, total=0, dated=0, faults=wrong, repaired=mended)
    total = stories_in(answer["aggregations"]["found"])
    page = page_of(query, request)
    if not page.places:
        request = request.from_first_page()
        page = page_of(query, request)
    interval = timeline.interval(answer["aggregations"]["span"])
    bars, partial = None, is_partial(answer)
    if interval:
        counted = query.filter(facets.filter_of(request)).extra(size=0)
        counted.aggs.bucket("bars", timeline.bars(interval, request, exact))
        timed = ask(counted)
        bars = timeline.to_timeline(interval, timed["aggregations"]["bars"])
        partial = partial or is_partial(timed)
    return Results(
        request=request,
        total=total,
        dated=stories_in(answer["aggregations"]["span"]),
        hits=hits_at(page.places, query, request),
        facets=_facets(request, answer["aggregations"]),
        timeline=bars,
        previous=page.previous,
        next=page.next,
        exact=exact,
        partial=partial,
        faults=wrong,
        repaired=mended,
        fewer=with_fewer_words(request, page.places) if total < FEW else (),
    )


def _counted(request: SearchRequest, exact: bool) -> Any:
    found = A("filter", facets.filter_of(request))
    count_stories(found, request, exact)
    return found


def _facets(request: SearchRequest, answers: dict[str, Any]) -> tuple[Facet, ...]:
    return tuple(_facet(request, name, facets.counts(request, name, answers[name])) for name in FACETS)


def _facet(request: SearchRequest, name: str, counts: Mapping[str, int]) -> Facet:
    named, known = names_of(name, counts), trees.lines(name, counts)
    return Facet(
        name,
        tuple(
            FacetValue(key, counts[key], key in request.selected(name), named.get(key), known[key][1:])
            for key in trees.in_order(name, counts, known)
        ),
    )
