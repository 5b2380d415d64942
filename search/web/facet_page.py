"""The page with all values of one facet in a search, where they can be found by name."""

from dataclasses import replace
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from search.query.facet_values import MOST, FacetValues, facet_values
from search.query.names import names_of
from search.query.request import FACETS, SearchRequest
from search.query.results import FacetValue
from search.query.server import SearchUnavailable
from search.web.access import reader_required
from search.web.filters import TITLES, Choice, chips_named, choice_of
from search.web.links import facet_url, fields, request_of, search_url
from search.web.names import Name, name_of
from search.web.search_page import RETRY_SECONDS

_LONGEST: Final = 100
"""Characters of a name to look for."""


@require_safe
@reader_required
@gzip_page
def facet_page(request: HttpRequest, facet: str) -> HttpResponse:
    """Raises Http404 for what is no facet."""
    if facet not in FACETS:
        raise Http404
    asked = replace(request_of(request), saved=None).from_first_page()
    find = request.GET.get("find", "").replace("\0", "").strip()[:_LONGEST]
    context = {"asked": asked, "facet": facet, "title": TITLES[facet], "find": find, "kept": fields(asked)}
    context |= {"kept_by_query": fields(asked.without_query()), "here": facet_url(facet, asked, find)}
    try:
        values = facet_values(asked, facet, find)
    except SearchUnavailable:
        response = render(request, "search/facet.html", context | {"away": True}, status=503)
        response["Retry-After"] = str(RETRY_SECONDS)
    else:
        response = render(request, "search/facet.html", context | _found(values, find))
    # Each letter that is typed finds anew, which is one page for 'back'; the address has no empty fields.
    typing = request.headers.get("HX-Trigger") == "find-form"
    response["HX-Replace-Url" if typing else "HX-Push-Url"] = facet_url(facet, asked, find)
    if request.user.is_authenticated:
        patch_cache_control(response, private=True)
    return response


def _found(values: FacetValues, find: str) -> dict[str, Any]:
    asked, facet = values.request, values.facet
    return {
        "values": values,
        "choices": _choices(values, find),
        "most": MOST,
        "chips": chips_named(asked),
        "results_url": search_url(asked),
        "without_filters": search_url(asked.without_filters()),
        "all_url": facet_url(facet.name, asked) if find else "",
    }


def _choices(values: FacetValues, find: str) -> list[Choice]:
    """Most hits first, whatever lies in what: each says where it lies."""
    asked, facet = values.request, values.facet

    def link(request: SearchRequest) -> str:
        return facet_url(facet.name, request, find)

    def choice(value: FacetValue) -> Choice:
        within = tuple(named[key] for key in value.within if key in named)
        return replace(choice_of(asked, facet, value, link), depth=0, within=within)

    wholes = {key for value in facet.values for key in value.within} if facet.name == "location" else set()
    named: dict[str, Name] = {key: name_of(entity, key) for key, entity in names_of(facet.name, wholes).items()}
    chosen = [value for value in facet.values if value.selected or value.excluded]
    others = [value for value in facet.values if not (value.selected or value.excluded)]
    if facet.name != "mentioned":
        others.sort(key=lambda value: (-value.count, value.key))
    return [choice(value) for value in (*chosen, *others, *([facet.without] if facet.without and not find else []))]
