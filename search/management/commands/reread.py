"""manage.py reread : reads the stored articles again from their originals, with the rules and decisions of today."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from search import knowledge
from search.ingest.entities import follow
from search.ingest.lists import remember, touched_since_update
from search.ingest.store import reread
from search.models import Article
from search.types import UnreadablePage


class Command(BaseCommand):
    help = (
        "Reads articles again that were read with other gazetteers or rules than today's, and says first how many. Where "
        "only gazetteers changed it is those that have a name of the difference. Decisions of people stand."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--all", action="store_true", dest="every", help="every article, whatever it was read with")

    def handle(self, *, every: bool, **_options: Any) -> None:
        known = knowledge.current()
        follow(knowledge.records()[0])
        remember()
        keys = list(Article.objects.order_by("pk").values_list("pk", flat=True)) if every else self._touched()
        self.stdout.write(f"{len(keys)} of {Article.objects.count()} articles are to be read again")
        failed = 0
        for key in tqdm(keys, desc="Reading", unit=" articles", disable=not sys.stderr.isatty()):
            try:
                reread(key, known)
            except FileNotFoundError:
                failed += 1
                self.stderr.write(
                    f"  article {key}: its original is lost (DATA_DIR/originals); it stays as it was read"
                )
            except UnreadablePage as problem:
                failed += 1
                self.stderr.write(f"  article {key}: {problem} It stays as it was read.")
        self.stdout.write(f"{len(keys) - failed} articles read again")
        if failed:
            raise CommandError(f"{failed} could not be read again.", returncode=1)

    def _touched(self) -> list[int]:
        with tqdm(desc="Comparing", unit=" articles", disable=not sys.stderr.isatty()) as bar:
            return touched_since_update(bar.update)
