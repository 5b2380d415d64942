"""What a search gives back, ready to be shown: no markup, no server's words."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from search.models import Article, Entity, Outlet
from search.query.excerpts import Excerpt
from search.query.passages import Passage
from search.query.request import SearchRequest
from search.query.syntax.faults import Fault

Interval = Literal["year", "month", "day"]


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that was found, or that stands for the copies of it that were. `title` and `passages` are its own words,
    with what matched marked. `score` is None in an order of dates."""

    article: Article
    score: float | None
    title: Passage
    passages: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet: how many hits, whether selected, what it is called (None: a name no longer known, or a language
    or date, which need none), and the keys of what it lies in, nearest first."""

    key: str
    count: int
    selected: bool
    named: Entity | Outlet | None
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facet:
    name: str
    values: tuple[FacetValue, ...]

    @property
    def selected(self) -> tuple[FacetValue, ...]:
        return tuple(value for value in self.values if value.selected)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of the timeline: hits published from `since` to `until`, both inclusive. `share` is of the highest bar."""

    since: date
    until: date
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class Timeline:
    interval: Interval
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """`total` counts hits (see `search.query.copies`), `dated` those of them that have a publication date (the timeline
    shows these). `previous` and `next` ask for the neighbouring pages. Where `exact` is false, all counts are estimates; where
    `partial` is true, the server ran out of time, and there may be more of everything.

    `faults` are what is wrong with the query, `repaired` is one in which nothing is (None where nothing is wrong). `fewer` are
    hits that have most of the words, where few have all; no count counts them."""

    request: SearchRequest
    total: int
    dated: int
    hits: tuple[Hit, ...] = ()
    facets: tuple[Facet, ...] = ()
    timeline: Timeline | None = None
    previous: SearchRequest | None = None
    next: SearchRequest | None = None
    exact: bool = True
    partial: bool = False
    faults: tuple[Fault, ...] = ()
    repaired: str | None = None
    fewer: tuple[Hit, ...] = ()
