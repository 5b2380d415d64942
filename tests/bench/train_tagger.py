"""Trains the tagger: `python -m tests.bench.train_tagger` (a minute); the same data and code give the same model.

Reads the development halves of `corpora.py` and the classes of `word_classes.py`, writes `search/data/tagger.crfsuite`.
Wojood takes more into a name than newswire does (مدينة نابلس, جريدة فلسطين): its head words are left out.
"""

from collections.abc import Iterator
from typing import Final

import pycrfsuite

from search.extraction.entities import read_names
from search.extraction.gazetteer import Gazetteer, build_gazetteer
from search.extraction.observations import Observer, sentences
from search.extraction.scan import Scan
from search.extraction.settling import persons_in_full
from search.extraction.tagger import MODEL, read_word_classes
from search.extraction.words import folded
from search.gazetteers import read_gazetteers
from tests.bench.corpora import CORPORA, Document, Words
from tests.bench.ner import GAZETTEERS

_HEADS: Final = {
    "LOC": folded("مدينة قرية بلدة قضاء ولاية"),
    "ORG": folded("جريدة صحيفة مجلة قناة موقع"),
}
_TIMES: Final = {"newswire": 2, "wojood": 1, "aqmar": 1}
"""How often the sentences of a corpus count."""
_SETTINGS: Final = {
    "c1": 0.1,
    "c2": 0.1,
    "max_iterations": 60,
    "feature.minfreq": 2,
    "feature.possible_transitions": True,
}

Sentence = tuple[list[list[bytes]], list[str]]


def main() -> None:
    gazetteer = build_gazetteer(read_gazetteers(GAZETTEERS)[0])
    observer = Observer(read_word_classes(GAZETTEERS))
    trainer = pycrfsuite.Trainer(verbose=False)
    for name, documents in CORPORA.items():
        for document in documents():
            if document.half == "development":
                for observed, tags in _sentences(document, gazetteer, observer, name == "wojood"):
                    for _ in range(_TIMES[name]):
                        trainer.append(observed, tags)
    trainer.select("lbfgs")
    trainer.set_params(_SETTINGS)
    path = GAZETTEERS / MODEL
    trainer.train(str(path))
    print(f"{path}: {path.stat().st_size / 1e6:.2f} MB")


def _sentences(document: Document, gazetteer: Gazetteer, observer: Observer, without_heads: bool) -> Iterator[Sentence]:
    scans = {field: Scan(text) for field, text in document.texts.items()}
    found, standing = read_names(scans, gazetteer)
    named = persons_in_full(scans, standing)
    for field, scan in scans.items():
        observed = observer.observe(scan, found[field], standing[field], named)
        tags = ["O"] * len(scan.words)
        words = Words(scan.text)
        for span in document.spans:
            if span.field == field:
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
