"""Links to the pages of a result list."""

from dataclasses import dataclass
from typing import Final

from search.query.results import Results
from search.web.links import search_url

_AROUND: Final = 2


@dataclass(frozen=True, slots=True)
class PageLink:
    """`number` None stands for pages that are left out."""

    number: int | None
    url: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class Paging:
    links: tuple[PageLink, ...]
    previous: str | None
    next: str | None


def paging(results: Results) -> Paging | None:
    """First and last page and those around the current one; None where all hits are on one page."""
    request, last = results.request, results.last_page
    if last == 1:
        return None

    def url(page: int) -> str:
        return search_url(request.at_page(page))

    near = range(request.page - _AROUND, request.page + _AROUND + 1)
    shown = sorted({1, last, *(page for page in near if 1 <= page <= last)})
    links: list[PageLink] = []
    for page in shown:
        before = links[-1].number if links else None
        if before and page == before + 2:
            links.append(PageLink(page - 1, url(page - 1)))
        elif before and page > before + 2:
            links.append(PageLink(None))
        links.append(PageLink(page, url(page), current=page == request.page))
    return Paging(
        tuple(links),
        previous=url(request.page - 1) if request.page > 1 else None,
        next=url(request.page + 1) if request.page < last else None,
    )
