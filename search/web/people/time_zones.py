"""Time zones to choose from, and the one that a request is answered in."""

from collections.abc import Callable
from functools import cache
from importlib import resources
from typing import Final

from babel.dates import get_timezone_location
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy

from search.models import Preferences

_REGIONS: Final[dict[str, Promise]] = {
    "Asia": gettext_lazy("Asia"),
    "Africa": gettext_lazy("Africa"),
    "Europe": gettext_lazy("Europe"),
    "America": gettext_lazy("America"),
    "Australia": gettext_lazy("Australia"),
    "Pacific": gettext_lazy("Pacific Ocean"),
    "Atlantic": gettext_lazy("Atlantic Ocean"),
    "Indian": gettext_lazy("Indian Ocean"),
    "Antarctica": gettext_lazy("Antarctica"),
    "Arctic": gettext_lazy("Arctic"),
}
"""First part of a zone's name -> what the group is called; those where Arabic is spoken first."""

Choice = tuple[str, str]


def time_zones() -> list[Choice | tuple[str, list[Choice]]]:
    """UTC, then the zones of each region under the names of their cities, in the language of the page."""
    groups = _groups(get_language() or "ar")
    return [("UTC", "UTC"), *((str(_REGIONS[region]), choices) for region, choices in groups.items())]


@cache
def _groups(language: str) -> dict[str, list[Choice]]:
    """City names are those of CLDR; the few that it lacks are made of the zone's name."""
    groups: dict[str, list[Choice]] = {region: [] for region in _REGIONS}
    for zone in _zones():
        city = get_timezone_location(zone, locale=language, return_city=True)
        groups[zone.partition("/")[0]].append((zone, city.rpartition("/")[2]))
    return {region: sorted(choices, key=lambda choice: choice[1]) for region, choices in groups.items()}


def _zones() -> list[str]:
    """The zones that tzdata lists for the countries of the world: each once, without names of old."""
    table = resources.files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    return [line.split("\t")[2] for line in table.splitlines() if line and not line.startswith("#")]


def time_zone_middleware(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Shows moments in the time zone of the person who is signed in, others in that of settings."""

    def answer(request: HttpRequest) -> HttpResponse:
        chosen = Preferences.objects.of(request.user)
        with timezone.override(chosen.zone if chosen else None):
            return get_response(request)

    return answer
