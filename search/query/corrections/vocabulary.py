"""How many articles have words as they are spelt, asked of the search server."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from elastic_transport import TransportError
from elasticsearch import ApiError
from elasticsearch.dsl import A, MultiSearch, Q, Search
from elasticsearch.dsl.query import Query

from search.index.documents import ArticleDocument
from search.index.groups import GROUPS
from search.index.levels import SPELLING
from search.query.facets import filter_of
from search.query.narrowing import matched
from search.query.request import SearchRequest
from search.query.server import SearchUnavailable, ask
from search.query.words import words_of


def question() -> Search:
    """A search for numbers alone, among all articles."""
    return Search(index=ArticleDocument._index._name).extra(size=0, track_total_hits=False)


def counts(asked: Mapping[str, Query]) -> dict[str, int]:
    """How many articles match each query, by its name; empty where nothing was ever indexed."""
    search = question()
    for name, query in asked.items():
        search.aggs.bucket(name, A("filter", query))
    return counts_in(ask(search))


def counts_in(answer: Mapping[str, Any]) -> dict[str, int]:
    """The numbers in buckets of the server's answer."""
    return {name: bucket["doc_count"] for name, bucket in answer.get("aggregations", {}).items()}


@dataclass(frozen=True, slots=True)
class Found:
    """How many articles a request finds, and how many of them have all its words as they are spelt."""

    hits: int
    spelt: int


def found(requests: Iterable[SearchRequest]) -> list[Found]:
    """What each request finds. Raises SearchUnavailable."""
    together = MultiSearch()
    for request in requests:
        asked = matched(request).filter(filter_of(request)).extra(size=0, track_total_hits=True)
        asked.aggs.bucket("spelt", A("filter", all_of(" ".join(word.folded for word in words_of(request.q)))))
        together = together.add(asked.params(ignore_unavailable=True))
    try:
        answers = together.execute(raise_on_error=False)
    except (TransportError, ApiError) as error:
        raise SearchUnavailable(str(error)) from error
    return [_found(answer.to_dict()) if answer is not None else Found(0, 0) for answer in answers]


def _found(answer: Mapping[str, Any]) -> Found:
    if "aggregations" not in answer:
        return Found(0, 0)
    return Found(answer["hits"]["total"]["value"], answer["aggregations"]["spelt"]["doc_count"])


def all_of(words: str) -> Query:
    """Matches articles with these words as they are spelt."""
    in_groups = (Q("combined_fields", query=words, operator="and", fields=_fields(group)) for group in GROUPS)
    return Q("bool", should=list(in_groups))


def beside(first: str, second: str) -> Query:
    """Matches articles in which the second word stands behind the first."""
    fields = [field for group in GROUPS for field in _fields(group)]
    return Q("multi_match", query=f"{first} {second}", type="phrase", fields=fields)


def _fields(group: str) -> Sequence[str]:
    return [SPELLING.field(base, group) for base in ("title", "body")]
