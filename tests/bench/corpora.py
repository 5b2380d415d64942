"""The annotated corpora that extraction is measured on, each parted into a half to develop with and one held out.

`../shared/data` holds the texts; of the Saudi newswire the labels are ours (`newswire.json`, offsets alone). The parting is
fixed: Wojood by blocks of 50 sentences, AQMAR by article, the newswire by the lists in its file. Rules and the tagger
are written and trained with the first halves only.
"""

import gzip
import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from search.extraction.scan import Scan
from search.types import RawPage, TextField

Half = Literal["development", "held out"]
Label = Literal["PER", "LOC", "ORG"]
LABELS: Final[tuple[Label, ...]] = ("PER", "LOC", "ORG")

DATA: Final = Path(__file__).resolve().parents[3] / "shared" / "data"
NEWSWIRE_LABELS: Final = Path(__file__).with_name("newswire.json")
_BLOCK: Final = 50
_WOJOOD: Final[dict[str, Label]] = {"PERS": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC"}


@dataclass(frozen=True, slots=True)
class Span:
    """An entity: from character `start` to `end` of a field."""

    field: TextField
    start: int
    end: int
    label: Label


@dataclass(frozen=True, slots=True)
class Document:
    """One text with its entities, outermost only."""

    half: Half
    texts: dict[TextField, str]
    spans: tuple[Span, ...]


class Words:
    """The words of a text as extraction sees them, without punctuation: entities are compared in whole words."""

    def __init__(self, text: str) -> None:
        scan = Scan(text)
        bounds = [scan.original_span(index, index) for index in range(len(scan.words))]
        self.starts = [start for start, _ in bounds]
        self.ends = [end for _, end in bounds]

    def covered(self, start: int, end: int) -> tuple[int, int]:
        """First and last word that the span touches."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end) - 1


def rows(name: str) -> Iterator[dict[str, Any]]:
    """The objects of one file of the shared data."""
    with gzip.open(DATA / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def wojood() -> Iterator[Document]:
    """Sentences of news, encyclopedia and archives."""
    for number, row in enumerate(rows("ner_wojood_sample")):
        spans = list(_bio(row["tokens"], row["nested_tags"], _WOJOOD))
        half: Half = "held out" if number // _BLOCK % 2 else "development"
        yield Document(half, {"body": " ".join(row["tokens"])}, tuple(_outermost(spans)))


def aqmar() -> Iterator[Document]:
    """Articles of the encyclopedia, whole, so that short names count."""
    tokens: dict[str, list[str]] = {}
    tags: dict[str, list[list[str]]] = {}
    for row in rows("ner_aqmar"):
        tokens.setdefault(row["split"], []).extend(row["tokens"])
        tags.setdefault(row["split"], []).extend([tag] for tag in row["tags"])
    for number, name in enumerate(sorted(tokens)):
        spans = tuple(_bio(tokens[name], tags[name], {label: label for label in LABELS}))
        yield Document("held out" if number % 2 else "development", {"body": " ".join(tokens[name])}, spans)


def newswire() -> Iterator[Document]:
    """Articles of Saudi outlets, title and body, labelled by us."""
    with NEWSWIRE_LABELS.open(encoding="utf-8") as file:
        labelled = json.load(file)
    halves: dict[str, Half] = {article: half for half in ("development", "held out") for article in labelled[half]}
    for row in rows("news_saudi"):
        half = halves.get(row["id"])
        if half:
            spans = tuple(Span(*entry) for entry in labelled[half][row["id"]])
            yield Document(half, {"title": row["title"], "body": row["body"]}, spans)


def plain_pages(count: int) -> list[RawPage]:
    """That many articles of the Saudi newswire as they would arrive in JSON Lines, from all over the file."""
    with gzip.open(DATA / "news_saudi.jsonl.gz", "rb") as lines:
        read = [line for line in lines if b'"body": ""' not in line]
    return [RawPage("news", line, "application/json") for line in read[:: len(read) // count][:count]]


CORPORA: Final = {"newswire": newswire, "wojood": wojood, "aqmar": aqmar}


def _bio(tokens: list[str], tags: list[list[str]], labels: dict[str, Label]) -> Iterator[Span]:
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token) + 1)
    for label, called in labels.items():
        first = None
        for index, of_token in enumerate([*tags, []]):
            tag = next((tag for tag in of_token if tag.endswith(f"-{label}")), "O")
            if first is not None and not tag.startswith("I"):
                yield Span("body", starts[first], starts[index] - 1, called)
                first = None
            if tag.startswith("B") or (tag.startswith("I") and first is None):
                first = index


def _outermost(spans: list[Span]) -> Iterator[Span]:
    for span in spans:
        around = (other for other in spans if other.start <= span.start and span.end <= other.end)
        if not any((other.start, other.end) != (span.start, span.end) for other in around):
            yield span
