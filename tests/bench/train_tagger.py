"""Trains the tagger: `python -m tests.bench.train_tagger` (a minute); the same data and code give the same model.
With --crossed it writes none, and prints what models of three quarters of the development halves find in the fourth.

Reads the development halves of `corpora.py` and the classes of `word_classes.py`, writes `search/data/tagger.crfsuite`.
Wojood takes more into a name than newswire does (مدينة نابلس, جريدة فلسطين): its head words are left out. AQMAR takes peoples
(الصليبيون) for persons: they are none here.
"""

import random
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from tempfile import NamedTemporaryFile
from typing import Final

import pycrfsuite

from search.extraction.entities import entity_mentions, read_names
from search.extraction.gazetteer import Gazetteer, build_gazetteer
from search.extraction.name_words import name_words
from search.extraction.observations import Observer, sentences
from search.extraction.scan import Scan
from search.extraction.settling import names_a_people, persons_in_full
from search.extraction.tagger import MODEL, Tagger, read_word_classes
from search.extraction.words import folded
from search.gazetteers import read_gazetteers
from tests.bench.corpora import CORPORA, Document, Words
from tests.bench.ner import GAZETTEERS, Table

_HEADS: Final = {
    "LOC": folded("مدينة قرية بلدة قضاء ولاية"),
    "ORG": folded("جريدة صحيفة مجلة قناة موقع"),
}
_SEEN_TWICE: Final = "newswire"
_HIDDEN: Final = 0.25
"""The share of what lists and rules found that is hidden in the second sight, so that names that they have teach the model
names that they have not."""
_SETTINGS: Final = {
    "c1": 0.1,
    "c2": 0.1,
    "max_iterations": 60,
    "feature.minfreq": 2,
    "feature.possible_transitions": True,
}

_PARTS: Final = 4
_AT_A_TIME: Final = {"wojood": 10}

Sentence = tuple[list[list[bytes]], list[str]]


def main(arguments: list[str]) -> None:
    entities = read_gazetteers(GAZETTEERS)[0]
    gazetteer = build_gazetteer(entities)
    observer = Observer(read_word_classes(GAZETTEERS), name_words(entities))
    parted = {name: _parted(name, documents()) for name, documents in CORPORA.items()}
    if "--crossed" in arguments:
        _cross(parted, gazetteer, observer)
        return
    path = GAZETTEERS / MODEL
    path.write_bytes(_train({name: list(chain(*parts)) for name, parts in parted.items()}, gazetteer, observer))
    print(f"{path}: {path.stat().st_size / 1e6:.2f} MB")


def _parted(name: str, documents: Iterable[Document]) -> list[list[Document]]:
    """The development half in parts: article by article in turn, of Wojood ten sentences at a time."""
    parts: list[list[Document]] = [[] for _ in range(_PARTS)]
    developed = [document for document in documents if document.half == "development"]
    for number, document in enumerate(developed):
        parts[number // _AT_A_TIME.get(name, 1) % _PARTS].append(document)
    return parts


def _train(corpora: Mapping[str, Iterable[Document]], gazetteer: Gazetteer, observer: Observer) -> bytes:
    """A model of these documents."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for name, documents in corpora.items():
        for document in documents:
            for hidden in (0.0, _HIDDEN) if name == _SEEN_TWICE else (0.0,):
                for observed, tags in _sentences(document, gazetteer, observer, name == "wojood", hidden):
                    trainer.append(observed, tags)
    trainer.select("lbfgs")
    trainer.set_params(_SETTINGS)
    with NamedTemporaryFile() as file:
        trainer.train(file.name)
        return file.read()


def _cross(parted: Mapping[str, list[list[Document]]], gazetteer: Gazetteer, observer: Observer) -> None:
    """Prints what a model of the other parts finds in each."""
    tables = {name: Table() for name in parted}
    for left_out in range(_PARTS):
        others = {name: chain(*parts[:left_out], *parts[left_out + 1 :]) for name, parts in parted.items()}
        model = _train(others, gazetteer, observer)
        tagger = Tagger(model, read_word_classes(GAZETTEERS), name_words(gazetteer.entities))
        for name, parts in parted.items():
            for document in parts[left_out]:
                tables[name].add(document, entity_mentions(document.texts, gazetteer, tagger=tagger))
    for name, table in tables.items():
        print(f"{name}, cross-validated", *table.lines(), sep="\n")


def _sentences(
    document: Document, gazetteer: Gazetteer, observer: Observer, without_heads: bool, hidden: float
) -> Iterator[Sentence]:
    scans = {field: Scan(text) for field, text in document.texts.items()}
    found, standing, *_ = read_names(scans, gazetteer)
    chance = random.Random(len(document.texts["body"]))
    for field, hits in standing.items():
        gone = {(hit.start, hit.last) for hit in hits if chance.random() < hidden}
        standing[field] = [hit for hit in hits if (hit.start, hit.last) not in gone]
        found[field] = [hit for hit in found[field] if (hit.start, hit.last) not in gone]
    named = persons_in_full(scans, standing)
    for field, scan in scans.items():
        observed = observer.observe(scan, found[field], standing[field], named)
        tags = ["O"] * len(scan.words)
        words = Words(scan.text)
        for span in document.spans:
            if span.field == field and not names_a_people(scan.words[words.covered(span.start, span.end)[0]]):
                first, last = words.covered(span.start, span.end)
                if without_heads and first < last and _bare(scan.words[first]) in _HEADS.get(span.label, ()):
                    first += 1
                tags[first : last + 1] = [f"B{span.label}"] + [f"I{span.label}"] * (last - first)
        for first, end in sentences(scan):
            yield observed[first:end], tags[first:end]


def _bare(word: str) -> str:
    return word[1:] if word[0] in "وفبل" else word


if __name__ == "__main__":
    main(sys.argv[1:])
