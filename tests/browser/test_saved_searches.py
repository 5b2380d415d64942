"""Saved searches as a researcher uses them: in both languages, with and without JavaScript."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from elasticsearch.dsl.connections import connections
from playwright.sync_api import Page, expect

from search.index.sync import drain
from search.models import Article, SavedSearch
from search.people.saved_searches import keep
from search.query.request import SearchRequest
from tests.browser.signing_in import PASSWORD, researcher, signed_in

Enter = Callable[..., Page]


@pytest.fixture
def salwa(transactional_db: None) -> User:
    return researcher("salwa")


@pytest.fixture
def enter(new_page, salwa: User, live_server) -> Enter:
    """A page of a browser in which Salwa is signed in."""
    return lambda **options: signed_in(
        new_page(viewport={"width": 1280, "height": 900}, **options), salwa, live_server.url
    )


def arrives(title: str) -> None:
    Article.objects.create(identity=title, title=title, body="وصلت قافلة أخرى إلى الرقة.")
    drain()


@pytest.mark.parametrize("javascript", [True, False])
def test_save_open_change_update_in_english(corpus: dict[str, Article], enter: Enter, javascript: bool) -> None:
    page = enter(java_script_enabled=javascript)
    page.goto("/en/?q=الرقة")
    page.locator("#location-raqqa").click()
    expect(page.locator(".chip")).to_have_count(1)
    page.get_by_role("link", name="Save this search").click()
    expect(page.get_by_label("Name")).to_have_value("الرقة · Raqqa")
    page.get_by_label("Name").fill("Bread and water")
    page.get_by_label("Note").fill("What I follow\nevery week")
    page.get_by_role("button", name="Save").click()
    bar = page.locator(".saved")
    expect(bar).to_contain_text("Bread and water")
    expect(bar).to_contain_text("every week")
    expect(page.get_by_role("button", name="Update")).to_have_count(0)

    page.get_by_role("link", name="Oldest").click()
    expect(bar).to_contain_text("(changed)")
    page.locator(".hit h2 a").first.click()
    page.get_by_role("link", name="Back to the results").click()
    page.get_by_role("button", name="Update").click()
    expect(page.get_by_role("status").filter(has_text="The saved search is updated.")).to_be_visible()
    expect(bar).not_to_contain_text("(changed)")

    page.get_by_role("link", name="Saved searches").click()
    entry = page.locator(".entry")
    expect(entry).to_contain_text("3 articles")
    expect(entry.locator(".wording li")).to_have_text(["Words الرقة", "Location Raqqa", "Order Oldest"])
    expect(entry.locator(".new")).to_have_count(0)
    entry.get_by_role("link", name="Bread and water").first.click()
    expect(page.locator(".hit")).to_have_count(3)
    page.locator(".chip").click()
    page.get_by_role("link", name="Save as new").click()
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#saved-name")).to_have_text("الرقة")
    assert SavedSearch.objects.count() == 2


@pytest.mark.parametrize("javascript", [True, False])
def test_what_is_new_in_arabic(corpus: dict[str, Article], enter: Enter, salwa: User, javascript: bool) -> None:
    keep(salwa, SearchRequest(q="الرقة"), "أخبار الرقة", "")
    keep(salwa, SearchRequest(q="البصرة"), "أخبار البصرة", "")
    arrives("قافلة ثانية")
    arrives("قافلة ثالثة")
    page = enter(java_script_enabled=javascript)
    page.goto("/searches/")
    entry = page.locator(".entry", has_text="أخبار الرقة")
    expect(entry.locator(".standing")).to_have_text("5 مقالات مقالان جديدان")
    expect(page.locator(".entry", has_text="أخبار البصرة").locator(".new")).to_have_count(0)
    entry.locator(".new").click()
    expect(page.locator(".hit h2")).to_have_text(["قافلة ثانية", "قافلة ثالثة"], use_inner_text=True)
    expect(page.locator("#saved-name")).to_have_text("أخبار الرقة")
    expect(page.locator(".chip .kind")).to_have_text("ورد بعد")
    expect(page.get_by_role("button", name="حدّثه")).to_have_count(0)
    new = page.url
    page.locator(".chip").click()
    expect(page.locator(".hit")).to_have_count(5)
    page.goto("/searches/")
    expect(page.locator(".new")).to_have_count(0)
    expect(page.locator(".entry h2").first).to_have_text("أخبار الرقة")
    page.goto(new)
    expect(page.locator(".hit")).to_have_count(2)


def test_rename_and_delete(corpus: dict[str, Article], enter: Enter, salwa: User) -> None:
    keep(salwa, SearchRequest(q="الرقة"), "قديم", "")
    page = enter(java_script_enabled=False)
    page.goto("/searches/")
    page.get_by_role("link", name="تعديل الاسم والملاحظة").click()
    page.get_by_label("الاسم").fill("جديد")
    page.get_by_label("ملاحظة").fill("ملاحظة جديدة")
    page.get_by_role("button", name="احفظ").click()
    expect(page.locator(".entry h2")).to_have_text("جديد")
    expect(page.locator(".entry .remark")).to_have_text("ملاحظة جديدة")
    page.get_by_role("link", name="حذف").click()
    expect(page.locator("main")).to_contain_text("جديد")
    page.get_by_role("link", name="أبقه").click()
    expect(page.locator(".entry")).to_have_count(1)
    page.get_by_role("link", name="حذف").click()
    page.get_by_role("button", name="حذف").click()
    expect(page.locator("main")).to_contain_text("لم تحفظ أي بحث بعد")
    assert not SavedSearch.objects.exists()


def test_who_is_not_signed_in_comes_back_to_the_form(page: Page, corpus: dict[str, Article], salwa: User) -> None:
    page.goto("/en/?q=الرقة&actor=un")
    page.get_by_role("link", name="Save this search").click()
    page.get_by_label("Username").fill("salwa")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_label("Name")).to_have_value("الرقة · United Nations")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".hit")).to_have_count(1)
    assert SavedSearch.objects.get().owner == salwa


def test_a_link_sent_to_a_colleague_works_and_tells_nothing(
    corpus: dict[str, Article], enter: Enter, new_page, salwa: User, live_server
) -> None:
    saved = keep(salwa, SearchRequest(q="الرقة"), "سرّ سلمى", "")
    page = enter()
    page.goto(f"/searches/{saved.uuid}/")
    expect(page.locator("#saved-name")).to_have_text("سرّ سلمى")
    colleague = signed_in(new_page(viewport={"width": 1280, "height": 900}), researcher("omar"), live_server.url)
    colleague.goto(page.url)
    expect(colleague.locator(".hit")).to_have_count(3)
    expect(colleague.locator(".saved")).to_have_count(0)
    colleague.goto(f"/searches/{saved.uuid}/")
    expect(colleague.locator("h1")).to_have_text("الصفحة غير موجودة")


def test_without_the_search_server_the_list_stands(
    corpus: dict[str, Article], enter: Enter, salwa: User, search_server
) -> None:
    keep(salwa, SearchRequest(q="الرقة", facets={"actor": ("un",)}), "أخبار", "")
    page = enter()
    connections.create_connection("default", hosts=["http://127.0.0.1:1"])
    try:
        page.goto("/en/searches/")
        expect(page.get_by_role("note")).to_contain_text("does not answer")
        expect(page.locator(".entry h2")).to_have_text("أخبار")
        expect(page.locator(".wording li")).to_have_text(["Words الرقة", "Actor United Nations"])
        expect(page.locator(".standing")).to_have_count(0)
    finally:
        connections.add_connection("default", search_server)


def test_the_name_of_a_saved_search_stays_out_of_the_browsers_store(
    corpus: dict[str, Article], enter: Enter, salwa: User
) -> None:
    saved = keep(salwa, SearchRequest(q="الرقة"), "سرّ سلمى", "")
    page = enter()
    page.goto(f"/searches/{saved.uuid}/")
    page.locator("#actor-un").click()
    expect(page.locator(".chip")).to_have_count(1)
    assert "سرّ سلمى" not in page.evaluate("JSON.stringify(sessionStorage) + JSON.stringify(localStorage)")
    page.go_back()
    expect(page.locator(".chip")).to_have_count(0)
    expect(page.locator("#saved-name")).to_have_text("سرّ سلمى")
