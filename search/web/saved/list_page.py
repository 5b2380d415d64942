"""The list of a person's saved searches."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from search.models import SavedSearch
from search.people.saved_searches import request_of, standing_of
from search.query.request import SearchRequest
from search.query.server import SearchUnavailable
from search.query.standing import Standing
from search.web.access import researcher_required
from search.web.links import with_state
from search.web.locales import Moment, instant
from search.web.saved.wording import Wording, wordings


@dataclass(frozen=True, slots=True)
class Entry:
    """`standing` is None where the search server did not say it. `new_url` opens what came in since `seen`."""

    saved: SavedSearch
    wording: Wording
    standing: Standing | None
    seen: Moment
    new_url: str


@require_safe
@researcher_required("view")
def list_page(request: HttpRequest) -> HttpResponse:
    """Those opened last come first. Without the search server, the list shows without numbers."""
    searches = list(SavedSearch.objects.owned_by(request.user))
    away = False
    try:
        standings = standing_of(searches)
    except SearchUnavailable:
        away = True
        standings = [None] * len(searches)
    worded = wordings([request_of(saved) for saved in searches])
    entries = [
        Entry(saved, wording, standing, instant(saved.seen), _new_url(saved))
        for saved, wording, standing in zip(searches, worded, standings, strict=True)
    ]
    return render(request, "search/saved/list.html", {"entries": entries, "away": away})


def _new_url(saved: SavedSearch) -> str:
    """It names the moment: opened twice, it shows the same."""
    return with_state(reverse("saved_search", args=[saved.uuid]), SearchRequest(added=saved.seen_until))
