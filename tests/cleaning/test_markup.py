"""What the markup of a page says beside its text: the site's name, the headline, the captions."""

import pytest

from search.cleaning.clean import clean
from search.types import CleanArticle, RawPage

STORY = (
    "أعلنت البلدية افتتاح الجسر الجديد صباح السبت بعد عامين من العمل المتواصل في الضفة الشرقية للنهر.",
    "وقال رئيس البلدية إن الجسر يخدم أكثر من عشرين ألفا من سكان القرى المجاورة كل يوم.",
)
TITLE = "افتتاح الجسر الجديد في الضفة الشرقية بعد عامين"
BODY = "".join(f"<p>{text}</p>" for text in STORY)


def page(title: str, before: str, after: str = "", story: str = BODY) -> CleanArticle:
    markup = f"<html><head><title>{title}</title></head><body>{before}<div id=text>{story}</div>{after}</body></html>"
    return clean(RawPage("page.html", markup.encode(), "text/html"), ())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"<div class=logo>مرايا النهر</div><h1>{TITLE}</h1>", ""),
        (f"<a href='/'><img src='/l.svg' alt='مرايا النهر'></a><h1>{TITLE}</h1>", ""),
        (f"<h1>{TITLE}</h1>", "<footer>مرايا النهر © موقع مستقل</footer>"),
        (f"<h1>{TITLE}</h1>", "<div>حقوق الطبع محفوظة لصحيفة مرايا النهر | هاتف التحرير</div>"),
    ],
)
@pytest.mark.parametrize("title", [f"{TITLE} – مرايا النهر", f"مرايا النهر :: {TITLE}"])
def test_the_name_in_the_title_is_the_outlet_where_the_page_says_it_again(title: str, before: str, after: str) -> None:
    article = page(title, before, after)
    assert (article.outlet, article.title, article.body.split("\n")) == ("مرايا النهر", TITLE, list(STORY))


@pytest.mark.parametrize(
    ("title", "before"),
    [
        (f"{TITLE} - رياضة", f"<a href='/'>رياضة</a><h1>{TITLE}</h1>"),
        (f"{TITLE} - سالم المهندس", f"<h1>{TITLE}</h1><p><img src='/p.jpg' alt='سالم المهندس'></p>"),
        (TITLE, f"<div class=logo>مرايا النهر</div><h1>{TITLE}</h1>"),
    ],
)
def test_a_section_or_a_person_in_the_title_is_no_outlet(title: str, before: str) -> None:
    assert page(title, before).outlet is None


def test_a_page_of_tables_has_its_own_headline_and_no_masthead() -> None:
    cell = "<br><br>".join(STORY)
    markup = (
        f"<html><head><title>مرايا النهر - محليات - {TITLE}</title></head><body><table>"
        "<tr><td><img src=head.gif alt='مرايا النهر'></td></tr><tr><td>بيروت 9 أيار 2021 - السنة الثامنة - العدد 12</td></tr>"
        f"<tr><td><table><tr><td><font>{TITLE}</font><br><font>الأحد 9 أيار 2021</font> <a href='#'>اطبع هذه الصفحة</a> | "
        "<a href=m>أرسل إلى صديق</a></td></tr><tr><td><img src=p.jpg><br><font>الجسر الجديد ليلا</font></td></tr>"
        f"<tr><td>{cell}</td></tr></table></td></tr></table></body></html>"
    )
    article = clean(RawPage("page.html", markup.encode("windows-1256"), "text/html"), ())
    assert (article.title, article.outlet, article.body.split("\n")) == (TITLE, "مرايا النهر", list(STORY))
    assert article.captions == ("الجسر الجديد ليلا",)


def test_a_header_line_with_the_site_s_name_keeps_its_date() -> None:
    info = "<div>الأحد ٢٧ رمضان ١٤٤٢هـ - ٩ مايو ٢٠٢١م <span>٠٩:٠٠ صباحاً</span> <span>مرايا النهر - المحرر</span></div>"
    article = page(f"مرايا النهر :: {TITLE}", f"<div class=logo>مرايا النهر</div><h2>{TITLE}</h2>{info}")
    assert (str(article.published), article.body.split("\n")) == ("2021-05-09 09:00:00", list(STORY))


@pytest.mark.parametrize(
    "picture",
    [
        "<div class=photo><img src=p.jpg><p class=photocap>الجسر الجديد ليلا</p></div>",
        "<div><div><img src=p.jpg></div><div class=cap>الجسر الجديد ليلا</div></div>",
        "<figure><img src=p.jpg><figcaption>الجسر الجديد ليلا</figcaption></figure>",
    ],
)
def test_captions_go_to_their_field(picture: str) -> None:
    article = page(TITLE, f"<h1>{TITLE}</h1>", story=picture + BODY)
    assert article.body.split("\n") == list(STORY)


def test_a_sentence_beside_a_picture_stays() -> None:
    article = page(TITLE, f"<h1>{TITLE}</h1>", story=f"<p><img src=p.jpg>{STORY[0]}</p><p>{STORY[1]}</p>")
    assert article.body.split("\n") == list(STORY)


def test_the_points_of_a_summary_belong_to_the_story() -> None:
    points = ["عبر الجسر ألف شخص أمس.", "البلدية تعد بجسر ثان."]
    items = "".join(f"<li>{point}</li>" for point in points)
    box = f"<div class=summary><ul>{items}</ul></div>"
    article = page(TITLE, f"<h1>{TITLE}</h1>{box}")
    assert article.body.split("\n") == [*points, *STORY]
