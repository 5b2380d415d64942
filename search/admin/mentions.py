"""Mentions: whom and what articles name, in context."""

from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from search.admin.asking import Question, Why, answer, ask, done
from search.admin.base import CuratorAdmin, curator
from search.admin.chosen import ChosenArticle, ChosenEntity
from search.admin.name_actions import name_is_alias, name_is_none
from search.admin.passages import passage, put_in_context, with_titles
from search.admin.problems import attempt
from search.admin.shown import badge, exactly, link, name_of, text
from search.curation.names import not_a_name_here
from search.models import Mention


@admin.action(description=gettext_lazy("Not a name here"), permissions=["view"])
def not_here(admin: Any, request: HttpRequest, selected: QuerySet[Any]) -> HttpResponse:
    form = answer(request, Why)
    if form.is_valid():
        why = form.cleaned_data["why"]
        # All at once: with the first decision about an article its mentions become other rows.
        mentions = list(
            Mention.objects.select_related("article", "entity").filter(pk__in=selected.order_by().values("pk"))
        )
        reject = partial(not_a_name_here, person=curator(request), why=why)
        count = sum(attempt(request, partial(reject, mention)) for mention in mentions)
        if count:
            told = ngettext(
                "%(number)s passage names nothing any more, also in every search.",
                "%(number)s passages name nothing any more, also in every search.",
                count,
            )
            messages.success(request, told % {"number": count})
        return done(request)
    question = Question(
        title=_("Not a name here"),
        tells=[
            _("These passages will name nothing; the same words elsewhere stay as they are."),
            _("Their articles are read again at once."),
        ],
        rows=[passage(mention) for mention in put_in_context(list(selected))],
        button=_("Not a name here"),
    )
    return ask(admin, request, selected, question, form)


@admin.action(description=gettext_lazy("Not a name anywhere"), permissions=["view"])
def nowhere(admin: Any, request: HttpRequest, selected: QuerySet[Any]) -> HttpResponse:
    return name_is_none(admin, request, selected, _words(selected))


@admin.action(description=gettext_lazy("An alias of …"), permissions=["view"])
def alias(admin: Any, request: HttpRequest, selected: QuerySet[Any]) -> HttpResponse:
    return name_is_alias(admin, request, selected, _words(selected))


def _words(selected: QuerySet[Any]) -> list[str]:
    return sorted(set(selected.order_by().values_list("text", flat=True)))


@admin.register(Mention)
class MentionAdmin(CuratorAdmin[Mention]):
    """Those that count: a name inside a longer one is in no facet."""

    list_display = ("words", "means", "kind", "found", "open_or_cited", "told_in", "field")
    list_display_links = None
    list_filter = (ChosenArticle, ChosenEntity, "kind", "method", "ambiguous", "cited", "field")
    search_fields = ("text",)
    search_help_text = gettext_lazy("Words of the mention")
    ordering = ("-pk",)
    actions = (not_here, nowhere, alias)
    fields = readonly_fields = list_display

    def get_queryset(self, request: HttpRequest) -> QuerySet[Mention]:
        return with_titles(super().get_queryset(request).filter(nested=False))

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Mention | None:
        mention = super().get_object(request, object_id, from_field)
        return put_in_context([mention])[0] if mention else None

    def complete(self, rows: list[Any]) -> None:
        put_in_context(rows)

    @admin.display(description=gettext_lazy("passage"))
    def words(self, mention: Any) -> SafeString:
        return passage(mention)

    @admin.display(description=gettext_lazy("means"))
    def means(self, mention: Mention) -> SafeString:
        if mention.entity is None:
            return exactly(mention.value) if mention.value else mark_safe("—")
        return link(reverse("admin:search_entity_change", args=[mention.entity.pk]), text(name_of(mention.entity)))

    @admin.display(description=gettext_lazy("found"), ordering="method")
    def found(self, mention: Mention) -> str:
        return f"{mention.get_method_display()} ({mention.confidence:.0%})"

    @admin.display(description=gettext_lazy("doubt, source"))
    def open_or_cited(self, mention: Mention) -> SafeString:
        said = [(_("state or place open"), "open")] * mention.ambiguous + [
            (_("cited as a source"), "cited")
        ] * mention.cited
        return format_html_join(" ", "{}", ((badge(word, kind),) for word, kind in said)) or mark_safe("—")

    @admin.display(description=gettext_lazy("article"))
    def told_in(self, mention: Any) -> SafeString:
        title = mention.called
        return link(reverse("admin:search_article_change", args=[mention.article_id]), text(title, 60))
