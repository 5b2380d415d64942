"""Mentions with the words around them, cut out by the database: bodies are never loaded."""

from typing import Any, Final

from django.db.models import Case, CharField, F, QuerySet, Value, When
from django.db.models.functions import Greatest, Least, Substr
from django.utils.html import format_html
from django.utils.safestring import SafeString

from search.admin.beginnings import beginnings_of
from search.models import Mention

AROUND: Final = 60
"""Characters on either side: enough to see what is meant."""


def with_titles(mentions: QuerySet[Mention]) -> QuerySet[Mention]:
    """Mentions with their entity and what their article is called."""
    fields = ("text", "kind", "field", "start", "end", "value", "nested", "entity", "article__title")
    how = ("method", "confidence", "ambiguous", "cited")
    return mentions.select_related("entity", "article").only(*fields, *how)


def put_in_context(mentions: list[Any]) -> list[Any]:
    """Gives the mentions, `with_titles`, what stands before and after them. Returns them."""
    around = Mention.objects.filter(pk__in=[mention.pk for mention in mentions]).annotate(
        before=_cut(Greatest(F("start") - AROUND, Value(0)) + 1, Least(F("start"), Value(AROUND))),
        after=_cut(F("end") + 1, Value(AROUND)),
    )
    found = {key: words for key, *words in around.order_by().values_list("pk", "before", "after")}
    beginnings = beginnings_of(mention.article_id for mention in mentions if not mention.article.title)
    for mention in mentions:
        mention.before, mention.after = found[mention.pk]
        mention.called = mention.article.title or beginnings[mention.article_id]
    return mentions


def passage(mention: Any) -> SafeString:
    """The words, marked between what stands around them. For a mention that was `put_in_context`."""
    return format_html(
        '<bdi dir="auto" class="passage">{}{}<mark>{}</mark>{}{}</bdi>',
        "…" if mention.start > AROUND else "",
        mention.before,
        mention.text,
        mention.after,
        "…" if len(mention.after) == AROUND else "",
    )


def _cut(start: Any, length: Any) -> Case:
    return Case(
        When(field="title", then=Substr("article__title", start, length)),
        default=Substr("article__body", start, length),
        output_field=CharField(),
    )
