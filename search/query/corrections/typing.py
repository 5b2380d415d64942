"""What was meant where somebody mistyped: a letter wrong, missing, twice or swapped, a space missing or too much."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, product
from typing import Any, Final

from elasticsearch.dsl import A, Q, Search

from search.arabic.letters import ARTICLE
from search.arabic.particles import FUNCTION_WORDS
from search.arabic.typing_errors import SPACE, cost
from search.index.groups import GROUPS
from search.index.levels import SPELLING
from search.query.corrections.candidates import Candidate, is_likelier, together, worth
from search.query.corrections.vocabulary import all_of, beside, counts, counts_in, question
from search.query.server import ask
from search.query.syntax.faults import Edit
from search.query.words import Word, all_words_of

_SHORTEST: Final = 2
"""Letters of a word that can be mended."""

_OPTIONS: Final = 25
"""Words spelt like one that the server gives, the likest and most frequent first."""

_PARTICLES: Final = re.compile(f"([وف]?)([بكل]?)({ARTICLE}|(?<=ل)ل)?")
_PARTICLE: Final = 0.4
"""What it costs to assume that a particle was written before the word that is meant."""

_APART: Final = 0.6
"""What it costs more to part a word in two that stand nowhere side by side, or one of which says nothing."""


_LONGEST: Final = 30
"""Letters of a word that can be mended; what is longer is none."""

_MOST_FAULTY: Final = 3
"""Words that are asked about at once, the rarest ones."""

_MOST_PAIRS: Final = 10
"""Neighbours that may be one word."""

_MOST_UNKNOWN: Final = 2
"""Words that no article has; a query with more of them is in no language of the articles."""


@dataclass(frozen=True, slots=True)
class Join:
    """Two words side by side that may be one; how many articles have them so, and how many as one word."""

    one: Word
    other: Word
    apart: int
    whole: int


@dataclass(frozen=True, slots=True)
class Known:
    """What the articles have of a query's words: how many have each, how many there are, and what may be one word."""

    articles: int
    words: Mapping[Word, int]
    joins: Sequence[Join]

    @property
    def expected(self) -> float:
        """How many articles would have all the words if these stood in them by chance."""
        shares = 1.0
        for number in self.words.values():
            shares *= number / max(self.articles, 1)
        return shares * self.articles


def known(text: str, words: Sequence[Word]) -> Known:
    """Asks for what is known of the words of a query. Raises SearchUnavailable."""
    beside_each_other = (
        (one, other)
        for one, other in pairwise(all_words_of(text))
        if text[one.end : other.start].isspace() and len(one.folded + other.folded) <= _LONGEST
    )
    pairs = list(islice(beside_each_other, _MOST_PAIRS))
    asked = {"all": Q("match_all")}
    asked |= {f"word {word.start}": all_of(word.folded) for word in words}
    for one, other in pairs:
        asked[f"whole {one.start}"] = all_of(one.folded + other.folded)
        asked[f"apart {one.start}"] = beside(one.folded, other.folded)
    number = counts(asked)
    return Known(
        number.get("all", 0),
        {word: number.get(f"word {word.start}", 0) for word in words},
        [
            Join(one, other, number.get(f"apart {one.start}", 0), number.get(f"whole {one.start}", 0))
            for one, other in pairs
        ],
    )


def joined(joins: Iterable[Join]) -> Iterator[Candidate]:
    """Those neighbours as one word that are hardly ever written apart."""
    for join in joins:
        if join.whole and is_likelier(join.whole, SPACE, join.apart):
            change = Edit(join.one.start, join.other.end, join.one.folded + join.other.folded)
            yield Candidate((change,), SPACE, worth(join.whole, SPACE), joins=True)


