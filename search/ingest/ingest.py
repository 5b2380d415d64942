"""Brings files and folders into the corpus, and reports what became of each input."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from django.utils.timezone import now

from search.fetching.files import Unreadable, read_path, total_bytes
from search.ingest.originals import digest
from search.ingest.store import store
from search.models import Article, IngestRun, Rejection
from search.pipeline import Knowledge, read
from search.types import Draft, RawPage, UnreadablePage

BATCH = 100
"""Articles a transaction: long enough to be quick, short enough that other writers wait for well under a second."""

_REMOVED: Final = (
    "This article was removed for good and is not taken in again: the list of removals says when and why. Leave it out."
)


def ingest(paths: Iterable[Path], knowledge: Knowledge, tell: Callable[[int], object] = lambda done: None) -> IngestRun:
    """Reads every article under `paths` and stores what is new or changed; returns the finished report.

    `tell` is called with the bytes read since the last call.
    """
    run = IngestRun.objects.create(total=total_bytes(paths := list(paths)))
    return ingest_inputs((found for path in paths for found in read_path(path)), run, knowledge, tell)


def ingest_inputs(
    inputs: Iterable[RawPage | Unreadable],
    run: IngestRun,
    knowledge: Knowledge,
    tell: Callable[[int], object] = lambda done: None,
) -> IngestRun:
    """Stores what is new or changed among `inputs`, and reports in `run`, batch by batch, what became of each.

    What cannot be read becomes a `Rejection` with its reason, and the rest goes on. Cut short, it keeps the batches that
    were stored; called again with the same inputs, it goes on from there.
    """
    inputs = iter(inputs)
    while batch := list(islice(inputs, BATCH)):
        drafts = list(_drafts(batch, knowledge, run))
        for draft, outcome in zip(drafts, store(drafts, knowledge, run), strict=True):
            if outcome == "removed":
                _reject(run, draft.raw.name, _REMOVED)
            else:
                setattr(run, outcome, getattr(run, outcome) + 1)
        read = sum(len(found.content) for found in batch if isinstance(found, RawPage))
        run.done += read
        run.touched = now()
        run.save()
        tell(read)
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
