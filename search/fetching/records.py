"""JSON in: JSON Lines, streamed line by line, and files that hold one object or a list of them."""

import json
from collections.abc import Iterator
from typing import IO, Final

from search.fetching.unreadable import Unreadable
from search.sentences import Sentence
from search.types import RawPage

LINE_LIMIT: Final = 20_000_000
"""Bytes of one line or JSON file: ten times the longest book-length article, small enough to hold in memory."""

_NO_OBJECT: Final = Sentence(
    'The line holds no JSON object: write one article as {"title": ..., "body": ...} on each line.'
)
_TOO_LONG: Final = Sentence("The line is longer than 20 MB: write one article on each line.")


def read_lines(name: str, stream: IO[bytes]) -> Iterator[RawPage | Unreadable]:
    """One RawPage for each line of JSON Lines that holds an object, named `name:line` (counted from 1); a broken line
    is one Unreadable. Blank lines are nothing. Holds one line in memory."""
    number = 0
    while line := stream.readline(LINE_LIMIT + 1):
        number += 1
        if len(line) > LINE_LIMIT:
            yield Unreadable(f"{name}:{number}", _TOO_LONG)
            while line and not line.endswith(b"\n"):
                line = stream.readline(LINE_LIMIT)
            continue
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        line = line.strip()
        if line:
            yield _page(f"{name}:{number}", line)


def read_object(name: str, content: bytes) -> Iterator[RawPage | Unreadable]:
    """The articles of a file that holds one object, a list of objects (named `name:position`, from 1), or, in spite of
    its suffix, JSON Lines."""
    try:
        value = json.loads(content.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError) as problem:
        if not _looks_like_lines(content):
            yield Unreadable(
                name,
                Sentence(
                    "The file is not valid JSON (%(problem)s): repair it, or save one object on each line.",
                    problem=str(problem),
                ),
            )
            return
        for number, line in enumerate(content.splitlines(), 1):
            if line.strip():
                yield _page(f"{name}:{number}", line.strip())
        return
    if isinstance(value, dict):
        yield RawPage(name, content, "application/json")
    elif isinstance(value, list):
        for number, item in enumerate(value, 1):
            if isinstance(item, dict):
                yield RawPage(f"{name}:{number}", _bytes(item), "application/json")
            else:
                yield Unreadable(
                    f"{name}:{number}",
                    Sentence("Item %(number)s of the list is no JSON object: leave it out.", number=number),
                )
    else:
        yield Unreadable(
            name, Sentence("The file holds neither a JSON object nor a list of objects: it has no article.")
        )


def _page(name: str, line: bytes) -> RawPage | Unreadable:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as problem:
        return Unreadable(
            name,
            Sentence(
                "The line is not valid JSON (%(problem)s): write one JSON object on each line.", problem=str(problem)
            ),
        )
    return RawPage(name, line, "application/json") if isinstance(value, dict) else Unreadable(name, _NO_OBJECT)


def _looks_like_lines(content: bytes) -> bool:
    """Whether the first line of a file is a JSON object by itself."""
    try:
        return isinstance(json.loads(content.removeprefix(b"\xef\xbb\xbf").strip().partition(b"\n")[0]), dict)
    except (ValueError, RecursionError):
        return False


def _bytes(item: dict[str, object]) -> bytes:
    return json.dumps(item, ensure_ascii=False).encode("utf-8", "surrogatepass")
