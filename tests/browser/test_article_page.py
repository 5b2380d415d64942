"""The page of one article."""

import re

from playwright.sync_api import Page, expect

from search.models import Article


def test_matches_are_marked_counted_and_led_to(page: Page, corpus: dict[str, Article]) -> None:
    page.goto("/?q=الكهرباء&location=raqqa")
    page.locator(".hit h2 a").click()
    article = page.locator("article.article")
    assert set(article.locator("mark").all_inner_texts()) == {"الكهرباء", "الكهربائية", "والكهرباء"}
    expect(page.locator("#matches")).to_have_text("3 مطابقات")
    page.get_by_role("button", name="المطابقة التالية").click()
    expect(article.locator("mark").first).to_have_class("current")
    page.get_by_role("button", name="المطابقة السابقة").click()
    expect(article.locator("mark").last).to_have_class("current")
    expect(article.locator("mark").last).to_be_in_viewport()


def test_the_text_is_whole_and_in_paragraphs(page: Page, corpus: dict[str, Article]) -> None:
    page.goto(f"/article/{corpus['dam'].pk}/?q=السد")
    article = page.locator("article.article")
    expect(article.locator("h1")).to_have_text(corpus["dam"].title)
    assert article.locator("p:not(.byline)").all_inner_texts() == corpus["dam"].body.split("\n")
    expect(article).to_have_attribute("dir", "rtl")
    expect(article).to_have_attribute("lang", "ar")


def test_facts_lead_to_searches(page: Page, corpus: dict[str, Article]) -> None:
    page.goto(f"/en/article/{corpus['aid'].pk}/")
    expect(page.locator("time")).to_have_text("14 June 2021")
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
