"""The page of one article."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from search.models import Article
from search.query.highlights import marked_article
from search.query.passages import Segment
from search.query.request import SearchRequest
from search.query.server import SearchUnavailable
from search.web.access import reader_required
from search.web.copies import copies_of
from search.web.facts import facts_of
from search.web.links import fields, request_of, search_url, web_address
from search.web.locales import moment
from search.web.mentions import links, mentions_of
from search.web.names import name_of
from search.web.paragraphs import in_paragraphs
from search.web.similar import similar_articles


@require_safe
@reader_required
@gzip_page
def article_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The address carries the search that led here: its matches are marked, and the way back knows it. Where the search
    server is away, the article shows without marks."""
    article = get_object_or_404(Article.objects.visible().select_related("outlet", "ingest_run"), pk=pk)
    asked = request_of(request)
    away = False
    try:
        title, body = marked_article(article, asked)
    except SearchUnavailable:
        away = True
        title, body = (Segment(article.title),), (Segment(article.body),)
    outlet, mentions = article.outlet, mentions_of(article)
    facts = facts_of(mentions)
    context = {
        "article": article,
        "asked": asked,
        "away": away,
        "text": in_paragraphs(title, body, links(mentions, "title"), links(mentions, "body")),
        "published": moment(article.published),
        "updated": moment(article.updated),
        "outlet": name_of(outlet, outlet.key) if outlet else None,
        "outlet_url": search_url(SearchRequest(facets={"outlet": (outlet.key,)})) if outlet else None,
        "source_url": web_address(article.url),
        "facts": facts,
        "unconfirmed": any(fact.unconfirmed for group in facts for fact in group.facts),
        "copies": copies_of(article, asked),
        "similar": [] if away else similar_articles(article, mentions, asked),
        "back": search_url(asked),
        "kept_by_query": fields(asked.without_query()),
    }
    return render(request, "search/article.html", context)
