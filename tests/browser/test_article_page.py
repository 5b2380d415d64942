"""The page of one article."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from search.index.sync import drain
from search.models import Article, Mention
from tests.browser.mentions import name_all_kinds


def test_matches_are_marked_counted_and_led_to(page: Page, corpus: dict[str, Article]) -> None:
    page.goto("/?q=الكهرباء&location=raqqa")
    page.locator(".hit h2 a").click()
    article = page.locator("article.article")
    assert set(article.locator("mark").all_inner_texts()) == {"الكهرباء", "الكهربائية", "والكهرباء"}
    expect(page.locator("#matches")).to_have_text("3 مطابقات")
    expect(article.locator("mark").first).to_have_class("current")
    expect(page.locator(".matches [role=status]")).to_have_text("1/3")
    page.get_by_role("button", name="المطابقة التالية").click()
    expect(article.locator("mark").nth(1)).to_have_class("current")
    for _ in range(2):
        page.get_by_role("button", name="المطابقة السابقة").click()
    expect(article.locator("mark").last).to_have_class("current")
    expect(article.locator("mark").last).to_be_in_viewport()
    expect(article.locator(".current")).to_have_count(1)


@pytest.fixture
def long(corpus: dict[str, Article]) -> Article:
    """An article whose only rare word stands far down; its title has another."""
    line = "سماء صافية ورياح خفيفة على السواحل، وفرصة لهطول أمطار متفرقة مساء."
    lines = [line] * 60
    lines[45] = "وأعلنت البلدية إغلاق المنتزهات ليلا."
    article = Article.objects.create(identity="long", title="نشرة الطقس المطولة", body="\n".join(lines))
    drain()
    return article


@pytest.mark.parametrize("javascript", [True, False])
def test_the_first_match_is_in_view_on_opening(new_page, long: Article, javascript: bool) -> None:
    page = new_page(java_script_enabled=javascript, viewport={"width": 360, "height": 740})
    page.goto("/?q=المنتزهات")
    page.locator(".hit h2 a").click()
    expect(page.locator("#match-1")).to_be_in_viewport()
    color = "element => getComputedStyle(element).outlineStyle"
    assert page.locator("#match-1").evaluate(color) == "solid"
    page.goto("/?q=المطولة")
    page.locator(".hit h2 a").click()
    expect(page.locator("#match-1")).to_be_in_viewport()
    assert page.evaluate("scrollY") == 0 if javascript else page.url.endswith("%84%D8%A9")


def test_a_link_without_a_place_leads_to_the_first_match_and_back_to_where_one_was(page: Page, long: Article) -> None:
    page.goto(f"/article/{long.pk}/?q=المنتزهات")
    expect(page.locator("#match-1")).to_be_in_viewport()
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_function("scrollY === 0")
    page.reload()
    expect(page.locator("#match-1.current")).not_to_be_in_viewport()


def test_the_text_is_whole_and_in_paragraphs(page: Page, corpus: dict[str, Article]) -> None:
    page.goto(f"/article/{corpus['dam'].pk}/?q=السد")
    article = page.locator("article.article")
    expect(article.locator("h1")).to_have_text(corpus["dam"].title)
    assert article.locator("p:not(.byline)").all_inner_texts() == corpus["dam"].body.split("\n")
    expect(article).to_have_attribute("dir", "rtl")
    expect(article).to_have_attribute("lang", "ar")


def test_facts_lead_to_searches(page: Page, corpus: dict[str, Article]) -> None:
    page.goto(f"/en/article/{corpus['aid'].pk}/")
    expect(page.locator(".byline time")).to_have_text("14 June 2021")
    source = page.locator(".facts dd a")
    expect(source).to_have_attribute("href", "https://example.org/aid")
    expect(source).to_have_attribute("rel", re.compile("noopener noreferrer"))
    page.locator(".fact", has_text="Red Crescent").click()
    expect(page.locator(".hit")).to_have_count(2)
    page.goto(f"/en/article/{corpus['aid'].pk}/")
    page.get_by_role("link", name="Sada al-Midan").click()
    expect(page.locator(".hit")).to_have_count(2)


def test_the_way_back_keeps_the_search(page: Page, corpus: dict[str, Article]) -> None:
    address = "/?q=%D8%A7%D9%84%D8%B1%D9%82%D8%A9&actor=un&sort=oldest"
    page.goto(address)
    page.locator(".hit h2 a").click()
    page.get_by_role("link", name="العودة إلى النتائج").click()
    expect(page.locator(".hit")).to_have_count(1)
    assert page.url.endswith(address)


def test_only_web_addresses_become_links(page: Page, corpus: dict[str, Article]) -> None:
    Article.objects.filter(pk=corpus["dam"].pk).update(url="javascript:alert(1)")
    page.goto(f"/article/{corpus['dam'].pk}/")
    assert page.locator("a[href^=javascript]").count() == 0


def test_a_time_is_shown_as_precise_as_it_is_known(page: Page, corpus: dict[str, Article]) -> None:
    Article.objects.filter(pk=corpus["dam"].pk).update(published="2021-05-03T18:05:00+03:00")
    page.goto(f"/article/{corpus['dam'].pk}/")
    expect(page.locator("time")).to_have_text("3 مايو 2021، 6:05 م (UTC+03:00)")


def test_markup_shows_as_text(page: Page, corpus: dict[str, Article]) -> None:
    page.goto(f"/article/{corpus['markup'].pk}/?q=عنوان")
    expect(page.locator("h1")).to_have_text("كيف تكتب <script>alert(1)</script> في عنوان")
    expect(page).to_have_title(re.compile(re.escape("<script>alert(1)</script>")))


def test_mentions_stand_in_the_text_and_lead_to_their_facets(page: Page, corpus: dict[str, Article]) -> None:
    page.goto(f"/en/article/{corpus['aid'].pk}/")
    named = page.locator("article.article p a.mention")
    assert named.all_inner_texts() == ["الأمم المتحدة", "الرقة", "الهلال الأحمر"]
    expect(named.first).to_have_attribute("title", re.compile(r"United Nations \(Actor\)"))
    assert _line(named.nth(0)) == "underline"
    named.nth(1).click()
    expect(page.locator(".chip bdi")).to_have_text(["Raqqa"])
    expect(page.locator(".hit")).to_have_count(3)


def test_each_kind_of_mention_can_be_switched_off_and_stays_so(page: Page, corpus: dict[str, Article]) -> None:
    page.goto(f"/article/{corpus['aid'].pk}/")
    actor, place = (
        page.locator("article.article p .mention.actor").first,
        page.locator("article.article p .location").first,
    )
    page.get_by_label("الفاعلون").uncheck()
    assert (_line(actor), _line(place)) == ("none", "underline")
    page.reload()
    expect(page.get_by_label("الفاعلون")).not_to_be_checked()
    assert _line(actor) == "none"
    assert page.locator("article.article p:not(.byline)").all_inner_texts() == corpus["aid"].body.split("\n")


def test_a_match_inside_a_mention_shows_both(page: Page, corpus: dict[str, Article]) -> None:
    page.goto(f"/article/{corpus['aid'].pk}/?q=المتحدة")
    expect(page.locator("a.mention mark")).to_have_text("المتحدة")
    expect(page.locator("#matches")).to_have_text("مطابقة واحدة")


def test_a_date_leads_to_what_else_names_it(page: Page, corpus: dict[str, Article]) -> None:
    for given_id in ("aid", "dam"):
        body = corpus[given_id].body
        Mention.objects.create(
            article=corpus[given_id],
            field="body",
            kind="date",
            type="day",
            text=body[:4],
            start=0,
            end=4,
            value="2021-05-02",
            method="date rule",
        )
    Article.objects.update(language="ar")
    drain()
    page.goto(f"/en/article/{corpus['aid'].pk}/")
    expect(page.locator(".mention.date").last).to_have_attribute("title", "2 May 2021 (Date)")
    page.locator(".fact", has_text="2 May 2021").click()
    expect(page.locator(".chip bdi")).to_have_text(["2 May 2021"])
    expect(page.locator(".hit")).to_have_count(2)


def test_who_is_cited_is_among_the_quoted_sources(page: Page, corpus: dict[str, Article]) -> None:
    corpus["water"].mentions.filter(entity__key="un").update(cited=True)
    page.goto(f"/en/article/{corpus['water'].pk}/")
    expect(page.locator(".facts h2")).to_have_text(["Actors", "Locations", "Quoted sources"])
    expect(page.locator(".mention.source").last).to_have_attribute(
        "title", re.compile(r"United Nations \(Actor, source\)")
    )


def test_a_date_that_no_day_is_known_of_is_among_the_facts_without_a_link(
    page: Page, corpus: dict[str, Article]
) -> None:
    name_all_kinds(corpus["novel"])
    page.goto(f"/en/article/{corpus['novel'].pk}/")
    dates = page.locator(".facts ul").last.locator(".fact")
    assert [one.split(" ")[0] for one in dates.all_inner_texts()] == ["2", "عن"]
    expect(dates.first).to_have_attribute("href", "/en/?mentioned=2021-05-02")
    assert dates.last.get_attribute("href") is None
    expect(dates.last).to_contain_text("the text does not tell which day")
    expect(dates.last.locator("bdi")).to_have_attribute("lang", "ar")
    expect(page.get_by_label("Dates")).to_have_accessible_name("Dates 2")


def test_the_sign_of_an_unconfirmed_name_is_explained_once(page: Page, corpus: dict[str, Article]) -> None:
    name_all_kinds(corpus["novel"])
    page.goto(f"/en/article/{corpus['novel'].pk}/")
    expect(page.locator(".fact .doubt")).to_have_count(2)
    expect(page.locator(".facts .remark")).to_have_text(["? Not confirmed: found in the texts, and on no list"])
    page.goto(f"/article/{corpus['aid'].pk}/")
    expect(page.locator(".facts .remark")).to_have_count(0)


def _line(element: Locator) -> str:
    return str(element.evaluate("element => getComputedStyle(element).textDecorationLine"))
