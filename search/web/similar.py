"""Similar articles, below an article."""

from collections.abc import Iterable
from dataclasses import dataclass

from search.models import Article, Mention
from search.query.request import SearchRequest
from search.query.server import SearchUnavailable
from search.query.similar import similar
from search.web.links import article_url
from search.web.locales import Moment, moment
from search.web.names import Name, name_of


@dataclass(frozen=True, slots=True)
class Similar:
    article: Article
    url: str
    outlet: Name | None
    published: Moment | None


def similar_articles(article: Article, mentions: Iterable[Mention], request: SearchRequest) -> list[Similar]:
    """The likest first; empty where the search server does not answer. Their addresses keep the search that led here."""
    try:
        found = similar(article, mentions)
    except SearchUnavailable:
        return []
    return [
        Similar(
            one,
            article_url(one.pk, request),
            name_of(one.outlet, one.outlet.key) if one.outlet else None,
            moment(one.published),
        )
        for one in found
    ]
