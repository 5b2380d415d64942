"""Learned furniture against lines of ../shared/data/news_saudi that were labelled by hand: `python -m tests.bench.furniture`.

The verdicts stand in furniture_verdicts.csv (article, line of its body, hash of the line; none of its text). A line is kept
where body, captions or title have it whole; cut where the body has its beginning; else it is gone. README.md explains the
samples and has the figures.
"""

import csv
import gzip
import hashlib
import json
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from search.cleaning.clean import clean
from search.cleaning.decoding import tidy
from search.cleaning.learned import in_use, outlet_key
from search.cleaning.learning import Page, learn
from search.cleaning.lines import split
from search.cleaning.record import plain
from search.gazetteers import read_gazetteers
from search.types import CleanArticle, RawPage, UnreadablePage

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "news_saudi.jsonl.gz"
_NAMES = Path(__file__).resolve().parents[2] / "search" / "data"
VERDICTS = Path(__file__).with_name("furniture_verdicts.csv")


def pages() -> Iterator[RawPage]:
    with gzip.open(DATA) as lines:
        for number, line in enumerate(lines):
            yield RawPage(f"{DATA.name}:{number}", line, "application/json")


def fate(text: str, article: CleanArticle) -> str:
    """Whether a line of the original is 'kept', 'cut' or 'gone'."""
    body = article.body.split("\n")
    if text in body or text in article.captions or text == article.title:
        return "kept"
    return "cut" if any(line and text.startswith(line) for line in body) else "gone"


def is_told(text: str, article: CleanArticle) -> bool:
    """Whether the article's dateline or one of its authors is told by the line."""
    authors = any(author in text or text in author for author in article.authors)
    return authors or (article.dateline is not None and article.dateline in text)


def main() -> None:
    if not DATA.is_file():
        print(f"skipped: {DATA} is absent")
        return
    with VERDICTS.open(encoding="utf-8", newline="") as file:
        verdicts = list(csv.DictReader(file))
    wanted = {row["article"] for row in verdicts}
    outlets = read_gazetteers(_NAMES)[1]
    originals: dict[str, RawPage] = {}
    before: dict[str, CleanArticle] = {}
    of_outlet: defaultdict[str, list[Page]] = defaultdict(list)
    for raw in pages():
        try:
            article = clean(raw, outlets)
        except UnreadablePage:
            continue
        of_outlet[outlet_key(article.outlet)].append(
            Page(
                article.given_id or "",
                article.title,
                tuple(article.body.split("\n")),
                article.captions,
                article.dropped,
            )
        )
        if article.given_id in wanted:
            originals[article.given_id], before[article.given_id] = raw, article
    start = time.perf_counter()
    lines = {outlet: learn(outlet, found) for outlet, found in of_outlet.items()}
    took = time.perf_counter() - start
    learned = {outlet: in_use(found, {}) for outlet, found in lines.items()}
    kinds = Counter(line.kind for found in lines.values() for line in found)
    print(
        f"learned in {took:.0f} s, {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB at most: {dict(kinds)}"
    )
    table: defaultdict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for row in verdicts:
        name = row["article"]
        body = json.loads(originals[name].content)["body"]
        text = split(plain(tidy(body)))[int(row["line"]) - 1].text
        assert hashlib.blake2b(text.encode(), digest_size=6).hexdigest() == row["hash"], row
        here = table[row["sample"], row["lines"], row["verdict"]]
        here["lines"] += 1
        here[f"{fate(text, before[name])} by rules"] += 1
        article = clean(originals[name], outlets, learned)
        here[f"{fate(text, article)} with learned"] += 1
        here["field"] += is_told(text, article)
    print(f"{'sample':6} {'lines':10} {'verdict':10} {'all':>4}   kept/cut/gone: by rules   with learned   in a field")
    for key, here in sorted(table.items()):
        rules, both = (
            "/".join(str(here[f"{fate} {how}"]) for fate in ("kept", "cut", "gone"))
            for how in ("by rules", "with learned")
        )
        told = here["field"] if key[2] == "dateline" else ""
        print(f"{key[0]:6} {key[1]:10} {key[2]:10} {here['lines']:4}   {rules:>24} {both:>14} {told:>12}")


if __name__ == "__main__":
    main()
