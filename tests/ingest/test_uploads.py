"""Uploaded files: kept until they are read, read once, reported on under their own names, whatever happens meanwhile."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import now

from search.ingest import ingest as ingesting
from search.ingest.uploads import read_uploads, receive, waiting
from search.models import Article, IngestRun

pytestmark = pytest.mark.django_db

_PAGE = "ترميم الجسر القديم\n\n2023-05-05\n\nقال مهندس في الرقة إن المدينة أنجزت ترميم الجسر القديم رقم {}، وإنه سيفتح قريباً."


def page(number: int, name: str = "page.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, _PAGE.format(number).encode())


def folder(run: IngestRun) -> Path:
    return Path(settings.UPLOADS_DIR) / str(run.pk)


def test_each_file_is_read_and_reported_under_its_own_name() -> None:
    run = receive(
        [page(1), page(2), SimpleUploadedFile("photo.png", b"\x89PNG\r\n"), SimpleUploadedFile("empty.txt", b"")], None
    )
    assert run.total > 0
    assert read_uploads() == 1
    run.refresh_from_db()
    assert (run.new, run.rejected, run.share) == (2, 2, 1.0)
    assert run.finished
    assert set(Article.objects.values_list("source_name", "ingest_run")) == {("page.txt", run.pk)}
    assert set(run.rejections.values_list("name", flat=True)) == {"photo.png", "empty.txt"}
    assert not folder(run).exists()
    assert read_uploads() == 0


def test_an_upload_whose_worker_was_killed_goes_on_where_it_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingesting, "BATCH", 2)
    run = receive([page(number) for number in range(5)], None)

    class Killed(BaseException):
        pass

    store = ingesting.store
    batches: list[int] = []

    def killed_in_the_second(*arguments: object) -> object:
        batches.append(1)
        if len(batches) == 2:
            raise Killed
        return store(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(ingesting, "store", killed_in_the_second)
    with pytest.raises(Killed):
        read_uploads()
    run.refresh_from_db()
    assert (run.new, run.finished) == (2, None)
    assert not waiting().exists()  # its worker may be at it
    IngestRun.objects.update(touched=now() - timedelta(minutes=5))
    assert read_uploads() == 1
    run.refresh_from_db()
    assert (run.new, run.unchanged, run.rejected) == (5, 0, 0)
    assert Article.objects.count() == 5


def test_a_page_that_we_fail_on_is_reported_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    read = ingesting.read

    def fails(raw: object, knowledge: object) -> object:
        if "bad" in raw.name:  # type: ignore[attr-defined]
            raise ZeroDivisionError
        return read(raw, knowledge)  # type: ignore[arg-type]

    monkeypatch.setattr(ingesting, "read", fails)
    run = receive([page(1), page(2, "bad.txt"), page(3)], None)
    read_uploads()
    run.refresh_from_db()
    assert (run.new, run.rejected) == (2, 1)
    assert "(ZeroDivisionError): that is a fault of ours" in run.rejections.get().sentence
