"""Did you mean: a query that finds little, with its likely typing errors mended or taken from the other keyboard layout.

What is suggested is searched first, with the filters of the request: it must find more than the query does.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from search.query.corrections import layout, typing
from search.query.corrections.candidates import Candidate, is_likelier, worth
from search.query.corrections.surface import surfaces
from search.query.corrections.vocabulary import Found, found
from search.query.passages import Passage
from search.query.request import SearchRequest
from search.query.syntax.faults import Edit
from search.query.words import changed, marked, words_of

DOUBTFUL: Final = 100
"""Articles up to which a word may be an error for one that more have."""

_MOST_ERRORS: Final = 2.5
"""What a change may cost where the query finds nothing, and anything is better."""

_MOST_WORDS: Final = 8
"""A query with more words is no typing error in one of them, but a text."""

_TRIED: Final = 16
"""Candidates that are searched."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A query that finds more: as text for a request, and in segments with what is new marked."""

    text: str
    shown: Passage


def suggestion(request: SearchRequest) -> Suggestion | None:
    """What was probably meant by a request, or None. Raises SearchUnavailable."""
    words = words_of(request.q)
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    known = typing.known(request.q, words)
    doubtful = {word: number for word, number in known.words.items() if number <= DOUBTFUL}
    candidates = list(typing.joined(known.joins))
    candidates += typing.mended(doubtful, _TRIED - len(candidates))
    if len(doubtful) == len(words):
        candidates += layout.on_the_other(request.q)
    if not candidates:
        return None
    asked = [replace(request, q=changed(request.q, one.changes)) for one in candidates]
    likely = _likely(candidates, found([request, *asked]), known.expected)
    best = max(likely, default=None, key=lambda pair: (pair[1].joins, pair[0]))
    if best is None:
        return None
    changes = _as_written(best[1].changes)
    return Suggestion(changed(request.q, changes), marked(request.q, changes))


def _likely(
    candidates: Iterable[Candidate], numbers: Sequence[Found], expected: float
) -> Iterator[tuple[float, Candidate]]:
    """Those that find more, and so much more that the errors are worth assuming, with their worth. What is typed counts as
    many articles as are `expected` to have such frequent words, if fewer have them by chance: none if no article has one of
    the words, and then any correction is better."""
    as_typed, *others = numbers
    for candidate, its in zip(candidates, others, strict=True):
        possible = as_typed.hits > 0 or expected > 0
        has = its.spelt or (its.hits if candidate.inflected and not possible else 0)
        if candidate.joins:
            likely = its.hits > 0
        elif possible:
            likely = is_likelier(has, candidate.cost, max(as_typed.spelt, expected))
        else:
            likely = candidate.cost <= _MOST_ERRORS
        if likely and has and (candidate.joins or its.hits > as_typed.hits):
            yield worth(has, candidate.cost), candidate


def _as_written(changes: Iterable[Edit]) -> tuple[Edit, ...]:
    """The changes with their words as articles spell them, and not folded."""
    changes = tuple(changes)
    written = surfaces(word.folded for change in changes for word in words_of(change.new))

    def spelt(text: str) -> str:
        known = (word for word in words_of(text) if word.folded in written)
        return changed(text, [Edit(word.start, word.end, written[word.folded]) for word in known])

    return tuple(replace(change, new=spelt(change.new)) for change in changes)
