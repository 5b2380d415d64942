"""Facets: values of one facet widen, facets narrow, and any value can be excluded.

An article passes a facet if it has any of the selected values, or all of them where the facet is in `every`, and none of the
excluded ones. The value `none` is had by articles without any value of the facet. Like all filters these are asked of an
article: a story with a copy that passes is a hit (see `search.query.copies`).

The count beside a value is the number of hits that the search would have with that value selected alone in its facet and
everything else as it is, exclusions of the same facet too: it is what choosing the value gives. So the filters of all other
facets apply to a facet's values, and of its own the exclusions; where all of the selected values are asked for, these apply
as well, and the count is of the hits that have them and that value. Beside an excluded value stands what it would give if it
were selected instead. Values that are selected or excluded never vanish, if only with 0.
"""

from collections.abc import Collection, Iterator

from elasticsearch.dsl import Q
from elasticsearch.dsl.query import Query

from search.query.request import FACETS, WITHOUT, SearchRequest


def filter_of(request: SearchRequest, leaving_out: str | None = None) -> Query:
    """Matches articles that pass all facets; of the facet `leaving_out` only what holds for its other values too."""
    needed = [condition for facet in FACETS for condition in _needed(request, facet, facet == leaving_out)]
    barred = [having(facet, request.excluded(facet)) for facet in FACETS if request.excluded(facet)]
    return Q("bool", filter=needed, must_not=barred) if needed or barred else Q("match_all")


def having(facet: str, values: Collection[str]) -> Query:
    """Matches articles with any of these values."""
    keys = [value for value in values if value != WITHOUT]
    found = Q("terms", **{facet: keys})
    if len(keys) == len(values):
        return found
    without = Q("bool", must_not=[Q("exists", field=facet)])
    return found | without if keys else without


def _needed(request: SearchRequest, facet: str, left_out: bool) -> Iterator[Query]:
    selected = request.selected(facet)
    if facet in request.every:
        yield from (having(facet, [value]) for value in selected)
    elif selected and not left_out:
        yield having(facet, selected)
