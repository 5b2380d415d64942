"""The page between an action and its effect: it says what will happen, to which rows, and asks why."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from django import forms
from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from search.admin.base import CuratorAdmin

AT_ONCE: Final = 100
"""Rows that one action takes: two pages of a list. Each is a decision of its own, and in the index before the page ends."""

_F = TypeVar("_F", bound=forms.Form)


class Why(forms.Form):
    """The reason, which stays with the decision."""

    why = forms.CharField(
        label=_("Why"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=_("Kept with the decision, for whoever looks at it later."),
    )


class WhyRequired(Why):
    """For what takes something away from readers."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["why"].required = True


@dataclass(frozen=True, slots=True)
class Question:
    """`tells` are the sentences that say what will happen; `rows` what it happens to, as people read it. `severe` marks
    what cannot be undone."""

    title: str
    tells: Sequence[str]
    rows: Sequence[str]
    button: str
    severe: bool = False


def answer(request: HttpRequest, form: type[_F], **options: Any) -> _F:
    """The form as it was sent from the page in between, or empty where the action has just been chosen."""
    return form(request.POST if "answered" in request.POST else None, **options)


def ask(
    admin: CuratorAdmin[Any], request: HttpRequest, selected: QuerySet[Any], question: Question, form: forms.Form
) -> HttpResponse:
    """The page in between. Its form leads to the same action again, with the answer."""
    keys = list(selected.order_by().values_list("pk", flat=True)[: AT_ONCE + 1])
    if len(keys) > AT_ONCE:
        messages.error(
            request,
            ngettext(
                "Select at most %(number)s row at once: nothing was changed.",
                "Select at most %(number)s rows at once: nothing was changed.",
                AT_ONCE,
            )
            % {"number": AT_ONCE},
        )
        return done(request)
    context = {
        **admin.admin_site.each_context(request),
        "title": question.title,
        "opts": admin.opts,
        "media": admin.media + form.media,
        "question": question,
        "form": form,
        "keys": keys,
        "key_name": ACTION_CHECKBOX_NAME,
        "action": request.POST.get("action", ""),
        "back": _back(request),
    }
    request.current_app = admin.admin_site.name
    return TemplateResponse(request, "admin/search/ask.html", context)


def done(request: HttpRequest) -> HttpResponse:
    """Back to the page that the action was chosen on."""
    return HttpResponseRedirect(_back(request))


def _back(request: HttpRequest) -> str:
    back = request.POST.get("back", "")
    own = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    return back if own and back.startswith("/") else request.get_full_path()
