"""What an outlet's other pages teach: its furniture goes, headings and formulas stay, signatures go to their fields."""

import json
import random

from search.cleaning.clean import clean
from search.cleaning.learned import Learned, LearnedLine, in_use, outlet_key
from search.cleaning.learning import Page, learn
from search.types import CleanArticle, RawPage

OUTLET = "مرايا النهر"
CITIES = ("بيروت", "عمان", "بغداد", "الرياض", "القاهرة", "تونس", "الرباط", "الدوحة", "مسقط", "جدة", "حلب", "دمشق")
CROPS = ("القمح", "الزيتون", "التمر", "القطن", "الرمان", "الشعير", "التين", "العنب", "الأرز", "الذرة", "البن", "العدس")
HEADING = "أسعار الأسبوع"
FORMULA = "وإلى أن نلتقي على خير"
FOOTER = "مرايا النهر نافذتكم على الضفتين"
LINK = "رابط المادة في مرايا النهر:"


def story(crop: str) -> tuple[str, str]:
    return (
        f"بدأ المزارعون في القرى الشرقية موسم {crop} هذا العام قبل موعده بأسبوعين بسبب الأمطار المبكرة.",
        f"وقال تجار السوق إن أسعار {crop} مرشحة للانخفاض مع وصول المحصول الجديد إلى المدن الكبيرة.",
    )


def body(city: str, crop: str, *, signed: str = OUTLET, tail: tuple[str, ...] = (FOOTER,)) -> str:
    first, second = story(crop)
    return "\n".join((f"{signed} – {city}", first, HEADING, second, *tail))


def read(text: str, learned: dict[str, Learned] | None = None, *, outlet: str = OUTLET, id_: str = "1") -> CleanArticle:
    record = {"id": id_, "title": f"خبر {id_}", "body": text, "outlet": outlet}
    return clean(RawPage("feed", json.dumps(record).encode(), "application/json"), (), learned)


def pages(bodies: list[str]) -> list[Page]:
    articles = [read(text, id_=f"p{number:02}") for number, text in enumerate(bodies)]
    return [Page(a.given_id or "", a.title, tuple(a.body.split("\n")), a.captions, a.dropped) for a in articles]


def learned_from(bodies: list[str], decided: dict[str, bool] | None = None) -> dict[str, Learned]:
    return {outlet_key(OUTLET): in_use(learn(OUTLET, pages(bodies)), decided or {})}


ORDINARY = [
    body(city, crop, tail=(FORMULA, FOOTER) if at < 4 else (FOOTER,))
    for at, (city, crop) in enumerate(zip(CITIES, CROPS, strict=True))
]
NEW = body("صنعاء", "السمسم", tail=(FORMULA, FOOTER))


def test_a_line_of_the_outlet_goes_and_what_recurs_in_stories_stays() -> None:
    article = read(NEW, learned_from(ORDINARY))
    assert article.body.split("\n") == [story("السمسم")[0], HEADING, story("السمسم")[1], FORMULA]
    assert article.dateline == "صنعاء"
    assert FOOTER in article.dropped


def test_what_was_learned_says_what_it_is_and_where_it_was_seen() -> None:
    lines = {line.text: line for line in learn(OUTLET, pages(ORDINARY))}
    assert (lines[FOOTER].kind, lines[FOOTER].count, lines[FOOTER].share) == ("furniture", 12, 1.0)
    assert set(lines[FOOTER].samples) <= {f"p{number:02}" for number in range(12)}
    assert len(lines[FOOTER].samples) == 5
    assert lines[HEADING].kind == "heading"
    assert lines[OUTLET].kind == "medium"
    assert FORMULA not in lines


def test_pages_of_another_outlet_or_of_none_are_read_by_rules_alone() -> None:
    learned = learned_from(ORDINARY)
    for outlet in ("نوافذ الساقية", ""):
        assert FOOTER in read(NEW, learned, outlet=outlet).body


