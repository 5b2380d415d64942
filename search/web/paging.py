"""Links from a page of results to its neighbours."""

from dataclasses import dataclass

from search.query.results import Results
from search.web.links import search_url


@dataclass(frozen=True, slots=True)
class Paging:
    """Addresses; None where the page is the first, or has no neighbour there."""

    first: str | None
    previous: str | None
    next: str | None


def paging(results: Results) -> Paging | None:
    """None where all hits are on one page. Pages have no numbers: what comes in while somebody reads on would move them."""
    request = results.request
    first = request.from_first_page()
    links = Paging(
        first=search_url(first) if first != request else None,
        previous=search_url(results.previous) if results.previous else None,
        next=search_url(results.next) if results.next else None,
    )
    return links if links.first or links.next else None
