"""Whole entities in whole words against annotated corpora: `python -m tests.bench.ner [-v] [--rules] [corpus ...]`.

Locations and states count as LOC, persons as PER, all other actors and sources as ORG. Prints precision, recall and F1
of each kind for the half of each corpus that rules are written with and for the half held out; with -v the most frequent
mistakes of the first; with --rules without the tagger. Last come the shares of right mentions by method and confidence
(`search/extraction/confidence.py`). Corpora as in `corpora.py`; says so where their files are absent.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from search.extraction.entities import entity_mentions
from search.extraction.gazetteer import Gazetteer, build_gazetteer
from search.extraction.tagger import Tagger, read_tagger
from search.gazetteers import read_gazetteers
from search.types import Mention, TextField
from tests.bench.corpora import CORPORA, DATA, LABELS, Document, Half, Label, Words

Entity = tuple[TextField, int, int, Label]
"""Field, first word, last word, label."""

GAZETTEERS: Final = Path(__file__).resolve().parents[2] / "search" / "data"
_SHOWN: Final = 40
_TRUSTED: Final = ("newswire", "aqmar")


@dataclass
class Table:
    """Counts of entities and mistakes of one half of a corpus."""

    counts: Counter[tuple[Label, str]] = field(default_factory=Counter)
    trusted: Counter[tuple[str, float, bool]] = field(default_factory=Counter)
    """Method and confidence of mentions, and whether they are right."""
    mistakes: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, document: Document, mentions: Sequence[Mention]) -> None:
        words = {name: Words(text) for name, text in document.texts.items()}
        gold: set[Entity] = {
            (span.field, *words[span.field].covered(span.start, span.end), span.label) for span in document.spans
        }
        said: set[Entity] = {
            (mention.field, *words[mention.field].covered(mention.start, mention.end), label_of(mention))
            for mention in mentions
            if not mention.nested
        }
        for mention in mentions:
            if not mention.nested and not mention.ambiguous:
                entity = (mention.field, *words[mention.field].covered(mention.start, mention.end), label_of(mention))
                self.trusted[mention.method, mention.confidence, entity in gold] += 1
        for kind, group in (("gold", gold), ("said", said), ("hit", gold & said)):
            self.counts.update((entity[3], kind) for entity in group)
        for entity in gold ^ said:
            self.mistakes[_error_class(entity, gold, said)][_shown(document, words, entity)] += 1

    def lines(self) -> list[str]:
        """Precision, recall and F1 of each label and of all."""
        rows = [(label, [self.counts[label, kind] for kind in ("gold", "said", "hit")]) for label in LABELS]
        total = [sum(numbers) for numbers in zip(*(numbers for _, numbers in rows), strict=True)]
        return [f"  {label} {_figures(*numbers)}" for label, numbers in (*rows, ("all", total))]

    def worst(self, examples: bool) -> list[str]:
        """The classes of mistakes with their number, most frequent first, and the most frequent examples of each."""
        lines = []
        for name, found in sorted(self.mistakes.items(), key=lambda item: -item[1].total()):
            shown = "; ".join(f"{text} ({n})" for text, n in found.most_common(_SHOWN))
            lines.append(f"  {found.total():4} {name}" + (f": {shown}" if examples else ""))
        return lines


def label_of(mention: Mention) -> Label:
    """How the corpora would label a mention."""
    if mention.kind == "location" or mention.type == "state":
        return "LOC"
    return "PER" if mention.type == "person" else "ORG"


def measure(documents: Iterable[Document], gazetteer: Gazetteer, tagger: Tagger | None) -> dict[Half, Table]:
    """What extraction finds in the documents, by half."""
    tables: dict[Half, Table] = {"development": Table(), "held out": Table()}
    for document in documents:
        tables[document.half].add(document, entity_mentions(document.texts, gazetteer, tagger=tagger))
    return tables


def _error_class(entity: Entity, gold: set[Entity], said: set[Entity]) -> str:
    name, first, last, label = entity
    missed = entity in gold
    others = said if missed else gold
    for other_name, other_first, other_last, other_label in others:
        if other_name == name and other_first <= last and first <= other_last:
            if (other_first, other_last) == (first, last):
                return f"{label} missed, said to be {other_label}" if missed else f"{label} said of {other_label}"
            return f"{label} {'missed' if missed else 'said'} with other bounds"
    return f"{label} {'missed' if missed else 'invented'}"


def _shown(document: Document, words: dict[TextField, Words], entity: Entity) -> str:
    name, first, last, _ = entity
    return document.texts[name][words[name].starts[first] : words[name].ends[last]]


def _figures(gold: int, said: int, hit: int) -> str:
    precision, recall = hit / max(1, said), hit / max(1, gold)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f} ({gold} in the corpus)"


def _trust(trusted: Counter[tuple[str, float, bool]]) -> Iterable[str]:
    for method, said in sorted({(method, said) for method, said, _ in trusted}):
        right, wrong = trusted[method, said, True], trusted[method, said, False]
        yield f"  {method}, {said}: {right / (right + wrong):.2f} of {right + wrong}"


def main(arguments: list[str]) -> None:
    wanted = [name for name in arguments if not name.startswith("-")] or list(CORPORA)
    if not DATA.is_dir():
        print(f"skipped: {DATA} is absent")
        return
    entities = read_gazetteers(GAZETTEERS)[0]
    gazetteer = build_gazetteer(entities)
    tagger = None if "--rules" in arguments else read_tagger(GAZETTEERS, entities)
    trusted: Counter[tuple[str, float, bool]] = Counter()
    for name in wanted:
        for half, table in measure(CORPORA[name](), gazetteer, tagger).items():
            shown = table.worst(examples=True) if "-v" in arguments and half == "development" else []
            print(f"{name}, {half}", *table.lines(), *shown, sep="\n")
            if half == "held out" and name in _TRUSTED:
                trusted += table.trusted
    if trusted:
        print(
            "Confidence, and the share that is right (held-out halves of newswire and AQMAR)",
            *_trust(trusted),
            sep="\n",
        )


if __name__ == "__main__":
    main(sys.argv[1:])