def test_copies_and_versions_of_one_story_teach_nothing() -> None:
    one = body("بيروت", "القمح", tail=("جولة بين الحقول الشرقية",))
    assert learn(OUTLET, pages([one] * 12)) == ()
    other_versions = [f"{one}\nتحديث {word}" for word in ("أول", "ثان", "ثالث")]
    assert learn(OUTLET, pages([one, *other_versions])) == ()


def test_the_order_of_the_pages_does_not_matter() -> None:
    shuffled = pages(ORDINARY)
    random.Random(7).shuffle(shuffled)
    assert learn(OUTLET, shuffled) == learn(OUTLET, pages(ORDINARY))


def test_a_curator_overrules_in_both_directions() -> None:
    key = {line.text: line.key for line in learn(OUTLET, pages(ORDINARY))}
    article = read(NEW, learned_from(ORDINARY, {key[FOOTER]: False, key[HEADING]: True}))
    assert article.body.split("\n") == [*story("السمسم"), FORMULA, FOOTER]


def test_a_curator_keeps_a_line_that_rules_would_drop() -> None:
    text = "\n".join((*story("القمح"), "تابعونا على تلغرام"))
    assert "تلغرام" not in read(text).body
    assert "تلغرام" in read(text, learned_from([], {"تابعونا علي تلغرام": False})).body


def test_the_link_to_the_article_goes_also_where_it_is_written_on_to_the_last_paragraph() -> None:
    titles = [f"{crop} في أسواق {city} وحديث التجار عن الموسم" for city, crop in zip(CITIES, CROPS, strict=True)]
    learned = learned_from(
        [body("بيروت", crop, tail=(f"{LINK} {title}",)) for crop, title in zip(CROPS, titles, strict=True)]
    )
    first, second = story("السمسم")
    for text in (f"{first}\n{second}\n{LINK} موسم السمسم يبدأ", f"{first}\n{second} {LINK} موسم السمسم يبدأ"):
        assert read(text, learned).body.split("\n") == [first, second]


def test_who_signs_often_is_an_author_though_no_list_has_the_name() -> None:
    signed = [body(city, crop, signed="قطرب الأندلسي") for city, crop in zip(CITIES[:4], CROPS, strict=False)]
    article = read(body("صنعاء", "السمسم", signed="قطرب الأندلسي"), learned_from([*ORDINARY[4:], *signed]))
    assert (article.authors, article.dateline) == (("قطرب الأندلسي",), "صنعاء")
    assert article.body.startswith(story("السمسم")[0])


def test_numbers_that_change_do_not_make_another_line() -> None:
    bodies = [
        body(city, crop, tail=(f"أرسل ملاحظاتك برسالة إلى 70{at} ثم الرمز {at}",))
        for at, (city, crop) in enumerate(zip(CITIES, CROPS, strict=True))
    ]
    article = read(body("صنعاء", "السمسم", tail=("أرسل ملاحظاتك برسالة إلى 88123 ثم الرمز 4",)), learned_from(bodies))
    assert article.body.split("\n")[-1] == story("السمسم")[1]


def test_a_page_of_text_loses_the_menu_of_its_outlet() -> None:
    menu = ("دفاتر الضفة", "حكايا المراكب", "مواسم وغلال")
    lines = [LearnedLine(outlet_key(item), "furniture", 12, 1.0, (), item) for item in menu]
    first, second = story("القمح")
    page = "\n\n".join(
        (*menu, "موسم القمح يبدأ مبكرا في القرى الشرقية", first, second, f"جميع الحقوق محفوظة © {OUTLET}")
    )
    article = clean(RawPage("page", page.encode(), "text/plain"), (), {outlet_key(OUTLET): in_use(lines, {})})
    assert (article.title, article.body) == ("موسم القمح يبدأ مبكرا في القرى الشرقية", f"{first}\n{second}")
    assert article.outlet == OUTLET
    assert set(menu) <= set(article.dropped)
