"""What a researcher asks for. One value serves page, export, saved search and alert; its URL is its whole state."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Final, Literal, get_args
from urllib.parse import urlencode

from search.index import levels
from search.index.levels import DEFAULT
from search.query.cursor import Cursor, from_text

FACETS: Final = ("actor", "location", "outlet", "source", "mentioned", "language")
"""Facets in the order in which the page shows them; also the names of their fields in the index and of URL parameters.
The values of `mentioned` are the dates in the text: `2023`, `2023-11`, `2023-11-05`."""

Sort = Literal["relevance", "newest", "oldest"]

Match = Literal["all", "most"]
"""How many of the words that stand side by side in a query an article must have. What operators say holds in either."""

MAX_QUERY: Final = 500
"""Characters of a query that are read. Longer ones are pasted texts, and cost the server seconds. A request keeps one more,
which says that there were more."""

MAX_VALUES: Final = 50
"""Values of one facet that a request may select."""


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """`facets` maps a facet's name to the selected keys (any of them matches). `since` and `until` are inclusive days of
    publication. `added` leaves what came in after that moment (UTC, to the millisecond as the index keeps it). `sort` None
    means: by relevance if there is a query, else newest first. `every_copy` (`copies=all`) shows copies with changes one by
    one, and not once a story. `level` is the name of a matching level. The page begins `after` a place in the order of the
    results, or ends `before` it (one of them at most is given); without either it is the first."""

    q: str = ""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    since: date | None = None
    until: date | None = None
    added: datetime | None = None
    sort: Sort | None = None
    every_copy: bool = False
    match: Match = "all"
    level: str = DEFAULT.name
    after: Cursor | None = None
    before: Cursor | None = None

    @property
    def order(self) -> Sort:
        """The sort that applies."""
        return self.sort or ("relevance" if self.q else "newest")

    @property
    def is_filtered(self) -> bool:
        return bool(any(self.facets.values()) or self.since or self.until or self.added)

    def selected(self, facet: str) -> tuple[str, ...]:
        return self.facets.get(facet, ())

    def with_value(self, facet: str, key: str) -> "SearchRequest":
        """The request with one more value of a facet selected, from its first page."""
        values = dict.fromkeys((*self.selected(facet), key))
        return replace(self, facets={**self.facets, facet: tuple(values)}, after=None, before=None)

    def without_value(self, facet: str, key: str) -> "SearchRequest":
        values = tuple(value for value in self.selected(facet) if value != key)
        return replace(self, facets={**self.facets, facet: values}, after=None, before=None)

    def between(self, since: date | None, until: date | None) -> "SearchRequest":
        return replace(self, since=since, until=until, after=None, before=None)

    def added_after(self, moment: datetime | None) -> "SearchRequest":
        return replace(self, added=moment, after=None, before=None)

    def sorted_by(self, sort: Sort) -> "SearchRequest":
        return replace(self, sort=sort, after=None, before=None)

    def with_every_copy(self, every_copy: bool) -> "SearchRequest":
        return replace(self, every_copy=every_copy, after=None, before=None)

    def matching(self, match: Match) -> "SearchRequest":
        return replace(self, match=match, after=None, before=None)

    def at_level(self, level: str) -> "SearchRequest":
        return replace(self, level=level, after=None, before=None)

    def asking(self, q: str) -> "SearchRequest":
        return replace(self, q=q, after=None, before=None)

    def from_first_page(self) -> "SearchRequest":
        return replace(self, after=None, before=None)

    def page_after(self, place: Cursor) -> "SearchRequest":
        return replace(self, after=place, before=None)

    def page_before(self, place: Cursor) -> "SearchRequest":
        return replace(self, after=None, before=place)

    def without_query(self) -> "SearchRequest":
        return replace(self, q="", after=None, before=None)

    def without_filters(self) -> "SearchRequest":
        return replace(self, facets={}, since=None, until=None, added=None, after=None, before=None)

    def to_query_string(self) -> str:
        """The request as the part of a URL after `?`, what is default left out; empty for the empty request."""
        pairs: list[tuple[str, str]] = [("q", self.q)] if self.q else []
        pairs += [(facet, value) for facet in FACETS for value in self.selected(facet)]
        pairs += [(name, day.isoformat()) for name, day in (("since", self.since), ("until", self.until)) if day]
        pairs += [("added", moment_to_text(self.added))] if self.added else []
        pairs += [("sort", self.sort)] if self.sort else []
        pairs += [("copies", "all")] if self.every_copy else []
        pairs += [("match", self.match)] if self.match != "all" else []
        pairs += [("level", self.level)] if self.level != DEFAULT.name else []
        pairs += [(name, place.text) for name, place in (("after", self.after), ("before", self.before)) if place]
        return urlencode(pairs)

    def asks_the_same(self, other: "SearchRequest") -> bool:
        """Whether both find the same articles in the same order, whatever the page and the order of selecting."""
        return self._asked() == other._asked()

    def _asked(self) -> tuple[object, ...]:
        chosen = {facet: frozenset(values) for facet, values in self.facets.items() if values}
        return self.q, chosen, self.since, self.until, self.added, self.order, self.match, self.level


def from_pairs(pairs: Iterable[tuple[str, str]]) -> SearchRequest:
    """The request that URL parameters (decoded name and value pairs) stand for.

    Unknown parameters and values that mean nothing are passed over, so that an old or mistyped link never breaks.
    """
    values: dict[str, list[str]] = {}
    for name, value in pairs:
        if stripped := value.replace("\0", "").strip():
            values.setdefault(name, []).append(stripped)
    sort = values.get("sort", [""])[-1]
    since, until = _day(values.get("since")), _day(values.get("until"))
    if since and until and since > until:
        since, until = until, since
    request = SearchRequest(
        q=values.get("q", [""])[-1][: MAX_QUERY + 1],
        facets={name: tuple(dict.fromkeys(values[name]))[:MAX_VALUES] for name in FACETS if name in values},
        since=since,
        until=until,
        added=_moment(values.get("added")),
        sort=sort if sort in get_args(Sort) else None,  # type: ignore[arg-type]
        every_copy=values.get("copies", [""])[-1] == "all",
        match="most" if values.get("match", [""])[-1] == "most" else "all",
        level=levels.named(values.get("level", [""])[-1]).name,
    )
    if after := _place(values.get("after"), request.order):
        return request.page_after(after)
    if before := _place(values.get("before"), request.order):
        return request.page_before(before)
    return request


def _day(values: list[str] | None) -> date | None:
    try:
        return date.fromisoformat(values[-1]) if values else None
    except ValueError:
        return None


def moment_to_text(moment: datetime) -> str:
    """ISO 8601 in UTC, to the millisecond."""
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='milliseconds')}Z"


def _moment(values: list[str] | None) -> datetime | None:
    """Without a zone it is UTC."""
    try:
        moment = datetime.fromisoformat(values[-1]) if values else None
        if moment is None:
            return None
        moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def _place(values: list[str] | None, order: Sort) -> Cursor | None:
    """A place in another order is none in this one."""
    place = from_text(values[-1]) if values else None
    return place if place and (place.score is not None) == (order == "relevance") else None
