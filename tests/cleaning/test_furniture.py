"""Lines that stand around a story, each for a shape that many sites have."""

import json

import pytest

from search.cleaning.clean import clean
from search.types import CleanArticle, OutletRecord, RawPage

STORY = (
    "أعلنت البلدية افتتاح الجسر الجديد صباح السبت بعد عامين من العمل المتواصل في الضفة الشرقية للنهر.",
    "وقال رئيس البلدية إن الجسر يخدم أكثر من عشرين ألفا من سكان القرى المجاورة كل يوم.",
)
TITLE = "افتتاح الجسر الجديد في الضفة الشرقية"
BETWEEN = "اقرأ أيضا..\nتأجيل صيانة الطريق القديم إلى الخريف\n\n"
CITY_PAPER = (OutletRecord("madina", "المدينة", "Madina", ("الرياض",)),)


def text_page(*lines: str, outlets: tuple[OutletRecord, ...] = ()) -> CleanArticle:
    return clean(RawPage("page", "\n\n".join(lines).encode(), "text/plain"), outlets)


@pytest.mark.parametrize(
    "below",
    [
        "(انتهى)\nس ن / ر م\nرقم الخبر: 20210509002\n23:50 بتوقيت غرينتش",
        "20210509/09:30 بتوقيت غرينتش",
        "(Nahr) 20210509-007",
        "شارك هذا الموضوع:\nاضغط للمشاركة على فيسبوك (فتح في نافذة جديدة)",
        "لمتابعة آخر الأخبار اشتركوا في قناة مرايا النهر على تلغرام",
        "كلمات دلالية / Mots-clés : الجسر، البلدية، النهر",
        "الكلمات المفتاحية\n#الجسر\n#البلدية",
        "Lire aussi : تأجيل صيانة الطريق القديم إلى الخريف",
        "اقرأ المزيد\nتأجيل صيانة الطريق القديم إلى الخريف\nالبلدية تناقش موازنة العام المقبل",
        "المقالة السابقة\nتأجيل صيانة الطريق القديم إلى الخريف\nالمقالة التالية\nالبلدية تناقش موازنة العام",
        "العودة إلى الصفحة الرئيسية",
    ],
)
def test_what_stands_below_a_story_goes(below: str) -> None:
    assert text_page(TITLE, *STORY, below).body.split("\n") == list(STORY)


def test_a_headline_under_read_also_goes_and_the_story_goes_on() -> None:
    article = text_page(TITLE, STORY[0], BETWEEN + STORY[1])
    assert article.body.split("\n") == list(STORY)


def test_the_dateline_of_an_agency_carries_the_day() -> None:
    story = f"نيويورك 9 مايو 2021 (مرايا) - {STORY[0]}"
    article = text_page(TITLE, story)
    assert (article.body, article.dateline, str(article.published)) == (story, "نيويورك", "2021-05-09")
    assert str(text_page(TITLE, f"PORT CITY, Aug. 11, 2021 (Nahr) -- {STORY[0]}").published) == "2021-08-11"


def test_a_city_in_a_dateline_is_no_newspaper_of_that_name() -> None:
    assert text_page(TITLE, "شاهد العيان – الرياض", *STORY, outlets=CITY_PAPER).dateline == "الرياض"
    assert text_page("سياسة / الرياض", TITLE, *STORY, outlets=CITY_PAPER).outlet is None
    assert text_page(TITLE, "الرياض - محمد السالم", *STORY, outlets=CITY_PAPER).outlet is None
    assert text_page(TITLE, "جدة - الرياض", *STORY, outlets=CITY_PAPER).outlet == "المدينة"


@pytest.mark.parametrize(
    "line",
    [
        "جميع الحقوق محفوظة - مرايا النهر | أفضل عرض للموقع بدقة 800×600",
        "© جميع الحقوق محفوظة لمرايا النهر",
        "جميع حقوق النشر محفوظة لدى مرايا النهر",
        "حقوق الطبع محفوظة لصحيفة مرايا النهر | هاتف التحرير",
    ],
)
def test_a_copyright_line_names_the_outlet(line: str) -> None:
    assert text_page(TITLE, *STORY, line).outlet == "مرايا النهر"


def test_a_name_beside_the_sign_is_the_outlet_where_it_stands_alone_too() -> None:
    article = text_page("مرايا النهر", TITLE, "مرايا النهر - خاص", *STORY, "مرايا النهر © موقع إخباري مستقل")
    assert (article.outlet, article.dateline) == ("مرايا النهر", None)
    assert text_page(TITLE, *STORY, "مرايا النهر © موقع إخباري مستقل").outlet is None
    assert text_page("رويترز", TITLE, *STORY, "© رويترز").outlet is None


def test_an_agency_at_the_top_is_the_outlet_where_the_dateline_names_it() -> None:
    assert (
        text_page("وكالة المرايا للأنباء", TITLE, f"القاهرة (المرايا) - {STORY[0]}").outlet == "وكالة المرايا للأنباء"
    )
    assert text_page("وكالة المرايا للأنباء", TITLE, f"القاهرة (رويترز) - {STORY[0]}").outlet is None


def test_a_name_that_begins_like_the_particle_stays_whole() -> None:
    assert text_page(TITLE, *STORY, "جميع الحقوق محفوظة - لوحات النهر").outlet == "لوحات النهر"


def test_a_record_keeps_its_only_line() -> None:
    record = json.dumps({"title": TITLE, "body": "افتتاح الجسر الجديد (رويترز)"})
    assert clean(RawPage("r", record.encode(), "application/json"), ()).body == "افتتاح الجسر الجديد (رويترز)"
