"""The search page."""

from dataclasses import replace
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from search.models import Article
from search.query.request import SearchRequest, Sort
from search.query.results import Hit, Results
from search.query.search import search
from search.query.server import SearchUnavailable
from search.web.access import reader_required
from search.web.chart import columns
from search.web.copies import CardCopies, card_copies
from search.web.filters import chips, panels
from search.web.links import article_url, fields, request_of, search_url
from search.web.locales import moment
from search.web.meant import meant
from search.web.names import name_of
from search.web.paging import paging
from search.web.saved.bar import bar, opened_by
from search.web.standing_out import standing_out

_RETRY_SECONDS: Final = 10


@require_safe
@reader_required
@gzip_page
def search_page(request: HttpRequest) -> HttpResponse:
    """Every answer is the whole page, also where htmx asks and takes parts of it: an address has one answer, so that
    caches, 'back' and pages sent to a colleague can't meet half a page."""
    asked = request_of(request)
    opened = opened_by(request.user, asked)
    if opened is None:
        asked = replace(asked, saved=None)
    saving = {"bar": bar(request.user, asked, opened)}
    shown: SearchRequest = asked
    try:
        results = search(asked)
    except SearchUnavailable:
        response = render(request, "search/search.html", _form(asked) | saving | {"away": True}, status=503)
        response["Retry-After"] = str(_RETRY_SECONDS)
    else:
        shown = results.request
        response = render(request, "search/search.html", _form(shown) | saving | _found(results))
    # Forms send empty fields too; the address bar gets the short form that is sent to colleagues.
    response["HX-Push-Url"] = search_url(shown)
    if request.user.is_authenticated:
        patch_cache_control(response, private=True)
    return response


def _form(asked: SearchRequest) -> dict[str, Any]:
    return {
        "asked": asked,
        "kept_by_query": fields(asked.without_query()),
        "kept_by_dates": fields(asked.between(None, None)),
        "here": search_url(asked),
    }


def _found(results: Results) -> dict[str, Any]:
    asked = results.request
    orders: tuple[Sort, ...] = ("relevance", "newest", "oldest") if asked.q else ("newest", "oldest")
    copies = card_copies([hit.article for hit in results.hits], asked)
    return {
        "results": results,
        "undated": results.total - results.dated,
        "meant": meant(results) if asked.page == 1 else None,
        "standing_out": standing_out(results) if asked.page == 1 else [],
        "hits": [_card(hit, asked, copies.get(hit.article.pk)) for hit in results.hits],
        "panels": panels(results),
        "chips": chips(results),
        "columns": columns(results),
        "paging": paging(results),
        "orders": [(order, search_url(asked.sorted_by(order)), asked.order == order) for order in orders],
        "stored": Article.objects.visible().count() if not results.total else None,
        "other_copies": search_url(asked.with_every_copy(not asked.every_copy)),
        "without_filters": search_url(asked.without_filters()),
        "without_query": search_url(asked.without_query()),
    }


def _card(hit: Hit, asked: SearchRequest, copies: CardCopies | None) -> dict[str, Any]:
    article = hit.article
    return {
        "article": article,
        "title": hit.title,
        "passages": hit.passages,
        "url": article_url(article.pk, asked),
        "outlet": name_of(article.outlet, article.outlet.key) if article.outlet else None,
        "published": moment(article.published),
        "copies": copies,
    }
