"""The timeline as columns of a chart: every column narrows the search to its days, and from there a way leads back up."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from search.query.request import Interval, SearchRequest
from search.query.results import Bar, Results
from search.web import hijri, locales
from search.web.links import search_url

HEIGHT: Final = 100
"""Units of the highest column."""

_LOWEST: Final = 4
"""What a column with any article has at least, so that it is seen."""

_TICKS: Final = 6


@dataclass(frozen=True, slots=True)
class Column:
    """`top` and `height` in units of a drawing that is HEIGHT high. `tick` is the name below it, if it has one, and `hijri`
    what that is in the Hijri calendar; `tick_is_minor` says that they go first where there is little room."""

    label: str
    url: str
    count: int
    top: int
    height: int
    tick: str
    hijri: str
    tick_is_minor: bool


@dataclass(frozen=True, slots=True)
class Step:
    """A period that the one of the search lies in, or that itself, without `url`."""

    text: str
    hijri: str
    url: str


_FINENESS: Final[dict[Interval, Promise]] = {
    "year": gettext_lazy("Years"),
    "month": gettext_lazy("Months"),
    "day": gettext_lazy("Days"),
}


def columns(results: Results) -> list[Column]:
    """Oldest first; empty without a dated article."""
    timeline = results.timeline
    if timeline is None:
        return []
    step = -(-len(timeline.bars) // _TICKS)
    found = []
    for at, bar in enumerate(timeline.bars):
        # A name at the very end would stick out of the chart.
        has_tick = at % step == 0 and (at == 0 or len(timeline.bars) - at >= step / 2)
        height = max(_LOWEST, round(bar.share * HEIGHT)) if bar.count else 0
        found.append(
            Column(
                label=_label(bar),
                url=search_url(results.request.between(bar.since, bar.until)),
                count=bar.count,
                top=HEIGHT - height,
                height=height,
                tick=locales.tick(bar.since, timeline.interval) if has_tick else "",
                hijri=hijri.tick(bar.since, bar.until, timeline.interval) if has_tick else "",
                tick_is_minor=at // step % 2 == 1,
            )
        )
    return found


def fineness(results: Results) -> list[tuple[Interval, str, str, bool]]:
    """How fine the chart could be, coarsest first: interval, its name, the search with it, whether it is the one. Empty where
    there is no choice."""
    timeline = results.timeline
    if timeline is None or len(timeline.possible) == 1:
        return []
    return [
        (of, str(_FINENESS[of]), search_url(results.request.with_bars(of)), of == timeline.interval)
        for of in reversed(timeline.possible)
    ]


def way_up(request: SearchRequest) -> list[Step]:
    """From all dates by year and month to the days of the search, last; empty where it has none."""
    since, until = request.since, request.until
    if request.undated or not (since or until):
        return []
    steps = [Step(_("All dates"), "", search_url(request.between(None, None)))]
    if since is None or until is None:
        return [*steps, Step(locales.days(since, until), "", "")]
    for first, last in _around(since, until):
        if (first, last) != (since, until):
            steps.append(_step(first, last, search_url(request.between(first, last))))
    return [*steps, _step(since, until, "")]


def _around(since: date, until: date) -> list[tuple[date, date]]:
    """The year and the month that both days lie in."""
    if since.year != until.year:
        return []
    year = since.replace(month=1, day=1), since.replace(month=12, day=31)
    return [year, locales.month_of(since)] if since.month == until.month else [year]


def _step(since: date, until: date, url: str) -> Step:
    return Step(locales.period(since, until), hijri.period(since, until), url)


def _label(bar: Bar) -> str:
    articles = ngettext("%(number)s article", "%(number)s articles", bar.count) % {"number": locales.number(bar.count)}
    gregorian, islamic = locales.period(bar.since, bar.until), hijri.period(bar.since, bar.until)
    return " · ".join(filter(None, (f"{gregorian}: {articles}", islamic)))
