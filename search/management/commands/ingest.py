"""manage.py ingest PATH... : brings pages, folders and JSON Lines files into the corpus."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from search import knowledge
from search.fetching.files import total_bytes
from search.ingest.ingest import ingest
from search.management.indexing import index_at_once
from search.models import IngestRun

_REASONS_SHOWN = 20


class Command(BaseCommand):
    help = "Reads text and HTML pages and JSON Lines (id, title, body, date, outlet, url, author) into the corpus."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file, or a folder with all in it")

    def handle(self, *, paths: list[Path], **_options: Any) -> None:
        total = total_bytes(paths)
        with tqdm(desc="Reading", total=total, unit="B", unit_scale=True, disable=not sys.stderr.isatty()) as bar:
            # Packed files are counted packed, so what is read can be more than the total.
            run = ingest(paths, knowledge.current(), lambda read: bar.update(min(read, total - bar.n)))
        self._summarise(run)
        index_at_once(self.stderr)
        if run.rejected:
            raise CommandError(f"{run.rejected} rejected; the rest was read.", returncode=1)

    def _summarise(self, run: IngestRun) -> None:
        self.stdout.write(f"new {run.new}, changed {run.changed}, unchanged {run.unchanged}, rejected {run.rejected}")
        for rejection in run.rejections.all()[:_REASONS_SHOWN]:
            self.stderr.write(f"  rejected {rejection.name}: {rejection.sentence}")
        if run.rejected > _REASONS_SHOWN:
            self.stderr.write(f"  and {run.rejected - _REASONS_SHOWN} more: see the ingest report in the admin")
