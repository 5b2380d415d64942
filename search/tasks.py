"""Celery tasks: thin shells. Each one finds its work in the database; the message carries nothing."""

import logging
from datetime import timedelta

from celery import Task, shared_task
from django.db.models import Q
from django.utils.timezone import now
from elastic_transport import ConnectionError as ServerAway
from elasticsearch import ApiError
from kombu.exceptions import OperationalError

from search.index.sync import drain
from search.ingest import uploads
from search.ingest.learning import due, relearn
from search.ingest.replay import replay_furniture, replay_name_decisions
from search.ingest.retry import retry_what_was_asked
from search.knowledge import outlets
from search.models import IngestRun, Nudge

logger = logging.getLogger(__name__)

_LOST_AFTER = timedelta(seconds=60)
"""A nudge that no worker answered by then is taken for lost, and the next change sends another."""


@shared_task
def send_changes() -> None:
    """Sends to the index whatever changed since it was last sent."""
    Nudge.objects.filter(kind="index").update(sent=None)
    try:
        done = drain()
    except (ServerAway, ApiError) as error:
        logger.warning("The search server did not take the changes; the next sweep tries again: %s", error)
    else:
        if done.sent or done.deleted:
            logger.info("Index: %s sent, %s deleted", done.sent, done.deleted)


@shared_task
def replay_decisions() -> None:
    """Reads again what decisions about names, and learned furniture, touch."""
    Nudge.objects.filter(kind="replay").update(sent=None)
    done = replay_name_decisions()
    if done.read:
        logger.info("Decisions about names: %s articles read again", done.read)
    if cleaned := replay_furniture():
        logger.info("Learned furniture: %s articles read again", cleaned)


@shared_task
def learn() -> None:
    """Learns from outlets that have grown; what changed is read again."""
    known = outlets()
    for outlet in due():
        found = relearn(outlet, known)
        logger.info("Learned from %s: %s lines new, %s gone", outlet.key, len(found.new), len(found.gone))
    nudge_replay()


@shared_task
def read_uploads() -> None:
    """Reads the uploads that wait, and rejected pages that somebody wants tried again."""
    Nudge.objects.filter(kind="uploads").update(sent=None)
    uploads.read_uploads()
    retry_what_was_asked()


@shared_task
def sweep() -> None:
    """What beat calls: all of it, so that nothing waits longer than one interval. An upload may take long: it gets a task
    of its own, and the index goes on meanwhile."""
    send_changes()
    replay_decisions()
    if uploads.waiting().exists() or IngestRun.objects.exclude(retry_asked=None).exists():
        nudge_uploads()


def nudge_index() -> None:
    """Asks a worker to send changes."""
    _nudge("index", send_changes)


def nudge_replay() -> None:
    """Asks a worker to read again what decisions and learning touch."""
    _nudge("replay", replay_decisions)


def nudge_uploads() -> None:
    """Asks a worker to read uploads, or to try again."""
    _nudge("uploads", read_uploads)


def _nudge(kind: str, task: Task) -> None:
    """Asks a worker for that kind of work, unless it is asked already. A broker that is away is no error: the sweep
    comes."""
    Nudge.objects.get_or_create(kind=kind)
    free = Q(sent=None) | Q(sent__lt=now() - _LOST_AFTER)
    if Nudge.objects.filter(free, kind=kind).update(sent=now()):
        try:
            task.delay()
        except (OperationalError, OSError) as error:
            logger.warning("No broker; the sweep will do it: %s", error)
