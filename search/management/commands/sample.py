"""manage.py sample load|remove : some 70 pages under made-up outlets, to look around with."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from search import knowledge
from search.ingest import sample
from search.management.indexing import index_at_once


class Command(BaseCommand):
    help = "Takes the sample articles in, or out again (see search/data/SAMPLE.md)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("action", choices=("load", "remove"))

    def handle(self, *, action: str, **_options: Any) -> None:
        if action == "remove":
            self.stdout.write(f"{sample.remove()} sample articles removed")
            return
        with tqdm(desc="Reading the sample", unit="B", unit_scale=True, disable=not sys.stderr.isatty()) as bar:
            run = sample.load(knowledge.current(), bar.update)
        index_at_once(self.stderr)
        self.stdout.write(f"{run.new} sample articles, {run.unchanged} were there already")
