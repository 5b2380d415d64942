"""The ingest report in the admin."""

from pathlib import Path

from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from search import knowledge
from search.ingest.ingest import ingest
from tests.admin.shown import text_of


def test_reasons_are_told_in_the_language_of_the_page(client: Client, tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "broken.jsonl").write_text('{"title": 1\n{"title": "خبر"}\n', encoding="utf-8")
    run = ingest([tmp_path], knowledge.current())
    report = reverse("admin:search_ingestrun_change", args=[run.pk])
    assert "The line is not valid JSON (Expecting ',' delimiter" in text_of(client.get(report))
    with override("ar"):
        page = text_of(client.get(reverse("admin:search_ingestrun_change", args=[run.pk])))
    assert "السطر ليس JSON صحيحًا (Expecting ',' delimiter" in page
    assert "الملف ليس نصًّا ولا HTML ولا JSON Lines: استبعده" in page
