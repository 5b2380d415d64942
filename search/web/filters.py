"""Facets to choose from, and chips of what is chosen, each with the address that it leads to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from search.models import Entity, Outlet
from search.query.request import FACETS, SearchRequest
from search.query.results import Facet, FacetValue, Results
from search.web import locales
from search.web.languages import language_name
from search.web.links import search_url
from search.web.names import Name, name_of

TITLES: Final[dict[str, Promise]] = {
    "actor": gettext_lazy("Actors"),
    "location": gettext_lazy("Locations"),
    "outlet": gettext_lazy("Outlets"),
    "source": gettext_lazy("Quoted sources"),
    "mentioned": gettext_lazy("Dates in the text"),
    "language": gettext_lazy("Languages"),
}

SINGULAR: Final[dict[str, Promise]] = {
    "actor": pgettext_lazy("filter", "Actor"),
    "location": pgettext_lazy("filter", "Location"),
    "outlet": pgettext_lazy("filter", "Outlet"),
    "source": pgettext_lazy("filter", "Source"),
    "mentioned": pgettext_lazy("filter", "Date in the text"),
    "language": pgettext_lazy("filter", "Language"),
}

_AT_ONCE: Final = 7
"""Values of a facet in sight: four facets then fit on a screen. The others are one click away."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet. Its address selects it, or takes it back. `element` is its id in the page: the focus finds it
    again after the page changed. `depth` is how many of the values shown it lies in, `unconfirmed` whether only texts vouch
    for it."""

    name: Name
    count: int
    selected: bool
    url: str
    element: str
    depth: int
    unconfirmed: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """A facet: what is in sight (every selected value is), and the rest."""

    facet: str
    title: str
    first: tuple[Choice, ...]
    more: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that applies. Its address is the search without it."""

    kind: str
    name: Name
    url: str


def panels(results: Results) -> list[Panel]:
    """The facets that have anything to choose, selected values first."""
    return [_panel(results.request, facet) for facet in results.facets if _has_choice(facet)]


Named = Mapping[str, Mapping[str, Entity | Outlet | None]]
"""Facet -> key -> what the key stands for."""


def chips(results: Results) -> list[Chip]:
    """The filters of a search that was made."""
    return chips_of(
        results.request, {facet.name: {value.key: value.named for value in facet.selected} for facet in results.facets}
    )


def chips_of(request: SearchRequest, named: Named) -> list[Chip]:
    """Facet by facet, the values in the order in which they were chosen; the dates last."""
    found = [
        Chip(
            str(SINGULAR[facet]),
            _name(facet, key, named.get(facet, {}).get(key)),
            search_url(request.without_value(facet, key)),
        )
        for facet in FACETS
        for key in request.selected(facet)
    ]
    if request.since or request.until:
        found.append(Chip(_("Published"), Name(_days(request), ""), search_url(request.between(None, None))))
    if request.added:
        moment = Name(locales.instant(request.added).text, "")
        found.append(Chip(_("Came in after"), moment, search_url(request.added_after(None))))
    return found


def _panel(request: SearchRequest, facet: Facet) -> Panel:
    trees = sorted(_trees(facet), key=lambda tree: not any(value.selected for value in tree))
    at_once = max(_AT_ONCE, sum(len(tree) for tree in trees if any(value.selected for value in tree)))
    values = [value for tree in trees for value in tree]
    if len(values) == at_once + 1:
        at_once += 1  # "1 more" takes the room of the value itself
    choices = tuple(_choice(request, facet, value) for value in values)
    return Panel(facet.name, str(TITLES[facet.name]), choices[:at_once], choices[at_once:])


def _trees(facet: Facet) -> list[list[FacetValue]]:
    """The values in their order, each with those that lie in it and stand behind it."""
    trees: list[list[FacetValue]] = []
    for value in facet.values:
        if trees and trees[-1][0].key in value.within:
            trees[-1].append(value)
        else:
            trees.append([value])
    return trees


def _has_choice(facet: Facet) -> bool:
    """Any value will do, but for languages: where all articles are in one, only a selected one is shown."""
    least = 2 if facet.name == "language" else 1
    return bool(facet.selected) or len(facet.values) >= least


def _name(facet: str, key: str, named: Entity | Outlet | None) -> Name:
    if facet == "language":
        return language_name(key)
    return Name(locales.period_of(key), "") if facet == "mentioned" else name_of(named, key)


def _choice(request: SearchRequest, facet: Facet, value: FacetValue) -> Choice:
    shown = {other.key for other in facet.values}
    return Choice(
        name=_name(facet.name, value.key, value.named),
        count=value.count,
        selected=value.selected,
        url=search_url(_toggled(request, facet, value)),
        element=f"{facet.name}-{slugify(value.key, allow_unicode=True)}",
        depth=len(shown.intersection(value.within)),
        unconfirmed=isinstance(value.named, Entity) and value.named.is_unconfirmed,
    )


def _toggled(request: SearchRequest, facet: Facet, value: FacetValue) -> SearchRequest:
    """A village takes the place of its country where that was selected, and the country that of its villages: together with
    one of them they would find what the wider one finds alone."""
    if value.selected:
        return request.without_value(facet.name, value.key)
    for other in facet.selected:
        if other.key in value.within or value.key in other.within:
            request = request.without_value(facet.name, other.key)
    return request.with_value(facet.name, value.key)


def _days(request: SearchRequest) -> str:
    if request.since and request.until:
        return locales.period(request.since, request.until)
    if request.since:
        return _("from %(day)s") % {"day": locales.day(request.since)}
    assert request.until
    return _("until %(day)s") % {"day": locales.day(request.until)}
