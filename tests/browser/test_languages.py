"""Both languages, whole."""

import re

import pytest
from playwright.sync_api import Page, expect

from search.models import Article


@pytest.mark.parametrize(("prefix", "language", "direction"), [("", "ar", "rtl"), ("/en", "en", "ltr")])
def test_direction_of_page_and_article(
    page: Page, corpus: dict[str, Article], prefix: str, language: str, direction: str
) -> None:
    page.goto(f"{prefix}/?q=الرقة")
    expect(page.locator("html")).to_have_attribute("dir", direction)
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator(".hit").first).to_have_attribute("dir", "rtl")
    expect(page.locator(".passages").first).to_have_attribute("lang", "ar")
    filters, results = page.locator("#filters").bounding_box(), page.locator(".results").bounding_box()
    assert filters and results
    assert (filters["x"] > results["x"]) == (direction == "rtl")


def test_the_switch_keeps_the_whole_state(page: Page, corpus: dict[str, Article]) -> None:
    page.goto("/?q=الرقة")
    page.locator("#actor-un").click()
    expect(page.locator(".chip")).to_have_count(1)
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator(".chip bdi")).to_have_text("United Nations")
    expect(page.get_by_role("combobox")).to_have_value("الرقة")
    page.locator(".hit h2 a").click()
    page.get_by_role("link", name="العربية").click()
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    assert re.search(rf"/article/{corpus['aid'].pk}/\?q=[^&]+&actor=un$", page.url)


@pytest.mark.parametrize(
    ("query", "count"),
    [("sort=newest", "8 مقالات"), ("actor=sy", "مقال واحد"), ("location=basra", "مقالان"), ("actor=un", "3 مقالات")],
)
def test_arabic_counts(page: Page, corpus: dict[str, Article], query: str, count: str) -> None:
    page.goto(f"/?{query}")
    expect(page.locator("#count")).to_have_text(count)


def test_a_count_from_eleven_on(page: Page, many: int) -> None:
    page.goto("/")
    expect(page.locator("#count")).to_contain_text("53 مقالًا")


def test_names_fall_back_on_arabic(page: Page, corpus: dict[str, Article]) -> None:
    page.goto("/en/")
    expect(page.locator("#actor-unlisted-actor bdi")).to_have_text("سلمى الراوي")
    expect(page.locator("#actor-unlisted-actor bdi")).to_have_attribute("lang", "ar")
    expect(page.locator("#actor-red-crescent bdi")).to_have_text("Red Crescent")
