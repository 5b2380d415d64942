"""Whole entities in whole words against two annotated corpora: `python -m tests.bench.ner [-v] [corpus ...]`.

Locations and states count as LOC, persons as PER, all other actors and sources as ORG. Prints precision, recall and F1
of each kind and, with -v, the most frequent mistakes. Reads `../shared/data`; says so and ends where that is absent.
"""

import gzip
import json
import sys
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from search.extraction.entities import entity_mentions
from search.extraction.gazetteer import build_gazetteer
from search.gazetteers import read_gazetteers

Entity = tuple[int, int, str]
"""First word, last word, PER, LOC or ORG."""

_ROOT = Path(__file__).resolve().parents[2]
_DATA = _ROOT.parent / "shared" / "data"
_WOJOOD = {"PERS": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC"}
_LABELS = ("PER", "LOC", "ORG")
_COUNTED = ("gold", "said", "hit")
_SHOWN = 200


def main(arguments: list[str]) -> None:
    wanted = [name for name in arguments if not name.startswith("-")] or ["ner_wojood_sample", "ner_aqmar"]
    gazetteer = build_gazetteer(read_gazetteers(_ROOT / "search" / "data")[0])
    for name in wanted:
        path = _DATA / f"{name}.jsonl.gz"
        if not path.exists():
            print(f"{name}: skipped, {path} is not there")
            continue
        counts: Counter[tuple[str, str]] = Counter()
        mistakes: dict[str, Counter[str]] = {"missed": Counter(), "wrong": Counter()}
        for tokens, gold in _sentences(path):
            found = _found(tokens, entity_mentions({"body": " ".join(tokens)}, gazetteer))
            for kind, group in (("gold", gold), ("said", found), ("hit", gold & found)):
                counts.update((entity[2], kind) for entity in group)
            for kind, group in (("missed", gold - found), ("wrong", found - gold)):
                mistakes[kind].update(f"{label} {' '.join(tokens[first : last + 1])}" for first, last, label in group)
        print(name)
        for label in _LABELS:
            print(f"  {label} {_figures(*(counts[label, kind] for kind in _COUNTED))}")
        print(f"  all {_figures(*(sum(counts[label, kind] for label in _LABELS) for kind in _COUNTED))}")
        if "-v" in arguments:
            for kind, examples in mistakes.items():
                print(f"  {kind}: " + "; ".join(f"{text} ({n})" for text, n in examples.most_common(_SHOWN)))


def _figures(gold: int, said: int, hit: int) -> str:
    precision, recall = hit / max(1, said), hit / max(1, gold)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f} ({gold} in the corpus)"


def _found(tokens: list[str], mentions: tuple) -> set[Entity]:  # type: ignore[type-arg]
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token) + 1)
    found = set()
    for mention in mentions:
        if mention.nested:
            continue
        first = bisect_right(starts, mention.start) - 1
        last = bisect_left(starts, mention.end) - 1
        label = (
            "LOC"
            if mention.kind == "location" or mention.type == "state"
            else "PER"
            if mention.type == "person"
            else "ORG"
        )
        found.add((first, last, label))
    return found


def _sentences(path: Path) -> Iterator[tuple[list[str], set[Entity]]]:
    """Words and entities of each sentence; of each whole article where the corpus has them, so that short names count."""
    articles: dict[str, tuple[list[str], list[list[str]]]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if "tags" in row:
                article = articles.setdefault(row["split"], ([], []))
                article[0].extend(row["tokens"])
                article[1].extend([tag] for tag in row["tags"])
            else:
                yield row["tokens"], _outermost(set(_spans(row["nested_tags"], _WOJOOD)))
    for tokens, tags in articles.values():
        yield tokens, set(_spans(tags, {"PER": "PER", "LOC": "LOC", "ORG": "ORG"}))


def _spans(tags: list[list[str]], labels: dict[str, str]) -> Iterator[Entity]:
    for label, called in labels.items():
        first = None
        for index, of_token in enumerate([*tags, []]):
            tag = next((tag for tag in of_token if tag.endswith(f"-{label}")), "O")
            if first is not None and not tag.startswith("I"):
                yield first, index - 1, called
                first = None
            if tag.startswith("B") or (tag.startswith("I") and first is None):
                first = index


def _outermost(spans: set[Entity]) -> set[Entity]:
    return {
        span
        for span in spans
        if not any(
            o != span and o[0] <= span[0] and span[1] <= o[1] and (o[0], o[1]) != (span[0], span[1]) for o in spans
        )
    }


if __name__ == "__main__":
    main(sys.argv[1:])
