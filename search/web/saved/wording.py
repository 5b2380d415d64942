"""What searches ask for, in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from search.index.levels import SPELLING
from search.query.names import names_of
from search.query.request import FACETS, SearchRequest, Sort
from search.web.filters import Chip, Named, chips_of

_ORDERS: Final[dict[Sort, Promise]] = {
    "relevance": gettext_lazy("Relevance"),
    "newest": gettext_lazy("Newest"),
    "oldest": gettext_lazy("Oldest"),
}

_LONGEST_NAME: Final = 120


@dataclass(frozen=True, slots=True)
class Wording:
    """`chips` name the filters; `ways`, in which words are looked for, and `order` are empty where they are the usual ones."""

    q: str
    chips: tuple[Chip, ...]
    ways: str
    order: str


def wordings(requests: Sequence[SearchRequest]) -> list[Wording]:
    """One for each request, in their order; names are looked up for all together."""
    keys = {
        facet: {key for request in requests for key in (*request.selected(facet), *request.excluded(facet))}
        for facet in FACETS
    }
    named: Named = {facet: names_of(facet, wanted) for facet, wanted in keys.items() if wanted}
    return [_wording(request, named) for request in requests]


def suggested_name(wording: Wording) -> str:
    """The words and the filters, as far as there is room; names speak for themselves, dates say what they are of."""
    parts = [wording.q, *map(_said, wording.chips)]
    name = " · ".join(filter(None, parts)) or _("All articles")
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


def _said(chip: Chip) -> str:
    name = _("not %(value)s") % {"value": chip.name.text} if chip.excluded else chip.name.text
    return name if chip.name.language else f"{chip.kind} {name}"


def _wording(request: SearchRequest, named: Named) -> Wording:
    order = str(_ORDERS[request.sort]) if request.sort else ""
    return Wording(request.q, tuple(chips_of(request, named)), " · ".join(_ways(request)), order)


def _ways(request: SearchRequest) -> Iterator[str]:
    if request.q and request.match == "most":
        yield _("most of the words")
    if request.q and request.level == SPELLING.name:
        yield _("only as they are spelt")
