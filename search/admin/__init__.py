"""The admin, Django's own, for curators and administrators: shells around the verbs of ingest and curation."""
