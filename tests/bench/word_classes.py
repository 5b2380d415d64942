"""Classes of words that are used alike, from raw newswire: `python -m tests.bench.word_classes` (three minutes, 3 GB).

Every word that occurs ten times in the Saudi newswire gets a vector from the 1,500 most frequent words at its four
neighbouring places (positive pointwise mutual information, singular value decomposition), and the vectors are parted by
k-means into 600 classes, these into 64. Fixed seeds. Writes the words, most frequent first, with both classes to
`search/data/tagger_words.txt.gz`. Needs numpy.
"""

import gzip
from collections import Counter
from typing import Any, Final

import numpy as np

from search.extraction.scan import Scan
from search.extraction.tagger import WORD_CLASSES
from tests.bench.corpora import rows
from tests.bench.ner import GAZETTEERS

_RARE: Final = 10
_CONTEXT: Final = 1_500
_DIMENSIONS: Final = 100
_SPARE: Final = 20
_CLASSES: Final = 600
_COARSE: Final = 64
_PLACES: Final = (-2, -1, 1, 2)
_ROUNDS: Final = 15
_CHUNK: Final = 4_096
_EDGE, _NUMBER, _FIRST = 0, 1, 2

Array = np.ndarray[Any, Any]


def main() -> None:
    lines = [Scan(f"{row['title']}\n{row['body']}").line.split() for row in _different()]
    counts = Counter(word for line in lines for word in line)
    del counts["|"]
    words = [
        word
        for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        if count >= _RARE and not word.isdigit()
    ]
    vectors = _vectors(_numbered(lines, words), len(words) + _FIRST)[_FIRST:]
    weights = np.sqrt(np.array([counts[word] for word in words], dtype=np.float32))
    fine, centres = _parted(vectors, _CLASSES, weights)
    coarse, _ = _parted(centres, _COARSE, np.bincount(fine, minlength=_CLASSES).astype(np.float32) + 1)
    text = "".join(f"{word} {one} {coarse[one]}\n" for word, one in zip(words, fine, strict=True))
    (GAZETTEERS / WORD_CLASSES).write_bytes(gzip.compress(text.encode(), mtime=0))
    print(f"{len(words)} words in {_CLASSES} and {_COARSE} classes")


def _different() -> Any:
    seen = set()
    for row in rows("news_saudi"):
        if row["body"] not in seen:
            seen.add(row["body"])
            yield row


def _numbered(lines: list[list[str]], words: list[str]) -> Array:
    number = {word: place + _FIRST for place, word in enumerate(words)} | {"|": _EDGE}
    sequence = [_EDGE]
    for line in lines:
        sequence += [_NUMBER if word.isdigit() else number.get(word, -1) for word in line]
        sequence.append(_EDGE)
    return np.array(sequence, dtype=np.int64)


def _vectors(sequence: Array, size: int) -> Array:
    """A vector of length 1 for each word, by a randomised singular value decomposition of the four tables together."""
    tables = [_associations(sequence, size, place) for place in _PLACES]
    random = np.random.default_rng(1)
    sketch = sum(
        _times(table, random.standard_normal((_CONTEXT, _DIMENSIONS + _SPARE)).astype(np.float32)) for table in tables
    )
    for _ in range(2):
        basis, _triangle = np.linalg.qr(sketch)
        sketch = sum(_times(table, _turned_times(table, basis)) for table in tables)
    basis, _triangle = np.linalg.qr(sketch)
    small = np.concatenate([_turned_times(table, basis) for table in tables])
    left, singular, _right = np.linalg.svd(small.T, full_matrices=False)
    vectors = (basis @ left)[:, :_DIMENSIONS] * np.sqrt(singular[:_DIMENSIONS])
    return (vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)).astype(np.float32)


def _associations(sequence: Array, size: int, place: int) -> Array:
    """Positive pointwise mutual information of each word and each frequent word that many words behind it."""
    word = sequence[max(0, -place) : len(sequence) - max(0, place)]
    other = sequence[max(0, place) : len(sequence) - max(0, -place)]
    both = (word >= _FIRST) & (other >= 0) & (other < _CONTEXT)
    table = np.bincount(word[both] * _CONTEXT + other[both], minlength=size * _CONTEXT)
    table = table.reshape(size, _CONTEXT).astype(np.float32)
    of_word = table.sum(1, keepdims=True) + 1e-9
    of_other = (table.sum(0, keepdims=True) + 1e-9) ** 0.75
    of_other *= table.sum() / of_other.sum()
    with np.errstate(divide="ignore"):
        information = np.log(table * table.sum() / (of_word * of_other))
    information[~np.isfinite(information) | (information < 0)] = 0
    return information.astype(np.float16)


def _times(table: Array, matrix: Array) -> Array:
    parts = [table[at : at + _CHUNK].astype(np.float32) @ matrix for at in range(0, len(table), _CHUNK)]
    return np.concatenate(parts)


def _turned_times(table: Array, matrix: Array) -> Array:
    parts = (
        table[at : at + _CHUNK].astype(np.float32).T @ matrix[at : at + _CHUNK] for at in range(0, len(table), _CHUNK)
    )
    return np.asarray(sum(parts))


def _parted(vectors: Array, classes: int, weights: Array) -> tuple[Array, Array]:
    """The class of each vector and the centres, by k-means with the cosine."""
    random = np.random.default_rng(3)
    centres = vectors[random.choice(len(vectors), classes, replace=False, p=weights / weights.sum())].copy()
    labels = np.zeros(len(vectors), np.int64)
    for _ in range(_ROUNDS):
        for at in range(0, len(vectors), _CHUNK):
            labels[at : at + _CHUNK] = (vectors[at : at + _CHUNK] @ centres.T).argmax(1)
        sums = np.zeros_like(centres)
        np.add.at(sums, labels, vectors * weights[:, None])
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        spare = vectors[random.choice(len(vectors), classes)]
        centres = np.where(lengths < 1e-9, spare, sums / (lengths + 1e-9)).astype(np.float32)
    return labels, centres


if __name__ == "__main__":
    main()
