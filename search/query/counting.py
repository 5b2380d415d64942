"""Counts the hits that values of facets have: of values that are known, and of those that turn out to have most."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from elasticsearch.dsl import A, Q, Search

from search.query import rankings
from search.query.copies import count_stories, stories_in
from search.query.facets import filter_of, having
from search.query.rankings import Candidates, Ranking, value_of
from search.query.request import OPTIONAL, WITHOUT, SearchRequest
from search.query.server import ask, is_partial

Hits = Mapping[str, int]
"""Value -> number of hits; `none` among them where articles may have no value."""


@dataclass(frozen=True, slots=True)
class Counts:
    """`hits`: of every facet the values that are to be shown. `answer`: to what else was asked. `timed_out`: the server ran out
    of time, and counted less than there is."""

    hits: Mapping[str, Hits]
    answer: Mapping[str, Any]
    timed_out: bool


Found = Mapping[Ranking, Candidates]


def ask_for_candidates(asked: Search, request: SearchRequest, sizes: Mapping[Ranking, int]) -> None:
    """Adds to a search that its answer has, for each ranking, as many values: those with most articles."""
    for number, (ranking, size) in enumerate(sizes.items()):
        bucket = A("filter", filter_of(request, leaving_out=ranking.facet))
        bucket.bucket("values", rankings.candidates(ranking, size))
        asked.aggs.bucket(f"candidates-{number}", bucket)


def candidates_in(answer: Mapping[str, Any], sizes: Mapping[Ranking, int]) -> Found:
    """The candidates in the answer to `ask_for_candidates` with the same sizes; none where nothing was ever indexed."""
    found = answer.get("aggregations", {})
    return {
        ranking: rankings.candidates_in(ranking, found[f"candidates-{number}"]["values"])
        for number, ranking in enumerate(sizes)
        if found
    }


def count(
    query: Search,
    request: SearchRequest,
    found: Found,
    known: Mapping[str, Collection[str]],
    also: Mapping[str, Any],
    exact: bool,
) -> Counts:
    """Counts the leading ones among the candidates, of every facet in `known` these values and those that the request
    excludes, and asks for other aggregations. A value without hits is left out unless it is selected or excluded. `query` is
    what narrows the search beside its facets. Raises SearchUnavailable and TooManyStories.

    Candidates whose counts prove nothing are asked for again, and more of them."""
    found = dict(found)
    answer = _answer(query, request, _together(known, found), also, exact)
    timed_out = is_partial(answer)
    hits = {facet: _hits(request, facet, values, answer) for facet, values in _together(known, found).items()}
    while not timed_out and (further := _further(found, hits)):
        asked = query.extra(size=0)
        ask_for_candidates(asked, request, further)
        more = candidates_in(ask(asked), further)
        found |= more
        answer_on_more = _answer(query, request, _together({}, more), {}, exact)
        timed_out = is_partial(answer_on_more)
        for facet, values in _together({}, more).items():
            hits[facet] |= _hits(request, facet, values, answer_on_more)
    shown = {facet: {WITHOUT, *known.get(facet, ())} for facet in hits}
    for ranking, of in found.items():
        own = {value: hits[ranking.facet][value] for value in map(value_of, of.values)}
        shown[ranking.facet].update(rankings.ranked(own)[: ranking.shown])
    told = {facet: _shown(request, facet, shown[facet], own) for facet, own in hits.items()}
    return Counts(told, answer.get("aggregations", {}), timed_out)


def _further(found: Found, hits: Mapping[str, Hits]) -> dict[Ranking, int]:
    """How many candidates to ask for where those that were found prove nothing."""
    return {
        ranking: min(len(of.values) * rankings.FURTHER, rankings.MOST)
        for ranking, of in found.items()
        if len(of.values) < rankings.MOST and not rankings.is_proven(ranking, of, hits[ranking.facet])
    }


def _together(known: Mapping[str, Collection[str]], found: Found) -> dict[str, set[str]]:
    values = {facet: set(of) for facet, of in known.items()}
    for ranking, of in found.items():
        values.setdefault(ranking.facet, set()).update(map(value_of, of.values))
    return values


def _shown(request: SearchRequest, facet: str, values: Collection[str], hits: Hits) -> dict[str, int]:
    chosen = dict.fromkeys((*request.selected(facet), *request.excluded(facet)), 0)
    return chosen | {value: hits[value] for value in hits if value in chosen or (value in values and hits[value])}


def _answer(
    query: Search, request: SearchRequest, values: Mapping[str, Iterable[str]], also: Mapping[str, Any], exact: bool
) -> Mapping[str, Any]:
    asked = query.extra(size=0)
    for name, bucket in also.items():
        asked.aggs.bucket(name, bucket)
    for facet, wanted in values.items():
        keys = sorted(set(wanted) - {WITHOUT, *request.excluded(facet)})
        bucket = A("filter", filter_of(request, leaving_out=facet))
        if keys:
            bucket.bucket(
                "values", count_stories(A("terms", field=facet, include=keys, size=len(keys)), request, exact)
            )
        if facet in OPTIONAL:
            bucket.bucket("without", count_stories(A("filter", having(facet, [WITHOUT])), request, exact))
        asked.aggs.bucket(f"of-{facet}", bucket)
        if excluded := request.excluded(facet):
            asked.aggs.bucket(f"not-{facet}", _instead(request, facet, excluded, exact))
    return ask(asked)


def _instead(request: SearchRequest, facet: str, excluded: Sequence[str], exact: bool) -> Any:
    """Aggregation: the articles with each of the excluded values, and none of the others."""
    lifted = replace(request, unwanted={**request.unwanted, facet: ()})
    among = A("filter", filter_of(lifted, leaving_out=facet) & having(facet, excluded))
    for number, key in enumerate(excluded):
        others = [other for other in excluded if other != key]
        own = Q("bool", filter=[having(facet, [key])], must_not=[having(facet, others)] if others else [])
        among.bucket(f"{number}", count_stories(A("filter", own), request, exact))
    return among


def _hits(request: SearchRequest, facet: str, values: Iterable[str], answer: Mapping[str, Any]) -> dict[str, int]:
    hits = dict.fromkeys(values, 0)
    if not (found := answer.get("aggregations")):
        return hits
    of = found[f"of-{facet}"]
    hits |= {bucket["key"]: stories_in(bucket) for bucket in of.get("values", {}).get("buckets", [])}
    if "without" in of:
        hits[WITHOUT] = stories_in(of["without"])
    excluded = enumerate(request.excluded(facet))
    return hits | {key: stories_in(found[f"not-{facet}"][f"{number}"]) for number, key in excluded}
