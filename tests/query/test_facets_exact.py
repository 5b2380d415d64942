"""Every count on two shards against a count by hand, and values in the order of their hits whatever shards rank high."""

import random
from collections.abc import Callable, Collection, Iterator
from datetime import date

import pytest
from elasticsearch import Elasticsearch

from search.index import targets
from search.index.documents import ArticleDocument
from search.index.sync import drain
from search.models import Article, Entity, Mention, Outlet
from search.query.request import SearchRequest, from_pairs
from search.query.search import SHOWN, search
from tests.copies import texts
from tests.query.by_hand import differences, random_request, rows_of_the_database

Add = Callable[..., Article]


@pytest.fixture(params=[1, 2])
def shards(request: pytest.FixtureRequest, settings, empty_index: Elasticsearch) -> Iterator[int]:
    settings.INDEX_SHARDS = request.param
    usual = ArticleDocument._index.to_dict()["settings"]["number_of_shards"]
    ArticleDocument._index.settings(number_of_shards=request.param)
    yield request.param
    ArticleDocument._index.settings(number_of_shards=usual)


@pytest.fixture
def add(shards: int) -> Add:
    """Stores an article; `mentions` are pairs of a kind and a key, or `date` and a value."""
    entities: dict[tuple[str, str], Entity] = {}

    def make(
        body: str, mentions: Collection[tuple[str, str]] = (), outlet: str = "", day: date | None = None
    ) -> Article:
        article = Article.objects.create(
            identity=f"{Article.objects.count()}",
            title="خبر",
            body=body,
            outlet=Outlet.objects.get_or_create(key=outlet, defaults={"name_ar": outlet})[0] if outlet else None,
            published=day.isoformat() if day else "",
            published_on=day,
        )
        for kind, key in mentions:
            place = {
                "article": article,
                "field": "body",
                "kind": kind,
                "type": "person",
                "text": key,
                "start": 0,
                "end": 1,
            }
            if kind == "date":
                Mention.objects.create(**place, value=key)
                continue
            of = "location" if kind == "location" else "actor"
            if (of, key) not in entities:
                entities[of, key] = Entity.objects.get_or_create(kind=of, key=key, defaults={"name_ar": key})[0]
            Mention.objects.create(**place, entity=entities[of, key], cited=kind == "source")
        return article

    return make


def _own_body(number: int) -> str:
    """A body that is no copy of another."""
    return " ".join(
        f"كلمة{chr(0x627 + number % 20)}{chr(0x627 + number // 20)}{chr(0x627 + place)}" for place in range(25)
    )


def test_an_index_has_the_shards_of_the_settings(shards: int, empty_index: Elasticsearch) -> None:
    name = targets.live()
    assert not targets.is_outdated()
    assert empty_index.indices.get_settings(index=name)[name]["settings"]["index"]["number_of_shards"] == f"{shards}"
    ArticleDocument._index.settings(number_of_shards=shards + 1)
    assert targets.is_outdated()


def test_counts_of_random_requests_are_those_of_the_rows(add: Add) -> None:
    dice = random.Random(11)
    for key, whole in (
        ("town-1", "land-1"),
        ("town-2", "land-1"),
        ("land-1", ""),
        ("land-2", ""),
        ("town-3", "land-2"),
    ):
        Entity.objects.create(kind="location", key=key, name_ar=key, type="city", parent_key=whole)
    copied = [texts.WIRE, texts.CUT, texts.EDITED, texts.MONDAY, texts.FRIDAY, texts.TO_ONE, texts.TO_ANOTHER]
    for number in range(120):
        actors = [
            ("actor", f"actor-{min(dice.randint(1, 60), dice.randint(1, 60))}") for _ in range(dice.randint(0, 6))
        ]
        places = [("location", f"town-{dice.randint(1, 3)}") for _ in range(dice.randint(0, 2))]
        dates = [("date", dice.choice(["2014", "2021-05", "2021-05-03", "2022-11-10/2022-11-12", "2010/2014"]))]
        sources = [("source", f"actor-{dice.randint(1, 3)}")] if dice.random() < 0.3 else []
        add(
            dice.choice(copied) if dice.random() < 0.6 else _own_body(number),
            dict.fromkeys([*actors, *places, *sources, *(dates if dice.random() < 0.5 else [])]),
            dice.choice(["", "outlet-1", "outlet-2", "outlet-3"]),
            dice.choice([None, date(2024, dice.randint(1, 12), dice.randint(1, 28))]),
        )
    drain()
    rows = rows_of_the_database()
    for _ in range(60):
        request = random_request(dice, rows, "")
        assert list(differences(rows, search(request), None)) == [], request.to_query_string()


