"""What a hit is where articles are copies of each other, and what every count counts."""

import random
from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date

import pytest
from elasticsearch import Elasticsearch

from search.curation.hiding import hide
from search.index.sync import drain
from search.models import Appearance, Article, Entity, Mention, Outlet
from search.query.request import SearchRequest, from_pairs
from search.query.results import Results
from search.query.search import _search, search
from tests.copies import texts

Add = Callable[..., Article]


@pytest.fixture
def add(empty_index: Elasticsearch) -> Add:
    """Stores an article of an outlet (by its key), of a day in May 2024; actors are those it mentions."""

    def make(name: str, outlet: str, day: int | None, body: str, actors: Collection[str] = ()) -> Article:
        published = date(2024, 5, day) if day else None
        article = Article.objects.create(
            identity=name,
            given_id=name,
            title=name,
            body=body,
            outlet=Outlet.objects.get_or_create(key=outlet, defaults={"name_ar": outlet})[0],
            published=published.isoformat() if published else "",
            published_on=published,
        )
        for key in actors:
            entity, _ = Entity.objects.get_or_create(kind="actor", key=key, defaults={"name_ar": key, "type": "person"})
            Mention.objects.create(
                article=article, entity=entity, field="body", kind="actor", type="person", text=key, start=0, end=1
            )
        return article

    return make


@pytest.fixture
def bridge(add: Add) -> dict[str, Article]:
    """The story of a bridge at three outlets, another report on it, and a forecast at two, once without a date."""
    articles = [
        add("wire", "agency", 3, texts.WIRE, ["ministry", "engineer"]),
        add("same words", "morning", 4, texts.WIRE.replace("،", ""), ["ministry", "engineer"]),
        add("cut", "evening", 5, texts.CUT, ["ministry"]),
        add("edited", "morning", 6, texts.EDITED, ["ministry", "city"]),
        add("report", "agency", 3, texts.SAME_EVENT, ["ministry"]),
        add("forecast", "evening", None, texts.MONDAY),
        add("forecast again", "agency", 1, "الأرصاد – " + texts.MONDAY),
    ]
    drain()
    return {article.identity: article for article in articles}


def found(results: Results) -> list[str]:
    return [hit.article.identity for hit in results.hits]


def counts(results: Results, facet: str) -> dict[str, int]:
    return next({value.key: value.count for value in shown.values} for shown in results.facets if shown.name == facet)


def test_a_story_is_one_hit_and_counted_once(bridge: dict[str, Article]) -> None:
    results = search(SearchRequest(q="الجسر"))
    assert results.total == 2
    assert sorted(found(results)) == ["report", "wire"]
    everything = search(SearchRequest())
    assert everything.total == 3
    assert everything.dated == 3
    assert counts(everything, "outlet") == {"agency": 3, "evening": 2, "morning": 1}
    assert counts(everything, "actor") == {"ministry": 2, "city": 1, "engineer": 1}
    assert everything.timeline
    assert [bar.count for bar in everything.timeline.bars] == [1, 0, 2, 1, 1, 1]


def test_every_copy_is_shown_where_that_is_asked_and_exact_ones_are_still_one(bridge: dict[str, Article]) -> None:
    results = search(SearchRequest(every_copy=True))
    assert results.total == 6
    assert results.dated == 5
    assert set(found(results)) == set(bridge) - {"wire"}  # newest first: its copy of the next day gives the place
    assert counts(results, "outlet") == {"agency": 3, "evening": 2, "morning": 2}
    assert counts(results, "actor") == {"ministry": 4, "city": 1, "engineer": 1}
    assert results.timeline
    assert [bar.count for bar in results.timeline.bars] == [1, 0, 2, 1, 1, 1]


@pytest.mark.parametrize(
    ("request_", "stands", "total"),
    [
        (SearchRequest(q="الجسر", facets={"outlet": ("morning",)}), "same words", 1),
        (SearchRequest(q="الجسر", facets={"outlet": ("evening",)}), "cut", 1),
        (SearchRequest(q="الجسر", facets={"actor": ("city",)}), "edited", 1),
        (SearchRequest(q="الجسر", since=date(2024, 5, 5)), "cut", 1),
        (SearchRequest(q="الجسر", since=date(2024, 5, 6)), "edited", 1),
        (SearchRequest(facets={"outlet": ("morning",)}), "edited", 1),
        (SearchRequest(facets={"outlet": ("morning",)}, sort="oldest"), "same words", 1),
        (SearchRequest(q="الجسر", facets={"outlet": ("morning",)}, every_copy=True), "same words", 2),
    ],
)
def test_the_best_that_passes_stands_for_a_story_whose_representative_does_not(
    bridge: dict[str, Article], request_: SearchRequest, stands: str, total: int
) -> None:
    results = search(request_)
    assert results.total == total
    assert found(results)[0 if total == 1 else found(results).index(stands)] == stands


