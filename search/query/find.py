"""Searches for those who want hits alone: no facets, no timeline, and as many at once as they name."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from elasticsearch.dsl import A, Search

from search.models import Article
from search.query.copies import count_stories, stories_in
from search.query.facets import filter_of
from search.query.hits import asking_standing, hits_at, standing_at
from search.query.narrowing import matched
from search.query.pages import Place, asking_first, first_places
from search.query.request import SearchRequest
from search.query.results import Hit
from search.query.server import TooManyStories, ask, ask_together

MOST: Final = 10_000
"""Hits of one search: what the server sorts at once."""

_SHOWN_TOGETHER: Final = 100
"""Hits whose texts are in memory at once."""


@dataclass(frozen=True, slots=True)
class Found:
    """`total` counts hits as the search page does; it is an estimate where `exact` is false."""

    total: int
    exact: bool
    hits: tuple[Hit, ...]


def find(request: SearchRequest, most: int) -> Found:
    """The first `most` hits. Raises SearchUnavailable."""
    query = matched(request)
    places = first_places(ask(asking_first(query, request, most)), request)
    chunks = (places[start : start + _SHOWN_TOGETHER] for start in range(0, len(places), _SHOWN_TOGETHER))
    hits = tuple(hit for chunk in chunks for hit in hits_at(chunk, query, request))
    try:
        return Found(_total(query, request, exact=True), True, hits)
    except TooManyStories:
        return Found(_total(query, request, exact=False), False, hits)


def find_ids(requests: Sequence[SearchRequest], most: int) -> list[list[str] | None]:
    """For each request the ids of its first `most` hits: those given at ingest, where one was, else our keys. None for a
    request that the server refused. Raises SearchUnavailable."""
    queries = [matched(request) for request in requests]
    answers = ask_together(asking_first(query, request, most) for query, request in zip(queries, requests, strict=True))
    places = [
        None if answer is None else first_places(answer, request)
        for answer, request in zip(answers, requests, strict=True)
    ]
    keys = _standing(places, queries, requests)
    wanted = {key for found in keys for key in found or ()}
    ids = dict(Article.objects.visible().filter(pk__in=wanted).values_list("pk", "given_id"))
    return [None if found is None else [ids[key] or str(key) for key in found if key in ids] for found in keys]


def _standing(
    places: Sequence[list[Place] | None], queries: Sequence[Search], requests: Sequence[SearchRequest]
) -> list[list[int] | None]:
    asked = [
        asking_standing(found or (), query, request)
        for found, query, request in zip(places, queries, requests, strict=True)
    ]
    answers = iter(ask_together(one for one in asked if one is not None))
    return [
        None if found is None else standing_at(found, next(answers) if one is not None else None, request)
        for found, one, request in zip(places, asked, requests, strict=True)
    ]


def _total(query: Search, request: SearchRequest, exact: bool) -> int:
    asked = query.extra(size=0)
    asked.aggs.bucket("found", count_stories(A("filter", filter_of(request)), request, exact))
    answer = ask(asked)
    return stories_in(answer["aggregations"]["found"]) if "aggregations" in answer else 0  # nothing was ever indexed
