"""What a researcher asks for. One value serves page, export, saved search and alert; its URL is its whole state."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Final, Literal, get_args
from urllib.parse import urlencode

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

MAX_QUERY: Final = 500
"""Characters of a query that are read. Longer ones are pasted texts, and cost the server seconds."""

MAX_VALUES: Final = 50
"""Values of one facet that a request may select, and that it may exclude."""

_NOT: Final = "not-"
"""Before the name of a facet in a URL: the value is excluded."""

_PAGE_DIGITS: Final = 6


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """`facets` maps a facet's name to the selected keys: any of them matches, but where the facet is in `every` all of them
    are asked for. None of `unwanted` matches. (What this comes to, and what counts say, is in `search.query.facets`.)
    `since` and `until` are inclusive days of publication; `undated` (`published=none`) leaves what has none. `added` leaves
    what came in after that moment (UTC, to the millisecond as the index keeps it). `sort` None means: by relevance if there
    is a query, else newest first. `every_copy` (`copies=all`) shows copies with changes one by one, and not once a story.
    `bars` says how fine the timeline is; None: as the span allows. `page` counts from 1."""

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
    page: int = 1

    @property
    def order(self) -> Sort:
        """The sort that applies."""
        return self.sort or ("relevance" if self.q else "newest")

    @property
    def is_filtered(self) -> bool:
        chosen = any(self.facets.values()) or any(self.unwanted.values())
        return bool(chosen or self.since or self.until or self.undated or self.added)

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
        return replace(self, every=self.every | {facet} if every else self.every - {facet}, page=1)

    def between(self, since: date | None, until: date | None) -> "SearchRequest":
        """As fine a timeline as those days allow: a bar of years opens into months."""
        return replace(self, since=since, until=until, undated=False, bars=None, page=1)

    def without_date(self) -> "SearchRequest":
        return replace(self, since=None, until=None, undated=True, bars=None, page=1)

    def with_bars(self, bars: Interval | None) -> "SearchRequest":
        return replace(self, bars=bars)

    def added_after(self, moment: datetime | None) -> "SearchRequest":
        return replace(self, added=moment, page=1)

    def sorted_by(self, sort: Sort) -> "SearchRequest":
        return replace(self, sort=sort, page=1)

    def with_every_copy(self, every_copy: bool) -> "SearchRequest":
        return replace(self, every_copy=every_copy, page=1)

    def at_page(self, page: int) -> "SearchRequest":
        return replace(self, page=page)

    def without_query(self) -> "SearchRequest":
        return replace(self, q="", page=1)

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
        pairs += [("page", str(self.page))] if self.page > 1 else []
        return urlencode(pairs)

    def asks_the_same(self, other: "SearchRequest") -> bool:
        """Whether both find the same articles in the same order, whatever the page and the order of selecting."""
        return self._asked() == other._asked()

    def _asked(self) -> tuple[object, ...]:
        chosen = {facet: frozenset(values) for facet, values in self.facets.items() if values}
        unwanted = {facet: frozenset(values) for facet, values in self.unwanted.items() if values}
        # All of one value are any of it.
        every = {facet for facet in self.every if len(self.selected(facet)) > 1}
        return self.q, chosen, unwanted, every, self.since, self.until, self.undated, self.added, self.order

    def _with(self, facet: str, wanted: Iterable[str], unwanted: Iterable[str]) -> "SearchRequest":
        return replace(
            self,
            facets={**self.facets, facet: tuple(dict.fromkeys(wanted))},
            unwanted={**self.unwanted, facet: tuple(dict.fromkeys(unwanted))},
            page=1,
        )


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
    return SearchRequest(
        q=values.get("q", [""])[-1][:MAX_QUERY],
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
        page=_page(values.get("page", ["1"])[-1]),
    )


def _keys(values: Iterable[str], unwanted: Collection[str] = ()) -> tuple[str, ...]:
    """What is excluded can't be selected too."""
    return tuple(value for value in dict.fromkeys(values) if value not in unwanted)[:MAX_VALUES]


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


def _page(value: str) -> int:
    return max(1, int(value)) if value.isascii() and value.isdigit() and len(value) <= _PAGE_DIGITS else 1
