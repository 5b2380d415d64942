"""manage.py check_index : does the index hold exactly what the database holds? Exit status 1 if not."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from elastic_transport import TransportError
from elasticsearch import ApiError

from search.index.check import find_drift
from search.models import Article

_KEYS_SHOWN = 10


class Command(BaseCommand):
    help = "Compares index and database article by article: missing, stale, ghost. The next sweep mends what is found."

    def handle(self, **_options: Any) -> None:
        try:
            drift = find_drift()
        except (TransportError, ApiError) as error:
            raise CommandError(f"The search server did not answer ({error}): start it and call again.") from error
        for name, keys in (("missing", drift.missing), ("stale", drift.stale), ("ghost", drift.ghost)):
            shown = ", ".join(map(str, keys[:_KEYS_SHOWN])) + (", ..." if len(keys) > _KEYS_SHOWN else "")
            self.stdout.write(f"{name} {len(keys)}" + (f": {shown}" if keys else ""))
        if drift:
            raise CommandError(
                "The index differs from the database. A running product mends this within a minute (sweep).",
                returncode=1,
            )
        self.stdout.write(f"{Article.objects.visible().count()} articles, all in the index as they are in the database")
