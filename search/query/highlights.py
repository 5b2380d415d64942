"""Asks for what matched to be marked, and reads the marks: in the passages of hits, and in one whole article."""

from typing import Any, Final

from elasticsearch.dsl import Search

from search.index.documents import ArticleDocument
from search.index.groups import GROUPS
from search.index.levels import WORD
from search.models import Article
from search.query.passages import MARK_END, MARK_START, Passage, Segment, to_passage
from search.query.request import SearchRequest
from search.query.server import ask
from search.query.syntax import matching, parse

CANDIDATES: Final = 12
"""Passages of an article from which those that are shown are chosen."""

PASSAGE_LENGTH: Final = 180
"""Characters that a passage aims at; whole sentences where they fit."""

LEAD_LENGTH: Final = 240
"""Characters of the beginning that stand for an article that has no passage to show."""


def highlighted(asked: Search, request: SearchRequest) -> Search:
    """Marks what makes an article match, and not what only ranks it: nearness would mark whole sentences."""
    marked = _marks(asked).highlight_options(highlight_query=matching(parse(request.q)))
    return marked.highlight(*_texts("title"), number_of_fragments=0).highlight(
        *_texts("body"),
        number_of_fragments=CANDIDATES,
        fragment_size=PASSAGE_LENGTH,
        no_match_size=LEAD_LENGTH,
        order="score",
    )


def marked(hit: dict[str, Any], base: str) -> list[Passage]:
    """What the server marked in `base` (`title` or `body`) of a hit, in whichever language group the article stands: of a
    title the whole, of a body its candidates, best first. Empty where nothing was marked."""
    found = hit.get("highlight", {})
    return [to_passage(text) for text in next((found[field] for field in _texts(base) if field in found), [])]


def marked_article(article: Article, request: SearchRequest) -> tuple[Passage, Passage]:
    """Title and whole body of one article with everything that the query matches marked. Raises SearchUnavailable."""
    plain = (Segment(article.title),), (Segment(article.body),)
    if not request.q:
        return plain
    asked = Search(index=ArticleDocument._index._name).query(matching(parse(request.q)))
    asked = asked.filter("ids", values=[str(article.pk)]).source(False)
    asked = _marks(asked).highlight(*_texts("title"), *_texts("body"), number_of_fragments=0)
    for hit in ask(asked)["hits"]["hits"]:
        title, body = marked(hit, "title"), marked(hit, "body")
        return title[0] if title else plain[0], body[0] if body else plain[1]
    return plain


def _marks(asked: Search) -> Search:
    return asked.highlight_options(
        type="unified", pre_tags=[MARK_START], post_tags=[MARK_END], boundary_scanner_locale="ar"
    )


def _texts(base: str) -> list[str]:
    """The fields that hold `base`, of which every article has one."""
    return [WORD.field(base, group) for group in GROUPS]
