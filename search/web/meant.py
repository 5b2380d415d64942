"""Did you mean: the link to what a search that finds little was probably meant to be."""

from dataclasses import dataclass, replace

from search.query.corrections.suggest import suggestion
from search.query.passages import Passage
from search.query.request import SearchRequest
from search.query.server import SearchUnavailable
from search.web.links import search_url


@dataclass(frozen=True, slots=True)
class Meant:
    """`shown` is the query with what is new marked; `url` searches for it, with the filters that apply."""

    shown: Passage
    url: str


def meant(request: SearchRequest) -> Meant | None:
    """None where the query seems to be what was meant, and where the server went away meanwhile."""
    try:
        suggested = suggestion(request)
    except SearchUnavailable:
        return None
    return Meant(suggested.shown, search_url(replace(request.without_query(), q=suggested.text))) if suggested else None
