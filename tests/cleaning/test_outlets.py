"""The outlet stands only where the page names it; quoted media are sources."""

import json

import pytest

from search.cleaning.clean import clean
from search.types import OutletRecord, RawPage

OUTLETS = (
    OutletRecord("difaf", "صوت الضفاف", "Voice of the Banks", ("الضفاف", "تلفزيون الضفاف"), ("difaf.example",)),
    OutletRecord("marsad-agency", "وكالة المرصد", "Marsad", (), ("marsad.example",)),
)
STORY = "أعلنت البلدية افتتاح الجسر الجديد صباح السبت بعد عامين من العمل المتواصل في الضفة الشرقية للنهر."


def outlet(text: str) -> str | None:
    return clean(RawPage("page", text.encode(), "text/plain"), OUTLETS).outlet


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("وكتبت الصحيفة، وفق ما ترجمت منصة River9، أن الجسر آمن.", "River9"),
        ("وأكد المهندس في تصريح خاص لموقع «مرايا النهر» أن الجسر آمن.", "مرايا النهر"),
        ("وأكد المهندس في تصريحات خاصة لـ«مرايا النهر» أن الجسر آمن.", "مرايا النهر"),
        ("جميع الحقوق محفوظة لموقع الضفاف © 2020", "صوت الضفاف"),
        ("وقال المهندس لموقع «مرايا النهر» إن الجسر آمن.", None),
        ("ونقلت وكالة المرصد عن المهندس أن الجسر آمن.", None),
        ("وذكرت صحيفة «مرايا النهر» أن الجسر آمن.", None),
        ("وأكد المهندس في تصريح خاص لوكالة المرصد أن الجسر آمن.", None),
    ],
)
def test_what_a_text_says_of_its_outlet(line: str, name: str | None) -> None:
    assert outlet(f"عنوان الخبر عن الجسر الجديد\n\n{STORY}\n\n{line}") == name


def test_an_own_report_that_was_told_something_names_its_outlet() -> None:
    told = "وقال المهندس لتلفزيون الضفاف إن الجسر آمن تماما."
    assert outlet(f"افتتاح الجسر الجديد\n\nالموصل – خاص\n\n{STORY}\n\n{told}") == "صوت الضفاف"
    assert outlet(f"افتتاح الجسر الجديد\n\nالموصل – وكالات\n\n{STORY}\n\n{told}") is None


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"outlet": "Voice of the Banks"}, "صوت الضفاف"),
        ({"outlet": "صحيفة أخرى"}, "صحيفة أخرى"),
        ({"url": "https://news.difaf.example/a/1"}, "صوت الضفاف"),
        ({"url": "https://notdifaf.example/a/1"}, None),
        ({"url": "http://[broken"}, None),
    ],
)
def test_a_record_names_it_by_field_or_address(fields: dict[str, str], name: str | None) -> None:
    record = json.dumps({"title": "جسر", "body": STORY, **fields})
    assert clean(RawPage("r", record.encode(), "application/json"), OUTLETS).outlet == name
