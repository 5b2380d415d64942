"""What the page of one article shows beside the form: what people decided, whom it names, and the page it came from."""

from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Final

from django.db.models import Count
from django.urls import reverse

from search.admin.decision_words import described, standing, undoing_of, what, who
from search.admin.original import page_of
from search.admin.shown import name_of
from search.cleaning.comparison import Row
from search.models import Article, Entity, Mention

_ROWS: Final = 1_000
_CHARACTERS: Final = 300_000
"""What of a page is shown beside the article: the longest newspaper article ten times over. A browser stays quick with it."""
_LINE: Final = 5_000
"""Characters of the longest line that is shown whole."""


@dataclass(frozen=True, slots=True)
class Named:
    """An entity that the article names so often, and where these mentions are listed."""

    name: str
    kind: str
    count: int
    url: str


def describe(article: Article) -> dict[str, Any]:
    """The template's context."""
    page = page_of(article)
    rows = page.rows() if page else ()
    shown = _bounded(rows)
    return {
        "decisions": [_decision(one) for one in described().filter(article=article)],
        "named": _named(article),
        "mentions_url": f"{reverse('admin:search_mention_changelist')}?article={article.pk}",
        "states": _states(article),
        "lost": page is None,
        "rows": [_as_shown(row, article) for row in shown],
        "left_out": len(rows) - len(shown),
        "older_rules": page is not None and page.article.body != article.body,
        "public_url": reverse("article", args=[article.pk]) if not article.hidden else None,
    }


def _decision(decision: Any) -> dict[str, Any]:
    return {
        "key": decision.pk,
        "what": what(decision),
        "who": who(decision),
        "made": decision.made,
        "why": decision.why,
        "state": standing(decision),
        "stands": decision.reverses_id is None and undoing_of(decision) is None,
    }


def _states(article: Article) -> list[dict[str, Any]]:
    """What the page was in turn, the latest arrival first; nothing where it never changed."""
    revisions = list(article.revisions.order_by("-pk"))
    return [
        {"key": one.pk, "received": one.received, "dated": one.dated, "shown": one.original == article.original}
        for one in (revisions if len(revisions) > 1 else ())
    ]


def _bounded(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    sizes = accumulate(min(len(row.page or ""), _LINE) + min(len(row.kept or ""), _LINE) for row in rows[:_ROWS])
    return rows[: sum(size <= _CHARACTERS for size in sizes)]


def _as_shown(row: Row, article: Article) -> Row:
    """Cut where it is very long, and with the title that readers see: a person may have corrected it."""
    kept = article.title if row.kept is not None and row.fate == "title" else row.kept
    return Row(_cut(row.page), row.fate, _cut(kept), row.field)


def _cut(text: str | None) -> str | None:
    return text if text is None or len(text) <= _LINE else f"{text[:_LINE]} …"


def _named(article: Article) -> list[Named]:
    """Most often named first."""
    counted = list(
        article.mentions.filter(nested=False, entity__isnull=False)
        .order_by()
        .values_list("kind", "entity")
        .annotate(times=Count("pk"))
        .order_by("-times", "entity")
    )
    entities = Entity.objects.in_bulk({entity for _, entity, _ in counted})
    url = reverse("admin:search_mention_changelist")
    kinds = dict(Mention.Kind.choices)
    return [
        Named(
            name_of(entities[entity]),
            str(kinds[kind]),
            times,
            f"{url}?article={article.pk}&entity={entity}&kind__exact={kind}",
        )
        for kind, entity, times in counted
        if entity
    ]
