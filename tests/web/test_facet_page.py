"""The page with all values of a facet, and what the search page says of values that are excluded."""

import re

import pytest
from django.test import Client

from search.index.sync import drain
from search.models import Article, Entity, Mention


@pytest.fixture
def nested(corpus: dict[str, Article]) -> dict[str, Article]:
    Entity.objects.create(kind="location", key="country-sy", type="country", name_ar="سوريا", name_en="Syria")
    Entity.objects.filter(key="raqqa").update(parent_key="country-sy")
    Article.objects.update(language="ar")
    drain()
    return corpus


def _rows(client: Client, address: str) -> dict[str, str]:
    """What each value is called, with all that is said of it, and its count."""
    page = client.get(address).content.decode()
    rows = re.findall(r'<a id="[^"]+" class="choice[^>]*>(.*?)<span class="number">([\d,]+)</span>', page)
    return {" ".join(re.sub("<[^>]+>", " ", called).split()): count for called, count in rows}


def test_all_values_with_their_counts_and_where_they_lie(client: Client, nested: dict[str, Article]) -> None:
    assert _rows(client, "/en/facet/location/?actor=un") == {
        "Basra": "1",
        "Raqqa Syria": "1",
        "Syria": "1",
        "Without locations": "1",
    }


@pytest.mark.parametrize("find", ["raqqa", "الرقه", "رَقّة", "RAQQA"])
def test_values_are_found_by_any_of_their_names(client: Client, nested: dict[str, Article], find: str) -> None:
    assert _rows(client, f"/en/facet/location/?find={find}") == {"Raqqa Syria": "3"}


def test_values_are_found_by_an_alias_of_the_lists(client: Client, nested: dict[str, Article]) -> None:
    name = "قوات سوريا الديمقراطية"
    entity = Entity.objects.create(kind="actor", key="syrian-democratic-forces", type="armed_group", name_ar=name)
    Mention.objects.create(
        article=nested["dam"], entity=entity, field="body", kind="actor", type="armed_group", text="قسد", start=0, end=3
    )
    nested["dam"].save()
    drain()
    assert _rows(client, "/facet/actor/?find=قسد") == {"قوات سوريا الديمقراطية": "1"}


def test_what_is_chosen_stays_also_where_it_is_called_otherwise(client: Client, nested: dict[str, Article]) -> None:
    rows = _rows(client, "/en/facet/location/?find=raqqa&not-location=basra")
    assert rows == {"Basra (excluded)": "2", "Raqqa Syria": "3"}
    page = client.get("/en/facet/location/?find=raqqa&not-location=basra").content.decode()
    assert 'href="/en/facet/location/?location=raqqa&amp;not-location=basra&amp;find=raqqa"' in page
    assert 'href="/en/?not-location=basra"' in page


def test_a_name_that_nothing_has_is_told(client: Client, nested: dict[str, Article]) -> None:
    assert "Nothing in these results is called so." in client.get("/en/facet/actor/?find=zzz").content.decode()


@pytest.mark.parametrize("facet", ["actor", "location", "outlet", "source", "mentioned", "language"])
@pytest.mark.parametrize("find", ["", "ا", "2023", "agosto [", "August 2021", "العربية", "x" * 3000, ".*", '"', "("])
def test_every_facet_has_its_page_whatever_is_looked_for(
    client: Client, nested: dict[str, Article], facet: str, find: str
) -> None:
    assert client.get(f"/facet/{facet}/", {"find": find}).status_code == 200


def test_what_is_no_facet_is_not_there(client: Client, nested: dict[str, Article]) -> None:
    assert client.get("/facet/title/").status_code == 404


def test_the_search_page_says_what_is_excluded(client: Client, nested: dict[str, Article]) -> None:
    page = client.get("/en/?not-location=basra&actor=un&actor=red-crescent&every=actor").content.decode()
    chips = [" ".join(re.sub("<[^>]+>", " ", chip).split()) for chip in re.findall(r'class="chip.*?</a>', page)]
    assert [chip.partition("Remove the filter ")[2] for chip in chips] == [
        "Actor (all of them) United Nations ×",
        "Actor (all of them) Red Crescent ×",
        "Location not Basra ×",
    ]
    assert 'id="not-location-raqqa"' in page
    assert '<a id="every-actor"' in page
