"""A statistical tagger of names: a linear-chain model (CRFsuite) over the observations of `observations.py`.

Trained and described by `tests/bench/train_tagger.py`; the card is `search/data/TAGGER.md`. Pure: the model is a value
that `read_tagger` takes from a folder, and every thread has a decoder of its own.
"""

import gzip
import math
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pycrfsuite

from search.extraction.gazetteer import Hit
from search.extraction.given_names import GIVEN_NAMES
from search.extraction.name_words import name_words
from search.extraction.observations import Label, Observer, label_of, sentences
from search.extraction.scan import Scan
from search.extraction.unlisted import PLACE_HEADS
from search.types import EntityRecord

MODEL: Final = "tagger.crfsuite"
WORD_CLASSES: Final = "tagger_words.txt.gz"
"""Names of the two files, in the folder of the gazetteers."""

_OUTSIDE: Final = "O"
_OFTEN: Final = 20_000
"""How many words, by their rank, the language of the news often has."""
_AND: Final = "و"
_PROCLITICS: Final = "وفبلك"
LABELS: Final[tuple[Label, ...]] = ("PER", "LOC", "ORG")


@dataclass(frozen=True, slots=True)
class Span:
    """A name as the tagger sees it: first and last word, label, and the least probability of its words."""

    first: int
    last: int
    label: Label
    probability: float


@dataclass(frozen=True, slots=True)
class Tagging:
    """What the tagger makes of one text: its spans in text order; for each hit that it was asked about, by its first shown and
    last word, how probable that name is (`likelihood`), and of those that stand, that there is none (`denial`): the least
    probability of the hit's words."""

    spans: tuple[Span, ...]
    likelihood: Mapping[tuple[int, int], float]
    denial: Mapping[tuple[int, int], float]


class Tagger:
    """A trained model, as bytes, and the classes of words (fine, coarse; most frequent words first) that it was trained
    with. Pickled as these."""

    def __init__(
        self, model: bytes, used_like: Mapping[str, tuple[str, str]], of_names: Mapping[str, tuple[str, ...]]
    ) -> None:
        self._of_names = of_names
        self._model = model
        self._decoders = threading.local()
        self._used_like = used_like
        self._rank = {word: place for place, word in enumerate(used_like)}
        self._observer = Observer(used_like, of_names, frozenset(self._decoder().info().attributes))

    def __reduce__(
        self,
    ) -> tuple[type["Tagger"], tuple[bytes, Mapping[str, tuple[str, str]], Mapping[str, tuple[str, ...]]]]:
        return Tagger, (self._model, self._used_like, self._of_names)

    def tag(
        self, scan: Scan, found: Sequence[Hit], kept: Sequence[Hit], named: Set[str], unsure: Sequence[Hit] = ()
    ) -> Tagging:
        """Tags one text, and weighs the hits that stand (`kept`, in text order, not overlapping) and those in doubt, which it
        does not observe; the other arguments as in `Observer.observe`."""
        decoder = self._decoder()
        parts = _parts(decoder.labels())
        observed = self._observer.observe(scan, found, kept, named)
        spans: list[Span] = []
        likelihood: dict[tuple[int, int], float] = {}
        denial: dict[tuple[int, int], float] = {}
        standing = {hit.first for hit in kept}
        hits = iter(sorted((*kept, *unsure), key=lambda hit: hit.start) if unsure else kept)
        hit = next(hits, None)
        for first, end in sentences(scan):
            tags = decoder.tag(pycrfsuite.ItemSequence(observed[first:end]))

            def least(label: str, start: int, last: int, first: int = first, end: int = end) -> float:
                """The least probability that a word belongs to a name of that label (`O`: to none)."""
                return min(
                    math.fsum(decoder.marginal(part, at - first) for part in parts[label])
                    for at in range(start, min(last + 1, end))
                )

            for start, last, label in _spans(tags):
                spans.append(Span(first + start, first + last, label, least(label, first + start, first + last)))
            while hit is not None and hit.start < end:
                likelihood[hit.start, hit.last] = least(label_of(hit), hit.start, hit.last)
                if hit.first in standing:
                    denial[hit.start, hit.last] = least(_OUTSIDE, hit.start, hit.last)
                hit = next(hits, None)
        return Tagging(tuple(spans), likelihood, denial)

    def _decoder(self) -> pycrfsuite.Tagger:
        decoder: pycrfsuite.Tagger | None = getattr(self._decoders, "own", None)
        if decoder is None:
            decoder = self._decoders.own = pycrfsuite.Tagger()
            decoder.open_inmemory(self._model)
        return decoder

    def is_rare(self, word: str) -> bool:
        """Whether a word is none of those that the language of the news often has."""
        return self._rank.get(word, _OFTEN) >= _OFTEN

    def proclitics(self, scan: Scan, span: Span) -> int:
        """How many letters at the beginning of a name belong to the sentence (و of وتشيلسي, nothing of وليد): one, where
        the rest stands in the text too or is the more frequent word, or where `and` joins an unknown word to a name."""
        word = scan.words[span.first]
        rest = word[1:]
        if word[0] not in _PROCLITICS or len(rest) < 3 or word in GIVEN_NAMES or word in PLACE_HEADS:
            return 0
        if rest in scan.vocabulary:
            return 1
        if word in self._rank or rest in self._rank:
            return int(self._rank.get(rest, len(self._rank)) < self._rank.get(word, len(self._rank)))
        return int(word[0] == _AND and len(rest) > 3)


def read_tagger(folder: Path, entities: Iterable[EntityRecord]) -> Tagger:
    """The tagger whose files lie in the folder, with the words of the names of the entities."""
    return Tagger((folder / MODEL).read_bytes(), read_word_classes(folder), name_words(entities))


def read_word_classes(folder: Path) -> dict[str, tuple[str, str]]:
    """Words to their fine and coarse class, the most frequent first."""
    with gzip.open(folder / WORD_CLASSES, "rt", encoding="utf-8") as lines:
        rows = (line.split() for line in lines)
        return {word: (sys.intern(fine), sys.intern(coarse)) for word, fine, coarse in rows}


def _parts(known: Sequence[str]) -> dict[str, list[str]]:
    """Labels to the tags that stand for them in a model."""
    return {label: [tag for tag in known if tag.endswith(label)] for label in (*LABELS, _OUTSIDE)}


def _spans(tags: Sequence[str]) -> Iterator[tuple[int, int, Label]]:
    """First and last word and label of the names in one sentence."""
    start = 0
    for index in range(1, len(tags) + 1):
        if index < len(tags) and tags[index][0] == "I" and tags[index - 1] != _OUTSIDE:
            continue
        if tags[start] != _OUTSIDE:
            yield start, index - 1, next(label for label in LABELS if tags[start].endswith(label))
        start = index
