"""Asks for what matched to be marked, and reads the marks: in the passages of hits, and in one whole article."""

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

CANDIDATES: Final = 12
"""Passages of an article from which those that are shown are chosen."""

PASSAGE_LENGTH: Final = 180
"""Characters that a passage aims at; whole sentences where they fit."""

LEAD_LENGTH: Final = 240
"""Characters of the beginning that stand for an article that has no passage to show."""

MARKED_LENGTH: Final = 999_999
"""Characters of an article in which words that match a pattern are marked: it is analyzed anew for it, and the server, asked
for a million, refuses the whole search."""


def highlighted(asked: Search, request: SearchRequest) -> Search:
    """Marks what makes an article match, and not what only ranks it: nearness would mark whole sentences."""
    whole = {"number_of_fragments": 0}
    passages = {
        "number_of_fragments": CANDIDATES,
        "fragment_size": PASSAGE_LENGTH,
        "no_match_size": LEAD_LENGTH,
        "order": "score",
    }
    return _marks(asked, request, title=whole, body=passages)


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
    asked = Search(index=ArticleDocument._index._name).filter("ids", values=[str(article.pk)]).source(False)
    asked = _marks(asked, request, title={"number_of_fragments": 0}, body={"number_of_fragments": 0})
    for hit in ask(asked)["hits"]["hits"]:
        title, body = marked(hit, "title"), marked(hit, "body")
        return title[0] if title else plain[0], body[0] if body else plain[1]
    return plain


def _marks(asked: Search, request: SearchRequest, **bases: dict[str, Any]) -> Search:
    """A match at any level is marked in the text's own field. bases: `title` and `body` to what is asked of them."""
    asked = asked.highlight_options(
        type="unified",
        pre_tags=[MARK_START],
        post_tags=[MARK_END],
        boundary_scanner_locale="ar",
        max_analyzed_offset=MARKED_LENGTH,
    )
    node, way = understood(request).node, way_of(request)
    for base, options in bases.items():
        for group in GROUPS:
            every = [level.field(base, group) for level in LEVELS]
            # Each field with its own query: the server works out the whole of it for every field of every hit.
            query = marking(node, way, base, group).to_dict()
            field = WORD.field(base, group)
            asked = asked.highlight(field, matched_fields=every, highlight_query=query, **options)
    return asked


def _texts(base: str) -> list[str]:
    """The fields that hold `base`, of which every article has one."""
    return [WORD.field(base, group) for group in GROUPS]
