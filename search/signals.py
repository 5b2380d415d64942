"""Connects changes of articles to the task that sends them to the index, and migrations to the groups of people."""

from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models.signals import post_migrate
from django.dispatch import receiver

from search.models import articles_changed
from search.people.groups import make_groups
from search.tasks import nudge_index


@receiver(articles_changed, dispatch_uid="send changes to the index")
def _send_on_commit(**_kwargs: Any) -> None:
    transaction.on_commit(nudge_index)


post_migrate.connect(make_groups, sender=apps.get_app_config("search"), dispatch_uid="groups of people")
