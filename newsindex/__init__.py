"""The Django project: settings, urls, Celery and the local search server."""

from newsindex.celery import app as celery_app

__all__ = ["celery_app"]
