"""What the box offers while somebody types: a part of a page, for the script that asks for it."""

from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from search.models import Entity
from search.query.completion import NameOffer, WordOffer, name_offers, word_offers
from search.query.name_index import at_hand
from search.query.server import SearchUnavailable
from search.web.access import reader_required
from search.web.filters import SINGULAR
from search.web.links import request_of, search_url
from search.web.names import Name, name_of

_KEPT_SECONDS: Final = 60
"""For letters that are taken back, and pages that are gone back to. What lacks names, because a process has just started, is not
kept."""


@dataclass(frozen=True, slots=True)
class Offer:
    """`kind` is empty for a word. `before` is what stays of the query in front of `name`."""

    kind: str
    before: str
    name: Name
    unconfirmed: bool
    url: str


@require_safe
@reader_required
def complete(request: HttpRequest) -> HttpResponse:
    """Options of a listbox for the query in the address, each with the search that it leads to; nothing where the search server
    does not answer: who types is not bothered with that."""
    asked = request_of(request)
    try:
        offers = [*map(_of_name, name_offers(asked)), *map(_of_word, word_offers(asked))]
    except SearchUnavailable:
        offers = []
    response = render(request, "search/_offers.html", {"offers": offers})
    if at_hand() is not None:
        patch_cache_control(response, private=True, max_age=_KEPT_SECONDS)
    return response


def _of_name(offer: NameOffer) -> Offer:
    named = offer.named
    unconfirmed = isinstance(named, Entity) and named.is_unconfirmed
    return Offer(str(SINGULAR[offer.facet]), "", name_of(named, named.key), unconfirmed, search_url(offer.request))


def _of_word(offer: WordOffer) -> Offer:
    return Offer("", offer.before, Name(offer.word, ""), False, search_url(offer.request))
