"""The timeline: how many hits were published when, in bars as fine as the span allows."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from elasticsearch.dsl import A, Q

from search.query.copies import count_stories, stories_in
from search.query.facets import filter_of
from search.query.request import SearchRequest
from search.query.results import Bar, Interval, Timeline

_LONGEST_IN_DAYS: Final = 62
_LONGEST_IN_MONTHS: Final = 366 * 4
"""Days that the bars of days, or of months, may span: some 60 or 48 bars, as many as are still told apart."""


def span(request: SearchRequest, exact: bool) -> Any:
    """Aggregation: the first and last day of publication among the hits."""
    found = A("filter", filter_of(request) & Q("exists", field="published"))
    count_stories(found, request, exact)
    found.metric("first", "min", field="published").metric("last", "max", field="published")
    return found


def interval(answer: Mapping[str, Any]) -> Interval | None:
    """How fine the bars are for the span that the server answered; None without a dated article."""
    if not answer["doc_count"]:
        return None
    days = (_day(answer["last"]["value"]) - _day(answer["first"]["value"])).days
    if days <= _LONGEST_IN_DAYS:
        return "day"
    return "month" if days <= _LONGEST_IN_MONTHS else "year"


def bars(fineness: Interval, request: SearchRequest, exact: bool) -> Any:
    """Aggregation: hits a day, month or year, empty ones between them included."""
    found = A("date_histogram", field="published", calendar_interval=fineness, min_doc_count=0)
    count_stories(found, request, exact)
    return found


def to_timeline(fineness: Interval, answer: Mapping[str, Any]) -> Timeline:
    """The server's buckets as bars."""
    counted = [(_day(bucket["key"]), stories_in(bucket)) for bucket in answer["buckets"]]
    highest = max((count for _, count in counted), default=0) or 1
    return Timeline(fineness, tuple(Bar(day, _end(day, fineness), count, count / highest) for day, count in counted))


def _end(start: date, fineness: Interval) -> date:
    """The last day of the bar that begins at `start`."""
    if fineness == "day":
        return start
    if fineness == "year":
        return start.replace(month=12, day=31)
    return (start.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _day(milliseconds: float) -> date:
    return datetime.fromtimestamp(milliseconds / 1000, UTC).date()
