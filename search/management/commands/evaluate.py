"""manage.py evaluate : how good and how quick extraction is, on the corpora in ../shared."""

from argparse import ArgumentParser
from importlib import import_module
from typing import Any

from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = "Prints how good and how quick extraction is, on the gold pages and corpora in ../shared (some minutes)."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--examples", action="store_true", help="with examples of each class of mistakes")

    def handle(self, *, examples: bool, **_options: Any) -> None:
        try:
            bench = import_module("tests.bench.evaluate")
        except ModuleNotFoundError as missing:
            raise CommandError(
                f"The benchmarks are not installed here ({missing.name}): run this in a clone of the repository."
            ) from missing
        bench.evaluate(examples)
