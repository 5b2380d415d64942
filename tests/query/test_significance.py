"""What stands out: what is in the hits far more often than elsewhere, and not what is merely frequent."""

import pytest
from elasticsearch import Elasticsearch

from search.query.request import SearchRequest, from_pairs
from search.query.search import search
from search.query.significance import Outstanding, outstanding
from tests import honey


@pytest.fixture(autouse=True)
def articles(empty_index: Elasticsearch) -> None:
    honey.load()


def found(request: SearchRequest) -> dict[str, Outstanding]:
    return {one.key: one for one in outstanding(search(request))}


def test_what_is_frequent_here_and_rare_elsewhere() -> None:
    stands_out = found(SearchRequest(q="العسل"))
    assert list(stands_out) == ["beekeepers", "valley"]
    beekeepers, valley = stands_out.values()
    assert (beekeepers.here, beekeepers.hits, beekeepers.everywhere, beekeepers.all) == (24, 24, 24, 100)
    assert (valley.here, valley.everywhere) == (12, 13)


def test_counts_are_those_of_choosing_it() -> None:
    for one in found(SearchRequest(q="العسل")).values():
        assert search(SearchRequest(q="العسل").with_value(one.facet, one.key)).total == one.here
        assert search(SearchRequest().with_value(one.facet, one.key)).total == one.everywhere


def test_neither_what_is_selected_nor_what_it_lies_in_nor_the_query_itself() -> None:
    assert "honey" not in found(SearchRequest(q="العسل"))
    assert "beekeepers" not in found(from_pairs([("q", "مهرجان"), ("actor", "beekeepers")]))
    assert not {"region", "valley"} & set(found(from_pairs([("q", "مهرجان"), ("location", "valley")])))
    assert not {"region", "valley"} <= set(found(SearchRequest(q="مهرجان")))


def test_nothing_stands_out_in_everything_or_in_little() -> None:
    assert found(SearchRequest()) == {}
    assert found(SearchRequest(q="خبر")) == {}
    assert found(SearchRequest(q="العسل 3")) == {} or len(search(SearchRequest(q="العسل 3")).hits) >= 20
    assert found(SearchRequest(q="زرافة")) == {}
