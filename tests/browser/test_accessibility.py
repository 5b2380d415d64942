"""For every reader: WCAG 2.2 AA as far as axe can tell, keyboard, narrow and wide screens."""

import pytest
from playwright.sync_api import Page, expect

from search.models import Article
from tests.browser.axe import assert_no_violation, assert_nothing_sticks_out
from tests.browser.mentions import name_all_kinds


def _addresses(corpus: dict[str, Article]) -> list[str]:
    return [
        "/",
        "/?q=الرقة&actor=un&actor=red-crescent&since=2021-01-01",
        "/?q=زرافة&actor=un",
        "/?actor=un&actor=none&every=actor&not-location=basra&not-outlet=none&since=2022-08-01&until=2022-08-31",
        "/facet/location/?not-location=basra&find=الرقة",
        f"/article/{corpus['dam'].pk}/?q=الكهرباء",
        f"/article/{corpus['undated'].pk}/",
        f"/article/{corpus['novel'].pk}/?q=الراوي",
        "/?q=(قافلة مساعدات الرقة زرافة 13:01",
        "/how-to-search/",
        "/login/",
        "/nothing-here/",
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(new_page, corpus: dict[str, Article], prefix: str, scheme: str, width: int) -> None:
    name_all_kinds(corpus["novel"])
    page = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    for address in _addresses(corpus):
        page.goto(prefix + address)
        assert_no_violation(page)
    if width == 360:
        page.goto(f"{prefix}/")
        page.locator(".open-filters").click()
        expect(page.locator("#filters")).to_be_visible()
        assert_no_violation(page)


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("width", [320, 768, 2560])
def test_nothing_sticks_out(new_page, corpus: dict[str, Article], prefix: str, width: int) -> None:
    name_all_kinds(corpus["novel"])
    page = new_page(viewport={"width": width, "height": 800})
    for address in _addresses(corpus):
        page.goto(prefix + address)
        assert_nothing_sticks_out(page)


def test_the_first_stop_leads_to_the_content(page: Page, corpus: dict[str, Article]) -> None:
    page.goto("/en/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_no_stop_at_mentions_that_are_switched_off(page: Page, corpus: dict[str, Article]) -> None:
    page.goto(f"/en/article/{corpus['aid'].pk}/")
    page.get_by_label("Actors").uncheck()
    page.get_by_label("Locations").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "الرقة"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article')") is None


def test_a_busy_sign_only_where_an_answer_takes_long(page: Page, corpus: dict[str, Article]) -> None:
    page.goto("/")
    page.route("**/?actor=un", lambda route: None)
    page.locator("#actor-un").click()
    busy = page.locator("#busy")
    assert busy.evaluate("sign => getComputedStyle(sign).visibility") == "hidden"
    expect(busy).to_be_visible()
