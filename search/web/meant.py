"""Did you mean: the link to what a search that finds little was probably meant to be."""

from dataclasses import dataclass, replace

from search.query.completion import name_offers
from search.query.corrections.suggest import suggestion
from search.query.passages import Passage, Segment
from search.query.request import SearchRequest
from search.query.results import Results
from search.query.server import SearchUnavailable
from search.web.filters import SINGULAR
from search.web.links import search_url
from search.web.names import name_of


@dataclass(frozen=True, slots=True)
class Meant:
    """`shown` is the query with what is new marked; `url` searches for it, with the filters that apply. Or it is a name to
    narrow the search to, and `kind` says of what."""

    shown: Passage
    url: str
    kind: str = ""


def meant(results: Results) -> Meant | None:
    """None where the query seems to be what was meant, and where the server went away meanwhile."""
    request = results.request
    try:
        suggested = suggestion(request)
    except SearchUnavailable:
        return None
    if suggested:
        return Meant(suggested.shown, search_url(replace(request.without_query(), q=suggested.text)))
    return None if results.total or not request.q else _name(request)


def _name(request: SearchRequest) -> Meant | None:
    """What is called as the whole query says: names in the other language, and others that no article has."""
    for offer in name_offers(request):
        if not offer.request.q:
            name = name_of(offer.named, offer.named.key)
            return Meant((Segment(name.text, marked=True),), search_url(offer.request), str(SINGULAR[offer.facet]))
    return None
