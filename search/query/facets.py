"""Facets: values of one facet widen, facets narrow.

The count beside a value is the number of hits that the search would have with that value selected alone in its facet
and everything else as it is. So the filters of all other facets apply to a facet's buckets, its own do not.
"""

from collections.abc import Mapping
from typing import Any, Final

from elasticsearch.dsl import A, Q
from elasticsearch.dsl.query import Query

from search.query import trees
from search.query.copies import count_stories, stories_in
from search.query.request import FACETS, SearchRequest

SHOWN: Final = 12
"""Values of a facet on the page, the selected ones besides."""


def filter_of(request: SearchRequest, leaving_out: str | None = None) -> Query:
    """Matches articles with a selected value in every facet that has one, but for the facet `leaving_out`."""
    chosen = [
        Q("terms", **{facet: list(request.selected(facet))})
        for facet in FACETS
        if facet != leaving_out and request.selected(facet)
    ]
    return Q("bool", filter=chosen) if chosen else Q("match_all")


def aggregations(request: SearchRequest, exact: bool) -> dict[str, Any]:
    """One aggregation a facet, by its name: the top values, the selected ones wherever they rank with what they lie in, and
    their parts. Which ones are at the top is told by articles, what they count are hits."""
    found = {}
    for facet in FACETS:
        bucket = A("filter", filter_of(request, leaving_out=facet))
        asked = {"top": trees.top(facet, SHOWN)}
        if selected := request.selected(facet):
            known = trees.lines(facet, selected)
            kept = list(dict.fromkeys(value for line in known.values() for value in line))
            asked["selected"] = A("terms", field=facet, include=kept, size=len(kept))
            if (parts := trees.parts(request, facet, known)) is not None:
                asked["parts"] = parts
        for name, values in asked.items():
            count_stories(values, request, exact)
            bucket.bucket(name, values)
        found[facet] = bucket
    return found


def counts(request: SearchRequest, facet: str, answer: Mapping[str, Any]) -> dict[str, int]:
    """Key to number of hits, most first; a selected value is always among them, if only with 0.

    `answer` is the server's answer to the facet's aggregation."""
    found = dict.fromkeys(request.selected(facet), 0)
    for name in ("top", "selected", "parts"):
        if name in answer:
            found |= {trees.value_of(bucket["key"]): stories_in(bucket) for bucket in answer[name]["buckets"]}
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))
