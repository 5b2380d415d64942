"""Asks the search server."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from elastic_transport import TransportError
from elasticsearch import ApiError
from elasticsearch.dsl import A, Q, Search
from elasticsearch.dsl.query import Query

from search.index.documents import ArticleDocument
from search.index.groups import GROUPS
from search.index.levels import WORD
from search.models import Article, Entity, Outlet
from search.query import facets, timeline, trees
from search.query.copies import WITHOUT_STORIES, count_stories, stories_in, story_field
from search.query.passages import MARK_END, MARK_START, Passage, Segment, choose, to_passage
from search.query.request import FACETS, SearchRequest, moment_to_text
from search.query.results import Facet, FacetValue, Hit, Results
from search.query.syntax import matching, parse, ranked

PAGE_SIZE: Final = 20
LAST_PAGE: Final = 500
"""The server sorts no more than 10,000 hits for a page given by its number."""

PASSAGES: Final = 3
CANDIDATES: Final = 12
"""Passages of an article that are shown, and those that they are chosen from."""

PASSAGE_LENGTH: Final = 180
"""Characters that a passage aims at; whole sentences where they fit."""

LEAD_LENGTH: Final = 240
"""Characters of the beginning that stand for an article that has no passage to show."""


class SearchUnavailable(Exception):
    """The search server did not answer. Nothing is lost: articles and saved work are in the database."""


class _TooMany(Exception):
    """More stories are in the buckets than the server holds at once."""


def search(request: SearchRequest) -> Results:
    """One page of hits with all facets and the timeline. Raises SearchUnavailable."""
    try:
        return _search(request, exact=True)
    except _TooMany:
        return _search(request, exact=False)


def _search(request: SearchRequest, exact: bool) -> Results:
    page = min(request.page, LAST_PAGE)
    query = matched(request)
    asked = query.post_filter(facets.filter_of(request)).extra(from_=(page - 1) * PAGE_SIZE, size=PAGE_SIZE)
    asked = _once_a_story(_highlighted(_sorted(asked, request), request).source(False), request)
    for name, aggregation in facets.aggregations(request, exact).items():
        asked.aggs.bucket(name, aggregation)
    asked.aggs.bucket("found", _counted(request, exact))
    asked.aggs.bucket("span", timeline.span(request, exact))
    answer = _ask(asked)
    if "aggregations" not in answer:
        return Results(request, total=0, dated=0)  # nothing was ever indexed
    total = stories_in(answer["aggregations"]["found"])
    last_page = max(1, min(LAST_PAGE, -(-total // PAGE_SIZE)))
    if not answer["hits"]["hits"] and request.page > last_page:
        return _search(request.at_page(last_page), exact)
    interval = timeline.interval(answer["aggregations"]["span"])
    bars = None
    if interval:
        counted = query.filter(facets.filter_of(request)).extra(size=0)
        counted.aggs.bucket("bars", timeline.bars(interval, request, exact))
        bars = timeline.to_timeline(interval, _ask(counted)["aggregations"]["bars"])
    return Results(
        request=request,
        total=total,
        dated=stories_in(answer["aggregations"]["span"]),
        hits=_hits(_standing(answer["hits"]["hits"], query, request)),
        facets=_facets(request, answer["aggregations"]),
        timeline=bars,
        last_page=last_page,
        exact=exact,
    )


def marked_article(article: Article, request: SearchRequest) -> tuple[Passage, Passage]:
    """Title and whole body of one article with everything that the query matches marked. Raises SearchUnavailable."""
    plain = (Segment(article.title),), (Segment(article.body),)
    if not request.q:
        return plain
    asked = Search(index=ArticleDocument._index._name).query(matching(parse(request.q)))
    asked = asked.filter("ids", values=[str(article.pk)]).source(False)
    asked = _marks(asked).highlight(*_texts("title"), *_texts("body"), number_of_fragments=0)
    for hit in _ask(asked)["hits"]["hits"]:
        title, body = _marked(hit, "title"), _marked(hit, "body")
        return to_passage(title[0]) if title else plain[0], to_passage(body[0]) if body else plain[1]
    return plain


def matched(request: SearchRequest) -> Search:
    """Everything that narrows the search but the facets, whose counts need what they leave out."""
    found = Search(index=ArticleDocument._index._name).query(ranked(parse(request.q)))
    if request.since or request.until:
        days = {"gte": request.since, "lte": request.until}
        found = found.filter("range", published={bound: day.isoformat() for bound, day in days.items() if day})
    if request.added:
        found = found.filter(added_after(request.added))
    return found


def added_after(moment: datetime) -> Query:
    """Matches what came in later than `moment`."""
    return Q("range", added={"gt": moment_to_text(moment)})


def _sorted(asked: Search, request: SearchRequest) -> Search:
    """Ties are broken by the newest, then by the key, so that no article stands on two pages. The first of a story's
    articles gives the story its place."""
    by_date: dict[str, Any] = {
        "published": {"order": "asc" if request.order == "oldest" else "desc", "missing": "_last"}
    }
    order: list[Any] = ["_score", by_date] if request.order == "relevance" else [by_date]
    return asked.sort(*order, "standing", "key")


def _counted(request: SearchRequest, exact: bool) -> Any:
    found = A("filter", facets.filter_of(request))
    count_stories(found, request, exact)
    return found


def _once_a_story(asked: Search, request: SearchRequest) -> Search:
    return asked.extra(collapse={"field": story_field(request)}, docvalue_fields=["copied"])


def _standing(found: list[dict[str, Any]], query: Search, request: SearchRequest) -> list[dict[str, Any]]:
    """The hits, with the article that stands for its story in place of the one that gave it its rank: the story's
    representative if it matches and passes the filters, else the first of those that do. In an order of dates the article
    whose date it is stays."""
    field = story_field(request)
    stories = [hit["fields"][field][0] for hit in found if hit["fields"]["copied"][0]]
    if not stories or request.order != "relevance":
        return found
    asked = query.filter(facets.filter_of(request)).filter("terms", **{field: stories}).source(False)
    asked = _once_a_story(_highlighted(asked, request), request).extra(size=len(stories))
    asked = asked.sort("standing", {"published": {"order": "asc", "missing": "_last"}}, "key")
    standing = {hit["fields"][field][0]: hit for hit in _ask(asked)["hits"]["hits"]}
    return [standing.get(hit["fields"][field][0], hit) for hit in found]


def _marks(asked: Search) -> Search:
    return asked.highlight_options(
        type="unified", pre_tags=[MARK_START], post_tags=[MARK_END], boundary_scanner_locale="ar"
    )


def _highlighted(asked: Search, request: SearchRequest) -> Search:
    """Marks what makes an article match, and not what only ranks it: nearness would mark whole sentences."""
    marked = _marks(asked).highlight_options(highlight_query=matching(parse(request.q)))
    return marked.highlight(*_texts("title"), number_of_fragments=0).highlight(
        *_texts("body"),
        number_of_fragments=CANDIDATES,
        fragment_size=PASSAGE_LENGTH,
        no_match_size=LEAD_LENGTH,
        order="score",
    )


def _texts(base: str) -> list[str]:
    """The fields that hold `base` (`title` or `body`), of which every article has one."""
    return [WORD.field(base, group) for group in GROUPS]


def _marked(hit: dict[str, Any], base: str) -> list[str]:
    """What the server marked in `base`, in whichever language group the article stands."""
    found = hit.get("highlight", {})
    return next((found[field] for field in _texts(base) if field in found), [])


def _ask(asked: Search) -> dict[str, Any]:
    try:
        return asked.params(ignore_unavailable=True, filter_path=WITHOUT_STORIES).execute().to_dict()
    except (TransportError, ApiError) as error:
        if isinstance(error, ApiError) and "too_many_buckets_exception" in str(error.body):
            raise _TooMany from error
        raise SearchUnavailable(str(error)) from error


def _hits(found: list[dict[str, Any]]) -> tuple[Hit, ...]:
    """Hits in the server's order; those whose article was hidden or removed a moment ago are left out."""
    articles = (
        Article.objects.visible().select_related("outlet", "ingest_run").in_bulk([int(hit["_id"]) for hit in found])
    )
    hits = []
    for hit in found:
        article = articles.get(int(hit["_id"]))
        if article is None:
            continue
        title = _marked(hit, "title")
        passages = choose(map(to_passage, _marked(hit, "body")), PASSAGES)
        hits.append(Hit(article, to_passage(title[0]) if title else (Segment(article.title),), passages))
    return tuple(hits)


def _facets(request: SearchRequest, answers: dict[str, Any]) -> tuple[Facet, ...]:
    return tuple(_facet(request, name, facets.counts(request, name, answers[name])) for name in FACETS)


def _facet(request: SearchRequest, name: str, counts: Mapping[str, int]) -> Facet:
    named, known = names_of(name, counts), trees.lines(name, counts)
    return Facet(
        name,
        tuple(
            FacetValue(key, counts[key], key in request.selected(name), named.get(key), known[key][1:])
            for key in trees.in_order(name, counts, known)
        ),
    )


def names_of(facet: str, keys: Iterable[str]) -> dict[str, Entity] | dict[str, Outlet]:
    """What values of a facet stand for, by their keys; without those that are no longer known. (Languages and
    dates name themselves.)"""
    if facet in ("language", "mentioned"):
        return {}
    if facet == "outlet":
        return {outlet.key: outlet for outlet in Outlet.objects.filter(key__in=keys)}
    kind = Entity.Kind.LOCATION if facet == "location" else Entity.Kind.ACTOR
    return {entity.key: entity for entity in Entity.objects.filter(kind=kind, key__in=keys)}
