"""A page that changed: which of its states is the article's."""

from datetime import datetime

from search.ingest.originals import digest
from search.models import Article, Revision
from search.types import Draft, Moment


def revision_of(article: Article, draft: Draft) -> Revision:
    """The row, not yet saved, of the page that `draft` was read from among those that the article was."""
    moment = _dated(draft)
    return Revision(
        article=article,
        original=digest(draft.raw.content),
        media_type=draft.raw.media_type,
        source_name=draft.raw.name[:1000],
        dated=moment.isoformat() if moment else "",
    )


def says_the_same(draft: Draft, other: Draft) -> bool:
    """Whether a reader of both pages reads the same article: only menus, advertisements or the visit's date differ."""
    one, two = draft.article, other.article
    return (one.title, one.body, one.published, one.updated, one.outlet, one.authors) == (
        two.title,
        two.body,
        two.published,
        two.updated,
        two.outlet,
        two.authors,
    )


def is_older(draft: Draft, current: Draft) -> bool:
    """Whether the page says that it is of an earlier state than `current`. Pages that do not tell are taken to come in the
    order of their states."""
    one, two = _dated(draft), _dated(current)
    if one is None or two is None:
        return False
    days = _day(one), _day(two)
    if days[0] != days[1]:
        return days[0] < days[1]
    if isinstance(one, datetime) and isinstance(two, datetime) and (one.tzinfo is None) == (two.tzinfo is None):
        return one < two
    return False


def _dated(draft: Draft) -> Moment | None:
    return draft.article.updated or draft.article.published


def _day(moment: Moment) -> str:
    return moment.isoformat()[:10]
