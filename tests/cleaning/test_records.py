"""Records of a crawl: whose date is that of publication, and what their author fields really name."""

import json

import pytest

from search.cleaning.clean import clean
from search.types import CleanArticle, OutletRecord, RawPage

BODY = "أعلنت البلدية افتتاح الجسر الجديد صباح السبت بعد عامين من العمل المتواصل في الضفة الشرقية للنهر."
OUTLETS = (OutletRecord("difaf", "صوت الضفاف", "Voice of the Banks", ("الضفاف",), ("difaf.example",)),)


def record(**fields: object) -> CleanArticle:
    content = json.dumps({"title": "جسر جديد", "body": BODY} | fields, ensure_ascii=False).encode()
    return clean(RawPage("r", content, "application/json"), OUTLETS)


@pytest.mark.parametrize(
    ("fields", "published", "fetched"),
    [
        ({"date": "2015-08-02"}, "2015-08-02", "None"),
        ({"date": "2015-08-02", "date_reliable": True, "date_is_crawl_date": True}, "2015-08-02", "None"),
        ({"date": "2015-07-21", "date_reliable": False}, "None", "2015-07-21"),
        ({"date": "2015-07-21", "date_is_crawl_date": True}, "None", "2015-07-21"),
        (
            {"date": "2015-07-21", "datetime": "2015-07-21 20:15:00", "date_reliable": False},
            "None",
            "2015-07-21 20:15:00",
        ),
        ({"date": "2015-07-20", "crawled": "2015-07-21"}, "2015-07-20", "2015-07-21"),
        ({"fetched": "2015-07-21T20:15:00Z"}, "None", "2015-07-21 20:15:00+00:00"),
    ],
)
def test_the_day_of_a_crawl_is_never_the_day_of_publication(
    fields: dict[str, object], published: str, fetched: str
) -> None:
    article = record(**fields)
    assert (str(article.published), str(article.fetched)) == (published, fetched)


@pytest.mark.parametrize(
    ("author", "authors", "dateline"),
    [
        ("رنا حكيم", ["رنا حكيم"], None),
        ("واس - الرياض", [], "الرياض"),
        ("الضفاف - جدة:", [], "جدة"),
        ("الضفاف", [], None),
        ("خالد حناوي (جدة)", ["خالد حناوي"], "جدة"),
        ("رنا حكيم من جدة", ["رنا حكيم"], "جدة"),
        ("أبها: محمد الفيفي", ["محمد الفيفي"], "أبها"),
        ("القاهرة - محمد خليل، سامي الأحمد", ["محمد خليل", "سامي الأحمد"], "القاهرة"),
        ("محمد خليل، سامي الأحمد", ["محمد خليل", "سامي الأحمد"], None),
        ("بقلم: هانا كوتشلر", ["هانا كوتشلر"], None),
        ("Tuesday, 02 June 2015 - 21:42 pm", [], None),
        (["رنا حكيم", "رويترز", ""], ["رنا حكيم"], None),
        (None, [], None),
    ],
)
def test_an_author_is_a_person(author: object, authors: list[str], dateline: str | None) -> None:
    article = record(author=author)
    assert (list(article.authors), article.dateline) == (authors, dateline)


def test_the_section_of_a_record() -> None:
    assert record(section=["محليات", "المدينة"]).section == "محليات"
    assert record().section is None
