"""Names in articles that are not Arabic: listed ones only, and no word of another language for one."""

import pytest

from search.extraction.entities import entity_mentions
from search.extraction.gazetteer import Gazetteer, build_gazetteer
from search.types import EntityRecord, Form


def _record(kind: str, key: str, kind_of: str, arabic: str, english: str) -> EntityRecord:
    return EntityRecord(kind, key, kind_of, arabic, english, (Form(arabic), Form(english)))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return build_gazetteer(
        (
            _record("location", "iran", "country", "إيران", "Iran"),
            _record("location", "jenin", "city", "جنين", "Jenin"),
            _record("location", "dushanbe", "city", "دوشنبه", "Dushanbe"),
            _record("location", "duhok", "city", "دهوك", "Duhok"),
            _record("actor", "rouhani", "person", "حسن روحاني", "Hassan Rouhani"),
            _record("actor", "who", "international_organisation", "منظمة الصحة العالمية", "WHO"),
        )
    )


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fa", "حسن روحانی روز دوشنبه در ایران چنین گفت", ["حسن روحانی", "ایران"]),  # on Monday, in Iran, so he said
        ("fa", "دولت بهره‌مند از این حقوق است و هنری خود را میسر سازد", []),
        ("ckb", "لە دهۆک کۆبوونەوە کرا", ["دهۆک"]),
        ("ur", "اس کے لئے مساوی قانون مناسب ہے", []),
        ("en", "Hassan Rouhani, who visited Jenin, met the WHO in IRAN", ["Hassan Rouhani", "Jenin", "WHO", "IRAN"]),
        ("en", "Who said that?", []),
    ],
)
def test_names_by_list(gazetteer: Gazetteer, language: str, text: str, names: list[str]) -> None:
    assert [mention.text for mention in entity_mentions({"body": text}, gazetteer, language)] == names


def test_a_text_too_short_to_tell_is_read_as_arabic(gazetteer: Gazetteer) -> None:
    assert [mention.id for mention in entity_mentions({"body": "بإيران"}, gazetteer, "und")] == ["iran"]
