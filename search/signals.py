"""Connects changes of articles and decisions to the tasks that act on them, and migrations to the groups of people."""

import logging
from collections.abc import Collection
from functools import partial
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models.signals import post_migrate, post_save, pre_delete
from django.dispatch import receiver
from elastic_transport import TransportError
from elasticsearch import ApiError

from search.index.sync import bring_now
from search.ingest.copies import settle_without
from search.models import Article, Decision, articles_changed, articles_corrected, articles_withdrawn
from search.people.groups import make_groups
from search.tasks import nudge_index, nudge_replay

logger = logging.getLogger(__name__)


@receiver(articles_changed, dispatch_uid="send changes to the index")
def _send_on_commit(**_kwargs: Any) -> None:
    transaction.on_commit(nudge_index)


@receiver(pre_delete, sender=Article, dispatch_uid="settle the copies of an article without it")
def _settle_without(instance: Article, **_kwargs: Any) -> None:
    settle_without(instance.pk)


@receiver([articles_withdrawn, articles_corrected], dispatch_uid="bring what people decided to the index")
def _bring_on_commit(keys: Collection[int], **_kwargs: Any) -> None:
    transaction.on_commit(partial(_bring, keys))


@receiver(post_save, sender=Decision, dispatch_uid="replay a decision about names")
def _replay_on_commit(instance: Decision, **_kwargs: Any) -> None:
    if instance.article_id is None:
        transaction.on_commit(nudge_replay)


def _bring(keys: Collection[int]) -> None:
    """No task: whoever hides or corrects an article looks for it in the next moment, worker or not."""
    try:
        bring_now(keys)
    except (TransportError, ApiError) as error:
        logger.warning("The search server did not take what people decided; the next sweep does it: %s", error)


post_migrate.connect(make_groups, sender=apps.get_app_config("search"), dispatch_uid="groups of people")
