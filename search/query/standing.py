"""How searches stand: how many articles each finds, and how many of them came in lately. One question for all."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from elasticsearch.dsl import A, Q, Search

from search.index.documents import ArticleDocument
from search.query.copies import count_stories, stories_in
from search.query.facets import filter_of
from search.query.narrowing import added_after, matched
from search.query.request import SearchRequest
from search.query.server import ask, ask_together, is_partial


@dataclass(frozen=True, slots=True)
class Standing:
    """`total` hits, as the search page counts them; of `new` ones a copy came in after the moment that was asked about."""

    total: int
    new: int


def standings(asked: Iterable[tuple[SearchRequest, datetime | None]]) -> list[Standing | None]:
    """For each request and moment, in their order; with no moment everything is new. None for a request that the server
    refused, or ran out of time for. Raises SearchUnavailable where it does not answer at all."""
    answers = ask_together(_counted(asked))
    return [None if answer is None or is_partial(answer) else _standing(answer) for answer in answers]


def newest_arrival() -> datetime | None:
    """When the latest of the articles that can be found came in; None where there are none. Raises SearchUnavailable."""
    asked = Search(index=ArticleDocument._index._name).extra(size=0)
    asked.aggs.metric("newest", A("max", field="added"))
    milliseconds = ask(asked).get("aggregations", {}).get("newest", {}).get("value")
    return None if milliseconds is None else datetime.fromtimestamp(milliseconds / 1000, UTC)


def _counted(asked: Iterable[tuple[SearchRequest, datetime | None]]) -> Iterator[Search]:
    for request, moment in asked:
        counted = matched(request).filter(filter_of(request)).extra(size=0)
        for name, among in (("found", Q("match_all")), ("new", added_after(moment) if moment else Q("match_all"))):
            counted.aggs.bucket(name, count_stories(A("filter", among), request, exact=True))
        yield counted


def _standing(answer: dict[str, Any]) -> Standing:
    if "aggregations" not in answer:
        return Standing(0, 0)  # nothing was ever indexed
    return Standing(stories_in(answer["aggregations"]["found"]), stories_in(answer["aggregations"]["new"]))
