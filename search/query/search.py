"""One search: its hits, its facets and its timeline, asked of the search server and put together."""

from collections.abc import Mapping
from typing import Any, Final

from elasticsearch.dsl import A, Q

from search.query import timeline, trees
from search.query.copies import count_stories, stories_in
from search.query.counting import Hits, ask_for_candidates, candidates_in, count
from search.query.facets import filter_of
from search.query.fewer_words import FEW, with_fewer_words
from search.query.hits import hits_at
from search.query.names import names_of
from search.query.narrowing import matched, understood
from search.query.pages import page_of
from search.query.rankings import Ranking, first_sizes
from search.query.request import FACETS, WITHOUT, Interval, SearchRequest
from search.query.results import Facet, FacetValue, Results
from search.query.server import TooManyStories, ask, is_partial
from search.query.syntax.parser import repaired
from search.query.trees import Lines

SHOWN: Final = 12
"""Leading values of a facet on the page; the selected and excluded ones, and parts of the selected ones, besides."""


def search(request: SearchRequest) -> Results:
    """One page of hits with all facets and the timeline. Raises SearchUnavailable."""
    try:
        return _search(request, exact=True)
    except TooManyStories:
        return _search(request, exact=False)


def _search(request: SearchRequest, exact: bool) -> Results:
    query = matched(request)
    asked = query.extra(size=0)
    asked.aggs.bucket("span", timeline.span(request))
    lines = {facet: trees.lines(facet, request.selected(facet)) for facet in FACETS}
    sizes = first_sizes(_rankings(request, lines))
    ask_for_candidates(asked, request, sizes)
    answer = ask(asked)
    wrong = understood(request).faults
    mended = repaired(request.q, wrong) if wrong else None
    if "aggregations" not in answer:
        # nothing was ever indexed
        return Results(request, total=0, dated=0, faults=wrong, repaired=mended)
    interval, possible = timeline.intervals(request, answer["aggregations"]["span"])
    known = {facet: {value for line in of.values() for value in line} for facet, of in lines.items()}
    counts = count(query, request, candidates_in(answer, sizes), known, _also(request, interval, exact), exact)
    total = stories_in(counts.answer["found"])
    page = page_of(query, request)
    if not page.places:
        request = request.from_first_page()
        page = page_of(query, request)
    return Results(
        request=request,
        total=total,
        dated=stories_in(counts.answer["dated"]),
        hits=hits_at(page.places, query, request),
        facets=tuple(facet_of(request, facet, counts.hits[facet]) for facet in FACETS),
        timeline=timeline.to_timeline(interval, possible, counts.answer["in-time"]["bars"]) if interval else None,
        previous=page.previous,
        next=page.next,
        exact=exact,
        partial=is_partial(answer) or counts.timed_out,
        faults=wrong,
        repaired=mended,
        fewer=with_fewer_words(request, page.places) if total < FEW else (),
    )


def _rankings(request: SearchRequest, lines: Mapping[str, Lines]) -> list[Ranking]:
    """The leading values of every facet, and of the parts of what is selected in it. lines: of the selected values."""
    parts = [trees.parts(request, facet, lines[facet]) for facet in FACETS]
    return [*(trees.top(facet, SHOWN) for facet in FACETS), *filter(None, parts)]


def _also(request: SearchRequest, interval: Interval | None, exact: bool) -> dict[str, Any]:
    """Aggregations: the total, the dated, and the bars of the timeline."""
    among = filter_of(request)
    dated = among & Q("exists", field="published")
    also = {name: count_stories(A("filter", of), request, exact) for name, of in (("found", among), ("dated", dated))}
    if interval:
        also["in-time"] = A("filter", among)
        also["in-time"].bucket("bars", timeline.bars(interval, request, exact))
    return also


def facet_of(request: SearchRequest, name: str, hits: Hits) -> Facet:
    """The facet with these values, in their order."""
    own = {key: count for key, count in hits.items() if key != WITHOUT}
    named, known = names_of(name, own), trees.lines(name, own)

    def value(key: str) -> FacetValue:
        selected, excluded = key in request.selected(name), key in request.excluded(name)
        return FacetValue(key, hits[key], selected, named.get(key), known.get(key, (key,))[1:], excluded)

    values = tuple(value(key) for key in trees.in_order(name, own, known))
    return Facet(name, values, value(WITHOUT) if WITHOUT in hits else None)
