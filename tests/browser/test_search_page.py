"""The search page as a reader uses it, with JavaScript."""

import pytest
from playwright.sync_api import Page, expect

from search.models import Article


def _titles(page: Page) -> list[str]:
    return page.locator(".hit h2").all_inner_texts()


def test_words_are_found_and_marked_in_the_original_text(page: Page, corpus: dict[str, Article]) -> None:
    page.goto("/")
    page.get_by_role("combobox").fill("ملوحة المياة")
    page.get_by_role("button", name="بحث").click()
    expect(page.locator(".hit").first.locator("h2")).to_have_text(corpus["water"].title)
    assert page.locator(".hit").first.locator("h2 mark").all_inner_texts() == ["ملوحة", "المياه"]
    shown = page.locator(".hit").first.locator(".passages").inner_text()
    assert "عادت ملوحة المياه إلى مدينة البصرة" in shown


def test_markup_in_an_article_shows_as_text(page: Page, corpus: dict[str, Article]) -> None:
    page.goto("/?q=الوسوم")
    assert _titles(page) == ["كيف تكتب <script>alert(1)</script> في عنوان"]
    assert "مثل <b>نصّ</b> و&amp; كما هي" in page.locator(".passages").inner_text()


def test_markup_in_the_address_shows_as_text(page: Page, corpus: dict[str, Article]) -> None:
    page.goto("/?q=" + '"><script>alert(1)</script>' + "&actor=" + "'><img src=x>")
    expect(page.get_by_role("combobox")).to_have_value('"><script>alert(1)</script>')
    expect(page.locator(".chip bdi")).to_have_text("'><img src=x>")


def test_order(page: Page, corpus: dict[str, Article]) -> None:
    page.goto("/?q=الرقة")
    page.get_by_role("link", name="الأقدم").click()
    expect(page.locator("[id^=order-][aria-current]")).to_have_text("الأقدم")
    assert _titles(page) == [corpus[name].title for name in ("dam", "aid", "undated")]
    page.get_by_role("link", name="الأحدث").click()
    expect(page.locator("[id^=order-][aria-current]")).to_have_text("الأحدث")
    assert _titles(page) == [corpus[name].title for name in ("aid", "dam", "undated")]


def test_pages_show_every_article_once(page: Page, many: int) -> None:
    page.goto("/")
    expect(page.locator("#count")).to_contain_text(str(many))
    seen = _titles(page)
    while (after := page.locator("[rel=next]")).count():
        address = page.url
        after.click()
        expect(page).not_to_have_url(address)
        expect(page.locator("#count")).to_be_focused()
        seen += _titles(page)
    assert len(seen) == len(set(seen)) == many
    expect(page.locator("#count")).to_contain_text("تتمة")
    page.locator("[rel=prev]").click()
    expect(page.locator(".hit h2").first).to_have_text(seen[20])
    paging = page.get_by_role("navigation", name="صفحات النتائج")
    paging.get_by_role("link", name="الصفحة الأولى").click()
    expect(page.locator(".hit h2").first).to_have_text(seen[0])
    assert paging.get_by_role("link").all_inner_texts() == ["التالية"]


def test_the_way_back_from_an_article_leads_to_its_page(page: Page, many: int) -> None:
    page.goto("/")
    page.locator("[rel=next]").click()
    expect(page.locator("[rel=prev]")).to_be_visible()
    address, titles = page.url, _titles(page)
    page.locator(".hit h2 a").last.click()
    page.get_by_role("link", name="كل المقالات").click()
    assert (page.url, _titles(page)) == (address, titles)


@pytest.mark.parametrize(
    "address", ["/?page=999", "/?page=0&nonsense=1&since=yesterday&sort=price", "/?after=7&before=x"]
)
def test_outdated_addresses_still_show_results(page: Page, corpus: dict[str, Article], address: str) -> None:
    page.goto(address)
    expect(page.locator(".hit")).to_have_count(len(corpus))


def test_the_address_is_the_whole_state(page: Page, corpus: dict[str, Article], new_page) -> None:
    page.goto("/?q=الرقة&actor=un")
    page.locator("#location-raqqa").click()
    expect(page.locator(".chip")).to_have_count(2)
    page.get_by_role("link", name="الأقدم").click()
    expect(page.locator("[id^=order-][aria-current]")).to_have_text("الأقدم")
    colleague = new_page(viewport={"width": 1280, "height": 900})
    colleague.goto(page.url)
    assert colleague.locator("#page").inner_text() == page.locator("#page").inner_text()


def test_parts_are_swapped_and_back_and_forward_work(page: Page, corpus: dict[str, Article]) -> None:
    page.goto("/?q=الرقة")
    page.evaluate("window.stayed = true")
    page.locator("#actor-un").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".chip")).to_have_count(1)
    assert page.evaluate("window.stayed") is True
    expect(page.locator("#actor-un")).to_be_focused()
    expect(page.locator("#status")).to_have_text(page.locator("#count").inner_text())
    assert page.url.endswith("&actor=un")

    page.locator(".hit a").first.click()
    expect(page.locator("article.article")).to_be_visible()
    page.go_back()
    expect(page.locator(".chip")).to_have_count(1)
    page.go_back()
    expect(page.locator(".hit")).to_have_count(3)
    expect(page.locator(".chip")).to_have_count(0)
    page.go_forward()
    expect(page.locator(".hit")).to_have_count(1)
    expect(page.locator(".chip")).to_have_count(1)


def test_a_sent_form_leaves_a_short_address(page: Page, corpus: dict[str, Article]) -> None:
    page.goto("/")
    page.get_by_label("من", exact=True).fill("2022-01-01")
    page.get_by_role("button", name="طبّق التاريخ").click()
    expect(page.locator(".chip")).to_have_count(1)
    assert page.url.endswith("/?since=2022-01-01")


def test_slash_leads_to_the_box(page: Page, corpus: dict[str, Article]) -> None:
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("البصرة")
    expect(page.get_by_role("combobox")).to_have_value("البصرة")


def test_first_page_is_light(page: Page, many: int) -> None:
    sizes: list[int] = []
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto("/", wait_until="networkidle")
    assert len(sizes) >= 4
    assert sum(sizes) < 100_000
