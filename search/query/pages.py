"""Pages of results, as deep as anybody pages, and the places that the pages before and after them begin at.

Nothing is kept between two pages. The first one is asked for with `collapse`, which shows each story at its first article. The
server can't begin that in the middle of an order; so what comes after a place is walked through article by article, and
left out where its story has an article that stands before it. A page costs the same at any depth.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import islice
from typing import Any, Final

from elasticsearch.dsl import Search

from search.query.copies import story_field
from search.query.cursor import Cursor
from search.query.facets import filter_of
from search.query.order import cursor_at, sorting, values_at
from search.query.request import SearchRequest
from search.query.server import ask

PAGE_SIZE: Final = 20

_BATCH: Final = 2 * PAGE_SIZE
_LARGEST_BATCH: Final = 1000
"""Articles that are walked through at a time: few at first, more where copies follow each other."""

_OVER_ALL_SHARDS: Final = "dfs_query_then_fetch"
"""How frequent a word is counts in the whole index, so that copies in different shards score the same. And without it a server of
two shards (9.2) loses articles of the very day that it goes on behind (`search_after`), in every other request: what one
shard found keeps the other from looking."""


@dataclass(frozen=True, slots=True)
class Place:
    """A story in the order of the results: the place of the article that gives it its rank, the value of its `story_field`,
    and whether it has copies at all."""

    at: Cursor
    story: int
    copied: bool


@dataclass(frozen=True, slots=True)
class Page:
    """`previous` and `next` are the requests for the neighbouring pages, None where there are none."""

    places: tuple[Place, ...]
    previous: SearchRequest | None
    next: SearchRequest | None


def page_of(query: Search, request: SearchRequest) -> Page:
    """The page of what `query` matches and the facets let pass. Where nothing is left at the place that it should begin or
    end at, it has no places."""
    backwards = request.before is not None
    start = request.before or request.after
    if start is None:
        found = first_places(ask(asking_first(query, request, PAGE_SIZE + 1)), request)
    else:
        walked = _stories_from(_as_it_stands_now(start, query, request), query, request, backwards)
        found = list(islice(walked, PAGE_SIZE + 1))
    more = len(found) > PAGE_SIZE
    shown = found[:PAGE_SIZE]
    if backwards:
        shown.reverse()
    if not shown:
        return Page((), None, None)
    return Page(
        tuple(shown),
        previous=request.page_before(shown[0].at) if (more if backwards else start) else None,
        next=request.page_after(shown[-1].at) if more or backwards else None,
    )


def asking_first(query: Search, request: SearchRequest, size: int) -> Search:
    """Asks for the first `size` stories; `first_places` reads the answer."""
    return _collapsed(_in_order(query, request), request).extra(size=size)


def first_places(answer: dict[str, Any], request: SearchRequest) -> list[Place]:
    return [_place(hit, request) for hit in answer["hits"]["hits"]]


def on_same_copies(asked: Search, request: SearchRequest) -> Search:
    """The copies of an index count their deleted articles differently, and so score differently: questions about one
    request go to the same ones."""
    digest = sha256(request.from_first_page().to_query_string().encode()).hexdigest()
    return asked.params(preference=digest[:16])


def _in_order(query: Search, request: SearchRequest, backwards: bool = False) -> Search:
    asked = query.filter(filter_of(request)).source(False).extra(docvalue_fields=[story_field(request), "copied"])
    asked = asked.sort(*sorting(request.order, backwards)).extra(track_total_hits=False)
    return on_same_copies(asked, request).params(search_type=_OVER_ALL_SHARDS)


def _collapsed(asked: Search, request: SearchRequest) -> Search:
    return asked.extra(collapse={"field": story_field(request)})


def _place(hit: dict[str, Any], request: SearchRequest) -> Place:
    fields = hit["fields"]
    return Place(cursor_at(hit["sort"]), fields[story_field(request)][0], fields["copied"][0])


def _as_it_stands_now(start: Cursor, query: Search, request: SearchRequest) -> Cursor:
    """What comes in moves all scores a little, and a page must go on behind the article that the last one ended with, not
    behind its score of then."""
    if start.score is None:
        return start
    # Filtered after scoring: a shard that a filter leaves nothing of is not asked, and its words would not be counted.
    answer = ask(_in_order(query, request).post_filter("term", key=start.key).extra(size=1))
    for hit in answer["hits"]["hits"]:
        return replace(start, score=cursor_at(hit["sort"]).score)
    return start


def _stories_from(start: Cursor, query: Search, request: SearchRequest, backwards: bool) -> Iterator[Place]:
    """The stories after a place, or before it from the nearest on, each at its first article."""
    firsts: dict[int, int] = {}
    size = _BATCH
    while True:
        asked = _in_order(query, request, backwards).extra(search_after=values_at(start, request.order), size=size)
        batch = first_places(ask(asked), request)
        unknown = {place.story for place in batch if place.copied and place.story not in firsts}
        firsts |= _firsts(unknown, query, request)
        for place in batch:
            if not place.copied or firsts.get(place.story, place.at.key) == place.at.key:
                yield place
        if len(batch) < size:
            return
        start, size = batch[-1].at, min(2 * size, _LARGEST_BATCH)


def _firsts(stories: set[int], query: Search, request: SearchRequest) -> dict[int, int]:
    """Story to the key of its first article."""
    if not stories:
        return {}
    asked = asking_first(query, request, len(stories)).post_filter("terms", **{story_field(request): sorted(stories)})
    places = first_places(ask(asked), request)
    return {place.story: place.at.key for place in places}
