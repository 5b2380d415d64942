"""Paging: every story once, in the order of one big search, whatever is equal and whatever comes in meanwhile."""

import random
from collections.abc import Iterator
from datetime import date

import pytest
from elasticsearch import Elasticsearch

from search.index.documents import ArticleDocument
from search.index.sync import drain
from search.models import Article
from search.query.hits import asking_standing, standing_at
from search.query.narrowing import matched
from search.query.pages import PAGE_SIZE, asking_first, first_places
from search.query.request import SearchRequest, Sort
from search.query.results import Results
from search.query.search import search
from search.query.server import ask

_WORDS = (
    "جسر مدينة وزارة نهر قافلة محطة سوق مدرسة طريق ميناء مزارع عمال لجنة مجلس أعمال موسم سكان شركة صيانة مياه".split()
)
ORDERS: tuple[Sort, ...] = ("relevance", "newest", "oldest")


def _body(dice: random.Random) -> str:
    return " ".join(["البصرة"] * dice.choice([1, 1, 2, 3]) + [dice.choice(_WORDS) for _ in range(40)])


def _arrive(bodies: list[str], name: str, dice: random.Random) -> set[int]:
    days = [None, None, date(2024, 5, 1), date(2024, 5, 2), date(2024, 5, 3)]
    articles = [
        Article(identity=f"{name}-{number}", title=f"خبر {number}", body=body, published_on=dice.choice(days))
        for number, body in enumerate(bodies)
    ]
    Article.objects.bulk_create(articles)
    drain()
    return set(Article.objects.filter(identity__startswith=f"{name}-").values_list("pk", flat=True))


@pytest.fixture(params=[1, 2], ids=["one shard", "two shards"])
def shards(request: pytest.FixtureRequest, empty_index: Elasticsearch) -> Iterator[None]:
    usual = ArticleDocument._index.to_dict()["settings"]["number_of_shards"]
    ArticleDocument._index.settings(number_of_shards=request.param)
    yield
    ArticleDocument._index.settings(number_of_shards=usual)


@pytest.fixture
def ties(shards: None) -> set[int]:
    """150 articles of three days and none: many of one score, 50 of them copies, some changed, spread over the days."""
    dice = random.Random(7)
    bodies = [_body(dice) for _ in range(100)]
    copies = [f"{dice.choice(bodies[:25])} {dice.choice(['', 'وكالات', 'رويترز'])}" for _ in range(50)]
    mixed = [*bodies, *copies]
    dice.shuffle(mixed)
    return _arrive(mixed, "first", dice)


def _pages(request: SearchRequest) -> Iterator[Results]:
    results = search(request)
    yield results
    while results.next:
        results = search(results.next)
        yield results


def _keys(results: Results) -> list[int]:
    return [hit.article.pk for hit in results.hits]


def _in_one_search(request: SearchRequest) -> list[int]:
    query = matched(request)
    places = first_places(ask(asking_first(query, request, 1000)), request)
    asked = asking_standing(places, query, request)
    return standing_at(places, ask(asked) if asked else None, request)


@pytest.mark.parametrize("every_copy", [False, True])
@pytest.mark.parametrize("order", ORDERS)
def test_pages_forward_and_back_show_each_story_once_in_order(ties: set[int], order: Sort, every_copy: bool) -> None:
    for q in ("البصرة", "البصرة جسر مدينة", ""):
        request = SearchRequest(q=q, sort=order, every_copy=every_copy)
        pages = list(_pages(request))
        expected = _in_one_search(request)
        assert [key for page in pages for key in _keys(page)] == expected
        assert len(expected) == len(set(expected))
        assert {len(page.hits) for page in pages[:-1]} == {PAGE_SIZE}
        assert pages[0].previous is None
        back = pages[-1]
        for page in reversed(pages[:-1]):
            assert back.previous
            back = search(back.previous)
            assert _keys(back) == _keys(page)
        assert back.previous is None
        assert back.next and _keys(search(back.next)) == _keys(pages[1])


@pytest.mark.parametrize("every_copy", [False, True])
@pytest.mark.parametrize("order", ORDERS)
def test_what_comes_in_while_somebody_pages_neither_doubles_nor_hides_anything(
    ties: set[int], order: Sort, every_copy: bool
) -> None:
    dice = random.Random(8)
    request = SearchRequest(q="البصرة", sort=order, every_copy=every_copy)
    expected = _in_one_search(request)
    seen: list[int] = []
    for number, page in enumerate(_pages(request)):
        seen += _keys(page)
        _arrive([_body(dice) for _ in range(15)], f"later-{number}", dice)
        if number == 20:
            break
    assert len(seen) == len(set(seen))
    assert [key for key in seen if key in ties] == expected


def test_what_goes_while_somebody_pages_hides_nothing_else(ties: set[int]) -> None:
    for order in ORDERS:
        request = SearchRequest(q="البصرة", sort=order)
        expected = _in_one_search(request)
        first = search(request)
        Article.objects.filter(pk=_keys(first)[-1]).delete()
        drain()
        assert first.next
        second = search(first.next)
        assert _keys(second) == expected[PAGE_SIZE : 2 * PAGE_SIZE]
        assert second.previous and _keys(search(second.previous)) == expected[: PAGE_SIZE - 1]


def test_a_filter_holds_on_every_page(ties: set[int]) -> None:
    request = SearchRequest(sort="oldest", since=date(2024, 5, 2))
    keys = [key for page in _pages(request) for key in _keys(page)]
    assert keys == _in_one_search(request)
    assert len(keys) > PAGE_SIZE
    assert all(Article.objects.filter(pk__in=keys).values_list("published_on", flat=True))
