"""The timeline as columns of a chart; every column narrows the search to its days."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import ngettext

from search.query.results import Bar, Results
from search.web import locales
from search.web.links import search_url

HEIGHT: Final = 100
"""Units of the highest column."""

_LOWEST: Final = 4
"""What a column with any article has at least, so that it is seen."""

_TICKS: Final = 6


@dataclass(frozen=True, slots=True)
class Column:
    """`top` and `height` in units of a drawing that is HEIGHT high. `tick` is the name below it, if it has one;
    `tick_is_minor` says that it goes first where there is little room."""

    label: str
    url: str
    count: int
    top: int
    height: int
    tick: str
    tick_is_minor: bool


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
                tick_is_minor=at // step % 2 == 1,
            )
        )
    return found


def _label(bar: Bar) -> str:
    articles = ngettext("%(number)s article", "%(number)s articles", bar.count) % {"number": locales.number(bar.count)}
    return f"{locales.period(bar.since, bar.until)}: {articles}"
