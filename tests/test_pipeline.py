"""A page becomes a draft: cleaned, its language told, with the mentions of its title and body."""

import json
from datetime import date

import pytest

from search.extraction.gazetteer import build_gazetteer
from search.pipeline import Knowledge, mentions, read
from search.types import EntityRecord, Form, RawPage, UnreadablePage


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    records = (
        EntityRecord("actor", "fr", "state", "فرنسا", "France", (Form("فرنسا"), Form("باريس", "metonym"))),
        EntityRecord("location", "country-fr", "country", "فرنسا", "France", (Form("فرنسا"),)),
        EntityRecord("location", "paris", "city", "باريس", "Paris", (Form("باريس"), Form("Paris"))),
        EntityRecord("actor", "april-6", "party", "حركة 6 أبريل", "April 6", (Form("حركة 6 أبريل"),)),
    )
    return Knowledge("v1", {(record.kind, record.key): record for record in records}, (), build_gazetteer(records), {})


def page(**record: str) -> RawPage:
    return RawPage("made-up.jsonl:1", json.dumps(record).encode(), "application/json")


def test_a_draft_holds_offsets_into_title_and_body(knowledge: Knowledge) -> None:
    raw = page(id="1", title="باريس ترد", body="قالت فرنسا يوم 3 مايو 2021 إن المعرض في باريس.", date="2021-05-04")
    draft = read(raw, knowledge)
    texts = {"title": draft.article.title, "body": draft.article.body}
    assert draft.raw is raw and draft.language == "ar" and draft.knowledge_version == "v1"
    assert [(m.field, m.kind, m.id) for m in draft.mentions] == [
        ("title", "actor", "fr"),
        ("body", "actor", "fr"),
        ("body", "date", None),
        ("body", "location", "paris"),
    ]
    assert all(texts[m.field][m.start : m.end] == m.text for m in draft.mentions)
    assert draft.mentions[2].value == "2021-05-03"


def test_names_have_the_language_of_the_text(knowledge: Knowledge) -> None:
    (mention,) = mentions("The fair opened in Paris.", None, knowledge)
    assert (mention.canonical, mention.kind) == ("Paris", "location")


def test_a_date_inside_a_name_is_part_of_the_name(knowledge: Knowledge) -> None:
    assert [m.kind for m in mentions("دعت حركة 6 أبريل إلى التظاهر", date(2020, 1, 2), knowledge) if not m.nested] == [
        "actor"
    ]


def test_dates_count_from_the_day_of_publication(knowledge: Knowledge) -> None:
    (mention,) = mentions("حدث ذلك في 7 تشرين الأول الماضي", date(2020, 1, 2), knowledge)
    assert mention.value == "2019-10-07"


def test_a_page_without_text_is_refused(knowledge: Knowledge) -> None:
    with pytest.raises(UnreadablePage):
        read(RawPage("empty.txt", b"", "text/plain"), knowledge)
