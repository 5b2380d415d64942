"""Two bodies side by side: how much of each stands in the other, and whether that makes one a copy.

The constants were set on articles of 14 newspapers; `tests/bench/README.md` says how, and what they do.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Final

from search.arabic.clitics import FUSED_ARTICLE
from search.arabic.letters import ARTICLE
from search.copies.bands import PASSAGE, passages

SHORTER: Final = 0.82
"""The least share of the shorter body (of that of which more is shared) that stands in the other. News agencies' copy
that was edited sentence by sentence keeps more than this; two bulletins of a weather service keep less."""

LONGER: Final = 0.5
"""The least share of the other body. Below it, the story is one of several on a page (a round-up) and no copy."""

_SUBJECT: Final = 2.5
"""What a word about another subject counts against the share. A telegram to the president of Niger and one to Bolivia's
differ in a word of ten; but those words are what the telegrams are about."""

_NUMBERS: Final = 0.15
"""What it counts if none of the numbers agree: this week's bulletin, market report, flight, instead of last week's."""

_ALIKE: Final = 0.6
"""The share of letters from which two words may be one, spelt twice (a name in the letters of Cairo and of Beirut) or
in singular and plural."""

_SUBJECT_WORDS: Final = 50
"""Words that are looked at for a subject, the most repeated first: enough to tell, few enough for a body of a million
characters."""

_FUSED: Final = re.compile(f"[وف]?(?:{FUSED_ARTICLE}|[بكل]?(?:{ARTICLE})?)")
_SHORTEST_STEM: Final = 3


@dataclass(frozen=True, slots=True)
class Shared:
    """The share of each body's words that stand in one of the passages (`PASSAGE` words in a row) of the other."""

    of_first: float
    of_second: float


def shared(first: Sequence[str], second: Sequence[str]) -> Shared:
    """How much two bodies, given as their `copy_words`, have of each other; nothing where one has no passage."""
    ours, theirs = passages(first), passages(second)
    return Shared(_covered(ours, set(theirs)), _covered(theirs, set(ours)))


def copy_of(first: Sequence[str], second: Sequence[str]) -> Shared | None:
    """What two bodies have of each other if one is a copy of the other, whole or with light edits; else None."""
    found = shared(first, second)
    least, most = sorted((found.of_first, found.of_second))
    if least < LONGER or most < SHORTER:
        return None
    if most - _SUBJECT * _other_subject(first, second) - _NUMBERS * _other_numbers(first, second) < SHORTER:
        return None
    return found


def _covered(ours: list[tuple[str, ...]], theirs: set[tuple[str, ...]]) -> float:
    covered = end = 0
    for start, passage in enumerate(ours):
        if passage in theirs:
            covered += start + PASSAGE - max(start, end)
            end = start + PASSAGE
    return covered / (len(ours) + PASSAGE - 1)


def _other_subject(first: Sequence[str], second: Sequence[str]) -> float:
    """The share of words that a body repeats and the other does not have: of that body where it is smaller. Both have a
    subject of their own only if neither share is small; a paragraph more in one of them does not make it another story."""
    ours, theirs = Counter(map(_bare, first)), Counter(map(_bare, second))
    return min(_own(ours, theirs) / len(first), _own(theirs, ours) / len(second))


def _own(ours: Counter[str], theirs: Counter[str]) -> int:
    repeated = [
        (word, count) for word, count in ours.most_common() if count > 1 and word not in theirs and not word.isdigit()
    ]
    others = [word for word in theirs if word not in ours]
    return sum(count for word, count in repeated[:_SUBJECT_WORDS] if not _has_alike(word, others))


def _has_alike(word: str, others: Iterable[str]) -> bool:
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    for other in others:
        matcher.set_seq1(other)
        if matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE:
            return True
    return False


def _bare(word: str) -> str:
    """`word` without the particles that are fused to its beginning, where enough is left."""
    rest = _FUSED.sub("", word, count=1)
    return rest if len(rest) >= _SHORTEST_STEM else word


def _other_numbers(first: Sequence[str], second: Sequence[str]) -> float:
    """The share of numbers that disagree; of the body with fewer of its own, since editors leave out dates and sums."""
    ours, theirs = _numbers(first), _numbers(second)
    differing = min(len(ours - theirs), len(theirs - ours))
    return differing / (differing + len(ours & theirs)) if differing else 0.0


def _numbers(words: Iterable[str]) -> set[str]:
    """Digits that follow each other are one number (`96.40`, `209 020`); one is also an everyday word (`one of`)."""
    return {"".join(run) for in_digits, run in groupby(words, str.isdigit) if in_digits} - {"1"}
