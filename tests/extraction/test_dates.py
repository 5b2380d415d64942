"""Dates as mentions of an article."""

import json
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from search.extraction.dates import date_mentions

SHARED = Path(__file__).resolve().parents[3] / "shared"


def test_a_mention_carries_field_text_offsets_value_and_precision() -> None:
    [mention] = date_mentions("title", "اجتماع أمس الثلاثاء", date(2024, 1, 24))
    assert (mention.field, mention.kind, mention.type, mention.id) == ("title", "date", "day", None)
    assert (mention.text, mention.start, mention.end) == ("أمس الثلاثاء", 7, 19)
    assert (mention.value, mention.canonical) == ("2024-01-23", "2024-01-23")


def test_what_can_not_be_resolved_is_called_by_its_text() -> None:
    [mention] = date_mentions("body", "قال أمس", None)
    assert (mention.value, mention.canonical) == (None, "أمس")


def test_the_day_of_publication_is_that_of_its_own_clock() -> None:
    late = datetime(2024, 1, 24, 1, 30, tzinfo=timezone(timedelta(hours=3)))
    assert date_mentions("body", "قال أمس", late)[0].value == "2024-01-23"


def test_every_date_of_the_gold_pages_is_found_with_its_value() -> None:
    gold = SHARED / "gold" / "seeds.json"
    if not gold.exists():
        pytest.skip("../shared/gold is absent")
    for page in json.loads(gold.read_text(encoding="utf-8")):
        text = (SHARED / "seeds" / page["file"]).read_text(encoding="utf-8")
        published = date.fromisoformat(page["published"]) if page["published"] else None
        mentions = date_mentions("body", text, published)
        for wanted in page["dates"]:
            said = [mention for mention in mentions if wanted["text"] in mention.text or mention.text in wanted["text"]]
            assert said, wanted["text"]
            value = wanted["iso"] or wanted.get("iso_given_published")
            assert value is None or value in [mention.value for mention in said], wanted["text"]
