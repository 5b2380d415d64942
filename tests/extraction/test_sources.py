"""Whom an article cites. An outlet becomes a source; a person or an organisation is an actor, and a source as well."""

import pytest

from tests.extraction.small_world import found


def cited(text: str, title: str = "") -> list[tuple[str, str]]:
    return [(mention.kind, mention.text) for mention in found(text, title) if mention.cited]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال بشار الأسد إن الأمر انتهى", "بشار الأسد"),
        ("وقال الرئيس السوري بشار الأسد أمس", "بشار الأسد"),
        ("بشار الأسد قال إن الأمر انتهى", "بشار الأسد"),
        ("أعلن الجيش الفرنسي انسحابه", "الجيش الفرنسي"),
        ("بحسب وزارة الدفاع الفرنسية انتهى الأمر", "وزارة الدفاع الفرنسية"),
        ("وفق بيان وزارة الدفاع الفرنسية انتهى الأمر", "وزارة الدفاع الفرنسية"),
        ("نقلت الوكالة عن بشار الأسد أنه باق", "بشار الأسد"),
    ],
)
def test_persons_and_organisations_that_speak(text: str, name: str) -> None:
    assert cited(text) == [("actor", name)]


@pytest.mark.parametrize(
    "text",
    [
        "وصل بشار الأسد إلى القامشلي",
        "قال الناطق إن الحرب على داعش مستمرة",
        "قالت فرنسا إنها ستنسحب",
        "زار الوزير الجيش الفرنسي",
    ],
)
def test_who_does_not_speak_is_no_source(text: str) -> None:
    assert cited(text) == []


def test_a_headline_with_a_colon_cites() -> None:
    assert cited("انتهى الأمر", title="بشار الأسد: انتهى الأمر") == [("actor", "بشار الأسد")]


def test_an_outlet_that_is_cited_is_a_source() -> None:
    assert cited("ذكرت المونيتور أن الأمر انتهى") == [("source", "المونيتور")]
    assert cited("حجبت الحكومة المونيتور") == []
