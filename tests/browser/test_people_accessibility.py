"""Pages of people and saved searches, for every reader."""

import pytest
from playwright.sync_api import Page, expect

from search.models import Article
from search.people.saved_searches import keep
from search.query.request import SearchRequest
from tests.browser.axe import assert_no_violation, assert_nothing_sticks_out
from tests.browser.signing_in import researcher, signed_in

_FOR_ALL = [
    "/login/",
    "/sign-up/",
    "/password-reset/",
    "/password-reset/sent/",
    "/password-reset/x/y/",
    "/password-reset/done/",
]


def _assert_sound(page: Page, addresses: list[str]) -> None:
    for address in addresses:
        page.goto(address)
        expect(page.locator("h1")).to_be_visible()
        assert_no_violation(page)
        assert_nothing_sticks_out(page)


@pytest.mark.parametrize(
    ("prefix", "scheme", "width"),
    [("", "light", 320), ("", "dark", 1280), ("/en", "light", 1280), ("/en", "dark", 320)],
)
def test_pages_of_people(
    new_page, corpus: dict[str, Article], live_server, settings, prefix: str, scheme: str, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    _assert_sound(page, [prefix + address for address in _FOR_ALL])
    page.goto(f"{prefix}/sign-up/")
    page.locator("[name=username]").fill("x" * 20)
    page.locator("[name=email]").fill("x@example.org")
    page.locator("[name=password1]").fill("1")
    page.locator("[name=password2]").fill("1")
    page.locator("main form button").click()
    expect(page.locator(".errorlist").first).to_be_visible()
    assert_no_violation(page)
    assert_nothing_sticks_out(page)

    salwa = researcher("salwa_of_a_long_name_without_any_space")
    signed_in(page, salwa, live_server.url)
    _assert_sound(page, [f"{prefix}/searches/", f"{prefix}/account/", f"{prefix}/account/password/"])
    saved = keep(
        salwa, SearchRequest(q="الرقة", facets={"actor": ("un",)}, sort="oldest"), "أخبار الرقة", "ملاحظة\nطويلة"
    )
    Article.objects.create(identity="new", title="خبر", body="الرقة")
    addresses = [
        "/searches/",
        f"/searches/{saved.uuid}/",
        f"/?q=الرقة&saved={saved.uuid}",
        "/searches/save/?q=الرقة&actor=un",
    ]
    addresses += [f"/searches/{saved.uuid}/edit/", f"/searches/{saved.uuid}/delete/"]
    _assert_sound(page, [prefix + address for address in addresses])
    settings.SIGN_UP = False
    page.context.clear_cookies()
    _assert_sound(page, [f"{prefix}/sign-up/"])
