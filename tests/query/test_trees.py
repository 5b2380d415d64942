"""Facets whose values lie in each other, on the real server: places, and dates of the text."""

from collections.abc import Iterable

import pytest

from search.index.sync import drain
from search.models import Article, Entity, Mention
from search.query.request import SearchRequest, from_pairs
from search.query.results import Facet, Results
from search.query.search import search
from search.query.trees import TREES, lines


@pytest.fixture
def nested(corpus: dict[str, Article]) -> dict[str, Article]:
    """Raqqa and Basra in their countries, and some dates in the texts."""
    for key, name, parts in (("country-sy", "سوريا", ["raqqa"]), ("country-iq", "العراق", ["basra"])):
        Entity.objects.create(kind="location", key=key, type="country", name_ar=name)
        Entity.objects.filter(kind="location", key__in=parts).update(parent_key=key)
    dates = {"dam": ["2021-05-02", "2014"], "aid": ["2021-06-14", "2021-06"], "vote": ["2022-11-10/2022-11-12"]}
    for given_id, values in dates.items():
        for value in values:
            article = corpus[given_id]
            word = article.body.split()[0]
            Mention.objects.create(
                article=article, field="body", kind="date", type="day", text=word, start=0, end=len(word), value=value
            )
    Article.objects.update(language="ar")
    drain()
    return corpus


def _facet(results: Results, name: str) -> Facet:
    return next(facet for facet in results.facets if facet.name == name)


def _shown(results: Results, name: str) -> list[str]:
    return [value.key for value in _facet(results, name).values]


def _found(results: Results) -> set[str]:
    return {hit.article.given_id for hit in results.hits}


def test_a_country_finds_what_happened_in_its_towns(nested: dict[str, Article]) -> None:
    results = search(from_pairs([("location", "country-sy")]))
    assert _found(results) == {"dam", "aid", "undated"}


def test_what_lies_in_a_place_stands_below_it(nested: dict[str, Article]) -> None:
    results = search(SearchRequest())
    assert _shown(results, "location") == ["country-sy", "raqqa", "country-iq", "basra", "euphrates"]
    assert next(v for v in _facet(results, "location").values if v.key == "raqqa").within == ("country-sy",)


def test_years_open_into_months_and_months_into_days(nested: dict[str, Article]) -> None:
    assert _shown(search(SearchRequest()), "mentioned") == ["2022", "2021", "2014"]
    year = search(from_pairs([("mentioned", "2021")]))
    assert _found(year) == {"dam", "aid"}
    assert _shown(year, "mentioned") == ["2022", "2021", "2021-05", "2021-06", "2014"]
    month = search(from_pairs([("mentioned", "2022-11")]))
    assert _found(month) == {"vote"}
    assert _shown(month, "mentioned") == ["2022", "2022-11", "2022-11-10", "2022-11-11", "2022-11-12", "2021", "2014"]


def test_what_a_selected_value_lies_in_stays_in_sight(nested: dict[str, Article]) -> None:
    day = search(from_pairs([("mentioned", "2021-05-02")]))
    assert _shown(day, "mentioned") == ["2022", "2021", "2021-05", "2021-05-02", "2021-06", "2014"]


def test_every_count_is_what_selecting_the_value_finds(nested: dict[str, Article]) -> None:
    for chosen in ([], [("mentioned", "2021")], [("location", "country-sy")], [("mentioned", "2022-11")]):
        results = search(from_pairs(chosen))
        for name in TREES:
            others = [(facet, key) for facet, key in chosen if facet != name]
            for value in _facet(results, name).values:
                assert value.count == search(from_pairs([*others, (name, value.key)])).total, (chosen, value)


@pytest.mark.parametrize("value", ["/.*", "2021|.*", "(", "2021-13", "x" * 2000, "ا" * 900, ".*", "\\", '"'])
def test_no_value_breaks_the_search(nested: dict[str, Article], value: str) -> None:
    for name in TREES:
        results = search(from_pairs([(name, value)]))
        assert results.total == 0
        assert value in _shown(results, name)


@pytest.mark.parametrize(
    ("value", "line"),
    [("2021-05-02", "2021-05-02 2021-05 2021"), ("2021-05", "2021-05 2021"), ("2021", "2021"), ("soon", "soon")],
)
def test_a_day_lies_in_its_month_and_its_year(value: str, line: str) -> None:
    assert list(_line(value)) == line.split()


def _line(value: str) -> Iterable[str]:
    return lines("mentioned", [value])[value]
