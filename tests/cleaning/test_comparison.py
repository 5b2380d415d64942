"""A page beside its article: every line of both, in order, with what became of it."""

import random
from pathlib import Path

import pytest

from search.cleaning.clean import clean
from search.cleaning.comparison import Row, compare
from search.cleaning.decoding import decode
from search.types import CleanArticle, RawPage
from tests.cleaning.test_pages import MEDIA_TYPES, NAMES, OUTLETS, PAGES


def raw_page(name: str) -> RawPage:
    path = PAGES / name
    return RawPage(name, path.read_bytes(), MEDIA_TYPES[path.suffix])


def rows_of(raw: RawPage) -> tuple[CleanArticle, tuple[Row, ...]]:
    article = clean(raw, OUTLETS)
    return article, compare(raw, article, OUTLETS)


@pytest.mark.parametrize("name", NAMES)
def test_no_line_of_the_article_is_lost(name: str) -> None:
    article, rows = rows_of(raw_page(name))
    kept = [row.kept for row in rows if row.kept is not None and row.fate == "body"]
    assert kept == article.body.split("\n")
    assert [row.kept for row in rows if row.kept is not None and row.fate == "title"] == [article.title][
        : bool(article.title)
    ]


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith(".txt")])
def test_no_line_of_a_text_page_is_lost(name: str) -> None:
    raw = raw_page(name)
    _, rows = rows_of(raw)
    # As a reader sees it: mojibake is no text of the page.
    lines = [line.strip() for line in decode(raw.content).splitlines() if line.strip()]
    assert [row.page for row in rows if row.page is not None] == lines


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith(".txt")])
def test_what_cleaning_dropped_is_not_marked_as_text(name: str) -> None:
    article, rows = rows_of(raw_page(name))
    for row in rows:
        if row.fate in ("dropped", "header"):
            assert row.page in article.dropped
        elif row.fate == "caption":
            assert row.page in article.captions


def fates(name: str) -> dict[str, str]:
    return {row.page or row.kept or "": row.fate for row in rows_of(raw_page(name))[1]}


def test_a_page_of_text() -> None:
    found = fates("text-menu-and-agency.txt")
    assert found["الرئيسية"] == "dropped"
    assert found["أسعار القمح ترتفع في المرفأ الشمالي بعد تأخر ثلاث سفن"] == "title"
    assert found["سفينة شحن ترسو في المرفأ قبيل تفريغ حمولتها (رويترز)"] == "caption"
    assert found["ولم ترد إدارة المرفأ على طلب للتعليق."] == "body"
    assert found["المصدر: رويترز"] == "dropped"


def test_the_author_is_kept_as_a_fact() -> None:
    assert fates("text-opinion.txt")["خالد المرعي"] == "header"


def test_the_menus_of_html_are_seen() -> None:
    found = fates("html-json-ld.html")
    assert found["جميع الحقوق محفوظة © 2021 مرايا النهر"] == "dropped"
    assert found["سوق الكتب المستعملة يعود إلى ساحة المدينة"] == "title"


def test_fields_of_a_record() -> None:
    _, rows = rows_of(raw_page("record-with-markup.json"))
    by_field = {row.field: row for row in rows if row.field != "body"}
    assert by_field["title"].fate == "title"
    assert by_field["author"].fate == "header"
    assert (by_field["section"].page, by_field["section"].fate) == ("ثقافة", "dropped")


def test_a_headline_that_stands_in_the_markup_alone() -> None:
    body = "أغلقت البلدية الجسر القديم أمام الشاحنات صباح اليوم، وقال مهندسون إن الإصلاح يستغرق شهرا كاملا."
    markup = f'<html><head><meta property="og:title" content="إغلاق الجسر"></head><body><p>{body}</p></body></html>'
    _, rows = rows_of(RawPage("page", markup.encode(), "text/html"))
    assert rows[0] == Row(None, "title", "إغلاق الجسر")


def test_a_line_that_comes_again_takes_none_with_it() -> None:
    lines = [f"قال الشاهد رقم {number} إن الجسر بقي مغلقا طوال النهار أمام السيارات." for number in range(6)]
    lines[2:2] = ["* * *"]
    page = "\n".join(["عنوان الخبر عن الجسر", "", *lines, "* * *", "اتصل بنا"])
    article = CleanArticle(title="عنوان الخبر عن الجسر", body="\n".join([*lines, "* * *"]))
    rows = compare(RawPage("page", page.encode(), "text/plain"), article, ())
    assert [row.kept for row in rows if row.fate == "body" and row.kept] == [*lines, "* * *"]
    assert all(row.page for row in rows if row.kept in lines and row.kept != "* * *")


def test_lines_in_another_order_are_all_there() -> None:
    lines = [f"جملة مختلفة عن غيرها رقمها {number} وهي طويلة بما يكفي." for number in range(200)]
    shuffled = lines.copy()
    random.Random(7).shuffle(shuffled)
    article = CleanArticle(title="", body="\n".join(shuffled))
    rows = compare(RawPage("page", "\n".join(lines).encode(), "text/plain"), article, ())
    assert [row.page for row in rows if row.page] == lines
    assert [row.kept for row in rows if row.kept] == shuffled


def test_thousands_of_equal_lines_take_no_time() -> None:
    page = "\n".join(["سطر واحد مكرر"] * 30_000)
    article = CleanArticle(title="", body="\n".join(["سطر واحد مكرر"] * 29_000))
    assert len(compare(RawPage("page", page.encode(), "text/plain"), article, ())) == 30_000


def test_real_pages(shared: Path) -> None:
    for path in sorted((shared / "seeds").glob("*.txt")):
        raw = RawPage(path.name, path.read_bytes(), "text/plain")
        article, rows = rows_of(raw)
        assert [row.kept for row in rows if row.kept and row.fate == "body"] == article.body.split("\n")
        assert sum(row.page is not None and row.fate == "body" for row in rows) >= len(article.body.split("\n"))
