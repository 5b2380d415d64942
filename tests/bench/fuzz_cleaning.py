"""Cleans mutated pages for some minutes: `python -m tests.bench.fuzz_cleaning [MINUTES] [SEED]`.

Each round takes one or two of the golden pages, breaks it as careless systems and enemies do (bytes flipped, dropped, doubled,
cut off; pieces of other pages and of markup put in; read in a wrong encoding), and cleans it. Whatever is
raised beside UnreadablePage, takes more than two seconds of processor time, or gives a text that no text may be, is printed and
kept in `DATA_DIR/fuzz` (or the folder for temporary files), to be made a test.
"""

import os
import random
import resource
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Final

from search.cleaning.clean import clean
from search.types import CleanArticle, MediaType, RawPage, UnreadablePage
from tests.cleaning.test_pages import MEDIA_TYPES, OUTLETS, PAGES

_SECONDS: Final = 2.0
_PIECES: Final = (
    *"<div> </div> <p> <table><tr><td> < > & &#x110000; &#0; ]]> <!-- --> </script> <title> <time> @graph @id { } [ ]".split(),
    *"\0 \ud800 \u200f \u202e \ufdd0 \u241f \ufffd ـ ﷺ ٠ 12/13/2014 0000-00-00 24:61 كتب بقلم: (رويترز) Ø§Ù„ ط§ظ„".split(),
    *(
        "<script type='application/ld+json'>",
        '{"@graph":[',
        "31 شباط 2023",
        "نشر في",
        "آخر تحديث",
        "اقرأ أيضا",
        "الرئيسية / ",
    ),
    *("list of 3 items", "end of list", "تعليقات الزوار", "- ", ": ", " | ", " / ", "\n", "\t", "\r"),
    *("أ/" * 60, "1-" * 60, " |" * 60),
)


def main(minutes: float, seed: int) -> int:
    chance = random.Random(seed)
    pages = [path for path in sorted(PAGES.iterdir()) if not path.name.endswith(".expected.json")]
    contents = [(path.name, path.read_bytes(), MEDIA_TYPES[path.suffix]) for path in pages]
    kept = Path(os.environ.get("DATA_DIR") or tempfile.gettempdir()) / "fuzz"
    kept.mkdir(parents=True, exist_ok=True)
    end = time.monotonic() + 60 * minutes
    rounds = found = 0
    slowest = (0.0, "")
    while time.monotonic() < end:
        name, content, media_type = chance.choice(contents)
        other = chance.choice(contents)[1]
        for _ in range(chance.randint(1, 12)):
            content = chance.choice(_MUTATIONS)(content, other, chance)
        if chance.random() < 0.1:
            media_type = chance.choice(list(MEDIA_TYPES.values()))
        rounds += 1
        start = time.process_time()
        problem = _problem(content, media_type)
        took = time.process_time() - start
        slowest = max(slowest, (took, name))
        if problem or took > _SECONDS:
            found += 1
            path = kept / f"{seed}-{rounds}{Path(name).suffix}"
            path.write_bytes(content)
            print(f"{path} ({media_type}): {problem or f'{took:.1f} s'}", flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{rounds} pages, {found} found; slowest {slowest[0]:.2f} s ({slowest[1]}), peak {peak} MB")
    return found


def _problem(content: bytes, media_type: MediaType) -> str:
    try:
        article = clean(RawPage("fuzz", content, media_type), OUTLETS)
    except UnreadablePage as problem:
        return "" if str(problem) else "UnreadablePage without a sentence"
    except Exception:
        return traceback.format_exc()
    return _wrong(article)


def _wrong(article: CleanArticle) -> str:
    """What no article may be: not text that can be stored, blank lines in the body, a field of white space."""
    texts = [
        article.title,
        article.body,
        *article.authors,
        *article.captions,
        article.outlet or "",
        article.section or "",
    ]
    try:
        "".join([*texts, article.url or "", article.dateline or "", article.given_id or ""]).encode()
    except UnicodeEncodeError as problem:
        return f"no text: {problem}"
    if any("\0" in text for text in texts):
        return "NUL in a text"
    if any(not line.strip() for line in article.body.split("\n")) and article.body:
        return "a blank line in the body"
    if any(not text.strip() for text in (*article.authors, *article.captions)):
        return "an empty author or caption"
    return ""


def _flip(content: bytes, other: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]


def _drop(content: bytes, other: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content) + 1)
    return content[:start] + content[start + chance.randrange(1, 400) :]


def _double(content: bytes, other: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content) + 1)
    piece = content[start : start + chance.randrange(1, 600)]
    return content[:start] + piece * chance.choice((2, 2, 3, 50)) + content[start:]


def _cut(content: bytes, other: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content) // 2, len(content) + 1)] if chance.random() < 0.3 else content


def _splice(content: bytes, other: bytes, chance: random.Random) -> bytes:
    at, start = chance.randrange(len(content) + 1), chance.randrange(len(other) + 1)
    return content[:at] + other[start : start + chance.randrange(1, 2000)] + content[at:]


def _insert(content: bytes, other: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    piece = chance.choice(_PIECES).encode("utf-8", "surrogatepass")
    return content[:at] + piece * chance.choice((1, 1, 1, 3, 300)) + content[at:]


def _misread(content: bytes, other: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.8:
        return content
    wrong = chance.choice(("latin-1", "cp1252", "cp1256"))
    return content.decode(wrong, "replace").encode()


_MUTATIONS: Final[tuple[Callable[[bytes, bytes, random.Random], bytes], ...]] = (
    _flip,
    _drop,
    _double,
    _cut,
    _splice,
    _insert,
    _misread,
)


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(1 if main(float(given[0]) if given else 10.0, int(given[1]) if len(given) > 1 else 1) else 0)
