"""The hits of one page: in their order, each story once, as articles of the database with their passages."""

from typing import Any, Final

from django.conf import settings
from elasticsearch.dsl import Search

from search.models import Article
from search.query.copies import story_field
from search.query.facets import filter_of
from search.query.highlights import highlighted, marked
from search.query.passages import Segment, choose
from search.query.request import SearchRequest
from search.query.results import Hit
from search.query.server import ask

PAGE_SIZE: Final = 20
LAST_PAGE: Final = 500
"""The server sorts no more than 10,000 hits for a page given by its number."""

_SAME_ORDER: Final = "dfs_query_then_fetch"
"""How frequent a word is counts in the whole index, and not in the shard that an article happens to be in."""

PASSAGES: Final = 3
"""Passages of an article that are shown."""


def page_of_hits(query: Search, request: SearchRequest, page: int) -> Search:
    """`query`, whose answer holds the hits of a page, counted from 1."""
    asked = query.post_filter(filter_of(request)).extra(from_=(page - 1) * PAGE_SIZE, size=PAGE_SIZE)
    if settings.INDEX_SHARDS > 1:
        asked = asked.params(search_type=_SAME_ORDER)
    return _once_a_story(highlighted(_sorted(asked, request), request).source(False), request)


def hits_in(answer: dict[str, Any], query: Search, request: SearchRequest) -> tuple[Hit, ...]:
    """The hits that the server answered to `page_of_hits(query, ...)`, in its order. Those whose article was hidden or
    removed a moment ago are left out."""
    found = _standing(answer["hits"]["hits"], query, request)
    articles = (
        Article.objects.visible().select_related("outlet", "ingest_run").in_bulk([int(hit["_id"]) for hit in found])
    )
    hits = []
    for hit in found:
        article = articles.get(int(hit["_id"]))
        if article is None:
            continue
        title = marked(hit, "title")
        hits.append(
            Hit(article, title[0] if title else (Segment(article.title),), choose(marked(hit, "body"), PASSAGES))
        )
    return tuple(hits)


def _sorted(asked: Search, request: SearchRequest) -> Search:
    """Ties are broken by the newest, then by the key, so that no article stands on two pages. The first of a story's
    articles gives the story its place."""
    by_date: dict[str, Any] = {
        "published": {"order": "asc" if request.order == "oldest" else "desc", "missing": "_last"}
    }
    order: list[Any] = ["_score", by_date] if request.order == "relevance" else [by_date]
    return asked.sort(*order, "standing", "key")


def _once_a_story(asked: Search, request: SearchRequest) -> Search:
    return asked.extra(collapse={"field": story_field(request)}, docvalue_fields=["copied"])


def _standing(found: list[dict[str, Any]], query: Search, request: SearchRequest) -> list[dict[str, Any]]:
    """The hits, with the article that stands for its story in place of the one that gave it its rank: the story's
    representative if it matches and passes the filters, else the first of those that do. In an order of dates the article
    whose date it is stays."""
    field = story_field(request)
    stories = [hit["fields"][field][0] for hit in found if hit["fields"]["copied"][0]]
    if not stories or request.order != "relevance":
        return found
    asked = query.filter(filter_of(request)).filter("terms", **{field: stories}).source(False)
    asked = _once_a_story(highlighted(asked, request), request).extra(size=len(stories))
    asked = asked.sort("standing", {"published": {"order": "asc", "missing": "_last"}}, "key")
    standing = {hit["fields"][field][0]: hit for hit in ask(asked)["hits"]["hits"]}
    return [standing.get(hit["fields"][field][0], hit) for hit in found]
