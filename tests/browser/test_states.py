"""What a reader sees when there is nothing to show, or not for them."""

from collections.abc import Iterator

import pytest
from django.contrib.auth import get_user_model
from django.test import RequestFactory
from django.utils.translation import override
from django.views.defaults import server_error
from elasticsearch import Elasticsearch
from elasticsearch.dsl.connections import connections
from playwright.sync_api import Page, expect

from search.models import Article


@pytest.fixture
def server_away(search_server: Elasticsearch) -> Iterator[None]:
    """The product's client asks a port where nothing listens."""
    connections.create_connection("default", hosts=["http://127.0.0.1:1"])
    yield
    connections.add_connection("default", search_server)


def test_an_empty_corpus_says_how_articles_come_in(page: Page, empty_index: Elasticsearch) -> None:
    page.goto("/en/")
    expect(page.locator("#count")).to_have_text("No articles yet")
    expect(page.locator("pre")).to_contain_text("manage.py ingest")


def test_articles_on_their_way_to_the_index(page: Page, empty_index: Elasticsearch) -> None:
    Article.objects.bulk_create(Article(identity=str(number), body="نصّ") for number in range(3))
    page.goto("/")
    expect(page.locator(".note")).to_contain_text("حُفظت 3 مقالات")


def test_nothing_found_leads_on(page: Page, corpus: dict[str, Article]) -> None:
    page.goto("/en/?q=زرافة&actor=un")
    expect(page.locator("#count")).to_have_text("Nothing found")
    page.get_by_role("link", name="Keep the filters, without the words").click()
    expect(page.locator(".hit")).to_have_count(3)
    page.goto("/en/?q=ملوحة&actor=sy")
    page.get_by_role("link", name="Search for the same words without filters").click()
    expect(page.locator(".hit")).to_have_count(1)


def test_the_search_server_is_away(
    page: Page, corpus: dict[str, Article], search_server: Elasticsearch, request: pytest.FixtureRequest
) -> None:
    page.goto("/en/?q=الرقة")
    request.getfixturevalue("server_away")
    with page.expect_response("**/en/?**") as answer:
        page.locator("#actor-un").click()
    assert answer.value.status == 503
    expect(page.get_by_role("heading", name="The search server does not answer")).to_be_visible()
    expect(page.get_by_role("combobox")).to_have_value("الرقة")
    page.goto(f"/en/article/{corpus['dam'].pk}/?q=الرقة")
    expect(page.get_by_role("note")).to_contain_text("does not answer")
    assert page.locator("article.article p:not(.byline)").all_inner_texts() == corpus["dam"].body.split("\n")
    connections.add_connection("default", search_server)
    page.goto("/en/?q=الرقة&actor=un")
    expect(page.locator(".hit")).to_have_count(1)


def test_a_closed_corpus_asks_to_sign_in_and_goes_on_where_one_was(
    page: Page, corpus: dict[str, Article], settings
) -> None:
    settings.PUBLIC_SEARCH = False
    get_user_model().objects.create_user("salwa", password="a password of hers")
    page.goto(f"/en/article/{corpus['dam'].pk}/?q=الرقة")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    page.get_by_label("Username").fill("salwa")
    page.get_by_label("Password").fill("wrong")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_label("Password").fill("a password of hers")
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator("h1")).to_have_text(corpus["dam"].title)
    page.goto("/en/")
    expect(page.locator(".hit")).to_have_count(len(corpus))
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


@pytest.mark.parametrize("address", ["/en/nothing-here/", "/en/article/999999/", f"/en/article/{10**30}/"])
def test_no_such_page(page: Page, corpus: dict[str, Article], address: str) -> None:
    answer = page.goto(address)
    assert answer is not None and answer.status == 404
    expect(page.locator("h1")).to_have_text("Page not found")
    page.get_by_role("link", name="To the search").click()
    expect(page.locator(".hit").first).to_be_visible()


@pytest.mark.parametrize(("language", "word"), [("ar", "حدث خطأ"), ("en", "Something went wrong")])
def test_the_page_for_a_fault_of_ours(language: str, word: str) -> None:
    """Django renders it without a request's context, so it must need none."""
    with override(language):
        page = server_error(RequestFactory().get("/")).content.decode()
    assert f"<h1>{word}</h1>" in page
    assert f'<html lang="{language}"' in page
