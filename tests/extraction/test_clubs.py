"""Cities that play are their clubs; in texts about anything else, and where a place is spoken of, they are cities."""

import pytest

from tests.extraction.small_world import found

MATCH = "أعلن مدرب الفريق قائمة اللاعبين قبل مباراة اليوم في الدوري. "


def types(text: str) -> list[tuple[str, str]]:
    return [(mention.text, mention.type) for mention in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "فاز الضيوف على ليون بهدف",
        "انتقل المهاجم إلى ليون أمس",
        "خسر أمام ليون الفرنسي",
        "ويواصل ليون انتصاراته",
        "وقال مدرب ليون ذلك",
    ],
)
def test_a_city_that_plays_is_its_club(text: str) -> None:
    assert ("ليون", "organisation") in types(MATCH + text)


@pytest.mark.parametrize(
    "text",
    ["أقيم اللقاء في ليون", "وصلت البعثة إلى مدينة ليون", "وتستضيف ليون البطولة", "يسكن مع أسرته بليون الفرنسية"],
)
def test_where_it_is_played_stays_a_city(text: str) -> None:
    assert ("ليون", "city") in types(MATCH + text)


def test_one_mention_that_plays_makes_the_others_clubs() -> None:
    text = MATCH + "فاز الضيوف على ليون بهدف. وبعد ذلك قرر ليون الرحيل، وعاد الجمهور إلى شوارع ليون"
    assert types(text) == [("ليون", "organisation"), ("ليون", "organisation"), ("ليون", "city")]


def test_without_sport_it_is_a_city() -> None:
    assert types("تظاهر المئات أمام ليون أمس") == [("ليون", "city")]


def test_a_country_is_no_club() -> None:
    assert ("فرنسا", "organisation") not in types(MATCH + "خسر أمام فرنسا بهدفين")
