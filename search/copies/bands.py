"""Fingerprints of bodies: keys that copies have in common, to find them among millions without reading these.

Minhash by one permutation (Li, Owen, Zhang 2012): every passage gets one hash, the hashes fall into bins, and the lowest
of each bin is kept; two texts agree in a bin about as often as the share of passages that they have in common. An empty
bin takes the value of the next (Shrivastava, Li 2014). Neighbouring bins make one key, so that a passage of everyday words
alone brings nothing together. datasketch's MinHash does the same with numpy and scipy, and 128 hashes a passage.
"""

from collections.abc import Sequence
from hashlib import blake2b
from typing import Final
from zlib import crc32

PASSAGE: Final = 3
"""Words in a row that make a passage: fewer are in every article, more let one changed word hide many that stayed."""

BANDS: Final = 24
"""Keys of a body. Of the pairs that are copies, 99.8 % have one in common (16 keys: 99.1 %), and an article meets some
12 others of 31,030 (`tests/bench/copies.py`)."""

_BINS: Final = 2 * BANDS


def bands(words: Sequence[str]) -> tuple[int, ...]:
    """The keys of a body, given as its `copy_words`: signed 64-bit integers, the same in every process and version; none
    for a body without a passage. Copies share at least one, as a rule; others seldom do."""
    hashes = {crc32(" ".join(passage).encode("utf-8", "surrogatepass")) for passage in passages(words)}
    if not hashes:
        return ()
    lowest = {value % _BINS: value for value in sorted(hashes, reverse=True)}
    value = lowest[min(lowest)]
    filled = []
    for number in reversed(range(_BINS)):
        value = lowest.get(number, value)
        filled.append(value)
    return tuple(_key(*values) for values in zip(range(BANDS), filled[::2], filled[1::2], strict=True))


def passages(words: Sequence[str]) -> list[tuple[str, ...]]:
    """Every `PASSAGE` words that stand in a row, in their order."""
    return list(zip(*(words[start:] for start in range(PASSAGE)), strict=False))


def _key(*values: int) -> int:
    return int.from_bytes(blake2b(repr(values).encode(), digest_size=8).digest(), signed=True)
