"""The search page."""

from dataclasses import replace
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from search.index.levels import DEFAULT, SPELLING
from search.models import Article
from search.query.request import SearchRequest, Sort
from search.query.results import Hit, Results
from search.query.search import search
from search.query.server import SearchUnavailable
from search.web.access import reader_required
from search.web.chart import columns, fineness, way_up
from search.web.copies import CardCopies, card_copies
from search.web.filters import chips, panels
from search.web.links import article_url, fields, request_of, search_url
from search.web.locales import moment
from search.web.meant import meant
from search.web.names import name_of
from search.web.paging import paging
from search.web.saved.bar import bar, opened_by
from search.web.standing_out import standing_out

RETRY_SECONDS: Final = 10
"""When to ask again where the search server did not answer."""

_FAULTS: Final = 3
"""What is wrong with a query that is said at once: mending it mends all."""
_IN_SIGHT: Final = 200
"""Characters of an article's text that are in sight on a phone as its page opens."""


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
        response["Retry-After"] = str(RETRY_SECONDS)
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
    fewer_copies = card_copies([hit.article for hit in results.fewer], asked)
    return {
        "results": results,
        "undated": results.total - results.dated,
        "meant": meant(results) if asked.is_first_page else None,
        "standing_out": standing_out(results) if asked.is_first_page else [],
        "hits": [_card(hit, asked, copies.get(hit.article.pk)) for hit in results.hits],
        "panels": panels(results),
        "chips": chips(results),
        "columns": columns(results),
        "fineness": fineness(results),
        "way_up": way_up(asked),
        "without_date": search_url(asked.without_date()),
        "paging": paging(results),
        "orders": [(order, search_url(asked.sorted_by(order)), asked.order == order) for order in orders],
        "stored": Article.objects.visible().count() if not results.total else None,
        "other_copies": search_url(asked.with_every_copy(not asked.every_copy)),
        "faults": results.faults[:_FAULTS],
        "repaired_url": search_url(asked.asking(results.repaired or "")),
        "fewer": [_card(hit, asked, fewer_copies.get(hit.article.pk)) for hit in results.fewer],
        "all_url": search_url(asked.matching("all")),
        "most_url": search_url(asked.matching("most")),
        "other_level": search_url(asked.at_level(SPELLING.name if asked.level == DEFAULT.name else DEFAULT.name)),
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
        "first_match": _first_match(hit),
        "outlet": name_of(article.outlet, article.outlet.key) if article.outlet else None,
        "published": moment(article.published),
        "copies": copies,
    }


def _first_match(hit: Hit) -> str:
    """What leads to the first match in the article's page. One in its title or first lines is in sight as it opens."""
    in_title = any(segment.marked for segment in hit.title)
    in_body = [passage.first_mark for passage in hit.passages if passage.first_mark is not None]
    return "#match-1" if in_body and min(in_body) > _IN_SIGHT and not in_title else ""
