"""What stands out in a search, each with the search that is narrowed to it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from search.models import Entity
from search.query.results import Results
from search.query.server import SearchUnavailable
from search.query.significance import Outstanding, outstanding
from search.web import locales
from search.web.links import search_url
from search.web.names import Name, name_of


@dataclass(frozen=True, slots=True)
class StandingOut:
    """`why` counts hits here and everywhere. `times` is how many times as often it is here, rounded; 0 where it is nowhere
    else."""

    name: Name
    unconfirmed: bool
    why: str
    times: int
    url: str


def standing_out(results: Results) -> list[StandingOut]:
    """Empty where nothing does, and where the server went away meanwhile."""
    try:
        found = outstanding(results)
    except SearchUnavailable:
        return []
    return [_of(one, results) for one in found]


def _of(one: Outstanding, results: Results) -> StandingOut:
    numbers = {name: locales.number(getattr(one, name)) for name in ("here", "hits", "everywhere", "all")}
    return StandingOut(
        name=name_of(one.named, one.key),
        unconfirmed=isinstance(one.named, Entity) and one.named.is_unconfirmed,
        why=_("In %(here)s of the %(hits)s here, in %(everywhere)s of all %(all)s") % numbers,
        times=0 if one.here == one.everywhere else round(one.lift),
        url=search_url(results.request.with_value(one.facet, one.key)),
    )
