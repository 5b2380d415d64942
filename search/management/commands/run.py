"""manage.py run : the whole product on this machine: search server, database, web server, worker, beat."""

import signal
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from elastic_transport import TransportError
from elasticsearch import ApiError
from elasticsearch.dsl.connections import connections

from newsindex import first_run, search_server
from newsindex.docker import DockerError
from newsindex.node import NodeError
from newsindex.processes import python, run_together
from search.models import IngestRun
from search.people.demo import make_demo_people

_CELERY = ("-W", "ignore:::celery.platforms", "-m", "celery", "--quiet", "--app", "newsindex")
# Threads: they wait for the server and the database, and one signal ends them all without loss.
_WORKER = (*_CELERY, "worker", "--loglevel", "warning", "--pool", "threads", "--concurrency", "2")
_BEAT = (*_CELERY, "beat", "--loglevel", "warning")
_QUIET = {"DJANGO_RUNSERVER_HIDE_WARNING": "true"}


class Command(BaseCommand):
    help = "Starts everything and prints the address; Ctrl-C ends what it started."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--prepare", action="store_true", help="fetch and build the search server, then end")
        parser.add_argument("--from", dest="folder", type=Path, default=Path(), help="what relative PATHs start from")
        parser.add_argument("articles", nargs="*", type=Path, metavar="PATH", help="files and folders to ingest first")

    def handle(self, *, prepare: bool, folder: Path, articles: list[Path], **_options: Any) -> None:
        try:
            if prepare:
                search_server.prepare(settings.NAMED_SERVER, settings.DATA_DIR)
                return
            self._require_port()
            server = search_server.provide(settings.NAMED_SERVER, settings.DATA_DIR)
        except (NodeError, DockerError) as error:
            raise CommandError(str(error)) from error
        # Until honcho takes over: what is started is also ended on SIGTERM.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            status = self._run(server.url, [folder / path for path in articles])
        except KeyboardInterrupt:
            status = 0
        finally:
            if server.stop:
                self.stderr.write("Stopping the search server ...")
                server.stop()
        sys.exit(status)

    def _require_port(self) -> None:
        if not first_run.port_is_free(settings.BIND, settings.PORT):
            raise CommandError(
                f"Port {settings.PORT} is taken: end the program that listens there, or choose another one, "
                f"PORT={settings.PORT + 1} make run."
            )

    def _run(self, server_url: str, articles: list[Path]) -> int:
        first_run.make_tables()
        password_file = first_run.make_administrator(settings.DATA_DIR)
        environment = {"ELASTICSEARCH_URL": server_url}
        if not settings.DEBUG:
            call_command("collectstatic", verbosity=0, interactive=False)
        # The settings were read before the server had an address.
        connections.configure(default={**settings.ELASTICSEARCH_DSL["default"], "hosts": server_url.split(",")})
        self._require_server()
        call_command("rebuild_index", outdated=True)
        if articles:
            self._ingest(articles)
        elif settings.DEBUG and not IngestRun.objects.exists():
            call_command("sample", "load", stdout=self.stdout, stderr=self.stderr)
            self.stdout.write("They show what newsindex does, and go with: .venv/bin/python manage.py sample remove")
        address = f"http://{settings.BIND}:{settings.PORT}/"
        self.stdout.write(self.style.SUCCESS(f"\nnewsindex is at {address}   (English: {address}en/)"))
        if password_file:
            self.stdout.write(f"Administrator: {first_run.ADMINISTRATOR}, password in {password_file}")
            if settings.DEBUG and settings.LOOPBACK:
                self._tell_demo_people()
        self.stdout.write("Ctrl-C ends it.\n")
        self.stdout.flush()
        return run_together(
            {"web": self._web(), "worker": python(*_WORKER), "beat": python(*_BEAT)}, environment | _QUIET
        )

    def _tell_demo_people(self) -> None:
        """Made only here, where there were no people yet: what is printed can't be printed again."""
        for name, password in make_demo_people().items():
            self.stdout.write(f"To try: {name}, password {password}   (shown only this once)")

    def _require_server(self) -> None:
        try:
            connections.get_connection().cluster.health()
        except (TransportError, ApiError) as error:
            raise CommandError(
                f"The search server does not answer ({type(error).__name__}): start it, or correct ELASTICSEARCH_URL; "
                "where that is not set, Docker's server or a local node is used."
            ) from error

    def _ingest(self, articles: list[Path]) -> None:
        try:
            call_command("ingest", *map(str, articles))
        except CommandError as rejected:
            self.stderr.write(str(rejected))

    def _web(self) -> list[str]:
        address = f"{settings.BIND}:{settings.PORT}"
        if settings.DEBUG:
            return python(str(settings.BASE_DIR / "manage.py"), "runserver", "--noreload", "--skip-checks", address)
        return python("-m", "gunicorn", "newsindex.wsgi", "--bind", address, "--workers", "2", "--threads", "4")
