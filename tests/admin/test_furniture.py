"""Learned lines in the admin: seen with their count and samples, overruled by a curator, who is heeded at once."""

import json
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from search import knowledge
from search.ingest.ingest import ingest
from search.ingest.replay import replay_furniture
from search.models import Article, FurnitureLine
from tests.admin.shown import text_of
from tests.cleaning.test_learned import CITIES, CROPS, FOOTER, OUTLET, body


@pytest.fixture
def learned(db: None, tmp_path: Path) -> FurnitureLine:
    """The footer of an outlet with a dozen articles."""
    path = tmp_path / "feed.jsonl"
    pages = [
        {"id": str(at), "title": f"موسم {crop}", "body": body(city, crop), "outlet": OUTLET}
        for at, (city, crop) in enumerate(zip(CITIES, CROPS, strict=True))
    ]
    path.write_text("\n".join(map(json.dumps, pages)), encoding="utf-8")
    ingest([path], knowledge.current())
    call_command("learn_furniture")
    return FurnitureLine.objects.get(text=FOOTER)


def address(line: FurnitureLine) -> str:
    return reverse("admin:search_furnitureline_change", args=[line.pk])


def test_a_curator_keeps_a_line_and_takes_it_back(client: Client, curator: User, learned: FurnitureLine) -> None:
    listed = text_of(client.get(reverse("admin:search_furnitureline_changelist")))
    assert FOOTER in listed
    assert "100%" in listed
    assert not Article.objects.filter(body__contains=FOOTER).exists()

    client.post(address(learned), {"verdict": "keep"})
    learned.refresh_from_db()
    assert (learned.verdict, learned.decided_by) == ("keep", curator)
    replay_furniture()
    assert Article.objects.filter(body__contains=FOOTER).count() == len(CROPS)

    client.post(address(learned), {"verdict": ""})
    replay_furniture()
    learned.refresh_from_db()
    assert (learned.verdict, learned.decided_by) == ("", None)
    assert not Article.objects.filter(body__contains=FOOTER).exists()


def test_learning_owns_the_rest(client: Client, learned: FurnitureLine) -> None:
    client.post(address(learned), {"verdict": "drop", "text": "سطر آخر", "count": "1", "kind": "heading"})
    learned.refresh_from_db()
    assert (learned.text, learned.count, learned.kind) == (FOOTER, len(CROPS), "furniture")


def test_the_page_beside_its_text_knows_what_was_learned(client: Client, learned: FurnitureLine) -> None:
    article = Article.objects.order_by("pk").first()
    assert article
    page = text_of(client.get(reverse("admin:search_article_change", args=[article.pk])))
    assert "older rules" not in page