def mended(doubtful: Mapping[Word, int], most: int) -> list[Candidate]:
    """Candidates for errors in words that few articles have (how many do), the likelier first. Words that none has must all
    be mended. Raises SearchUnavailable."""
    unknown = [word for word, number in doubtful.items() if not number]
    faulty = unknown or sorted(doubtful, key=lambda word: doubtful[word])[:_MOST_FAULTY]
    if not faulty or len(unknown) > _MOST_UNKNOWN or max(len(word.folded) for word in faulty) > _LONGEST:
        return []
    answer = ask(_spelt_like(faulty))
    options, parts = _options(answer.get("suggest", {})), counts_in(answer)
    by_word = [
        sorted([*_respelt(word, options), *_parted(word, parts)], key=lambda one: -one.score)[:most] for word in faulty
    ]
    if len(unknown) == _MOST_UNKNOWN:
        found = [together(chosen) for chosen in product(*by_word)]
    else:
        found = [candidate for of_word in by_word for candidate in of_word]
    return sorted(found, key=lambda one: -one.score)[:most]


def _spelt_like(words: Iterable[Word]) -> Search:
    """What is spelt like each word, and how many articles have it in two parts, anywhere and side by side."""
    asked = question()
    for word in words:
        for at, first, second in _parts(word):
            asked.aggs.bucket(f"apart {word.start} {at}", A("filter", all_of(f"{first} {second}")))
            asked.aggs.bucket(f"beside {word.start} {at}", A("filter", beside(first, second)))
    looked_up = " ".join(dict.fromkeys(form for word in words for _, form in _forms(word.folded)))
    for group in GROUPS if looked_up else ():
        like = {
            "field": SPELLING.field("body", group),
            "suggest_mode": "always",
            "prefix_length": 0,
            "min_word_length": _SHORTEST,
            "size": _OPTIONS,
        }
        asked = asked.suggest(group, looked_up, term=like)
    return asked


def _forms(folded: str) -> Iterator[tuple[str, str]]:
    """The word, and what is left of it without particles: these and the rest."""
    if len(folded) >= _SHORTEST:
        yield "", folded
    found = _PARTICLES.match(folded)
    for end in dict.fromkeys(found.end(part) for part in (1, 2, 3) if found[part]) if found else ():
        if len(folded) - end > _SHORTEST:
            yield folded[:end], folded[end:]


def _options(suggested: Mapping[str, Any]) -> dict[str, dict[str, int]]:
    """Word -> what is spelt like it, with the number of articles."""
    found: dict[str, dict[str, int]] = {}
    for group in suggested.values():
        for entry in group:
            options = found.setdefault(entry["text"], {})
            for option in entry["options"]:
                options[option["text"]] = options.get(option["text"], 0) + option["freq"]
    return found


def _respelt(word: Word, options: Mapping[str, Mapping[str, int]]) -> Iterable[Candidate]:
    best: dict[str, Candidate] = {}
    for particle, form in _forms(word.folded):
        for option, articles in options.get(form, {}).items():
            whole, errors = particle + option, cost(form, option) + (_PARTICLE if particle else 0)
            change = Edit(word.start, word.end, whole)
            candidate = Candidate((change,), errors, worth(articles, errors), inflected=bool(particle))
            if whole == word.folded or option in FUNCTION_WORDS:
                continue
            if whole not in best or candidate.score > best[whole].score:
                best[whole] = candidate
    return best.values()


def _parts(word: Word) -> Iterator[tuple[int, str, str]]:
    for at in range(_SHORTEST, len(word.folded) - _SHORTEST + 1):
        yield at, word.folded[:at], word.folded[at:]


def _parted(word: Word, parts: Mapping[str, int]) -> Iterator[Candidate]:
    for at, first, second in _parts(word):
        apart, side_by_side = parts[f"apart {word.start} {at}"], parts[f"beside {word.start} {at}"]
        weak = first in FUNCTION_WORDS or second in FUNCTION_WORDS or min(len(first), len(second)) <= _SHORTEST
        if not apart or (weak and not side_by_side):
            continue
        errors = SPACE + (_APART if weak or not side_by_side else 0)
        change = Edit(word.start, word.end, f"{first} {second}")
        yield Candidate((change,), errors, worth(side_by_side or apart, errors))
