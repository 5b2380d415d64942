"""Brings files and folders into the corpus, and reports what became of each input."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from django.utils.timezone import now

from search.fetching.files import Unreadable, read_path
from search.ingest.originals import digest
from search.ingest.store import store
from search.models import Article, IngestRun, Rejection
from search.pipeline import Knowledge, read
from search.types import Draft, RawPage, UnreadablePage

BATCH = 100
"""Articles a transaction: long enough to be quick, short enough that other writers wait for well under a second."""


def ingest(paths: Iterable[Path], knowledge: Knowledge, tell: Callable[[int], object] = lambda done: None) -> IngestRun:
    """Reads every article under `paths` and stores what is new or changed; returns the finished report.

    What cannot be read becomes a `Rejection` with its reason, and the rest goes on. Cut short, it keeps the batches that
    were stored; called again, it goes on from there. `tell` is called with the bytes read since the last call.
    """
    run = IngestRun.objects.create()
    inputs = (found for path in paths for found in read_path(path))
    while batch := list(islice(inputs, BATCH)):
        for outcome in store(list(_drafts(batch, knowledge, run)), knowledge):
            setattr(run, outcome, getattr(run, outcome) + 1)
        run.save()
        tell(sum(len(found.content) for found in batch if isinstance(found, RawPage)))
    run.finished = now()
    run.save()
    return run


def _drafts(batch: list[RawPage | Unreadable], knowledge: Knowledge, run: IngestRun) -> Iterator[Draft]:
    """Drafts of what has to be read; the rest is counted in `run`."""
    done = _read_before(batch, knowledge)
    for found in batch:
        if isinstance(found, Unreadable):
            _reject(run, found.name, found.reason)
            continue
        if digest(found.content) in done:
            run.unchanged += 1
            continue
        try:
            yield read(found, knowledge)
        except UnreadablePage as problem:
            _reject(run, found.name, str(problem))


def _read_before(batch: list[RawPage | Unreadable], knowledge: Knowledge) -> set[str]:
    """Digests of the originals that were read already, with this knowledge."""
    digests = [digest(found.content) for found in batch if isinstance(found, RawPage)]
    articles = Article.objects.filter(original__in=digests, knowledge_version=knowledge.version)
    return set(articles.values_list("original", flat=True))


def _reject(run: IngestRun, name: str, reason: str) -> None:
    Rejection.objects.create(run=run, name=name[-1000:], reason=reason)
    run.rejected += 1
