"""A real worker with the real broker: what is committed becomes searchable, and nobody asks for it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from search.models import Article, Nudge
from search.query.request import SearchRequest
from search.query.search import search
from search.tasks import nudge_index, send_changes

_ROOT = Path(__file__).resolve().parent.parent
_PATIENCE = 40.0


@contextmanager
def worker() -> Iterator[None]:
    """A Celery worker in a process of its own, on the database of the tests."""
    database = connection.settings_dict
    if connection.vendor == "sqlite":
        url = f"sqlite:///{database['NAME']}"
    else:
        url = f"postgres://{database['USER']}@{database['HOST']}:{database['PORT']}/{database['NAME']}"
    process = subprocess.Popen(
        [sys.executable, "-m", "celery", "-A", "newsindex", "worker", "--pool", "threads", "--loglevel", "warning"],
        cwd=_ROOT,
        env={**os.environ, "DATABASE_URL": url, "DATA_DIR": str(settings.DATA_DIR)},
        start_new_session=True,
    )
    try:
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def becomes(total: int) -> bool:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        if search(SearchRequest(q="فيضان")).total == total:
            return True
        time.sleep(0.3)
    return False


@pytest.mark.usefixtures("empty_index")
def test_a_worker_sends_what_is_committed() -> None:
    with worker():
        article = Article.objects.create(identity="flood", title="فيضان النهر", body="غمر الفيضان الحقول.")
        assert becomes(1)
        article.delete()
        assert becomes(0)


@pytest.mark.usefixtures("empty_index")
def test_one_nudge_is_under_way_at_most() -> None:
    send_changes()
    for number in range(5):
        Article.objects.create(identity=str(number), body="نص")
    first = Nudge.objects.get(kind="index").sent
    assert first is not None
    nudge_index()
    assert Nudge.objects.get(kind="index").sent == first
    send_changes()
    assert Nudge.objects.get(kind="index").sent is None
    assert search(SearchRequest(q="نص")).total == 5
