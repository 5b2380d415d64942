"""What the page says about a query: what is wrong with it, what has fewer of its words, and how to search."""

from playwright.sync_api import Page, expect

from search.models import Article


def test_what_is_wrong_is_said_and_mended_with_a_click(page: Page, corpus: dict[str, Article]) -> None:
    page.goto("/?q=(رواية /أو وصفة")
    expect(page.locator(".faults")).to_contain_text("القوس قبل «رواية /أو وصفة» غير مغلق")
    expect(page.locator(".hit")).to_have_count(0)
    page.get_by_role("link", name="(رواية /أو وصفة)").click()
    expect(page.locator(".hit")).to_have_count(2)
    expect(page.locator(".faults")).to_have_count(0)
    expect(page.get_by_role("combobox")).to_have_value("(رواية /أو وصفة)")


def test_hits_with_fewer_words_stand_apart_and_can_be_counted(page: Page, corpus: dict[str, Article]) -> None:
    page.goto("/en/?q=قافلة مساعدات الرقة زرافة")
    expect(page.locator("#count")).to_have_text("Nothing found")
    apart = page.get_by_role("region", name="With most of the words")
    expect(apart.locator("h2 a")).to_have_text(corpus["aid"].title)
    apart.get_by_role("link", name="Count it all").click()
    expect(page.locator("#count")).to_have_text("1 article")
    expect(page.locator(".fewer")).to_have_count(0)
    page.get_by_role("link", name="Ask for all of them").click()
    expect(page.locator("#count")).to_have_text("Nothing found")


def test_the_level_is_kept_by_the_next_query(page: Page, corpus: dict[str, Article]) -> None:
    page.goto("/?q=محطة")
    expect(page.locator(".hit")).to_have_count(2)
    page.get_by_role("link", name="برسمها فقط").click()
    expect(page.locator(".hit")).to_have_count(1)
    page.get_by_role("combobox").fill("محطات")
    page.get_by_role("button", name="بحث").click()
    expect(page.locator("h2 a mark")).to_have_text("محطات")
    page.get_by_role("link", name="احسبها بكل صيغها").click()
    expect(page.locator(".hit")).to_have_count(2)


def test_the_guide_stands_beside_the_search_box_and_its_examples_search(page: Page, corpus: dict[str, Article]) -> None:
    page.goto("/?q=الرقة&actor=un")
    page.get_by_role("link", name="كيف أبحث").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("كيف أبحث")
    expect(page.get_by_role("combobox")).to_have_value("الرقة")
    page.get_by_role("link", name="العودة إلى النتائج").click()
    expect(page.locator(".chip bdi")).to_have_text("الأمم المتحدة")
    page.get_by_role("link", name="كيف أبحث").click()
    page.get_by_role("link", name="قافلة من المساعدات").click()
    expect(page.locator(".hit h2").first).to_have_text(corpus["aid"].title)