def test_values_are_ranked_by_stories_and_not_by_articles(add: Add) -> None:
    """Fifty names stand in three copies of one story each, thirteen in two stories: two are more than one."""
    for _copy in range(3):
        add(texts.WIRE, [("actor", f"copied-{number:02}") for number in range(50)])
    for number in range(13):
        for story in range(2):
            add(_own_body(2 * number + story), [("actor", f"twice-{number:02}")])
    drain()
    actors = search(SearchRequest()).facets[0]
    assert [(value.key, value.count) for value in actors.values] == [
        (f"twice-{number:02}", 2) for number in range(SHOWN)
    ]


@pytest.fixture
def three(add: Add) -> None:
    """Three stories: of one and two, of one and three, of nobody."""
    add(_own_body(1), [("actor", "one"), ("actor", "two")], "outlet-1", date(2024, 5, 3))
    add(_own_body(2), [("actor", "one"), ("actor", "three")], "outlet-2", date(2023, 5, 3))
    add(_own_body(3))
    drain()


@pytest.mark.parametrize(
    ("query", "total", "actors", "nobody"),
    [
        ("", 3, {"one": 2, "three": 1, "two": 1}, 1),
        ("not-actor=two", 2, {"one": 1, "three": 1, "two": 1}, 1),
        ("not-actor=one", 1, {"one": 2}, 1),
        ("actor=two&actor=three", 2, {"one": 2, "three": 1, "two": 1}, 1),
        ("actor=one&actor=two&every=actor", 1, {"one": 1, "two": 1}, None),
        ("actor=two&actor=three&every=actor", 0, {"two": 0, "three": 0}, None),
        ("actor=one&not-actor=two", 1, {"one": 1, "three": 1, "two": 1}, 1),
        ("actor=none", 1, {"one": 2, "three": 1, "two": 1}, 1),
        ("actor=none&actor=two", 2, {"one": 2, "three": 1, "two": 1}, 1),
        ("not-actor=none", 2, {"one": 2, "three": 1, "two": 1}, 1),
        ("not-actor=nobody", 3, {"nobody": 0, "one": 2, "three": 1, "two": 1}, 1),
        ("outlet=none", 1, {}, 1),
        ("published=none", 1, {}, 1),
    ],
)
def test_what_is_selected_and_excluded_and_what_counts_say(
    three: None, query: str, total: int, actors: dict[str, int], nobody: int | None
) -> None:
    results = search(from_pairs([tuple(pair.split("=")) for pair in query.split("&") if pair]))  # type: ignore[misc]
    assert results.total == total
    facet = results.facets[0]
    assert {value.key: value.count for value in facet.values} == actors
    assert (facet.without and facet.without.count) == nobody


def test_the_timeline_is_as_fine_as_asked_for_where_that_can_be_read(three: None) -> None:
    whole = search(SearchRequest()).timeline
    assert whole and (whole.interval, whole.possible) == ("month", ("month", "year"))
    years = search(SearchRequest(bars="year")).timeline
    assert years and [(bar.since.year, bar.count) for bar in years.bars] == [(2023, 1), (2024, 1)]
    days = search(SearchRequest(bars="day")).timeline
    assert days and days.interval == "month"


def test_shards_do_not_change_the_order(add: Add) -> None:
    """The more often the word stands in bodies of one length, the better; in how many articles of a shard it stands is chance."""
    for times in range(1, 13):
        add(" ".join(["زيتون"] * times + [f"كلمة{chr(0x627 + times)}{chr(0x627 + at)}" for at in range(25 - times)]))
    for number in range(20, 40):
        add(_own_body(number))
    drain()
    found = [hit.article.body.count("زيتون") for hit in search(SearchRequest(q="زيتون")).hits]
    assert found == sorted(found, reverse=True)
    assert len(found) == 12
