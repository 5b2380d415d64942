"""Connects changes of articles to the task that sends them to the index."""

from typing import Any

from django.db import transaction
from django.dispatch import receiver

from search.models import articles_changed
from search.tasks import nudge_index


@receiver(articles_changed, dispatch_uid="send changes to the index")
def _send_on_commit(**_kwargs: Any) -> None:
    transaction.on_commit(nudge_index)
