"""What pages say about copies: how many an article has and where, and which they are."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from django.db.models import Count, QuerySet

from search.copies.comparison import shared
from search.copies.words import copy_words
from search.models import Appearance, Article, Likeness, Outlet
from search.query.request import SearchRequest
from search.web.links import article_url, web_address
from search.web.locales import Moment, moment
from search.web.names import Name, name_of

_OUTLETS: Final = 4
"""Outlets that a card names."""

_LISTED: Final = 100
"""Copies that an article's page lists; a page printed more often is counted, and found by its outlet or day."""


@dataclass(frozen=True, slots=True)
class CardCopies:
    """`number` of copies besides the article on the card; the outlets that have most of them, and how many others."""

    number: int
    outlets: tuple[Name, ...]
    other_outlets: int


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy on an article's page. `share` is the part of its words, of 1, that stand in the article (None: the same
    words); `represents` that it stands for the whole group in searches. `source_url` is the page that it was read from,
    `file` the name of the file."""

    article: Article
    url: str
    outlet: Name | None
    published: Moment | None
    source_url: str | None
    file: str
    share: float | None
    represents: bool


@dataclass(frozen=True, slots=True)
class Copies:
    """Where the article's very words appeared besides, and its copies with changes; how many of both are not listed."""

    same: tuple[Copy, ...]
    changed: tuple[Copy, ...]
    unlisted: int
    represents: bool


def card_copies(articles: Collection[Article], request: SearchRequest) -> dict[int, CardCopies]:
    """By the article's key, for those of one page of hits that have copies. Where every copy is a hit, only exact ones."""
    field = "same" if request.every_copy else "story"
    groups = dict(Appearance.objects.filter(article__in=articles).values_list("article", field))
    visible = Appearance.objects.filter(article__hidden=False, **{f"{field}__in": set(groups.values())})
    rows = visible.values_list(field, "article__outlet").annotate(times=Count("pk"))
    counted: dict[int, Counter[int | None]] = {}
    for group, outlet, times in rows:
        counted.setdefault(group, Counter())[outlet] += times
    outlets = Outlet.objects.in_bulk({outlet for found in counted.values() for outlet in found if outlet})
    found = {}
    for article in articles:
        others = Counter(counted.get(groups.get(article.pk, 0), {}))
        others[article.outlet_id] -= 1
        if (number := others.total()) > 0:
            ranked = [outlets[outlet] for outlet, times in others.most_common() if outlet and times > 0]
            names = tuple(name_of(outlet, outlet.key) for outlet in ranked[:_OUTLETS])
            found[article.pk] = CardCopies(number, names, len(ranked) - len(names))
    return found


def copies_of(article: Article, request: SearchRequest) -> Copies | None:
    """The other articles of its group that people may read, the earliest first; None where there are none."""
    place = Appearance.objects.filter(article=article).first()
    if place is None or not place.copied:
        return None
    members = Appearance.objects.filter(story=place.story, article__hidden=False).exclude(article=article)
    same, changed = members.filter(same=place.same), members.exclude(same=place.same)
    listed_same, listed_changed = _listed(same), _listed(changed)
    unlisted = members.count() - len(listed_same) - len(listed_changed)
    if not (listed_same or listed_changed or unlisted):
        return None
    shares = _shares(article, place, listed_changed)
    return Copies(
        tuple(_copy(row, None, request) for row in listed_same),
        tuple(_copy(row, shares[row.pk], request) for row in listed_changed),
        unlisted,
        represents=place.story == article.pk,
    )


def _listed(members: QuerySet[Appearance]) -> list[Appearance]:
    rows = members.select_related("article__outlet").order_by("article__published_on", "article__identity")
    return list(rows[:_LISTED])


def _shares(article: Article, place: Appearance, rows: Iterable[Appearance]) -> dict[int, float]:
    """The share of each one's words that stand in the article. Copies of the group's representative need not be copies of
    each other: those are compared here."""
    stored = dict(Likeness.objects.filter(other=place.wording).values_list("wording", "share"))
    words = copy_words(article.body)
    found = {}
    for row in rows:
        share = stored.get(row.wording_id or 0)
        found[row.pk] = shared(copy_words(row.article.body), words).of_first if share is None else share
    return found


def _copy(row: Appearance, share: float | None, request: SearchRequest) -> Copy:
    article = row.article
    return Copy(
        article,
        article_url(article.pk, request),
        name_of(article.outlet, article.outlet.key) if article.outlet else None,
        moment(article.published),
        web_address(article.url),
        PurePath(article.source_name).name,
        share,
        represents=row.story == article.pk,
    )
