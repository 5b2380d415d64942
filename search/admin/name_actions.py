"""What curators decide about names: of an entity, or as they stand in passages. Each page in between says how many articles
will be read again."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from search.admin.asking import Question, Why, answer, ask, done
from search.admin.base import CuratorAdmin, curator
from search.admin.choices import Chooser
from search.admin.problems import attempt
from search.curation.names import alias_of, not_a_name
from search.ingest.replay import touched_by
from search.models import Decision, Entity


class AliasForm(Why):
    """Which entity is meant, chosen by its names."""

    field_order = ("entity", "why")

    def __init__(self, *args: Any, admin: CuratorAdmin[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["entity"] = forms.ModelChoiceField(
            Entity.objects.all(),
            label=_("Entity that is meant"),
            widget=Chooser(Decision._meta.get_field("entity"), admin.admin_site, placeholder=_("Any of its names")),
        )
        self.order_fields(self.field_order)


class SpellingForm(Why):
    """One more way to write an entity's name."""

    field_order = ("words", "why")
    words = forms.CharField(
        label=gettext_lazy("The name, as it stands in articles"),
        max_length=500,
        widget=forms.TextInput(attrs={"dir": "auto", "class": "vTextField"}),
    )


def name_is_alias(
    admin: CuratorAdmin[Any], request: HttpRequest, selected: QuerySet[Any], names: Sequence[str]
) -> HttpResponse:
    """Asks of which entity, then decides it of each name."""
    form = answer(request, AliasForm, admin=admin)
    if form.is_valid():
        entity, why = form.cleaned_data["entity"], form.cleaned_data["why"]
        return _decide(request, names, lambda name: alias_of(name, entity, curator(request), why))
    question = Question(
        title=_("This is an alias of …"),
        tells=[_("Wherever the name stands it will mean the entity that you choose, and no other."), touched(names)],
        rows=names,
        button=_("Make it an alias"),
    )
    return ask(admin, request, selected, question, form)


def name_is_none(
    admin: CuratorAdmin[Any], request: HttpRequest, selected: QuerySet[Any], names: Sequence[str]
) -> HttpResponse:
    """Asks why, then decides it of each name."""
    form = answer(request, Why)
    if form.is_valid():
        why = form.cleaned_data["why"]
        return _decide(request, names, lambda name: not_a_name(name, curator(request), why))
    question = Question(
        title=_("This is not a name"),
        tells=[_("Wherever these words stand they will name nothing: no mark, no facet."), touched(names)],
        rows=names,
        button=_("It is not a name"),
    )
    return ask(admin, request, selected, question, form)


def add_alias(
    admin: CuratorAdmin[Any], request: HttpRequest, selected: QuerySet[Any], entity: Entity, called: str
) -> HttpResponse:
    """Asks for the words, says how many articles have them, then decides it."""
    form = answer(request, SpellingForm)
    if form.is_valid():
        words, why = form.cleaned_data["words"], form.cleaned_data["why"]
        if request.POST.get("sure") == words:
            return _decide(request, [words], lambda name: alias_of(name, entity, curator(request), why))
        form.fields["words"].widget = forms.HiddenInput()
        form.fields["sure"] = forms.CharField(widget=forms.HiddenInput, initial=words)
        sure = SpellingForm(initial={"words": words, "why": why})
        sure.fields["words"].widget = forms.HiddenInput()
        sure.fields["sure"] = forms.CharField(widget=forms.HiddenInput, initial=words)
        told = [
            _("Wherever “%(words)s” stands it will mean %(entity)s, and no other.")
            % {"words": words, "entity": called},
            touched([words]),
        ]
        return ask(admin, request, selected, Question(_("Add an alias"), told, [called], _("Add the alias")), sure)
    told = [
        _("The name will mean this entity wherever it stands, and no other. How many articles have it is said next.")
    ]
    return ask(admin, request, selected, Question(_("Add an alias"), told, [called], _("Continue")), form)


def touched(names: Sequence[str]) -> str:
    """How many articles have any of the names, as a sentence."""
    count = touched_by(*names)
    if not count:
        return _("No article has it today. Articles that come in later are read so.")
    return ngettext(
        "%(number)s article has it, and will be read again in the background.",
        "%(number)s articles have it, and will be read again in the background.",
        count,
    ) % {"number": count}


def _decide(request: HttpRequest, names: Sequence[str], verb: Callable[[str], object]) -> HttpResponse:
    tell_decided(request, sum(attempt(request, partial(verb, name)) for name in names))
    return done(request)


def tell_decided(request: HttpRequest, count: int) -> None:
    """Says of how many names something was decided, and what follows."""
    if count:
        told = ngettext(
            "%(number)s name is decided. Articles that have it are read again in the background: the list of decisions "
            "says how far that is.",
            "%(number)s names are decided. Articles that have them are read again in the background: the list of "
            "decisions says how far that is.",
            count,
        )
        messages.success(request, told % {"number": count})
