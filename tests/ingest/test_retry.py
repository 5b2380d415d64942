"""Rejected pages are kept, and become articles when they can be read."""

from pathlib import Path

import pytest
from django.utils.timezone import now

from search import knowledge
from search.ingest import ingest as ingesting
from search.ingest.retry import retry_what_was_asked
from search.models import Article, IngestRun

pytestmark = pytest.mark.django_db

_STORY = "جسر الرقة\n\nقال مهندس في الرقة إن المدينة أنجزت ترميم الجسر القديم وسيفتح أمام السيارات قريباً."


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> IngestRun:
    """A run that failed on one page for a fault of ours, mended since; found no text on another; and could not open a
    third."""
    (tmp_path / "story.txt").write_text(_STORY, encoding="utf-8")
    (tmp_path / "menu.html").write_text("<html><body><nav>الرئيسية</nav></body></html>", encoding="utf-8")
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    read = ingesting.read

    def fails(raw: object, known: object) -> object:
        if "story" in raw.name:  # type: ignore[attr-defined]
            raise ZeroDivisionError
        return read(raw, known)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(ingesting, "read", fails)
        return ingesting.ingest([tmp_path], knowledge.current())


def test_what_can_be_read_by_now_becomes_an_article(run: IngestRun) -> None:
    assert (run.rejected, run.retriable) == (3, 2)
    assert retry_what_was_asked() == 0
    IngestRun.objects.update(retry_asked=now())
    assert retry_what_was_asked() == 1
    article = Article.objects.get()
    assert article.title == "جسر الرقة"
    assert article.ingest_run == run
    run.refresh_from_db()
    assert (run.retriable, run.retry_asked) == (1, None)
    states = {Path(one.name).name: bool(one.settled) for one in run.rejections.all()}
    assert states == {"story.txt": True, "menu.html": False, "photo.png": False}
    IngestRun.objects.update(retry_asked=now())
    assert retry_what_was_asked() == 0
    assert Article.objects.count() == 1
