"""Decisions: who said what, when and why, and the way back. Rows are only ever added."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from search.admin.asking import Question, Why, answer, ask, done
from search.admin.base import CuratorAdmin, curator
from search.admin.chosen import ChosenArticle
from search.admin.decision_words import described, standing, undoing_of, what, who
from search.admin.problems import attempt
from search.admin.shown import link, text
from search.curation.undo import undo
from search.models import Article, Decision


class StandingFilter(admin.SimpleListFilter):
    """Whether decisions hold."""

    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        return [
            ("stands", gettext_lazy("stands")),
            ("undone", gettext_lazy("undone")),
            ("undoing", gettext_lazy("undoing")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Decision]) -> QuerySet[Decision] | None:
        if self.value() == "stands":
            return queryset.filter(reverses=None, reversed_by=None)
        if self.value() == "undone":
            return queryset.filter(reversed_by__isnull=False)
        return queryset.filter(reverses__isnull=False) if self.value() == "undoing" else None


@admin.action(description=gettext_lazy("Undo"), permissions=["view"])
def undo_decisions(admin: Any, request: HttpRequest, selected: QuerySet[Any]) -> HttpResponse:
    form = answer(request, Why)
    if form.is_valid():
        # The newest first: each brings back what was before it.
        keys = list(selected.order_by("-pk").values_list("pk", flat=True))
        who, why = curator(request), form.cleaned_data["why"]
        count = sum(attempt(request, partial(_undo, key, who, why)) for key in keys)
        if count:
            told = ngettext("%(number)s decision is undone.", "%(number)s decisions are undone.", count)
            messages.success(request, told % {"number": count})
        return done(request)
    question = Question(
        title=_("Undo"),
        tells=[
            _("What the machine reads counts again, or what was decided before. Both decisions stay on record."),
            _("An article changes at once; names that are decided everywhere are read again in the background."),
        ],
        rows=[what(decision) for decision in selected],
        button=_("Undo"),
    )
    return ask(admin, request, selected, question, form)


def _undo(key: int, person: User, why: str) -> None:
    undo(Decision.objects.get(pk=key), person, why)


@admin.register(Decision)
class DecisionAdmin(CuratorAdmin[Decision]):
    list_display = ("decided", "kind", "about", "by", "made", "reason", "state")
    list_display_links = None
    list_filter = (ChosenArticle, "kind", StandingFilter)
    search_fields = ("exact", "value", "why", "article__title", "person__username")
    search_help_text = gettext_lazy("Words, values, reasons, titles or names of persons")
    actions = (undo_decisions,)
    fields = readonly_fields = ("decided", "kind", "about", "by", "made", "why", "state")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Decision]:
        return described()

    def complete(self, rows: list[Any]) -> None:
        """How many articles still have to be looked through for decisions about names."""
        names = [row.pk for row in rows if row.kind in Decision.ABOUT_NAMES and row.article_id is None]
        if not names:
            return
        behind = Article.objects.order_by().filter(decisions_seen__lt=max(names))
        seen = list(behind.values_list("decisions_seen").annotate(articles=Count("pk")))
        for row in rows:
            if row.pk in names:
                row.waiting = sum(articles for last, articles in seen if last < row.pk)

    @admin.display(description=gettext_lazy("what"))
    def decided(self, decision: Decision) -> SafeString:
        return what(decision)

    @admin.display(description=gettext_lazy("article"))
    def about(self, decision: Any) -> SafeString:
        if decision.article_id is None:
            return mark_safe("—")
        return link(
            reverse("admin:search_article_change", args=[decision.article_id]), text(decision.article_title, 60)
        )

    @admin.display(description=gettext_lazy("person"), ordering="person__username")
    def by(self, decision: Decision) -> str:
        return who(decision)

    @admin.display(description=gettext_lazy("why"))
    def reason(self, decision: Decision) -> SafeString:
        return text(decision.why)

    @admin.display(description=gettext_lazy("state"))
    def state(self, decision: Any) -> SafeString:
        undoing = undoing_of(decision)
        why = format_html('<span class="before">{}</span>', text(undoing.why)) if undoing and undoing.why else ""
        waiting = getattr(decision, "waiting", 0)
        if not waiting:
            return format_html("{} {}", standing(decision), why)
        told = ngettext(
            "%(number)s article is still to be looked through",
            "%(number)s articles are still to be looked through",
            waiting,
        )
        return format_html('{} {} <span class="waiting">{}</span>', standing(decision), why, told % {"number": waiting})
