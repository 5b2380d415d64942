"""SearchRequest <-> addresses of pages, in the language of the page."""

from typing import Final
from urllib.parse import parse_qsl

from django.http import HttpRequest
from django.urls import reverse

from search.query.request import SearchRequest, from_pairs

_SAFE_SCHEMES: Final = ("http://", "https://")


def request_of(page: HttpRequest) -> SearchRequest:
    """What the address of a page asks for. Never fails: parts that mean nothing are passed over."""
    return from_pairs((name, value) for name, values in page.GET.lists() for value in values)


def search_url(request: SearchRequest) -> str:
    """The search page that shows `request`."""
    return _with_state(reverse("search"), request)


def article_url(key: int, request: SearchRequest) -> str:
    """An article's page, which knows the search that led to it: for the marks, and for the way back."""
    return _with_state(reverse("article", args=[key]), request)


def web_address(url: str) -> str | None:
    """`url` where a link may lead there, else None."""
    return url if url.lower().startswith(_SAFE_SCHEMES) else None


def fields(request: SearchRequest) -> list[tuple[str, str]]:
    """Names and values of hidden fields that keep `request` when a form is sent."""
    return parse_qsl(request.to_query_string())


def _with_state(path: str, request: SearchRequest) -> str:
    query = request.to_query_string()
    return f"{path}?{query}" if query else path
