"""All of it works without JavaScript."""

import pytest
from playwright.sync_api import Page, expect

from search.models import Article


@pytest.fixture
def page(new_page) -> Page:
    return new_page(java_script_enabled=False, viewport={"width": 1280, "height": 900})


def test_search_filter_order_and_read(page: Page, corpus: dict[str, Article]) -> None:
    page.goto("/")
    page.get_by_role("searchbox").fill("الرقة")
    page.get_by_role("button", name="بحث").click()
    expect(page.locator(".hit")).to_have_count(3)
    page.get_by_label("من", exact=True).fill("2021-01-01")
    page.get_by_role("button", name="طبّق التاريخ").click()
    expect(page.locator(".hit")).to_have_count(2)
    page.get_by_role("link", name="الأقدم").click()
    expect(page.locator(".hit h2").first).to_have_text(corpus["dam"].title)
    page.locator("#actor-un").click()
    expect(page.locator(".hit h2")).to_have_text([corpus["aid"].title])
    page.locator(".chip").first.click()
    expect(page.locator(".chip")).to_have_count(1)
    page.locator(".hit h2 a").first.click()
    page.get_by_role("link", name="المطابقة الأولى").click()
    expect(page.locator("#match-1")).to_be_in_viewport()
    assert page.url.endswith("#match-1")


def test_paging(page: Page, many: int) -> None:
    page.goto("/?q=الطقس")
    expect(page.locator(".hit")).to_have_count(20)
    page.get_by_role("link", name="التالية").click()
    page.get_by_role("link", name="التالية").click()
    expect(page.locator(".hit")).to_have_count(5)
    expect(page.get_by_role("link", name="التالية")).to_have_count(0)
    page.get_by_role("link", name="السابقة").click()
    expect(page.locator(".hit")).to_have_count(20)
    page.get_by_role("link", name="الصفحة الأولى").click()
    assert page.url.endswith("/?q=%D8%A7%D9%84%D8%B7%D9%82%D8%B3")


def test_columns(page: Page, corpus: dict[str, Article]) -> None:
    page.goto("/en/")
    page.get_by_role("link", name="August 2022: 1 article").click()
    expect(page.locator(".hit h2")).to_have_text([corpus["water"].title])


def test_filters_on_a_phone(new_page, corpus: dict[str, Article]) -> None:
    page = new_page(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page.goto("/")
    page.get_by_role("button", name="المرشحات").click()
    page.locator("#actor-un").click()
    expect(page.locator(".hit")).to_have_count(3)


def test_kinds_of_mentions_are_switched(page: Page, corpus: dict[str, Article]) -> None:
    page.goto(f"/en/article/{corpus['aid'].pk}/")
    actor = page.locator("article.article p .mention.actor").first
    expect(actor).to_have_css("text-decoration-line", "underline")
    page.get_by_label("Actors").uncheck()
    expect(actor).to_have_css("text-decoration-line", "none")
    expect(page.locator("article.article p .mention.location")).to_have_css("text-decoration-line", "underline")
