"""`manage.py node start|stop|status`: the local search server, for a machine with neither a cluster nor Docker."""

from __future__ import annotations

import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from newsindex import node

MEGABYTE = 1024 * 1024


class Command(BaseCommand):
    help = "Start, stop or describe the local search server (data in DATA_DIR/node)."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=("start", "stop", "status"))

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        home = settings.DATA_DIR / "node"
        try:
            if action == "start":
                self.stdout.write(f"The search server runs at {node.start(home)}")
            elif action == "stop":
                ended = node.stop(home)
                self.stdout.write("The search server is stopped." if ended else "The search server was not running.")
            else:
                self._describe(node.status(home))
        except node.NodeError as error:
            raise CommandError(str(error)) from error

    def _describe(self, found: node.NodeStatus) -> None:
        if not found.running:
            self.stdout.write("The search server is not running. Start it: manage.py node start")
            sys.exit(1)
        self.stdout.write(f"The search server runs at {found.url} (Elasticsearch {found.version}, process {found.pid})")
        if found.heap_used is not None and found.heap_max is not None:
            self.stdout.write(f"heap  {found.heap_used // MEGABYTE} of {found.heap_max // MEGABYTE} MB")
        self.stdout.write(f"data  {found.data_folder}")
        self.stdout.write(f"log   {found.log_file}")
