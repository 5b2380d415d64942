"""The five real pages beside the repository, where they are present: furniture, text, title, date and outlet as a careful
reader has them."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from search.arabic.letters import DROPPED
from search.cleaning.clean import clean
from search.types import CleanArticle, RawPage

SHARED = Path(__file__).resolve().parents[3] / "shared"
GOLD = json.loads((SHARED / "gold/seeds.json").read_text("utf-8")) if (SHARED / "gold/seeds.json").exists() else []

pytestmark = pytest.mark.skipif(not GOLD, reason="../shared is absent")


def plain(text: str | None) -> str:
    return " ".join(re.sub("|".join(DROPPED), "", text or "").split())


@pytest.fixture(params=GOLD, ids=lambda page: page["file"][:3])
def page(request: pytest.FixtureRequest) -> tuple[dict[str, Any], CleanArticle]:
    gold: dict[str, Any] = request.param
    content = (SHARED / "seeds" / gold["file"]).read_bytes()
    return gold, clean(RawPage(gold["file"], content, "text/plain"), ())


def test_furniture_is_gone_and_the_text_is_kept(page: tuple[dict[str, Any], CleanArticle]) -> None:
    gold, article = page
    lines = [plain(line) for line in article.body.split("\n")]
    assert not [line for line in gold["furniture"] if plain(line) in lines]
    assert not [passage for passage in gold["must_keep"] if plain(passage) not in plain(article.body)]
    assert all(lines.count(plain(line)) < 2 for line in gold["duplicate_lines"])
    seed = (SHARED / "seeds" / gold["file"]).read_text("utf-8").split("\n")
    assert lines == [plain(seed[number - 1]) for number in gold["zones"]["body"]]


def test_the_header_is_read(page: tuple[dict[str, Any], CleanArticle]) -> None:
    gold, article = page
    assert plain(article.title) in [plain(title) for title in gold["title_accept"]] or article.title == (
        gold["title"] or ""
    )
    assert (article.published.isoformat()[:10] if article.published else None) == gold["published"]
    assert article.outlet == gold["outlet"]["name"]
    assert list(article.authors) == gold["authors"]
    assert article.dateline == gold["dateline"]
