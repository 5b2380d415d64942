"""'This field of this article is X.'"""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from search import knowledge
from search.ingest.store import reread
from search.models import Article, Decision, Outlet, articles_corrected
from search.types import Correctable


class NoSuchValue(ValueError):
    """The value is none that the field can have; the text says what it takes."""


@transaction.atomic
def correct(article: Article, field: Correctable, value: str, person: User | None, why: str) -> Decision:
    """From now on `field` of `article` is `value`: a title, an outlet's key, an ISO 8601 date or moment; '' for not known.

    The article is read again with it at once. Raises NoSuchValue, and FileNotFoundError where its original is lost.
    """
    _require_valid(field, value)
    decision = Decision.objects.create(
        kind=Decision.Kind.FIELD,
        article=article,
        field=field,
        value=value,
        before=_shown(article, field),
        person=person,
        why=why,
    )
    reread(article.pk, knowledge.current())
    articles_corrected.send(Article, keys=(article.pk,))
    return decision


def _require_valid(field: Correctable, value: str) -> None:
    if field == "outlet" and value and not Outlet.objects.filter(key=value).exists():
        raise NoSuchValue(f"There is no outlet '{value}': add it to the outlets first.")
    if field == "published" and value:
        try:
            datetime.fromisoformat(value)
        except ValueError as problem:
            raise NoSuchValue(f"'{value}' is no date: write it like 2023-05-31 or 2023-05-31T14:30+03:00.") from problem


def _shown(article: Article, field: Correctable) -> str:
    if field == "outlet":
        return article.outlet.key if article.outlet else ""
    return article.title if field == "title" else article.published
