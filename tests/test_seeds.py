"""Five real pages from end to end, against what a careful reader gets from them. Skipped where ../shared is absent."""

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

from search import knowledge
from search.ingest.ingest import ingest
from search.models import Article
from search.query.request import SearchRequest
from search.query.search import search

NEEDED = 15
"""Of the 16 queries of level normalise or stem (issue A)."""


def test_what_is_read_from_the_pages(shared: Path, tmp_path: Path) -> None:
    printed = io.StringIO()
    call_command("inspect", *map(str, sorted((shared / "seeds").glob("*.txt"))), stdout=printed)
    (tmp_path / "out.jsonl").write_text(printed.getvalue(), encoding="utf-8")
    scored = subprocess.run(
        [sys.executable, shared / "gold" / "score.py", tmp_path / "out.jsonl"],
        capture_output=True,
        text=True,
        check=False,
    )
    print(scored.stdout)
    assert "plain checks: 0 failed" in scored.stdout
    figures = re.findall(r"(actor|location)s: precision ([\d.]+) recall ([\d.]+)", scored.stdout)
    assert len(figures) == 2
    for _, precision, recall in figures:
        assert float(precision) >= 0.60
        assert float(recall) >= 0.60


@pytest.mark.usefixtures("empty_index")
def test_queries_find_their_article_and_mark_the_word(shared: Path) -> None:
    call_command("ingest", str(shared / "seeds"))
    gold = json.loads((shared / "gold" / "seeds.json").read_text(encoding="utf-8"))
    articles = {Path(article.source_name).name: article for article in Article.objects.all()}
    failed = []
    asked = [
        (page["file"], query) for page in gold for query in page["queries"] if query["level"] in {"normalise", "stem"}
    ]
    for file, query in asked:
        hits = {hit.article: hit for hit in search(SearchRequest(q=query["q"])).hits}
        hit = hits.get(articles[file])
        passages = (hit.title, *hit.passages) if hit else ()
        marked = {segment.text for passage in passages for segment in passage if segment.marked}
        if query["must_highlight"] not in marked:
            failed.append(query["q"])
    assert len(asked) == 16
    assert len(asked) - len(failed) >= NEEDED, failed


@pytest.mark.django_db
def test_reading_the_pages_twice_changes_nothing(shared: Path) -> None:
    first = ingest([shared / "seeds"], knowledge.current())
    again = ingest([shared / "seeds"], knowledge.current())
    assert (first.new, again.unchanged, again.new + again.changed) == (5, 5, 0)
