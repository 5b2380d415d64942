"""manage.py inspect PATH... : prints what the product makes of pages, without touching database or server."""

import json
import sys
from argparse import ArgumentParser
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search import knowledge
from search.fetching.files import Unreadable, read_path
from search.pipeline import Knowledge, mentions, read
from search.types import Draft, Mention, UnreadablePage

_PRINTED = tuple(field.name for field in fields(Mention) if field.name != "nested")


class Command(BaseCommand):
    help = "Prints one JSON object for each page: the clean article and its mentions. With --lines: a JSON list a line."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="*", type=Path, metavar="PATH")
        parser.add_argument(
            "--lines",
            action="store_true",
            help='read standard input; each line a sentence or {"text": ..., "published": "YYYY-MM-DD"}; not cleaned',
        )

    def handle(self, *, paths: list[Path], lines: bool, **_options: Any) -> None:
        if lines == bool(paths):
            raise CommandError("Name the pages to inspect, or give --lines and sentences on standard input.")
        known = knowledge.from_files()
        if lines:
            for number, line in enumerate(sys.stdin, 1):
                self._print([_mention(found) for found in _sentence(line, number, known)])
            return
        failed = 0
        for found in (found for path in paths for found in read_path(path)):
            try:
                if isinstance(found, Unreadable):
                    raise UnreadablePage(found.reason)
                self._print(_page(read(found, known)))
            except UnreadablePage as problem:
                failed += 1
                self.stderr.write(f"{found.name}: {problem}")
        if failed:
            raise CommandError(f"{failed} could not be read.", returncode=1)

    def _print(self, value: Any) -> None:
        self.stdout.write(json.dumps(value, ensure_ascii=False))


def _sentence(line: str, number: int, known: Knowledge) -> tuple[Mention, ...]:
    text, published = line.rstrip("\r\n"), None
    if text.lstrip().startswith("{"):
        try:
            given = json.loads(text)
            text = str(given["text"])
            published = date.fromisoformat(given["published"]) if given.get("published") else None
        except (ValueError, KeyError, TypeError) as error:
            raise CommandError(
                f'Line {number} begins with {{ but is no object like {{"text": "...", "published": "2024-01-24"}}: {error}'
            ) from error
    return mentions(text, published, known)


def _page(draft: Draft) -> dict[str, Any]:
    article = draft.article
    return {
        "path": draft.raw.name,
        "title": article.title or None,
        "outlet": article.outlet,
        "published": _iso(article.published),
        "updated": _iso(article.updated),
        "authors": article.authors,
        "dateline": article.dateline,
        "section": article.section,
        "fetched": _iso(article.fetched),
        "language": draft.language,
        "body": article.body,
        "mentions": [_mention(found) for found in draft.mentions if not found.nested],
    }


def _mention(found: Mention) -> dict[str, Any]:
    return {name: getattr(found, name) for name in _PRINTED}


def _iso(moment: date | None) -> str | None:
    return moment.isoformat() if moment else None
