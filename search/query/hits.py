"""The hits of one page: the articles that stand for its stories, in its order, with their passages."""

from collections.abc import Collection, Iterable
from typing import Any, Final

from elasticsearch.dsl import Search

from search.models import Article
from search.query.copies import story_field
from search.query.excerpts import excerpts, lead
from search.query.facets import filter_of
from search.query.highlights import marked_articles
from search.query.pages import Place, on_same_copies
from search.query.passages import Passage
from search.query.request import SearchRequest
from search.query.results import Hit
from search.query.server import ask

PASSAGES: Final = 3
"""Passages of an article that are shown."""


def hits_at(places: Collection[Place], query: Search, request: SearchRequest) -> tuple[Hit, ...]:
    """The hits at places in the order of what `query` matches. Those whose article was hidden or removed a moment ago are
    left out."""
    asked = asking_standing(places, query, request)
    keys = standing_at(places, ask(asked) if asked else None, request)
    articles = Article.objects.visible().select_related("outlet", "ingest_run").in_bulk(keys)
    marked = marked_articles(articles.values(), request)
    return tuple(
        _hit(articles[key], place.at.score, *marked[key])
        for place, key in zip(places, keys, strict=True)
        if key in articles
    )


def asking_standing(places: Iterable[Place], query: Search, request: SearchRequest) -> Search | None:
    """Asks which articles stand for the stories, for `standing_at`; None where there is nothing to ask."""
    stories = [place.story for place in places if place.copied]
    if not stories or request.order != "relevance":
        return None
    field = story_field(request)
    asked = query.filter(filter_of(request)).filter("terms", **{field: stories}).source(False)
    asked = asked.extra(collapse={"field": field}, size=len(stories), track_total_hits=False)
    asked = asked.sort("standing", {"published": {"order": "asc", "missing": "_last"}}, "key")
    return on_same_copies(asked, request)


def standing_at(places: Iterable[Place], answer: dict[str, Any] | None, request: SearchRequest) -> list[int]:
    """The keys of the articles that stand for the stories at `places`, in their order: not of those that gave the stories
    their rank, but the story's representative if it matches and passes the filters, else the first of the articles that
    do. In an order of dates the article whose date it is stays."""
    field = story_field(request)
    standing = {hit["fields"][field][0]: int(hit["_id"]) for hit in answer["hits"]["hits"]} if answer else {}
    return [standing.get(place.story, place.at.key) if place.copied else place.at.key for place in places]


def _hit(article: Article, score: float | None, title: Passage, body: Passage) -> Hit:
    return Hit(article, score, title, excerpts(body, PASSAGES) or lead(article.body))
