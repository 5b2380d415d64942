"""Files that are made to fill memory or time, for the tests and for the benchmark: what writes each, and what becomes of it."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

SENTENCE = "أعلنت البلدية افتتاح الجسر الجديد صباح السبت بعد عامين من العمل المتواصل في الضفة الشرقية للنهر. "
PARAGRAPH = f"<p>{SENTENCE * 2}</p>"
RECORD = json.dumps({"title": "جسر", "body": SENTENCE}, ensure_ascii=False)
LONG_RECORD = json.dumps({"title": "جسر", "body": SENTENCE * 200}, ensure_ascii=False)
PROSE = "\n".join(f"وفي اليوم {number} من العمل {SENTENCE * 4}" for number in range(2_400))
MEGABYTE = 1_000_000


class Hostile(NamedTuple):
    """`suffix` of the file, what `write`s it, and a word of each reason that must be said; `articles` that must come out."""

    suffix: str
    write: Callable[[Path], object]
    reasons: tuple[str, ...] = ()
    articles: int = 0


ANY = -1
"""Articles that come out, however many."""


def of(content: str | bytes) -> Callable[[Path], object]:
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return lambda path: path.write_bytes(data)


def repeated(start: str, unit: str, size: int, end: str = "") -> Callable[[Path], object]:
    """A file of about `size` bytes, written piece by piece."""

    def write(path: Path) -> None:
        piece = unit.encode() * (MEGABYTE // len(unit.encode()) + 1)
        with path.open("wb") as stream:
            stream.write(start.encode())
            for _ in range(size // len(piece) + 1):
                stream.write(piece)
            stream.write(end.encode())

    return write


def packed(unit: bytes, megabytes: int) -> Callable[[Path], object]:
    """A gzip file that unpacks to `megabytes`: one packed megabyte again and again, as gzip allows."""

    def write(path: Path) -> None:
        piece = gzip.compress(unit * (MEGABYTE // len(unit)), 9)
        with path.open("wb") as stream:
            for _ in range(megabytes):
                stream.write(piece)

    return write


def entities(levels: int) -> str:
    """A page with entities that would be a billion words, if anything expanded them."""
    declared = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, levels))
    head = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "كلمة">{declared}]>'
    return f"{head}<html><body><p>&e{levels - 1};</p>{PARAGRAPH}</body></html>"


HOSTILE_FILES = {
    "0 bytes": Hostile(".txt", of(b""), ("empty",)),
    "white space": Hostile(".txt", of(" \n\u200f\n"), ("No article text",)),
    "200 MB of text": Hostile(".txt", repeated("", SENTENCE + "\n", 200 * MEGABYTE), ("20 MB",)),
    "200 MB of HTML": Hostile(".html", repeated("<html><body>", PARAGRAPH, 200 * MEGABYTE), ("20 MB",)),
    "200 MB in one line of JSON": Hostile(
        ".jsonl", repeated('{"body": "', SENTENCE, 200 * MEGABYTE, f'"}}\n{RECORD}\n'), ("20 MB",), 1
    ),
    "200 MB of one JSON object": Hostile(".json", repeated('{"body": "', SENTENCE, 200 * MEGABYTE, '"}'), ("20 MB",)),
    "19 MB of text": Hostile(".txt", repeated("", SENTENCE + "\n", 18 * MEGABYTE), ("characters",)),
    "19 MB of HTML": Hostile(".html", repeated("<html><body>", PARAGRAPH, 18 * MEGABYTE), ("characters",)),
    "19 MB of tags": Hostile(".html", repeated("<html><body>", "<p>", 18 * MEGABYTE), ("characters",)),
    "19 MB of script": Hostile(
        ".html", repeated("<html><script>", "var a='كلمة';", 18 * MEGABYTE, "</script>" + PARAGRAPH), (), 1
    ),
    "19 MB of one record": Hostile(".json", repeated('{"body": "', SENTENCE, 18 * MEGABYTE, '"}'), ("characters",)),
    "19 MB of Arabic bytes": Hostile(".txt", of((SENTENCE + "\n").encode("cp1256") * 190_000), ("characters",)),
    "binary": Hostile(".txt", of(bytes(range(256)) * 4_000), ("not a text",)),
    "bytes of no encoding": Hostile(".txt", of(bytes(range(128, 256)) * 40_000), ("",)),
    "a picture that is called a page": Hostile(".html", of(b"\xff\xd8\xff\xe0" + b"a" * 90_000), ("not a text",)),
    "broken UTF-8": Hostile(".txt", of(b"\xd8" + (SENTENCE + "\n").encode()[:-1] * 20), (), 1),
    "NUL in the text": Hostile(".txt", of(f"{SENTENCE}\0\n" * 20), ("not a text",)),
    "NUL and lone surrogates in a record": Hostile(
        ".json",
        of(
            '{"title": "\\ud800\\u0000جسر", "body": "\\udfff' + SENTENCE + '", "author": ["\\ud800"], "url": "\\ud800"}'
        ),
        (),
        1,
    ),
    "lone surrogates in bytes": Hostile(".txt", of(("\ud800" + SENTENCE + "\n") * 20), (), 1),
    "nested 10,000 deep": Hostile(".html", of("<html><body>" + "<div>" * 10_000 + PARAGRAPH * 3), (), 1),
    "nested 10,000 deep in tags of its own": Hostile(".html", of("<x-a>" * 10_000 + PARAGRAPH * 3), (), 1),
    "nested 10,000 deep between paragraphs": Hostile(
        ".html", of(PARAGRAPH * 40 + "<ins>" * 10_000 + PARAGRAPH + "</ins>" * 10_000 + PARAGRAPH), (), 1
    ),
    "JSON nested 100,000 deep": Hostile(".json", of("[" * 100_000), ("not valid JSON",)),
    "JSON-LD nested 100,000 deep": Hostile(
        ".html", of(f"<script type='application/ld+json'>{'[' * 100_000}</script>{PARAGRAPH * 3}"), (), 1
    ),
    "a number of 5,000 digits": Hostile(
        ".json", of('{"id": ' + "9" * 5_000 + ', "title": "جسر"}'), ("not valid JSON",)
    ),
    "a million characters": Hostile(".txt", of(PROSE), (), 1),
    "a million characters in one line": Hostile(".txt", of(SENTENCE * 10_000), (), 1),
    "a million characters of HTML": Hostile(".html", of("<html><body>" + PROSE.replace("\n", "<p>")), (), 1),
    "a record of a million characters": Hostile(".json", of(json.dumps({"body": PROSE})), (), 1),
    "no body": Hostile(".html", of("<html><head><title>جسر</title></head><body></body></html>"), ("No article text",)),
    "a record without title and body": Hostile(".json", of('{"id": 1}'), ("neither a title nor a body",)),
    "a billion entities": Hostile(".html", of(entities(10)), (), 1),
    "entities in entities": Hostile(".html", of("<p>" + "&amp;" * 300_000 + PARAGRAPH * 3), (), 1),
    "a gzip bomb of text": Hostile(".txt.gz", packed(b"a ", 2_000), ("unpacks to",)),
    "a gzip bomb of lines": Hostile(".jsonl.gz", packed(LONG_RECORD.encode() + b"\n", 2_000), ("unpacks to",), ANY),
    "a gzip bomb in one line": Hostile(".jsonl.gz", packed(b"a", 2_000), ("unpacks to",)),
    "a gzip file cut off": Hostile(".txt.gz", of(gzip.compress((SENTENCE * 50).encode())[:60]), ("gzip",)),
    "mojibake of a million characters": Hostile(
        ".txt", of(((SENTENCE + "\n") * 3_000).encode().decode("latin-1")), (), 1
    ),
    "a table of 20,000 rows": Hostile(
        ".html", of("<table>" + "<tr><td>أ</td><td>1</td></tr>" * 20_000 + "</table>" + PARAGRAPH), ("",)
    ),
    "a hundred thousand links": Hostile(".html", of("<a href='x'>خبر آخر</a> " * 60_000 + PARAGRAPH * 3), ("",)),
    "header lines without end": Hostile(".txt", of("كتب: محمد أحمد | الأحد 9 أيار 2021\n" * 20_000 + SENTENCE), ("",)),
    "slashes": Hostile(".txt", of(("أ/" * 140 + "\n") * 5_000), ("",)),
    "figures": Hostile(".txt", of(("1-" * 79 + "1\n") * 10_000), ("",)),
}
"""Name to file. A reason of '' is any outcome: only time and memory count."""
