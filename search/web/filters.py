"""Facets to choose from, and chips of what is chosen, each with the address that it leads to."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from search.models import Entity, Outlet
from search.query.names import names_of
from search.query.request import FACETS, MANY_VALUED, WITHOUT, SearchRequest
from search.query.results import Facet, FacetValue, Results
from search.query.search import SHOWN
from search.web import locales
from search.web.languages import language_name
from search.web.links import facet_url, search_url
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

WITHOUT_ANY: Final[dict[str, Promise]] = {
    "actor": gettext_lazy("Without actors"),
    "location": gettext_lazy("Without locations"),
    "outlet": gettext_lazy("Without an outlet"),
    "source": gettext_lazy("Without quoted sources"),
    "mentioned": gettext_lazy("Without dates in the text"),
}

_AT_ONCE: Final = 7
"""Values of a facet in sight: four facets then fit on a screen. The others are one click away."""


Link = Callable[[SearchRequest], str]
"""The address of the page, of those with facets, that shows a request."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet. `url` selects it, or takes it back, `exclude_url` excludes it, or does so no longer. `element` is its
    id in the page: the focus finds it again after the page changed. `depth` is how many of the values shown it lies in, `within`
    what it lies in where the page says that; `unconfirmed` whether only texts vouch for it."""

    name: Name
    count: int
    selected: bool
    excluded: bool
    url: str
    exclude_url: str
    element: str
    depth: int = 0
    within: tuple[Name, ...] = ()
    unconfirmed: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """A facet: what is in sight (every selected and excluded value is), and the rest. `any_url` and `every_url` ask for any or
    for all of the selected values, where there are several and an article may have them; `every` is which of it applies.
    `all_url` is the page with all values, where there are more than the panel has."""

    facet: str
    title: str
    first: tuple[Choice, ...]
    more: tuple[Choice, ...]
    every: bool
    any_url: str
    every_url: str
    all_url: str


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that applies; `excluded`: articles with it are left out. Its address is the search without it."""

    kind: str
    name: Name
    url: str
    excluded: bool = False


def panels(results: Results) -> list[Panel]:
    """The facets that have anything to choose, selected values first."""
    return [_panel(results.request, facet) for facet in results.facets if _has_choice(facet)]


Named = Mapping[str, Mapping[str, Entity | Outlet | None]]
"""Facet -> key -> what the key stands for."""


def chips(results: Results) -> list[Chip]:
    """The filters of a search that was made."""
    return chips_of(
        results.request, {facet.name: {value.key: value.named for value in facet.values} for facet in results.facets}
    )


def chips_named(request: SearchRequest) -> list[Chip]:
    """The filters of a search that was not made; their names are looked up."""
    chosen = {facet: (*request.selected(facet), *request.excluded(facet)) for facet in FACETS}
    return chips_of(request, {facet: names_of(facet, keys) for facet, keys in chosen.items() if keys})


def chips_of(request: SearchRequest, named: Named) -> list[Chip]:
    """Facet by facet, the values in the order in which they were chosen, the excluded ones behind; the dates last."""
    found = [chip for facet in FACETS for chip in _chips(request, facet, named.get(facet, {}))]
    if request.since or request.until:
        found.append(
            Chip(
                _("Published"),
                Name(locales.days(request.since, request.until), ""),
                search_url(request.between(None, None)),
            )
        )
    if request.undated:
        found.append(Chip(_("Published"), Name(_("no date"), ""), search_url(request.between(None, None))))
    if request.added:
        moment = Name(locales.instant(request.added).text, "")
        found.append(Chip(_("Came in after"), moment, search_url(request.added_after(None))))
    return found


def _chips(request: SearchRequest, facet: str, named: Mapping[str, Entity | Outlet | None]) -> Iterator[Chip]:
    kind, selected = str(SINGULAR[facet]), request.selected(facet)
    several = _("%(facet)s (all of them)") % {"facet": kind} if facet in request.every and len(selected) > 1 else kind
    for key in selected:
        name = Name(pgettext("value of a filter", "none"), "") if key == WITHOUT else _name(facet, key, named.get(key))
        yield Chip(several, name, search_url(request.without_value(facet, key)))
    for key in request.excluded(facet):
        url = search_url(request.without_value(facet, key))
        if key == WITHOUT:
            yield Chip(kind, Name(pgettext("value of a filter", "any"), ""), url)
        else:
            yield Chip(kind, _name(facet, key, named.get(key)), url, excluded=True)


def _panel(request: SearchRequest, facet: Facet) -> Panel:
    trees = sorted(_trees(facet), key=lambda tree: not any(_is_chosen(value) for value in tree))
    at_once = max(_AT_ONCE, sum(len(tree) for tree in trees if any(_is_chosen(value) for value in tree)))
    values = [value for tree in trees for value in tree]
    if len(values) == at_once + 1:
        at_once += 1  # "1 more" takes the room of the value itself
    choices = tuple(choice_of(request, facet, value, search_url) for value in values)
    without = (choice_of(request, facet, facet.without, search_url),) if facet.without else ()
    first, more = choices[:at_once], choices[at_once:]
    if facet.without and _is_chosen(facet.without):
        first, without = (*first, *without), ()
    several = facet.name in MANY_VALUED and len(request.selected(facet.name)) > 1
    return Panel(
        facet=facet.name,
        title=str(TITLES[facet.name]),
        first=first if more else (*first, *without),
        more=(*more, *without) if more else (),
        every=facet.name in request.every,
        any_url=search_url(request.wanting_every(facet.name, False)) if several else "",
        every_url=search_url(request.wanting_every(facet.name, True)) if several else "",
        all_url=facet_url(facet.name, request) if len(facet.values) >= SHOWN else "",
    )


def _is_chosen(value: FacetValue) -> bool:
    return value.selected or value.excluded


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
    """Any value will do, but for languages: where all articles are in one, only one that is chosen is shown."""
    least = 2 if facet.name == "language" else 1
    chosen = bool(facet.selected or facet.excluded or (facet.without and _is_chosen(facet.without)))
    return chosen or len(facet.values) >= least


def choice_of(request: SearchRequest, facet: Facet, value: FacetValue, link: Link) -> Choice:
    """A value as the page that `link` leads to has it."""
    shown = {other.key for other in facet.values}
    without = value.key == WITHOUT
    back = request.without_value(facet.name, value.key)
    return Choice(
        name=Name(str(WITHOUT_ANY[facet.name]), "") if without else _name(facet.name, value.key, value.named),
        count=value.count,
        selected=value.selected,
        excluded=value.excluded,
        url=link(_toggled(request, facet, value)),
        exclude_url=link(back if value.excluded else request.excluding(facet.name, value.key)),
        element=f"{facet.name}-{slugify(value.key, allow_unicode=True)}",
        depth=len(shown.intersection(value.within)),
        unconfirmed=isinstance(value.named, Entity) and value.named.is_unconfirmed,
    )


def _name(facet: str, key: str, named: Entity | Outlet | None) -> Name:
    if facet == "language":
        return language_name(key)
    return Name(locales.period_of(key), "") if facet == "mentioned" else name_of(named, key)


def _toggled(request: SearchRequest, facet: Facet, value: FacetValue) -> SearchRequest:
    """A village takes the place of its country where that was selected, and the country that of its villages: together with
    one of them they would find what the wider one finds alone. (All of them would find what the narrower one finds.)"""
    if value.selected:
        return request.without_value(facet.name, value.key)
    for other in facet.selected:
        if other.key in value.within or value.key in other.within:
            request = request.without_value(facet.name, other.key)
    return request.with_value(facet.name, value.key)
