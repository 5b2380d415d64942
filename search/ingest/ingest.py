"""Brings files and folders into the corpus, and reports what became of each input."""

import logging
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from typing import Final

from django.db import transaction
from django.db.models import F, Q
from django.utils.timezone import now

from search.fetching.files import Unreadable, read_path, total_bytes
from search.ingest.lists import remember
from search.ingest.originals import digest, keep
from search.ingest.store import store
from search.models import IngestRun, Rejection, Revision
from search.pipeline import Knowledge, read
from search.sentences import Sentence
from search.types import Draft, RawPage, UnreadablePage

logger = logging.getLogger(__name__)

BATCH = 100
"""Articles a transaction: long enough to be quick, short enough that other writers wait for well under a second."""

REMOVED: Final = Sentence(
    "This article was removed for good and is not taken in again: the list of removals says when and why. Leave it out."
)
_NAME_LENGTH: Final = Rejection._meta.get_field("name").max_length or 0


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
    """Stores what is new or changed among `inputs` and reports in `run`, in the same transaction, what became of each.

    What cannot be read becomes a `Rejection` with its reason, and the rest goes on. Cut short, it keeps the batches that
    were stored; called again with the same run and inputs, it goes on behind them.
    """
    remember()
    left = islice(inputs, run.inputs, None)
    while batch := list(islice(left, BATCH)):
        drafts, rejections, unchanged = _read(batch, knowledge)
        read_bytes = sum(len(found.content) for found in batch if isinstance(found, RawPage))
        with transaction.atomic():
            for draft, outcome in zip(drafts, store(drafts, knowledge, run), strict=True):
                if outcome == "removed":
                    rejections.append(Rejection.of(draft.raw.name, REMOVED))
                else:
                    setattr(run, outcome, getattr(run, outcome) + 1)
            for rejection in rejections:
                rejection.run, rejection.name = run, rejection.name[-_NAME_LENGTH:]
            Rejection.objects.bulk_create(rejections)
            run.rejected += len(rejections)
            run.unchanged += unchanged
            run.done += read_bytes
            run.touched = now()
            run.save()
        tell(read_bytes)
    run.finished = now()
    run.save()
    return run


def _read(batch: list[RawPage | Unreadable], knowledge: Knowledge) -> tuple[list[Draft], list[Rejection], int]:
    """Drafts of what has to be read, rejections of what can't be, and how many were read before."""
    done = _read_before(batch, knowledge)
    drafts: list[Draft] = []
    rejections: list[Rejection] = []
    unchanged = 0
    for found in batch:
        if isinstance(found, Unreadable):
            rejections.append(Rejection.of(found.name, found.reason))
        elif digest(found.content) in done:
            unchanged += 1
        elif isinstance(draft := draft_of(found, knowledge), Draft):
            drafts.append(draft)
        else:
            original = keep(found.content)
            rejections.append(Rejection.of(found.name, draft, original, found.media_type))
    return drafts, rejections, unchanged


def draft_of(page: RawPage, knowledge: Knowledge) -> Draft | Sentence:
    """The page's draft, or the sentence that says why there is none. Never raises: one page that our code fails on must not
    end the reading of thousands; the log then has the details."""
    try:
        return read(page, knowledge)
    except UnreadablePage as problem:
        return problem.sentence
    except Exception as fault:
        logger.exception("Reading %s failed", page.name)
        return Sentence(
            "newsindex failed on this page (%(fault)s): that is a fault of ours, and the log has the details. "
            "Please report it.",
            fault=type(fault).__name__,
        )


def _read_before(batch: list[RawPage | Unreadable], knowledge: Knowledge) -> set[str]:
    """Digests of the originals that were read already: with this knowledge, or as a state of a page that has changed since."""
    digests = [digest(found.content) for found in batch if isinstance(found, RawPage)]
    outdated = ~Q(article__knowledge_version=knowledge.version) & Q(original=F("article__original"))
    revisions = Revision.objects.filter(original__in=digests).exclude(outdated)
    return set(revisions.values_list("original", flat=True))
