"""Asks for what matched to be marked, and reads the marks."""

from collections.abc import Collection
from typing import Any, Final

from elasticsearch.dsl import Search

from search.index.documents import ArticleDocument
from search.index.groups import GROUPS
from search.index.levels import LEVELS, WORD
from search.models import Article
from search.query.narrowing import understood, way_of
from search.query.passages import MARK_END, MARK_START, Passage, Segment, to_passage
from search.query.request import SearchRequest
from search.query.server import ask
from search.query.syntax.compiling import marking

MARKED_LENGTH: Final = 999_999
"""Characters of an article in which words that match a pattern are marked: it is analyzed anew for it, and the server, asked
for a million, refuses the whole search."""


def marked_article(article: Article, request: SearchRequest) -> tuple[Passage, Passage]:
    """Title and whole body of one article, marked. Raises SearchUnavailable."""
    return marked_articles([article], request)[article.pk]


def marked_articles(articles: Collection[Article], request: SearchRequest) -> dict[int, tuple[Passage, Passage]]:
    """Title and whole body of each article, by its key, with everything marked that makes it match, and not what only ranks
    it: nearness would mark whole sentences. Raises SearchUnavailable."""
    texts: dict[int, tuple[Passage, Passage]] = {
        article.pk: ((Segment(article.title),), (Segment(article.body),)) for article in articles
    }
    if not request.q or not articles:
        return texts
    asked = Search(index=ArticleDocument._index._name).filter("ids", values=[str(key) for key in texts])
    for hit in ask(_marks(asked.source(False).extra(size=len(texts)), request))["hits"]["hits"]:
        key = int(hit["_id"])
        texts[key] = _marked(hit, "title") or texts[key][0], _marked(hit, "body") or texts[key][1]
    return texts


def _marks(asked: Search, request: SearchRequest) -> Search:
    """A match at any level is marked in the text's own field."""
    asked = asked.highlight_options(
        type="unified",
        pre_tags=[MARK_START],
        post_tags=[MARK_END],
        number_of_fragments=0,
        max_analyzed_offset=MARKED_LENGTH,
    )
    node, way = understood(request).node, way_of(request)
    for base in ("title", "body"):
        for group in GROUPS:
            every = [level.field(base, group) for level in LEVELS]
            # Each field with its own query: the server works out the whole of it for every field of every hit.
            query = marking(node, way, base, group).to_dict()
            asked = asked.highlight(WORD.field(base, group), matched_fields=every, highlight_query=query)
    return asked


def _marked(hit: dict[str, Any], base: str) -> Passage:
    """What the server marked in `base` (`title` or `body`), in whichever language group the article stands; empty where
    that is nothing."""
    found = hit.get("highlight", {})
    return next((to_passage(found[field][0]) for field in _texts(base) if field in found), ())


def _texts(base: str) -> list[str]:
    """The fields that hold `base`, of which every article has one."""
    return [WORD.field(base, group) for group in GROUPS]
