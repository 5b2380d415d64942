"""Excluding values, all of them, the page with all values of a facet, and the way through the timeline, in a browser."""

from playwright.sync_api import Page, expect

from search.models import Article


def test_a_value_is_excluded_and_no_longer_by_keyboard(page: Page, corpus: dict[str, Article]) -> None:
    page.goto("/en/")
    sign = page.get_by_role("link", name="Exclude United Nations")
    sign.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".chip")).to_have_text("Remove the filter Actor not United Nations ×")
    expect(page.locator("#count")).to_have_text(f"{len(corpus) - 3} articles")
    expect(page.locator("#not-actor-un")).to_be_focused()
    expect(page.locator("#actor-un .number")).to_have_text("3")
    page.keyboard.press("Enter")
    expect(page.locator(".chip")).to_have_count(0)
    expect(page.locator("#count")).to_have_text(f"{len(corpus)} articles")


def test_any_or_all_of_several_values(page: Page, corpus: dict[str, Article]) -> None:
    page.goto("/en/")
    page.locator("#actor-un").click()
    expect(page.locator(".chip")).to_have_count(1)
    expect(page.locator("#every-actor")).to_have_count(0)
    page.locator("#actor-red-crescent").click()
    expect(page.locator("#any-actor")).to_have_attribute("aria-current", "true")
    expect(page.locator(".hit")).to_have_count(3)
    page.locator("#every-actor").click()
    expect(page.locator(".hit h2")).to_have_text([corpus["vote"].title, corpus["aid"].title])
    page.locator("#any-actor").click()
    expect(page.locator(".hit")).to_have_count(3)


def test_a_value_is_found_while_its_name_is_typed(page: Page, corpus: dict[str, Article]) -> None:
    page.goto("/en/?q=الرقة")
    page.goto("/en/facet/location/?q=الرقة")
    rows = page.locator(".values .choice bdi")
    expect(rows).to_have_text(["Raqqa", "Euphrates"])
    page.get_by_label("Find by name").press_sequentially("euph")
    expect(rows).to_have_text(["Euphrates"], timeout=20_000)  # the first in a process reads the lists
    expect(page.get_by_label("Find by name")).to_be_focused()
    assert page.url.endswith("&find=euph")
    page.locator("#location-euphrates").click()
    expect(page.locator(".chip bdi")).to_have_text(["Euphrates"])
    page.go_back()
    expect(page.locator(".chip")).to_have_count(0)
    expect(page.get_by_label("Find by name")).to_have_value("euph")
    page.go_back()
    expect(page.locator(".hit")).to_have_count(3)


def test_it_works_without_javascript(new_page, corpus: dict[str, Article]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/en/facet/actor/?location=raqqa")
    page.get_by_label("Find by name").fill("crescent")
    page.get_by_role("button", name="Find").click()
    expect(page.locator(".values .choice bdi")).to_have_text(["Red Crescent"])
    page.get_by_role("link", name="Exclude Red Crescent").click()
    page.get_by_role("link", name="Show 2 articles").click()
    expect(page.locator(".chip bdi")).to_have_text(["Red Crescent", "Raqqa"])


def test_through_the_timeline_and_back_up(page: Page, corpus: dict[str, Article]) -> None:
    page.goto("/en/")
    page.get_by_role("link", name="Years", exact=True).click()
    page.get_by_role("link", name="2022: 3 articles · 1443 – 1444 AH").click()
    expect(page.locator(".way-up li")).to_have_text(["All dates", "2022 1443 – 1444 AH"])
    page.get_by_role("link", name="August 2022: 1 article").click()
    expect(page.locator(".hit h2")).to_have_text([corpus["water"].title])
    page.locator(".way-up").get_by_role("link", name="2022").click()
    expect(page.locator(".hit")).to_have_count(3)
    page.locator(".way-up").get_by_role("link", name="All dates").click()
    page.get_by_role("link", name="1 article without a date").click()
    expect(page.locator(".hit h2")).to_have_text([corpus["undated"].title])
    expect(page.locator(".chip bdi")).to_have_text("no date")
