"""What a search gives back, ready to be shown: no markup, no server's words."""

from dataclasses import dataclass
from datetime import date

from search.models import Article, Entity, Outlet
from search.query.excerpts import Excerpt
from search.query.passages import Passage
from search.query.request import Interval, SearchRequest
from search.query.syntax.faults import Fault


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
    """One value of a facet: how many hits, whether selected or excluded, what it is called (None: a name no longer known, or
    a language, date or `none`, which need no row), and the keys of what it lies in, nearest first."""

    key: str
    count: int
    selected: bool
    named: Entity | Outlet | None
    within: tuple[str, ...] = ()
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """`without` are the hits that have no value, where there are any, or that is chosen."""

    name: str
    values: tuple[FacetValue, ...]
    without: FacetValue | None = None

    @property
    def selected(self) -> tuple[FacetValue, ...]:
        return tuple(value for value in self.values if value.selected)

    @property
    def excluded(self) -> tuple[FacetValue, ...]:
        return tuple(value for value in self.values if value.excluded)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of the timeline: hits published from `since` to `until`, both inclusive. `share` is of the highest bar."""

    since: date
    until: date
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """`possible`: the intervals that could be asked for, finest first."""

    interval: Interval
    bars: tuple[Bar, ...]
    possible: tuple[Interval, ...] = ()


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
