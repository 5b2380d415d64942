"""The action by which a curator confirms names that no list has, or corrects what was said of one."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from search.admin.asking import AT_ONCE, Question, Why, answer, ask, done
from search.admin.base import curator
from search.admin.entity_types import TYPES
from search.admin.name_actions import tell_decided, touched
from search.admin.problems import attempt
from search.curation.names import confirm
from search.curation.vouching import Facts
from search.models import Entity


class ConfirmForm(Why):
    """What the texts do not tell for certain. Types are those that all the names can have; of one name also its English
    one."""

    field_order = ("type", "name_en", "why")
    type = forms.ChoiceField(
        label=gettext_lazy("type"),
        required=False,
        error_messages={
            "invalid_choice": gettext_lazy("Not all of these names can be of this type: choose one that fits.")
        },
    )
    name_en = forms.CharField(
        label=gettext_lazy("English name"),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"dir": "ltr", "class": "vTextField"}),
    )

    def __init__(self, *args: Any, names: Sequence[Entity], **options: Any) -> None:
        super().__init__(*args, **options)
        fitting = [key for key in TYPES if all(key in Entity.TYPES[name.kind] for name in names)]
        as_found = ("", _("as it was found"))
        self.fields["type"].choices = [as_found, *((key, TYPES[key]) for key in fitting)]  # type: ignore[attr-defined]
        if len(names) == 1:
            self.initial = {"type": names[0].type, "name_en": names[0].name_en}
        else:
            del self.fields["name_en"]
        if not fitting:
            self.fields["type"].help_text = _(
                "Actors and places have no type in common: confirm them apart to choose one."
            )


@admin.action(description=gettext_lazy("Confirm"), permissions=["view"])
def confirm_names(admin: Any, request: HttpRequest, selected: QuerySet[Any]) -> HttpResponse:
    names = list(selected[: AT_ONCE + 1])
    form = answer(request, ConfirmForm, names=names)
    if form.is_valid():
        given = form.cleaned_data
        count = 0
        for name in names:
            facts = Facts(given["type"] or name.type, given.get("name_en", name.name_en))
            count += attempt(request, partial(confirm, name, curator(request), given["why"], facts))
        tell_decided(request, count)
        return done(request)
    called = [name.name_ar for name in names]
    tells = [_("Wherever the name stands it will count as a name, without the mark of doubt."), touched(called)]
    return ask(admin, request, selected, Question(_("Confirm"), tells, called, _("Confirm")), form)
