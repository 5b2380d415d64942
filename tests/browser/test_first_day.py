"""A newcomer's first five minutes with the sample: a question answered, saved, and a wrong outlet put right."""

import pytest
from django.core.management import call_command
from elasticsearch import Elasticsearch
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from search.people.groups import CURATOR, add_to
from tests.browser.signing_in import researcher, signed_in


@pytest.mark.parametrize(
    ("prefix", "copies", "save", "keep", "correct", "send", "other"),
    [
        ("/en", "copies", "Save this search", "Save", "Correct this article", "Save", "كراسات الأطلس"),
        ("", "نسخ", "احفظ هذا البحث", "احفظ", "صحّح هذا المقال", "احفظ", "كراسات الأطلس"),
    ],
)
def test_asked_saved_and_corrected(
    page: Page,
    empty_index: Elasticsearch,
    live_server: LiveServer,
    prefix: str,
    copies: str,
    save: str,
    keep: str,
    correct: str,
    send: str,
    other: str,
) -> None:
    call_command("sample", "load")
    salwa = researcher("salwa")
    add_to(CURATOR, salwa)
    signed_in(page, salwa, live_server.url)

    page.goto(f"{prefix}/")
    page.get_by_role("combobox").fill("غارات البوكمال والميادين")
    page.get_by_role("combobox").press("Enter")
    expect(page.locator(".hit").first.locator("mark").first).to_be_visible()
    expect(page.locator(".hit").first).to_contain_text(copies)

    page.get_by_role("link", name=save).click()
    page.get_by_role("button", name=keep).click()
    expect(page.locator("#saved-name")).to_have_text("غارات البوكمال والميادين")

    page.locator("#filters [id^=outlet-]").first.click()
    expect(page.locator(".chip")).to_have_count(1)
    page.locator(".hit h2 a").first.click()
    title = page.locator("h1").inner_text()
    page.get_by_role("link", name=correct).click()
    page.locator(".select2-selection").click()
    page.locator(".select2-search__field").fill(other)
    page.get_by_role("option", name=other).click()
    page.get_by_role("button", name=send, exact=True).click()
    expect(page.locator(".messagelist .success")).to_be_visible()

    page.goto(f"{prefix}/?q=غارات البوكمال والميادين&copies=all")
    corrected = page.locator(".hit", has=page.get_by_role("heading", name=title))
    expect(corrected.first.locator(".outlet")).to_have_text(other)
    expect(page.locator("#filters a.choice", has_text=other)).to_have_count(1)
