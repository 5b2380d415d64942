"""SearchRequest <-> addresses of pages, in the language of the page."""

from dataclasses import dataclass
from dataclasses import fields as fields_of
from typing import Final
from urllib.parse import parse_qsl, urlencode
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from search.query.request import SearchRequest, from_pairs

_SAFE_SCHEMES: Final = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class PageRequest(SearchRequest):
    """What a page asks for, with the saved search that it was opened from: not a part of what is asked, but every link and
    form that starts from the page keeps it."""

    saved: UUID | None = None

    def to_query_string(self) -> str:
        asked = SearchRequest.to_query_string(self)
        opened_from = urlencode({"saved": self.saved}) if self.saved else ""
        return "&".join(filter(None, (asked, opened_from)))


def request_of(page: HttpRequest) -> PageRequest:
    """What the address of a page asks for. Never fails: parts that mean nothing are passed over."""
    asked = from_pairs((name, value) for name, values in page.GET.lists() for value in values)
    return opened_from(asked, _uuid(page.GET.get("saved", "")))


def opened_from(asked: SearchRequest, saved: UUID | None) -> PageRequest:
    """`asked` as a page of `saved`, or of none, passes it on."""
    return PageRequest(**{field.name: getattr(asked, field.name) for field in fields_of(SearchRequest)}, saved=saved)


def search_url(request: SearchRequest) -> str:
    """The search page that shows `request`."""
    return with_state(reverse("search"), request)


def facet_url(facet: str, request: SearchRequest, find: str = "") -> str:
    """The page with all values that a facet has in a search; find: only those that are called so."""
    url = with_state(reverse("facet", args=[facet]), request)
    return f"{url}{'&' if '?' in url else '?'}{urlencode({'find': find})}" if find else url


def article_url(key: int, request: SearchRequest) -> str:
    """An article's page, which knows the search that led to it: for the marks, and for the way back."""
    return with_state(reverse("article", args=[key]), request)


def web_address(url: str) -> str | None:
    """`url` where a link may lead there, else None."""
    return url if url.lower().startswith(_SAFE_SCHEMES) else None


def fields(request: SearchRequest) -> list[tuple[str, str]]:
    """Names and values of hidden fields that keep `request` when a form is sent."""
    return parse_qsl(request.to_query_string())


def with_state(path: str, request: SearchRequest) -> str:
    """`path`, with `request` as its query string."""
    query = request.to_query_string()
    return f"{path}?{query}" if query else path


def _uuid(value: str) -> UUID | None:
    try:
        return UUID(value)
    except ValueError:
        return None
