"""The Celery application: one worker sends changes to the index, beat starts the sweep that heals what was missed."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsindex.settings")

app = Celery("newsindex")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
