"""Uploaded files: kept until a worker has read them. A run without an end is the work; its folder holds the files."""

import logging
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Final

from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.timezone import now

from search import knowledge
from search.fetching.files import Unreadable, read_path
from search.ingest.ingest import ingest_inputs
from search.models import IngestRun
from search.types import RawPage

logger = logging.getLogger(__name__)

_ABANDONED: Final = timedelta(seconds=90)
"""A run that did not go on for so long was left by a worker that was killed: a batch takes seconds."""


@transaction.atomic
def receive(files: Iterable[UploadedFile], person: User | None) -> IngestRun:
    """Keeps the files for a worker to read; returns the run that will report on them."""
    run = IngestRun.objects.create(origin=IngestRun.Origin.UPLOAD, person=person)
    try:
        for number, file in enumerate(files):
            # A folder each: two files may have one name.
            path = _folder(run) / f"{number:05}" / Path(file.name or "upload").name
            path.parent.mkdir(parents=True)
            with path.open("wb") as kept:
                for chunk in file.chunks():
                    kept.write(chunk)
            run.total += path.stat().st_size
        run.save()
    except BaseException:
        shutil.rmtree(_folder(run), ignore_errors=True)
        raise
    return run


def waiting() -> QuerySet[IngestRun]:
    """Uploads that no worker reads at the moment, the oldest first."""
    idle = Q(touched=None) | Q(touched__lt=now() - _ABANDONED)
    return IngestRun.objects.filter(idle, origin=IngestRun.Origin.UPLOAD, finished=None).order_by("pk")


def read_uploads() -> int:
    """Reads every waiting upload to its end and deletes its files; returns the number of uploads."""
    read = 0
    while run := waiting().first():
        if not waiting().filter(pk=run.pk).update(touched=now()):
            continue  # another worker was quicker
        ingest_inputs(_inputs(run), run, knowledge.current())
        shutil.rmtree(_folder(run), ignore_errors=True)
        read += 1
    return read


def _inputs(run: IngestRun) -> Iterator[RawPage | Unreadable]:
    """The articles in the run's files, under the names that the files had where they came from."""
    for folder in sorted(_folder(run).iterdir()):
        for path in folder.iterdir():
            for found in read_path(path):
                yield replace(found, name=found.name.removeprefix(f"{folder}/"))


def _folder(run: IngestRun) -> Path:
    return Path(settings.UPLOADS_DIR) / str(run.pk)
