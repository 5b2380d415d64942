"""What the index holds of an article."""

import json
from typing import Any

import pytest

from search import knowledge
from search.index import documents
from search.index.places import lineages
from search.ingest.store import store
from search.models import Article, Entity
from search.pipeline import read
from search.types import RawPage

pytestmark = pytest.mark.django_db


def _document(body: str, published: str = "2023-11-06") -> dict[str, Any]:
    record = json.dumps({"id": "1", "title": "خبر من الميدان", "body": body, "date": published})
    known = knowledge.current()
    store([read(RawPage("one", record.encode(), "application/json"), known)], known)
    ((_, source),) = documents.sources(documents.queryset())
    return source


def test_a_village_is_found_by_all_that_it_lies_in() -> None:
    source = _document("قصفت طائرة مسيّرة بلدة ذيبان فجر اليوم.")
    village, *above = source["location"]
    assert Entity.objects.get(kind="location", key=village).name_ar == "ذيبان"
    assert above[-1] == "country-sy"
    assert f"/{above[-1]}" in source["location_in"]
    assert f"{above[0]}/{village}" in source["location_in"]
    assert Entity.objects.get(kind="location", key="country-sy").name_ar == "سوريا"


def test_dates_of_the_text_are_held_with_their_months_and_years() -> None:
    source = _document("وقع الهجوم أمس الأحد، وكان الأول في 7 تشرين الأول الماضي، وتعود القاعدة إلى عام 2014.")
    assert {"2023-11-05", "2023-11", "2023", "2023-10-07", "2023-10", "2014"} == set(source["mentioned"])
    assert {"/2023", "2023/2023-11", "2023-11/2023-11-05", "/2014"} <= set(source["mentioned_in"])


def test_who_is_cited_is_a_source_and_stays_an_actor() -> None:
    source = _document("قال وزير الخارجية الأمريكي أنتوني بلينكن إن بلاده سترد.")
    assert "antony-blinken" in source["actor"]
    assert "antony-blinken" in source["source"]


def test_how_a_mention_was_found_is_stored() -> None:
    _document("قال وزير الخارجية الأمريكي أنتوني بلينكن أمس إن بلاده سترد.")
    article = Article.objects.get()
    named = article.mentions.get(entity__key="antony-blinken", nested=False)
    assert (named.method, named.cited) == ("gazetteer", True)
    assert article.mentions.get(kind="date").method == "date rule"
    assert all(0 < mention.confidence <= 1 for mention in article.mentions.all())


def test_places_that_lie_in_each_other_end_somewhere() -> None:
    Entity.objects.create(kind="location", key="one", type="town", name_ar="الأولى", parent_key="two")
    Entity.objects.create(kind="location", key="two", type="town", name_ar="الثانية", parent_key="one")
    assert lineages({"one"}) == {"one": ("one", "two")}
