"""Every mention says how it was found, how sure that is, and whether state or place is left open."""

from datetime import date

import pytest

from search.extraction.dates import date_mentions
from tests.extraction.small_world import found


@pytest.mark.parametrize(
    ("text", "name", "method", "unconfirmed"),
    [
        ("وصل بشار الأسد", "بشار الأسد", "gazetteer", False),
        ("وصل بشار الأسد، ثم تكلم الأسد", "الأسد", "short name", False),
        ("وصل إلى مدينة الباب", "الباب", "context", False),
        ("وأضاف الباحث سالم الحلواني أن", "سالم الحلواني", "context", True),
        ("قال المهندس سالم الحلواني. وأضاف الحلواني أن", "الحلواني", "short name", True),
    ],
)
def test_how_a_mention_was_found(text: str, name: str, method: str, unconfirmed: bool) -> None:
    mention = next(mention for mention in found(text) if mention.text == name)
    assert (mention.method, mention.unconfirmed) == (method, unconfirmed)
    assert 0 < mention.confidence < 1


def test_a_listed_name_is_surer_than_one_that_was_found_by_its_context() -> None:
    (listed,) = found("وصل بشار الأسد")
    (unlisted,) = found("وأضاف الباحث سالم الحلواني أن")
    assert listed.confidence > unlisted.confidence


@pytest.mark.parametrize(
    ("text", "kind", "ambiguous"),
    [
        ("أعلنت فرنسا ذلك", "actor", False),
        ("عاش في فرنسا", "location", False),
        ("سمات فرنسا منوعات", "location", True),
        ("وصل إلى العاصمة الفرنسية باريس", "location", False),
        ("بموجب اتفاق باريس", "location", False),
        ("دافع عن حق فرنسا في ذلك", "actor", False),
    ],
)
def test_state_and_place_are_told_apart_or_left_open(text: str, kind: str, ambiguous: bool) -> None:
    (mention,) = found(text)
    assert (mention.kind, mention.ambiguous) == (kind, ambiguous)


def test_what_is_left_open_is_less_sure() -> None:
    assert found("سمات فرنسا منوعات")[0].confidence < found("عاش في فرنسا")[0].confidence


def test_dates_are_found_by_rule() -> None:
    (mention,) = date_mentions("body", "وصل في 17 سبتمبر 2015", date(2015, 9, 18))
    assert mention.method == "date rule" and 0.9 < mention.confidence < 1 and not mention.unconfirmed