def test_marks_are_those_of_the_article_that_stands(bridge: dict[str, Article]) -> None:
    results = search(SearchRequest(q="الراوي مدير المشروع", facets={"outlet": ("evening",)}))
    marked = {segment.text for passage in results.hits[0].passages for segment in passage if segment.marked}
    assert found(results) == ["cut"]
    assert "الراوي" in marked


def test_a_facet_counts_what_choosing_its_value_gives(bridge: dict[str, Article]) -> None:
    for every_copy in (False, True):
        for request in (SearchRequest(every_copy=every_copy), SearchRequest(q="الجسر", every_copy=every_copy)):
            results = search(request)
            for facet in ("outlet", "actor"):
                for value, count in counts(results, facet).items():
                    assert search(request.with_value(facet, value)).total == count


def test_a_hidden_copy_counts_nowhere(bridge: dict[str, Article]) -> None:
    hide(bridge["wire"], None, "")
    drain()
    results = search(SearchRequest(q="الجسر"))
    assert sorted(found(results)) == ["report", "same words"]
    assert counts(search(SearchRequest()), "outlet") == {"agency": 2, "evening": 2, "morning": 1}


def test_the_address_says_whether_every_copy_is_shown() -> None:
    request = from_pairs([("q", "جسر"), ("copies", "all"), ("after", "1.5__0_2")])
    assert request.every_copy
    assert from_pairs([("copies", "one")]) == SearchRequest()
    assert "copies=all" in request.to_query_string()
    assert request.with_every_copy(False) == SearchRequest(q="جسر")


def test_pages_hold_whole_stories(add: Add) -> None:
    for number in range(30):
        body = " ".join(f"خبر{number}كلمة{place}" for place in range(30)).replace("0", "صفر")
        for copy in range(3):
            add(f"{number}-{copy}", f"outlet-{copy}", 1 + number % 28, body)
    drain()
    first = search(SearchRequest())
    assert first.next
    second = search(first.next)
    assert (first.total, len(first.hits), len(second.hits), second.next) == (30, 20, 10, None)
    stories = [hit.article.identity.split("-")[0] for hit in (*first.hits, *second.hits)]
    assert len(set(stories)) == 30


def test_counts_of_a_random_corpus_are_those_of_its_rows(add: Add) -> None:
    """Every count of the server against a count of the rows, with and without filters."""
    dice = random.Random(4)
    bodies = [texts.WIRE, texts.CUT, texts.EDITED, texts.MONDAY, texts.FRIDAY, texts.TO_ONE, texts.TO_ANOTHER]
    for number in range(60):
        actors = dice.sample(["one", "two", "three"], dice.randint(0, 2))
        add(f"{number}", f"outlet-{dice.randint(1, 3)}", dice.choice([None, 1, 2, 3]), dice.choice(bodies), actors)
    drain()
    rows = list(Appearance.objects.select_related("article__outlet").prefetch_related("article__mentions__entity"))
    values: dict[int, dict[str, set[str]]] = {
        row.pk: {
            "outlet": {row.article.outlet.key if row.article.outlet else ""},
            "actor": {mention.entity.key for mention in row.article.mentions.all() if mention.entity},
        }
        for row in rows
    }

    def passing(request: SearchRequest, leaving_out: str = "") -> list[Appearance]:
        return [
            row
            for row in rows
            if all(
                values[row.pk][facet] & set(chosen) for facet, chosen in request.facets.items() if facet != leaving_out
            )
            and (not request.since or (row.article.published_on and row.article.published_on >= request.since))
        ]

    def stories(of: Collection[Appearance], request: SearchRequest) -> int:
        return len({row.same if request.every_copy else row.story for row in of})

    for base in (
        SearchRequest(),
        SearchRequest(facets={"outlet": ("outlet-1",)}),
        SearchRequest(facets={"outlet": ("outlet-1", "outlet-2"), "actor": ("one",)}),
        SearchRequest(facets={"actor": ("two", "three")}, since=date(2024, 5, 2)),
    ):
        for every_copy in (False, True):
            request = replace(base, every_copy=every_copy)
            results = search(request)
            assert results.exact
            assert _search(request, exact=False) == replace(results, exact=False), "so few are estimated exactly"
            assert results.total == stories(passing(request), request)
            dated = [row for row in passing(request) if row.article.published_on]
            assert results.dated == stories(dated, request)
            for facet in ("outlet", "actor"):
                expected = defaultdict(list)
                for row in passing(request, leaving_out=facet):
                    for value in values[row.pk][facet]:
                        expected[value].append(row)
                assert counts(results, facet) == {value: stories(of, request) for value, of in expected.items()}
            bars = results.timeline.bars if results.timeline else ()
            by_day = {bar.since: bar.count for bar in bars if bar.count}
            days = {row.article.published_on for row in dated}
            assert by_day == {
                day: stories([row for row in dated if row.article.published_on == day], request) for day in days
            }
