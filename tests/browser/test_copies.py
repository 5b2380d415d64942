"""Copies on the pages: one card a story, and the article's page says where else it appeared."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from search.index.sync import drain
from search.models import Article, Outlet
from tests.copies import texts


@pytest.fixture
def bridge(corpus: dict[str, Article]) -> dict[str, Article]:
    """A wire story at four outlets, beside the corpus."""
    names = {"agency": "وكالة الجسر", "morning": "صباح النهر", "evening": "مساء النهر", "weekly": "أسبوعية النهر"}
    bodies = {
        "agency": texts.WIRE,
        "morning": texts.WIRE.replace("،", ""),
        "evening": texts.CUT,
        "weekly": texts.EDITED,
    }
    articles = {
        key: Article.objects.create(
            identity=key,
            title=f"افتتاح الجسر الجديد ({name})",
            body=bodies[key],
            outlet=Outlet.objects.create(key=key, name_ar=name, name_en=key.title()),
            published=f"2024-05-0{day}",
            published_on=date(2024, 5, day),
            url=f"https://{key}.example/bridge",
            source_name=f"/pages/{key}.html",
        )
        for day, (key, name) in enumerate(names.items(), start=3)
    }
    drain()
    return articles


def test_a_card_says_how_many_copies_there_are_and_where(page: Page, bridge: dict[str, Article]) -> None:
    page.goto("/?q=افتتاح الجسر الجديد")
    expect(page.locator("#count")).to_have_text("مقال واحد")
    card = page.locator(".hit")
    expect(card.locator("h2")).to_have_text("افتتاح الجسر الجديد (وكالة الجسر)")
    expect(card.locator(".copies a")).to_have_text("و3 نسخ أخرى")
    assert set(card.locator(".copies bdi").all_inner_texts()) == {"صباح النهر", "مساء النهر", "أسبوعية النهر"}
    card.locator(".copies a").click()
    expect(page.locator("#copies")).to_be_in_viewport()
    expect(page.locator("#copies li")).to_have_count(3)


def test_every_copy_can_be_shown_and_the_filters_stay(page: Page, bridge: dict[str, Article]) -> None:
    page.goto("/en/?q=الجسر&outlet=morning&outlet=weekly&outlet=agency")
    expect(page.locator("#count")).to_have_text("1 article")
    page.get_by_role("link", name="Show every copy").click()
    expect(page.locator("#count")).to_have_text("2 articles")
    expect(page.locator(".chip")).to_have_count(3)
    expect(page.locator(".hit .copies a")).to_have_text(["and 1 copy"])
    page.reload()
    expect(page.locator(".hit")).to_have_count(2)
    page.get_by_role("link", name="Count each story once").click()
    expect(page.locator("#count")).to_have_text("1 article")
    assert "copies" not in page.url


def test_the_best_that_passes_the_filter_is_on_the_card(page: Page, bridge: dict[str, Article]) -> None:
    page.goto("/en/?q=الجسر&outlet=evening")
    expect(page.locator(".hit h2")).to_have_text("افتتاح الجسر الجديد (مساء النهر)")
    expect(page.locator(".hit .copies a")).to_have_text("and 3 copies")
    agency = page.locator(".choice", has_text="Agency").first
    expect(agency.locator(".number")).to_have_text("1")


def test_the_article_lists_its_appearances_and_the_shares(page: Page, bridge: dict[str, Article]) -> None:
    page.goto(f"/en/article/{bridge['agency'].pk}/")
    copies = page.locator("#copies")
    expect(copies).to_contain_text("In searches this article stands for all of them.")
    same, changed = copies.locator("ul").all()
    expect(same.locator("li")).to_have_count(1)
    expect(same).to_contain_text("Morning")
    expect(same).to_contain_text("4 May 2024")
    expect(same).to_contain_text("morning.html")
    expect(same.get_by_role("link", name="Source page")).to_have_attribute("href", "https://morning.example/bridge")
    expect(changed.locator("li").first).to_contain_text("100% of its words are in this article")
    expect(changed.locator("li").last).to_contain_text("92% of its words are in this article")
    changed.locator("a").first.click()
    expect(page.locator("h1")).to_have_text(bridge["evening"].title)
    expect(page.locator("#copies li")).to_have_count(3)
    expect(page.locator("#copies li", has_text="stands for all in searches")).to_contain_text("Agency")
    expect(page.locator("#copies li", has_text="stands for all in searches")).to_contain_text("79% of its words")


def test_a_hidden_copy_is_mentioned_nowhere(page: Page, bridge: dict[str, Article]) -> None:
    Article.objects.filter(pk=bridge["morning"].pk).update(hidden=True)
    drain()
    page.goto("/en/?q=افتتاح الجسر الجديد")
    expect(page.locator(".hit .copies a")).to_have_text("and 2 copies")
    page.goto(f"/en/article/{bridge['agency'].pk}/")
    expect(page.locator("#copies li")).to_have_count(2)
    expect(page.locator("#copies")).not_to_contain_text("Morning")


def test_an_article_without_copies_says_nothing_of_them(page: Page, corpus: dict[str, Article]) -> None:
    page.goto(f"/article/{corpus['dam'].pk}/")
    assert page.locator("#copies").count() == 0
    page.goto("/?q=السد")
    assert page.locator(".hit .copies").count() == 0
