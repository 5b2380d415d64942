"""Celery tasks: thin shells. Each one finds its work in the database; the message carries nothing."""

import logging
from datetime import timedelta

from celery import shared_task
from django.db.models import Q
from django.utils.timezone import now
from elastic_transport import ConnectionError as ServerAway
from elasticsearch import ApiError
from kombu.exceptions import OperationalError

from search.index.sync import drain
from search.models import Nudge

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
def sweep() -> None:
    """What beat calls: the same, so that nothing waits longer than one interval."""
    send_changes()


def nudge_index() -> None:
    """Asks a worker to send changes, unless it is asked already. A broker that is away is no error: the sweep comes."""
    Nudge.objects.get_or_create(kind="index")
    free = Q(sent=None) | Q(sent__lt=now() - _LOST_AFTER)
    if Nudge.objects.filter(free, kind="index").update(sent=now()):
        try:
            send_changes.delay()
        except (OperationalError, OSError) as error:
            logger.warning("No broker; the sweep will send the changes: %s", error)
