"""manage.py find QUERY : the hits of a search, for people and for programs."""

import json
import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Any, Final, get_args

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import override

from search.index.levels import LEVELS
from search.query.find import MOST, Found, find, find_ids
from search.query.names import names_of
from search.query.narrowing import understood
from search.query.pages import PAGE_SIZE
from search.query.passages import Passage
from search.query.request import FACETS, MANY_VALUED, WITHOUT, Match, SearchRequest, Sort, from_pairs
from search.query.results import Hit
from search.query.server import SearchUnavailable

_CHOICES: Final[dict[str, tuple[str, ...]]] = {
    "level": tuple(level.name for level in LEVELS),
    "match": get_args(Match),
    "sort": get_args(Sort),
    "copies": ("all",),
    "published": (WITHOUT,),
}
_DAYS: Final = ("since", "until")
_AT_ONCE: Final = 100
"""Lines that are asked for together."""

_NOTHING_ASKED: Final = "Give the words to search for, or a filter; or --lines, and queries on standard input."


class Command(BaseCommand):
    help = "Prints the hits of a search. All but --json, --limit and --lines is as in the address of the search page."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "query",
            nargs="?",
            metavar="QUERY",
            help="as in the search box; one that begins with - stands last, behind --",
        )
        for name, choices in _CHOICES.items():
            parser.add_argument(f"--{name}", choices=choices)
        for facet in FACETS:
            parser.add_argument(f"--{facet}", action="append", default=[], metavar="KEY", help="can be repeated")
            parser.add_argument(
                f"--not-{facet}", action="append", default=[], metavar="KEY", help="left out; can be repeated"
            )
        parser.add_argument(
            "--every", action="append", default=[], choices=MANY_VALUED, help="all of the facet's keys, not one of them"
        )
        for name in _DAYS:
            parser.add_argument(f"--{name}", type=_day, metavar="YYYY-MM-DD", help="day of publication, included")
        parser.add_argument(
            "--limit", type=_limit, default=PAGE_SIZE, metavar="N", help="hits of a query (%(default)s)"
        )
        parser.add_argument("--json", action="store_true", help="one object: total, and hits with their passages")
        parser.add_argument(
            "--lines", action="store_true", help="read queries, one a line; for each a JSON list of ids, best first"
        )

    def handle(self, *, query: str | None, limit: int, lines: bool, **options: Any) -> None:
        filters = list(_pairs(options))
        if lines == (query is not None) and (lines or not filters):
            raise CommandError(_NOTHING_ASKED, returncode=2)
        self._name_unknown(from_pairs(filters))
        try:
            if lines:
                self._answer_lines(filters, limit)
            else:
                request = from_pairs([("q", _valid(query or "")), *filters])
                with override("en"):
                    for fault in understood(request).faults:
                        self.stderr.write(fault.sentence)
                self._print(find(request, limit), bool(options["json"]))
        except SearchUnavailable as error:
            raise CommandError(
                f"The search server did not answer ({error}): start it and call again.", returncode=1
            ) from error

    def _answer_lines(self, filters: list[tuple[str, str]], limit: int) -> None:
        queries = (line.decode(errors="replace").strip() for line in sys.stdin.buffer)
        number = refused = 0
        while batch := list(islice(queries, _AT_ONCE)):
            requests = [from_pairs([("q", query), *filters]) for query in batch]
            answers = iter(find_ids([request for request in requests if request.q], limit))
            for request in requests:
                number += 1
                found = next(answers) if request.q else []
                if found is None:
                    refused += 1
                    self.stderr.write(f"line {number}: the search server refused the query")
                self.stdout.write(json.dumps(found or [], ensure_ascii=False))
            self.stdout.flush()
        if refused:
            raise CommandError(f"{refused} of {number} queries were refused: make them simpler.", returncode=1)

    def _name_unknown(self, request: SearchRequest) -> None:
        for facet in FACETS:
            keys = (*request.selected(facet), *request.excluded(facet))
            named = names_of(facet, keys)
            for key in keys:
                if key not in named and key != WITHOUT and facet not in ("language", "mentioned"):
                    self.stderr.write(
                        f"No {facet} has the key '{key}': keys stand in the addresses of the search page."
                    )

    def _print(self, found: Found, as_json: bool) -> None:
        if as_json:
            hits = [_as_json(hit) for hit in found.hits]
            self.stdout.write(
                json.dumps({"total": found.total, "exact": found.exact, "hits": hits}, ensure_ascii=False)
            )
            return
        self.stdout.write(f"{'' if found.exact else 'about '}{found.total} found, {len(found.hits)} shown")
        for number, hit in enumerate(found.hits, 1):
            self.stdout.write("")
            self.stdout.write(f"{number}. {_text(hit.title)}")
            outlet = hit.article.outlet
            about = (outlet.name_ar or outlet.key if outlet else "", hit.article.published, f"[{_id(hit)}]")
            self.stdout.write("   " + " · ".join(filter(None, about)))
            for passage in hit.passages:
                before, after = "… " * passage.cut_before, " …" * passage.cut_after
                self.stdout.write(f"   {before}{' '.join(passage.text.split())}{after}")


def _pairs(options: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The options as the parameters of an address."""
    for facet in FACETS:
        yield from ((facet, _valid(key)) for key in options[facet])
        yield from ((f"not-{facet}", _valid(key)) for key in options[f"not_{facet}"])
    yield from (("every", facet) for facet in options["every"])
    yield from ((name, options[name]) for name in _CHOICES if options[name])
    yield from ((name, options[name].isoformat()) for name in _DAYS if options[name])


def _valid(argument: str) -> str:
    """Bytes of the command line that are no UTF-8 are told as such."""
    return argument.encode(errors="surrogateescape").decode(errors="replace")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"'{text}' is no day: write it like 2015-07-31") from error


def _limit(text: str) -> int:
    if text.isascii() and text.isdecimal() and 1 <= int(text) <= MOST:
        return int(text)
    raise ArgumentTypeError(f"'{text}' is no number from 1 to {MOST}")


def _as_json(hit: Hit) -> dict[str, Any]:
    article = hit.article
    return {
        "id": _id(hit),
        "key": article.pk,
        "title": _text(hit.title),
        "title_marks": _marks(hit.title),
        "outlet": article.outlet.key if article.outlet else None,
        "published": article.published or None,
        "language": article.language,
        "url": article.url or None,
        "passages": [
            {"text": passage.text, "marks": _marks(passage), "start": passage.start} for passage in hit.passages
        ],
        "score": hit.score,
    }


def _id(hit: Hit) -> str:
    return hit.article.given_id or str(hit.article.pk)


def _text(segments: Passage) -> str:
    return "".join(segment.text for segment in segments)


def _marks(segments: Iterable[Any]) -> list[tuple[int, int]]:
    """Start and end of what is marked, in characters of the text."""
    marks, at = [], 0
    for segment in segments:
        if segment.marked:
            marks.append((at, at + len(segment.text)))
        at += len(segment.text)
    return marks
