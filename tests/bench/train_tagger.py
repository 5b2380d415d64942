"""Trains the tagger: `python -m tests.bench.train_tagger` (a minute); the same data and code give the same model.

Reads the development halves of `corpora.py` and the classes of `word_classes.py`, writes `search/data/tagger.crfsuite`.
Wojood takes more into a name than newswire does (مدينة نابلس, جريدة فلسطين): its head words are left out. AQMAR takes peoples
(الصليبيون) for persons: they are none here.
"""

import random
from collections.abc import Iterator
from typing import Final

import pycrfsuite

from search.extraction.entities import read_names
from search.extraction.gazetteer import Gazetteer, build_gazetteer
from search.extraction.name_words import name_words
from search.extraction.observations import Observer, sentences
from search.extraction.scan import Scan
from search.extraction.settling import names_a_people, persons_in_full
from search.extraction.tagger import MODEL, read_word_classes
from search.extraction.words import folded
from search.gazetteers import read_gazetteers
from tests.bench.corpora import CORPORA, Document, Words
from tests.bench.ner import GAZETTEERS

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

Sentence = tuple[list[list[bytes]], list[str]]


def main() -> None:
    entities = read_gazetteers(GAZETTEERS)[0]
    gazetteer = build_gazetteer(entities)
    observer = Observer(read_word_classes(GAZETTEERS), name_words(entities))
    trainer = pycrfsuite.Trainer(verbose=False)
    for name, documents in CORPORA.items():
        for document in documents():
            if document.half == "development":
                for hidden in (0.0, _HIDDEN) if name == _SEEN_TWICE else (0.0,):
                    for observed, tags in _sentences(document, gazetteer, observer, name == "wojood", hidden):
                        trainer.append(observed, tags)
    trainer.select("lbfgs")
    trainer.set_params(_SETTINGS)
    path = GAZETTEERS / MODEL
    trainer.train(str(path))
    print(f"{path}: {path.stat().st_size / 1e6:.2f} MB")


def _sentences(
    document: Document, gazetteer: Gazetteer, observer: Observer, without_heads: bool, hidden: float
) -> Iterator[Sentence]:
    scans = {field: Scan(text) for field, text in document.texts.items()}
    found, standing = read_names(scans, gazetteer)
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
    main()
