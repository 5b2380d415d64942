"""Articles that are about the same as one: by the words that tell it from the others, and by whom and what it names.

The floor and the limits were chosen by eye, on 60 articles of the Saudi newswire: below a fifth of the article's own score stand
other columns of opinion, and what shares a place.
"""

from collections.abc import Iterable
from typing import Any, Final

from elasticsearch.dsl import Q, Search

from search.index.documents import ArticleDocument
from search.index.groups import group_of
from search.index.levels import WORD
from search.index.targets import server
from search.models import Appearance, Article, Mention
from search.query.server import ask

MOST: Final = 5

_FLOOR: Final = 0.2
"""Of the score that the article itself has."""

_TERMS: Final = 30
"""Words that tell the article from others."""

_SHARED: Final = "8<25%"
"""How many of them another must have: a quarter, or all where there are no more than eight, as in a corpus of few articles."""

_COMMON: Final = 3_000
_RARE: Final = 3
"""A word that more articles have, or fewer, tells nothing."""

_PATIENCE: Final = 3
"""Seconds that the page of an article waits for them."""

_ENTITIES: Final = 10
"""Entities of each kind that count, in the order of the text."""


def similar(article: Article, mentions: Iterable[Mention]) -> list[Article]:
    """At most five others, the likest first, each story once, without the article's own copies; none where nothing is really
    like it. mentions: those of the article that count. Raises SearchUnavailable."""
    place = Appearance.objects.filter(article=article).first()
    own = place.story if place else article.pk
    answer = ask(_question(article, mentions))
    scores = {hit["fields"]["story"][0]: (hit["_score"], int(hit["_id"])) for hit in answer["hits"]["hits"]}
    if own not in scores:
        return []
    least = scores.pop(own)[0] * _FLOOR
    found = [key for score, key in scores.values() if score >= least][:MOST]
    rows = Article.objects.visible().select_related("outlet").in_bulk(found)
    return [rows[key] for key in found if key in rows]


def _question(article: Article, mentions: Iterable[Mention]) -> Search:
    group = group_of(article.language)
    words = Q(
        "more_like_this",
        fields=[WORD.field("title", group), WORD.field("body", group)],
        like=[{"_id": str(article.pk)}],
        include=True,
        min_term_freq=1,
        min_doc_freq=_RARE,
        max_doc_freq=_COMMON,
        max_query_terms=_TERMS,
        min_word_length=3,
        minimum_should_match=_SHARED,
    )
    asked = Search(using=server().options(request_timeout=_PATIENCE), index=ArticleDocument._index._name)
    asked = asked.query("bool", must=[words], should=_entities(mentions))
    return asked.source(False).extra(collapse={"field": "story"}, size=MOST + 1, track_total_hits=False)


def _entities(mentions: Iterable[Mention]) -> list[Any]:
    keys: dict[str, dict[str, None]] = {"actor": {}, "location": {}}
    for mention in mentions:
        if mention.entity and mention.kind in keys:
            keys[mention.kind][mention.entity.key] = None
    return [Q("term", **{kind: key}) for kind, found in keys.items() for key in list(found)[:_ENTITIES]]
