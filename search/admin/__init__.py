"""The admin, Django's own, for curators and administrators: shells around the verbs of ingest and curation."""

from search.admin import ingest

__all__ = ["ingest"]
