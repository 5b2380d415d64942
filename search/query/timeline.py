"""The timeline: how many hits were published when, in bars as fine as the request says, or as the span allows."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from elasticsearch.dsl import A, Q

from search.query.copies import count_stories, stories_in
from search.query.facets import filter_of
from search.query.request import Interval, SearchRequest
from search.query.results import Bar, Timeline

_READABLE: Final = {"day": 62, "month": 366 * 4}
"""Days that the bars of days, or of months, may span: some 60 or 48 bars, as many as are still told apart."""

_POSSIBLE: Final = {"day": 124, "month": 366 * 12}
"""Days that they may span where a reader asks for them: more bars are too narrow to be hit."""

_FINEST_FIRST: Final[tuple[Interval, ...]] = ("day", "month", "year")


def span(request: SearchRequest) -> Any:
    """Aggregation: the first and last day of publication among the articles."""
    found = A("filter", filter_of(request) & Q("exists", field="published"))
    found.metric("first", "min", field="published").metric("last", "max", field="published")
    return found


def intervals(request: SearchRequest, answer: Mapping[str, Any]) -> tuple[Interval | None, tuple[Interval, ...]]:
    """How fine the bars are for the span that the server answered (None without a dated article), and what else they could
    be, finest first: of what gives two bars at least and not too many. The one that the request names, if it is one of them."""
    if not answer["doc_count"]:
        return None, ()
    first, last = _day(answer["first"]["value"]), _day(answer["last"]["value"])
    days = (last - first).days
    usual = next(fineness for fineness in _FINEST_FIRST if days <= _READABLE.get(fineness, days))
    possible = tuple(
        fineness
        for fineness in _FINEST_FIRST
        if fineness == usual
        or (days <= _POSSIBLE.get(fineness, days) and _start(first, fineness) != _start(last, fineness))
    )
    return request.bars if request.bars in possible else usual, possible


def bars(fineness: Interval, request: SearchRequest, exact: bool) -> Any:
    """Aggregation: hits a day, month or year, empty ones between them included."""
    by_day = A("date_histogram", field="published", calendar_interval=fineness, min_doc_count=0)
    return count_stories(by_day, request, exact)


def to_timeline(fineness: Interval, possible: tuple[Interval, ...], answer: Mapping[str, Any]) -> Timeline:
    """The server's buckets as bars. possible: how fine they could be."""
    counted = [(_day(bucket["key"]), stories_in(bucket)) for bucket in answer["buckets"]]
    highest = max((count for _, count in counted), default=0) or 1
    bars = tuple(Bar(day, _end(day, fineness), count, count / highest) for day, count in counted)
    return Timeline(fineness, bars, possible)


def _start(of: date, fineness: Interval) -> date:
    """The first day of the bar that has the day."""
    if fineness == "day":
        return of
    return of.replace(day=1) if fineness == "month" else of.replace(month=1, day=1)


def _end(start: date, fineness: Interval) -> date:
    """The last day of the bar that begins at `start`."""
    if fineness == "day":
        return start
    if fineness == "year":
        return start.replace(month=12, day=31)
    return (start.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _day(milliseconds: float) -> date:
    return datetime.fromtimestamp(milliseconds / 1000, UTC).date()
