"""Articles in other languages than Arabic: each in its own direction, labelled, and to be chosen by a facet."""

import pytest
from django.conf import settings
from django.core.management import call_command
from elasticsearch import Elasticsearch
from playwright.sync_api import Page, expect

from search.index.sync import drain
from search.models import Article

_SAMPLE = settings.BASE_DIR / "search" / "data" / "sample"


@pytest.fixture
def sample(empty_index: Elasticsearch) -> None:
    """Two outlets of the sample, which publish in Arabic, English, Persian and Sorani."""
    call_command("ingest", _SAMPLE / "marsad-nakhil", _SAMPLE / "qawafil-siraj")


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize(
    ("prefix", "query", "language", "direction", "label"),
    [
        ("", "کوردستان", "ckb", "rtl", "الكردية السورانية"),
        ("/en", "كوردستان", "ckb", "rtl", "Central Kurdish"),
        ("", "ایران وین", "fa", "rtl", "الفارسية"),
        ("/en", "ايران وين", "fa", "rtl", "Persian"),
        ("", "fossil fuel", "en", "ltr", "الإنجليزية"),
        ("/en", "fossil fuel", "en", "ltr", "English"),
    ],
)
def test_an_article_shows_in_its_own_direction(
    page: Page, prefix: str, query: str, language: str, direction: str, label: str
) -> None:
    page.goto(f"{prefix}/?q={query}&language={language}")
    expect(page.locator(".hit")).to_have_count(1)
    expect(page.locator(".hit")).to_have_attribute("dir", direction)
    expect(page.locator(".hit h2")).to_have_attribute("lang", language)
    expect(page.locator(".passages")).to_have_attribute("lang", language)
    expect(page.locator(".hit .language")).to_have_text(label)
    expect(page.locator(".hit mark").first).to_be_visible()
    page.locator(".hit h2 a").click()
    article = page.locator("article.article")
    expect(article).to_have_attribute("dir", direction)
    expect(article).to_have_attribute("lang", language)
    expect(article.locator(".byline .language")).to_have_text(label)
    expect(article.locator("mark").first).to_be_visible()


@pytest.mark.usefixtures("sample")
def test_languages_are_chosen_in_the_last_panel(page: Page) -> None:
    page.goto("/en/")
    expect(page.locator(".panel h2").last).to_have_text("Languages")
    names = page.locator("#panel-language + ul bdi")
    assert set(names.all_inner_texts()) == {"Arabic", "English", "Persian", "Central Kurdish"}
    page.locator("#language-fa").click()
    expect(page.locator(".chip")).to_contain_text("Language Persian")
    expect(page.locator(".hit")).to_have_count(1)
    page.locator("#language-ckb").click()
    expect(page.locator(".hit")).to_have_count(2)
    page.get_by_role("link", name="العربية").click()
    expect(page.locator(".chip bdi")).to_have_text(["الفارسية", "الكردية السورانية"])
    assert Article.objects.filter(language__in=["fa", "ckb"]).count() == 2


def test_one_language_is_no_choice(page: Page, corpus: dict[str, Article]) -> None:
    page.goto("/en/")
    expect(page.locator(".panel").first).to_be_visible()
    expect(page.locator("#panel-language")).to_have_count(0)
    expect(page.locator(".hit .language")).to_have_count(0)
    page.goto("/en/?language=fa")
    expect(page.locator("#language-fa")).to_have_attribute("aria-current", "true")
    expect(page.locator("#language-fa .number")).to_have_text("0")


def test_an_article_whose_language_is_not_told_runs_as_its_letters_do(page: Page, corpus: dict[str, Article]) -> None:
    Article.objects.filter(pk=corpus["dam"].pk).update(language="und")
    drain()
    page.goto("/?language=und")
    expect(page.locator(".chip bdi")).to_have_text("لغة غير محدّدة")
    expect(page.locator(".hit")).to_have_attribute("dir", "auto")
    expect(page.locator(".hit h2")).to_have_attribute("lang", "")
    expect(page.locator(".hit .language")).to_have_count(0)
    assert page.locator(".hit").evaluate("card => getComputedStyle(card).direction") == "rtl"
