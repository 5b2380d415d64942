"""Opening a saved search, and letting it ask for something else."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from search.people.saved_searches import change, mark_opened, since_last_opened
from search.web.access import researcher_required
from search.web.links import opened_from, request_of, search_url
from search.web.saved.own import own_or_404


@require_safe
@researcher_required("view")
def open_page(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Leads to its search page; narrowed to what came in after a moment, where the address has one. HEAD opens nothing."""
    saved = own_or_404(request, uuid)
    if request.method == "GET":
        mark_opened(saved)
    return redirect(search_url(opened_from(since_last_opened(saved, request_of(request).added), saved.uuid)))


@require_POST
@researcher_required("change")
def update_page(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The address carries what it is to ask for from now on."""
    saved, asked = own_or_404(request, uuid), request_of(request)
    change(saved, asked)
    messages.success(request, _("The saved search is updated."))
    return redirect(search_url(opened_from(asked, saved.uuid)))
