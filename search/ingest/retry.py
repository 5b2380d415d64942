"""Rejected pages, read again: with better rules, more of them may become articles."""

from typing import Final

from django.db import transaction
from django.utils.timezone import now

from search import knowledge
from search.ingest.ingest import REMOVED, draft_of
from search.ingest.originals import load
from search.ingest.store import store
from search.models import IngestRun, Rejection
from search.pipeline import Knowledge
from search.sentences import Sentence
from search.types import RawPage

_LOST: Final = Sentence("The page is not kept any more (DATA_DIR/originals): bring it in again.")


def retry_what_was_asked() -> int:
    """Reads the rejected pages of every run again for which somebody asked; returns how many became articles."""
    settled = 0
    for run in IngestRun.objects.exclude(retry_asked=None):
        settled += retry(run, knowledge.current())
        IngestRun.objects.filter(pk=run.pk, retry_asked=run.retry_asked).update(retry_asked=None)
    return settled


def retry(run: IngestRun, known: Knowledge) -> int:
    """Reads the rejected pages of `run` again and stores what has become readable, as articles of that run; returns how many
    that are. The others get the reason of today."""
    return sum(_retry(rejection, known) for rejection in run.rejections.waiting())


def _retry(rejection: Rejection, known: Knowledge) -> bool:
    try:
        content = load(rejection.original)
    except FileNotFoundError:
        Rejection.objects.filter(pk=rejection.pk).update(reason=_LOST.template, original="")
        return False
    draft = draft_of(RawPage(rejection.name, content, rejection.media_type), known)  # type: ignore[arg-type]
    with transaction.atomic():
        if isinstance(draft, Sentence) or store([draft], known, rejection.run) == ["removed"]:
            why = draft if isinstance(draft, Sentence) else REMOVED
            Rejection.objects.filter(pk=rejection.pk).update(reason=why.template, facts=why.facts)
            return False
        Rejection.objects.filter(pk=rejection.pk).update(settled=now(), original="")
    return True
