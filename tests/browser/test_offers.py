"""The search box as a combobox: names and words are offered while somebody types."""

import pytest
from playwright.sync_api import Page, expect

from search.models import Article
from search.query import name_index
from tests.browser.axe import assert_no_violation, assert_nothing_sticks_out


@pytest.fixture(autouse=True)
def fresh(corpus: dict[str, Article]) -> None:
    name_index.forget()
    name_index.names()


def test_the_keyboard_leads_through_what_is_offered(page: Page) -> None:
    page.goto("/?location=raqqa")
    box = page.get_by_role("combobox")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press_sequentially("قافلة الأمم")
    options = page.get_by_role("option")
    expect(options.first).to_contain_text("الأمم المتحدة")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#status")).to_contain_text("اقتراح")
    assert_no_violation(page)

    box.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", "offer-1")
    assert_no_violation(page)
    box.press("ArrowUp")
    expect(page.locator("[aria-selected=true]")).to_have_count(0)
    box.press("ArrowDown")
    box.press("Enter")
    expect(page.locator(".chip")).to_have_count(2)
    expect(box).to_have_value("قافلة")
    assert page.url.endswith("&actor=un&location=raqqa")


def test_escape_closes_the_list_and_enter_searches_for_what_is_typed(page: Page) -> None:
    page.goto("/")
    box = page.get_by_role("combobox")
    box.press_sequentially("الرق")
    expect(page.get_by_role("listbox")).to_be_visible()
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_value("الرق")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press("ArrowDown")
    expect(page.get_by_role("listbox")).to_be_visible()
    box.fill("الرقة")
    box.press("Enter")
    expect(page.locator(".hit")).to_have_count(3)
    expect(page.get_by_role("listbox")).to_be_hidden()
    # The page was swapped: the new box offers as the old one did.
    box.fill("الهل")
    expect(page.get_by_role("option").first).to_contain_text("الهلال الأحمر")


def test_the_mouse_and_words_of_headlines(page: Page, corpus: dict[str, Article]) -> None:
    page.goto(f"/en/article/{corpus['novel'].pk}/")
    box = page.get_by_role("combobox")
    box.press_sequentially("ملوحة المي")
    page.get_by_role("option", name="ملوحة المياه").click()
    expect(page.locator(".hit h2")).to_have_text([corpus["water"].title])
    expect(page.get_by_role("combobox")).to_have_value("ملوحة المياه")


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_on_a_phone_in_the_dark(new_page, prefix: str) -> None:
    page = new_page(viewport={"width": 360, "height": 740}, color_scheme="dark")
    page.goto(f"{prefix}/")
    page.get_by_role("combobox").press_sequentially("الأمم")
    expect(page.get_by_role("option").first).to_be_visible()
    page.get_by_role("combobox").press("ArrowDown")
    assert_no_violation(page)
    assert_nothing_sticks_out(page)


def test_did_you_mean(page: Page) -> None:
    page.goto("/?q=hgfwvm&sort=oldest")
    expect(page.locator(".meant")).to_have_text("هل تقصد: البصرة")
    assert_no_violation(page)
    page.locator("#meant").click()
    expect(page.get_by_role("combobox")).to_have_value("البصرة")
    expect(page.locator(".hit")).to_have_count(2)
    assert page.url.endswith("sort=oldest")


def test_a_name_in_the_other_language(page: Page) -> None:
    page.goto("/?q=United Nat&location=basra")
    expect(page.locator(".meant")).to_have_text("هل تقصد: الأمم المتحدة الفاعل")
    page.locator("#meant").click()
    expect(page.locator(".hit")).to_have_count(1)
    assert page.url.endswith("/?actor=un&location=basra")
