"""Another name or note for a saved search, and its end."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from search.people.saved_searches import request_of
from search.web.access import form_page, researcher_required
from search.web.saved.forms import SavedSearchForm
from search.web.saved.own import own_or_404
from search.web.saved.wording import wordings


@form_page
@researcher_required("change")
def edit_page(request: HttpRequest, uuid: UUID) -> HttpResponse:
    saved = own_or_404(request, uuid)
    form = SavedSearchForm(request.POST or None, instance=saved)
    if form.is_valid():
        form.save()
        messages.success(request, _("The changes are saved."))
        return redirect("saved_searches")
    (wording,) = wordings([request_of(saved)])
    return render(request, "search/saved/edit.html", {"form": form, "saved": saved, "wording": wording})


@form_page
@researcher_required("delete")
def delete_page(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Asks first: GET shows what would be deleted, POST deletes it."""
    saved = own_or_404(request, uuid)
    if request.method == "POST":
        saved.delete()
        messages.success(request, _("The saved search is deleted."))
        return redirect("saved_searches")
    (wording,) = wordings([request_of(saved)])
    return render(request, "search/saved/delete.html", {"saved": saved, "wording": wording})
