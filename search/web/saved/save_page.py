"""Saving what a search page asks for."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from search.models import SavedSearch
from search.people.saved_searches import keep
from search.web.access import form_page, researcher_required
from search.web.links import opened_from, request_of, search_url
from search.web.saved.forms import NewSavedSearchForm
from search.web.saved.wording import suggested_name, wordings


@form_page
@researcher_required("add")
def save_page(request: HttpRequest) -> HttpResponse:
    """The address carries what is to be saved, so that signing in on the way loses nothing of it."""
    asked = request_of(request)
    (wording,) = wordings([asked])
    owned = SavedSearch.objects.owned_by(request.user).count()
    form = NewSavedSearchForm(request.POST or None, owned=owned, initial={"name": suggested_name(wording)})
    if form.is_valid():
        saved = keep(cast(User, request.user), asked, form.cleaned_data["name"], form.cleaned_data["note"])
        messages.success(request, _("The search is saved."))
        return redirect(search_url(opened_from(asked.from_first_page(), saved.uuid)))
    context = {"form": form, "wording": wording, "back": search_url(asked)}
    return render(request, "search/saved/save.html", context)
