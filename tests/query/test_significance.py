"""What stands out: what is in the hits far more often than elsewhere, and not what is merely frequent."""

from datetime import date

import pytest
from elasticsearch import Elasticsearch

from search.index.sync import drain
from search.models import Article, Entity, Mention
from search.query.request import SearchRequest, from_pairs
from search.query.search import search
from search.query.significance import Outstanding, outstanding

HONEY, OTHERS = 24, 76


@pytest.fixture(autouse=True)
def articles(empty_index: Elasticsearch) -> None:
    """24 articles on honey and 76 others. The ministry is in all of them, the beekeepers only in those on honey, the valley
    in half of these and, with its region, in a few others."""
    rows = [
        ("actor", "ministry", "وزارة الزراعة", ""),
        ("actor", "beekeepers", "جمعية النحالين", ""),
        ("actor", "honey", "العسل", ""),
        ("location", "region", "منطقة الجبل", ""),
        ("location", "valley", "وادي الجبل", "region"),
    ]
    entities = {
        key: Entity.objects.create(kind=kind, key=key, name_ar=name, parent_key=parent, type="other")
        for kind, key, name, parent in rows
    }
    for number in range(HONEY + OTHERS):
        on_honey = number < HONEY
        article = Article.objects.create(
            identity=str(number),
            title=f"مهرجان العسل {number}" if on_honey else f"خبر {number}",
            body=f"نص الخبر رقم {number} كما ورد.",
            published_on=date(2024, 1, 1 + number % 28),
        )
        named = ["ministry"]
        named += ["beekeepers", "honey"] if on_honey else []
        named += ["valley"] if (on_honey and number % 2) or number > 98 else []
        for key in named:
            entity = entities[key]
            Mention.objects.create(
                article=article, entity=entity, kind=entity.kind, field="body", type="other", text="نص", start=0, end=2
            )
    drain()


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
