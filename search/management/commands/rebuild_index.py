"""manage.py rebuild_index : a new index with everything in it takes the place of the live one; searches go on meanwhile."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from elastic_transport import TransportError
from elasticsearch import ApiError
from tqdm import tqdm

from search import knowledge
from search.index import targets
from search.index.rebuild import rebuild
from search.ingest.entities import follow
from search.models import Article


class Command(BaseCommand):
    help = "Builds a new index beside the live one, and swaps them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--outdated", action="store_true", help="only if another version of the product made it")

    def handle(self, *, outdated: bool, **_options: Any) -> None:
        # What places lie in is in the index: an update of the gazetteers reaches it here.
        follow(knowledge.records()[0])
        total = Article.objects.visible().count()
        try:
            if outdated and not targets.is_outdated():
                return
            with tqdm(total=total, desc="Indexing", unit=" articles", disable=not sys.stderr.isatty()) as bar:
                done = rebuild(bar.update)
        except (TransportError, ApiError) as error:
            raise CommandError(
                f"The search server failed ({error}). The old index still serves; start the server and call again."
            ) from error
        self.stdout.write(f"{done.sent} articles in the new index")
        if done.refused:
            raise CommandError(f"The server refused {done.refused} articles; the log says why.", returncode=1)
