"""Finds the copies among the 31,030 articles of ../shared/data: `python -m tests.bench.copies`. Takes two minutes.

- speed: processor time for the fingerprint, and for finding and comparing, an article;
- exact copies: bodies that are equal in the data (white space aside) and must be found; those of TINY words are none;
- recall of the bands: against an index of all passages, which finds every pair that has a fifth of them in common;
- verdicts of a person (`copies_labels.tsv`) on 100 groups and on 50 pairs just below the bar, all of August.
"""

import csv
import gzip
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from search.cleaning.clean import clean
from search.copies.bands import bands, passages
from search.copies.comparison import copy_of
from search.copies.groups import representatives
from search.copies.words import copy_words
from search.gazetteers import read_gazetteers
from search.types import RawPage, UnreadablePage

_ROOT = Path(__file__).resolve().parents[2]
ARTICLES = _ROOT.parent / "shared" / "data" / "news_saudi.jsonl.gz"
LABELS = Path(__file__).parent / "copies_labels.tsv"

EVERYWHERE = 400
"""Articles from which a passage is an everyday one, and no help to the search without bands."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Item:
    """An article of the data: its id, day and body as given, and the words of its clean body."""

    id: str
    day: str
    body: str
    words: tuple[str, ...]


def read() -> Iterator[tuple[dict[str, str], str]]:
    """Each article of the data with its clean body."""
    _, outlets = read_gazetteers(_ROOT / "search" / "data")
    with gzip.open(ARTICLES) as lines:
        for number, line in enumerate(lines):
            try:
                yield json.loads(line), clean(RawPage(str(number), line, "application/json"), outlets).body
            except UnreadablePage:
                continue


def find(items: list[Item], keys: list[tuple[int, ...]]) -> tuple[set[Pair], int]:
    """Pairs of copies among those that share a band, and how many pairs were compared."""
    held: dict[int, list[int]] = defaultdict(list)
    found: set[Pair] = set()
    compared = 0
    for number, item in enumerate(items):
        candidates = {other for key in keys[number] for other in held[key]}
        compared += len(candidates)
        found |= {(other, number) for other in candidates if copy_of(items[other].words, item.words)}
        for key in keys[number]:
            held[key].append(number)
    return found, compared


def find_without_bands(items: list[Item]) -> set[Pair]:
    """Pairs of copies among all that have a fifth of the passages of the longer one in common."""
    sets = [set(passages(item.words)) for item in items]
    where: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, its in enumerate(sets):
        for passage in its:
            where[passage].append(number)
    found: set[Pair] = set()
    for number, its in enumerate(sets):
        common = Counter(
            other for passage in its if len(where[passage]) <= EVERYWHERE for other in where[passage] if other < number
        )
        for other, count in common.items():
            if count * 5 >= max(len(its), len(sets[other])) and copy_of(items[other].words, items[number].words):
                found.add((other, number))
    return found


def report_exact(items: list[Item], same: dict[int, int]) -> None:
    """Prints how many of the bodies that are equal in the data are found to be copies."""
    equal: dict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        if key := "".join(item.body.split()):
            equal[key].append(number)
    repeated = [numbers for numbers in equal.values() if len(numbers) > 1]
    copies = sum(len(numbers) - 1 for numbers in repeated)
    tiny = sum(len(numbers) - 1 for numbers in repeated if not items[numbers[0]].words)
    grouped = sum(
        len(numbers) - len({same[number] for number in numbers}) for numbers in repeated if items[numbers[0]].words
    )
    print(f"exact copies: {grouped} of {copies - tiny} found; {tiny} more have tiny bodies and are none")


def report_labels(items: list[Item]) -> None:
    """Prints how the verdicts of a person agree."""
    by_id = {item.id: item for item in items}
    with LABELS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"))
    for kind in ("group", "below"):
        chosen = [row for row in rows if row["sample"].startswith(kind)]
        said = [bool(copy_of(by_id[row["first"]].words, by_id[row["second"]].words)) for row in chosen]
        right = [row["verdict"] == "copy" for row in chosen]
        wrong_groups = {row["sample"] for row, yes, copy in zip(chosen, said, right, strict=True) if yes and not copy}
        print(
            f"labelled {kind}: {len(chosen)} pairs, {sum(said)} taken for copies, "
            f"{sum(yes and copy for yes, copy in zip(said, right, strict=True))} of them rightly "
            f"({len(wrong_groups)} samples with a stranger); {sum(right)} are copies to a person"
        )


def main() -> None:
    if not ARTICLES.exists():
        print(f"skipped: {ARTICLES} is absent")
        return
    pages = list(read())
    start = time.process_time()
    words = [copy_words(body) for _, body in pages]
    keys = [bands(its) for its in words]
    took = time.process_time() - start
    items = [Item(row["id"], row["date"], row["body"], its) for (row, _), its in zip(pages, words, strict=True)]
    print(f"{len(items)} articles, {sum(not its for its in words)} of them tiny")
    print(f"fingerprint: {took / len(items) * 1000:.2f} ms an article, {len(items) / took:.0f} articles a second")
    start = time.process_time()
    pairs, compared = find(items, keys)
    took = time.process_time() - start
    print(
        f"find and compare: {took / len(items) * 1000:.2f} ms an article; "
        f"{compared / len(items):.1f} comparisons an article, {len(pairs)} pairs of copies"
    )
    largest = Counter(key for its in keys for key in its).most_common(1)[0][1]
    print(f"largest band: {largest} articles")

    copies: dict[int, set[int]] = defaultdict(set)
    for one, other in pairs:
        copies[one].add(other)
        copies[other].add(one)
    order = sorted(range(len(items)), key=lambda n: (items[n].day, -len(copies.get(n, ())), items[n].id))
    represented = representatives(order, copies)
    sizes = Counter(Counter(represented.values()).values())
    sizes.pop(1, None)
    print(f"groups: {sum(sizes.values())} with {sum(size * count for size, count in sizes.items())} articles")
    print("sizes: " + ", ".join(f"{size} ({count})" for size, count in sorted(sizes.items())))
    report_exact(items, represented)
    report_labels(items)
    known = find_without_bands(items)
    print(f"recall of the bands: {len(known & pairs)} of {len(known)} pairs ({len(known & pairs) / len(known):.4f})")


if __name__ == "__main__":
    main()
