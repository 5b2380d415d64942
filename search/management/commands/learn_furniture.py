"""manage.py learn_furniture : learns from every outlet's stored articles which of their lines are furniture."""

import sys
from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from search import knowledge
from search.ingest.learning import Relearned, relearn
from search.ingest.replay import replay_furniture, uncleaned
from search.management.indexing import index_at_once
from search.models import Outlet


class Command(BaseCommand):
    help = (
        "Learns each outlet's furniture from its stored articles, prints what is new (+) and gone (-), and reads the articles "
        "of these outlets again. Decisions stay."
    )

    def handle(self, **_options: Any) -> None:
        outlets = knowledge.outlets()
        for outlet in tqdm(
            Outlet.objects.order_by("key"), desc="Learning", unit=" outlets", disable=not sys.stderr.isatty()
        ):
            self._print(outlet, relearn(outlet, outlets))
        with tqdm(total=uncleaned().count(), desc="Reading", unit=" articles", disable=not sys.stderr.isatty()) as bar:
            read = replay_furniture(bar.update)
        index_at_once(self.stderr)
        self.stdout.write(f"{read} articles read again")

    def _print(self, outlet: Outlet, found: Relearned) -> None:
        if found.new or found.gone:
            self.stdout.write(
                f"{outlet.key}: new {len(found.new)}, gone {len(found.gone)}, {found.to_read_again} articles have any"
            )
        for line in found.new:
            self.stdout.write(f"  + {line.kind}, {line.count} articles: {line.text}")
        for text in found.gone:
            self.stdout.write(f"  - {text}")
        if found.without_original:
            self.stderr.write(
                f"{outlet.key}: {found.without_original} articles have no original in DATA_DIR and taught nothing; "
                "restore the folder from its backup and learn again"
            )
