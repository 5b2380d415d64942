"""What a researcher asks for. One value serves page, export, saved search and alert; its URL is its whole state."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any, Final, Literal, get_args
from urllib.parse import urlencode

from search.index import levels
from search.index.levels import DEFAULT
from search.query.cursor import Cursor, from_text
from search.types import NO_KEY

FACETS: Final = ("actor", "location", "outlet", "source", "mentioned", "language")
"""Facets in the order in which the page shows them; also the names of their fields in the index and of URL parameters.
The values of `mentioned` are the dates in the text: `2023`, `2023-11`, `2023-11-05`."""

WITHOUT: Final = NO_KEY
"""The value of a facet that articles without any value of it have."""

OPTIONAL: Final = ("actor", "location", "outlet", "source", "mentioned")
"""Facets that articles may have no value of."""

MANY_VALUED: Final = ("actor", "location", "source", "mentioned")
"""Facets that an article may have several values of."""

Sort = Literal["relevance", "newest", "oldest"]
Interval = Literal["year", "month", "day"]

Match = Literal["all", "most"]
"""How many of the words that stand side by side in a query an article must have. What operators say holds in either."""

MAX_QUERY: Final = 500
"""Characters of a query that are read. Longer ones are pasted texts, and cost the server seconds. A request keeps one more,
which says that there were more."""

MAX_VALUES: Final = 50
"""Values of one facet that a request may select, and that it may exclude."""

_NOT: Final = "not-"
"""Before the name of a facet in a URL: the value is excluded."""


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """`facets` maps a facet's name to the selected keys: any of them matches, but where the facet is in `every` all of them
    are asked for. None of `unwanted` matches. (What this comes to, and what counts say, is in `search.query.facets`.)
    `since` and `until` are inclusive days of publication; `undated` (`published=none`) leaves what has none. `added` leaves
    what came in after that moment (UTC, to the millisecond as the index keeps it). `sort` None means: by relevance if there
    is a query, else newest first. `every_copy` (`copies=all`) shows copies with changes one by one, and not once a story.
    `level` is the name of a matching level. `bars` says how fine the timeline is; None: as the span allows. The page begins
    `after` a place in the order of the results, or ends `before` it (one of them at most is given); without either it is the
    first."""

    q: str = ""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unwanted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    every: frozenset[str] = frozenset()
    since: date | None = None
    until: date | None = None
    undated: bool = False
    added: datetime | None = None
    sort: Sort | None = None
    every_copy: bool = False
    bars: Interval | None = None
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
        chosen = any(self.facets.values()) or any(self.unwanted.values())
        return bool(chosen or self.since or self.until or self.undated or self.added)

    @property
    def is_first_page(self) -> bool:
        return not (self.after or self.before)

    def selected(self, facet: str) -> tuple[str, ...]:
        return self.facets.get(facet, ())

    def excluded(self, facet: str) -> tuple[str, ...]:
        return self.unwanted.get(facet, ())

    def with_value(self, facet: str, key: str) -> "SearchRequest":
        """The request with one more value of a facet selected, from its first page. It is no longer excluded."""
        return self._with(facet, (*self.selected(facet), key), _but(self.excluded(facet), key))

    def without_value(self, facet: str, key: str) -> "SearchRequest":
        """The request with the value neither selected nor excluded."""
        return self._with(facet, _but(self.selected(facet), key), _but(self.excluded(facet), key))

    def excluding(self, facet: str, key: str) -> "SearchRequest":
        """The request with one more value of a facet excluded, from its first page. It is no longer selected."""
        return self._with(facet, _but(self.selected(facet), key), (*self.excluded(facet), key))

    def wanting_every(self, facet: str, every: bool) -> "SearchRequest":
        return self._anew(every=self.every | {facet} if every else self.every - {facet})

    def between(self, since: date | None, until: date | None) -> "SearchRequest":
        """As fine a timeline as those days allow: a bar of years opens into months."""
        return self._anew(since=since, until=until, undated=False, bars=None)

    def without_date(self) -> "SearchRequest":
        return self._anew(since=None, until=None, undated=True, bars=None)

    def with_bars(self, bars: Interval | None) -> "SearchRequest":
        return replace(self, bars=bars)

    def added_after(self, moment: datetime | None) -> "SearchRequest":
        return self._anew(added=moment)

    def sorted_by(self, sort: Sort) -> "SearchRequest":
        return self._anew(sort=sort)

    def with_every_copy(self, every_copy: bool) -> "SearchRequest":
        return self._anew(every_copy=every_copy)

    def matching(self, match: Match) -> "SearchRequest":
        return self._anew(match=match)

    def at_level(self, level: str) -> "SearchRequest":
        return self._anew(level=level)

    def asking(self, q: str) -> "SearchRequest":
        return self._anew(q=q)

    def from_first_page(self) -> "SearchRequest":
        return self._anew()

    def page_after(self, place: Cursor) -> "SearchRequest":
        return replace(self, after=place, before=None)

    def page_before(self, place: Cursor) -> "SearchRequest":
        return replace(self, after=None, before=place)

    def without_query(self) -> "SearchRequest":
        return self._anew(q="")

    def without_filters(self) -> "SearchRequest":
        cleared = replace(self, facets={}, unwanted={}, every=frozenset(), added=None)
        return cleared.between(None, None)

    def to_query_string(self) -> str:
        """The request as the part of a URL after `?`, what is default left out; empty for the empty request."""
        pairs: list[tuple[str, str]] = [("q", self.q)] if self.q else []
        for facet in FACETS:
            pairs += [(facet, value) for value in self.selected(facet)]
            pairs += [(f"{_NOT}{facet}", value) for value in self.excluded(facet)]
        pairs += [("every", facet) for facet in MANY_VALUED if facet in self.every]
        pairs += [(name, day.isoformat()) for name, day in (("since", self.since), ("until", self.until)) if day]
        pairs += [("published", WITHOUT)] if self.undated else []
        pairs += [("added", moment_to_text(self.added))] if self.added else []
        pairs += [("sort", self.sort)] if self.sort else []
        pairs += [("copies", "all")] if self.every_copy else []
        pairs += [("bars", self.bars)] if self.bars else []
        pairs += [("match", self.match)] if self.match != "all" else []
        pairs += [("level", self.level)] if self.level != DEFAULT.name else []
        pairs += [(name, place.text) for name, place in (("after", self.after), ("before", self.before)) if place]
        return urlencode(pairs)

    def asks_the_same(self, other: "SearchRequest") -> bool:
        """Whether both find the same articles in the same order, whatever the page and the order of selecting."""
        return self._asked() == other._asked()

    def _asked(self) -> tuple[object, ...]:
        chosen = {facet: frozenset(values) for facet, values in self.facets.items() if values}
        unwanted = {facet: frozenset(values) for facet, values in self.unwanted.items() if values}
        # All of one value are any of it.
        every = {facet for facet in self.every if len(self.selected(facet)) > 1}
        days = (self.since, self.until, self.undated, self.added)
        return self.q, self.match, self.level, chosen, unwanted, every, days, self.order

    def _with(self, facet: str, wanted: Iterable[str], unwanted: Iterable[str]) -> "SearchRequest":
        return self._anew(
            facets=_chosen({**self.facets, facet: tuple(dict.fromkeys(wanted))}),
            unwanted=_chosen({**self.unwanted, facet: tuple(dict.fromkeys(unwanted))}),
        )

    def _anew(self, **changes: Any) -> "SearchRequest":
        """The changed request from its first page."""
        return replace(self, **changes, after=None, before=None)


def from_pairs(pairs: Iterable[tuple[str, str]]) -> SearchRequest:
    """The request that URL parameters (decoded name and value pairs) stand for.

    Unknown parameters and values that mean nothing are passed over, so that an old or mistyped link never breaks.
    """
    values: dict[str, list[str]] = {}
    for name, value in pairs:
        if stripped := value.replace("\0", "").strip():
            values.setdefault(name, []).append(stripped)
    sort, bars = values.get("sort", [""])[-1], values.get("bars", [""])[-1]
    unwanted = {name: _keys(values[f"{_NOT}{name}"]) for name in FACETS if f"{_NOT}{name}" in values}
    undated = values.get("published", [""])[-1] == WITHOUT
    since, until = _day(values.get("since")), _day(values.get("until"))
    if since and until and since > until:
        since, until = until, since
    request = SearchRequest(
        q=values.get("q", [""])[-1][: MAX_QUERY + 1],
        facets={name: _keys(values[name], unwanted.get(name, ())) for name in FACETS if name in values},
        unwanted=unwanted,
        every=frozenset(MANY_VALUED).intersection(values.get("every", ())),
        since=None if undated else since,
        until=None if undated else until,
        undated=undated,
        added=_moment(values.get("added")),
        sort=sort if sort in get_args(Sort) else None,  # type: ignore[arg-type]
        every_copy=values.get("copies", [""])[-1] == "all",
        bars=bars if bars in get_args(Interval) else None,  # type: ignore[arg-type]
        match="most" if values.get("match", [""])[-1] == "most" else "all",
        level=levels.named(values.get("level", [""])[-1]).name,
    )
    if after := _place(values.get("after"), request.order):
        return request.page_after(after)
    if before := _place(values.get("before"), request.order):
        return request.page_before(before)
    return request


def _keys(values: Iterable[str], unwanted: Collection[str] = ()) -> tuple[str, ...]:
    """What is excluded can't be selected too."""
    return tuple(value for value in dict.fromkeys(values) if value not in unwanted)[:MAX_VALUES]


def _chosen(values: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Without facets that nothing is chosen of: equal requests are equal values."""
    return {facet: of for facet, of in values.items() if of}


def _but(values: Iterable[str], key: str) -> tuple[str, ...]:
    return tuple(value for value in values if value != key)


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
