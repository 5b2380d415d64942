"""What curators do with whole articles: hide, restore, remove for good. Each asks why on a page in between."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from search.admin.asking import Question, WhyRequired, answer, ask, done
from search.admin.base import CuratorAdmin, curator
from search.admin.beginnings import beginnings_of
from search.admin.problems import attempt
from search.curation.hiding import hide
from search.curation.removal import remove_for_good
from search.curation.undo import undo
from search.models import Article, Decision

REMOVE: Final = "search.remove_article"
"""The permission to remove articles for good."""


class _Sure(WhyRequired):
    """The second time that a removal is asked about: the reason is there."""

    why = forms.CharField(widget=forms.HiddenInput)
    sure = forms.CharField(widget=forms.HiddenInput, initial="yes")


@admin.action(description=gettext_lazy("Hide from readers"), permissions=["view"])
def hide_articles(admin: CuratorAdmin[Any], request: HttpRequest, selected: QuerySet[Any]) -> HttpResponse:
    form = answer(request, WhyRequired)
    if form.is_valid():
        why = form.cleaned_data["why"]
        count = _each(request, selected, lambda article: hide(article, curator(request), why))
        if count:
            told = ngettext("%(number)s article is hidden.", "%(number)s articles are hidden.", count)
            messages.success(request, told % {"number": count})
        return done(request)
    question = Question(
        title=_("Hide from readers"),
        tells=[
            _("Nobody can find or read it any more: it leaves every search at once."),
            _("It stays in the admin, and can be restored at any time."),
        ],
        rows=_titles(selected),
        button=_("Hide"),
    )
    return ask(admin, request, selected, question, form)


@admin.action(description=gettext_lazy("Restore what is hidden"), permissions=["view"])
def restore_articles(admin: CuratorAdmin[Any], request: HttpRequest, selected: QuerySet[Any]) -> HttpResponse:
    selected = selected.filter(hidden=True)
    if not selected.exists():
        messages.info(request, _("None of the selected articles is hidden."))
        return done(request)
    form = answer(request, WhyRequired)
    if form.is_valid():
        why = form.cleaned_data["why"]
        count = _each(request, selected, lambda article: _restore(article, request, why))
        if count:
            told = ngettext("%(number)s article is shown again.", "%(number)s articles are shown again.", count)
            messages.success(request, told % {"number": count})
        return done(request)
    question = Question(
        title=_("Restore what is hidden"),
        tells=[_("Readers can find and read it again, at once.")],
        rows=_titles(selected),
        button=_("Restore"),
    )
    return ask(admin, request, selected, question, form)


@admin.action(description=gettext_lazy("Remove for good"), permissions=["remove"])
def remove_articles(admin: CuratorAdmin[Any], request: HttpRequest, selected: QuerySet[Any]) -> HttpResponse:
    form = answer(request, WhyRequired)
    if form.is_valid():
        why = form.cleaned_data["why"]
        if request.POST.get("sure") == "yes":
            count = _each(request, selected, lambda article: remove_for_good(article, curator(request), why))
            if count:
                told = ngettext(
                    "%(number)s article is removed for good.", "%(number)s articles are removed for good.", count
                )
                messages.success(request, told % {"number": count})
            return done(request)
        again = Question(
            title=_("Really remove for good?"),
            tells=[
                _("This cannot be undone, by nobody: the text and the original page are destroyed."),
                _("The reason that will be kept: %(why)s") % {"why": why},
            ],
            rows=_titles(selected),
            button=_("Yes, remove for good"),
            severe=True,
        )
        return ask(admin, request, selected, again, _Sure(initial={"why": why}))
    question = Question(
        title=_("Remove for good"),
        tells=[
            _(
                "The text, the original page, the mentions and the decisions about it are deleted, and it leaves every search."
            ),
            _(
                "Only a note stays that something was removed, when, by whom and why. The same page is not let in again."
            ),
            _("Backups and exports made before are not touched: those are up to whoever runs newsindex here."),
            _("To take it away from readers for a time, hide it instead."),
        ],
        rows=_titles(selected),
        button=_("Continue"),
        severe=True,
    )
    return ask(admin, request, selected, question, form)


def _each(request: HttpRequest, selected: QuerySet[Any], verb: Callable[[Article], object]) -> int:
    """Does it to one after the other, each in a transaction of its own; how many it was done to."""
    keys = list(selected.order_by().values_list("pk", flat=True))
    return sum(attempt(request, partial(_on, key, verb)) for key in keys)


def _on(key: int, verb: Callable[[Article], object]) -> None:
    verb(Article.objects.get(pk=key))


def _restore(article: Article, request: HttpRequest, why: str) -> None:
    for decision in article.decisions.standing().filter(kind=Decision.Kind.HIDE):
        undo(decision, curator(request), why)


def _titles(selected: QuerySet[Any]) -> list[str]:
    titles = dict(selected.order_by().values_list("pk", "title"))
    beginnings = beginnings_of(key for key, title in titles.items() if not title)
    return [title or beginnings[key] for key, title in titles.items()]
