"""Where few articles have all words of a query: those that have most of them, after the others and apart from them."""

from collections.abc import Iterable
from typing import Final

from search.query.copies import story_field
from search.query.hits import hits_at
from search.query.narrowing import matched, understood
from search.query.pages import Place, page_of
from search.query.request import SearchRequest
from search.query.results import Hit
from search.query.syntax.compiling import asks_for_most

FEW: Final = 10
"""Hits below which those with fewer words are shown, too."""


def with_fewer_words(request: SearchRequest, found: Iterable[Place]) -> tuple[Hit, ...]:
    """The best hits that have most of the words and are not among `found`: the places of all hits that have all
    words. None where the request asks for most of the words anyway, or most of its words are all. Raises
    SearchUnavailable."""
    if request.match == "most" or not asks_for_most(understood(request).node):
        return ()
    most = request.matching("most")
    stories = [place.story for place in found]
    query = matched(most).exclude("terms", **{story_field(request): stories})
    return hits_at(page_of(query, most).places, query, most)
