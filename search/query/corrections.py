"""Did you mean: a query that finds little, with its likely typing errors mended or taken from the other keyboard layout.

Noisy channel: of the words that the articles have, the one that is meant is the more likely the more articles have it, and the
less likely the more errors one must make to type what was typed. What is suggested is searched first, with the filters of
the request: it must find more than the query does, and so much more that the errors are worth assuming.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product
from typing import Any, Final

from elastic_transport import TransportError
from elasticsearch import ApiError
from elasticsearch.dsl import A, MultiSearch, Q, Search
from elasticsearch.dsl.query import Query

from search.arabic.keyboards import as_arabic, as_latin
from search.arabic.letters import ARTICLE
from search.arabic.particles import FUNCTION_WORDS
from search.arabic.typing_errors import SPACE, cost
from search.index.documents import ArticleDocument
from search.index.groups import GROUPS
from search.index.levels import SPELLING
from search.query.facets import filter_of
from search.query.narrowing import matched
from search.query.passages import Passage
from search.query.request import SearchRequest
from search.query.server import SearchUnavailable, ask
from search.query.surface import surfaces
from search.query.words import OPERATORS, Change, Word, changed, marked, words_of

DOUBTFUL: Final = 100
"""Articles up to which a word may be an error for one that more have."""

_ERROR: Final = 4.0
"""How unlikely an error is, as a logarithm: a word two errors away must be so much more frequent than one that is one away."""

_ENOUGH: Final = 2.0
"""How much more frequent than what was typed a word one error away must be, as a logarithm."""

_MOST_ERRORS: Final = 2.5
"""What a change may cost where the query finds nothing, and anything is better."""

_MOST_WORDS: Final = 8
"""A query with more words is no typing error in one of them, but a text."""

_SHORTEST: Final = 2
"""Letters of a word that can be mended."""

_OPTIONS: Final = 25
"""Words spelt like one that the server gives, the likest and most frequent first."""

_TRIED: Final = 16
"""Candidates that are searched."""

_PARTICLES: Final = re.compile(f"([وف]?)([بكل]?)({ARTICLE}|(?<=ل)ل)?")
_PARTICLE: Final = 0.4
"""What it costs to assume that a particle was written before the word that is meant."""

_APART: Final = 0.6
"""What it costs more to part a word in two that stand nowhere side by side, or one of which says nothing."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A query that finds more: as text for a request, and in segments with what is new marked."""

    text: str
    shown: Passage


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Changes of the query, and what it costs to assume them. `score` tells which candidates are searched. `joins`: two words
    become one."""

    changes: tuple[Change, ...]
    cost: float
    score: float
    joins: bool = False


@dataclass(frozen=True, slots=True)
class _Join:
    """Two words side by side that may be one."""

    one: Word
    other: Word

    @property
    def whole(self) -> str:
        return self.one.folded + self.other.folded


def suggestion(request: SearchRequest, total: int) -> Suggestion | None:
    """What was probably meant by a request that finds `total` hits, or None. Raises SearchUnavailable."""
    words = words_of(request.q)
    if request.page > 1 or not 0 < len(words) <= _MOST_WORDS:
        return None
    joins = [_Join(one, other) for one, other in pairwise(words) if request.q[one.end : other.start].isspace()]
    counts = _counts(words, joins)
    joined = list(_joined(joins, counts))
    doubtful = [word for word in words if counts.get(_word(word), 0) <= DOUBTFUL]
    candidates = joined + _of_typing(doubtful, counts)[: _TRIED - len(joined)]
    if len(doubtful) == len(words):
        candidates += _of_layout(request.q, words)
    found = _found([request, *(replace(request, q=changed(request.q, one.changes)) for one in candidates)])
    best = max(_likely(candidates, found, _expected(words, counts)), default=None, key=lambda pair: pair[0])
    if best is None:
        return None
    changes = _as_written(best[1].changes)
    return Suggestion(changed(request.q, changes), marked(request.q, changes))


def _likely(
    candidates: Iterable[_Candidate], found: Sequence["_Found"], expected: float
) -> Iterator[tuple[float, _Candidate]]:
    """Those that find more, and so much more that the errors are worth assuming, with their worth. What is typed counts as
    many articles as are `expected` to have such frequent words, if fewer have them by chance: none if no article has one of
    the words, and then any correction is better."""
    as_typed, *others = found
    for candidate, its in zip(candidates, others, strict=True):
        if candidate.joins:
            likely = its.hits > 0
        elif as_typed.hits or expected:
            likely = _is_likelier(its.spelt, candidate.cost, max(as_typed.spelt, expected))
        else:
            likely = candidate.cost <= _MOST_ERRORS
        if likely and its.spelt and (candidate.joins or its.hits > as_typed.hits):
            yield _worth(its.spelt, candidate.cost), candidate


def _is_likelier(articles: float, errors: float, as_typed: float) -> bool:
    return _worth(articles, errors) > _worth(as_typed, 1) + _ENOUGH


def _expected(words: Sequence[Word], counts: Mapping[str, int]) -> float:
    of_all = max(counts.get(_ALL, 0), 1)
    return math.prod(counts.get(_word(word), 0) / of_all for word in words) * of_all


def _worth(articles: float, errors: float) -> float:
    return math.log(articles + 0.1) - _ERROR * errors


# --- what the articles have ------------------------------------------------------------------------------------------

_ALL: Final = "all"


def _word(word: Word) -> str:
    return f"word {word.start}"


def _search() -> Search:
    return Search(index=ArticleDocument._index._name).extra(size=0, track_total_hits=False)


def _counted(asked: Search) -> dict[str, int]:
    answer = ask(asked)
    return {name: counted["doc_count"] for name, counted in answer.get("aggregations", {}).items()}


def _counts(words: Iterable[Word], joins: Iterable[_Join]) -> dict[str, int]:
    """How many articles have each word, and neighbours as one word and side by side; how many there are."""
    asked = _search()
    asked.aggs.bucket(_ALL, A("filter", Q("match_all")))
    for word in words:
        asked.aggs.bucket(_word(word), A("filter", _all_of(word.folded)))
    for join in joins:
        asked.aggs.bucket(f"whole {join.one.start}", A("filter", _all_of(join.whole)))
        asked.aggs.bucket(f"pieces {join.one.start}", A("filter", _beside(join.one.folded, join.other.folded)))
    return _counted(asked)


@dataclass(frozen=True, slots=True)
class _Found:
    """How many articles a request finds, and how many of them have all its words as they are spelt."""

    hits: int
    spelt: int


def _found(requests: Sequence[SearchRequest]) -> list[_Found]:
    if len(requests) == 1:
        return [_Found(0, 0)]
    together = MultiSearch()
    for request in requests:
        asked = matched(request).filter(filter_of(request)).extra(size=0, track_total_hits=True)
        spelt = " ".join(word.folded for word in words_of(request.q))
        asked.aggs.bucket("spelt", A("filter", _all_of(spelt)))
        together = together.add(asked.params(ignore_unavailable=True))
    try:
        answers = together.execute(raise_on_error=False)
    except (TransportError, ApiError) as error:
        raise SearchUnavailable(str(error)) from error
    return [_of_answer(answer.to_dict()) if answer is not None else _Found(0, 0) for answer in answers]


def _of_answer(answer: Mapping[str, Any]) -> _Found:
    if "aggregations" not in answer:
        return _Found(0, 0)
    return _Found(answer["hits"]["total"]["value"], answer["aggregations"]["spelt"]["doc_count"])


def _all_of(words: str) -> Query:
    """Articles with these words as they are spelt."""
    in_groups = (Q("combined_fields", query=words, operator="and", fields=_spelling(group)) for group in GROUPS)
    return Q("bool", should=list(in_groups))


def _beside(first: str, second: str) -> Query:
    fields = [field for group in GROUPS for field in _spelling(group)]
    return Q("multi_match", query=f"{first} {second}", type="phrase", fields=fields)


def _spelling(group: str) -> list[str]:
    return [SPELLING.field(base, group) for base in ("title", "body")]


# --- typing errors ---------------------------------------------------------------------------------------------------


def _of_typing(doubtful: Sequence[Word], counts: Mapping[str, int]) -> list[_Candidate]:
    """Candidates for errors in words that few articles have, the likelier first. Words that none has must all be mended."""
    unknown = [word for word in doubtful if not counts.get(_word(word))]
    faulty = unknown or doubtful
    if not faulty or len(unknown) > 2:
        return []
    answer = ask(_spelt_like(faulty))
    options = _options(answer.get("suggest", {}))
    parted = {name: counted["doc_count"] for name, counted in answer.get("aggregations", {}).items()}
    by_word = [
        sorted([*_mended(word, options), *_parted(word, parted)], key=lambda one: -one.score)[:_TRIED] for word in faulty
    ]
    if len(unknown) == 2:
        found = [_together(chosen) for chosen in product(*by_word)]
    else:
        found = [candidate for of_word in by_word for candidate in of_word]
    return sorted(found, key=lambda one: -one.score)


def _spelt_like(words: Iterable[Word]) -> Search:
    """What is spelt like each word, and how many articles have it in two parts, anywhere and side by side."""
    asked = _search()
    for word in words:
        for at, first, second in _parts(word):
            asked.aggs.bucket(f"apart {word.start} {at}", A("filter", _all_of(f"{first} {second}")))
            asked.aggs.bucket(f"beside {word.start} {at}", A("filter", _beside(first, second)))
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


def _mended(word: Word, options: Mapping[str, Mapping[str, int]]) -> Iterable[_Candidate]:
    best: dict[str, _Candidate] = {}
    for particle, form in _forms(word.folded):
        for option, articles in options.get(form, {}).items():
            whole, errors = particle + option, cost(form, option) + (_PARTICLE if particle else 0)
            candidate = _Candidate((Change(word.start, word.end, whole),), errors, _worth(articles, errors))
            if whole != word.folded and option not in FUNCTION_WORDS and (whole not in best or candidate.score > best[whole].score):
                best[whole] = candidate
    return best.values()


def _parts(word: Word) -> Iterator[tuple[int, str, str]]:
    for at in range(_SHORTEST, len(word.folded) - _SHORTEST + 1):
        yield at, word.folded[:at], word.folded[at:]


def _parted(word: Word, counts: Mapping[str, int]) -> Iterator[_Candidate]:
    for at, first, second in _parts(word):
        apart, beside = counts[f"apart {word.start} {at}"], counts[f"beside {word.start} {at}"]
        weak = first in FUNCTION_WORDS or second in FUNCTION_WORDS or min(len(first), len(second)) <= _SHORTEST
        if not apart or (weak and not beside):
            continue
        errors = SPACE + (_APART if weak or not beside else 0)
        change = Change(word.start, word.end, f"{first} {second}")
        yield _Candidate((change,), errors, _worth(beside or apart, errors))


def _joined(joins: Iterable[_Join], counts: Mapping[str, int]) -> Iterator[_Candidate]:
    for join in joins:
        whole, pieces = counts[f"whole {join.one.start}"], counts[f"pieces {join.one.start}"]
        if whole and _is_likelier(whole, SPACE, pieces):
            change = Change(join.one.start, join.other.end, join.whole)
            yield _Candidate((change,), SPACE, _worth(whole, SPACE), joins=True)


def _together(candidates: Sequence[_Candidate]) -> _Candidate:
    return _Candidate(
        tuple(change for one in candidates for change in one.changes),
        sum(one.cost for one in candidates),
        sum(one.score for one in candidates),
    )


def _as_written(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes with their words as articles spell them, and not folded."""
    changes = tuple(changes)
    written = surfaces(word.folded for change in changes for word in words_of(change.text))
    return tuple(
        replace(one, text=changed(one.text, (Change(word.start, word.end, written.get(word.folded, one.text[word.start : word.end])) for word in words_of(one.text))))
        for one in changes
    )


# --- the other keyboard layout ---------------------------------------------------------------------------------------

_LAYOUT: Final = 0.5
"""What it costs to assume that the other layout was switched on."""

_CHUNK: Final = re.compile(r"(?:^|(?<=\s))(?:\w+:(?=\w))?(\S+)")
_ARABIC: Final = re.compile("[\u0621-\u064a\ufefb]")
_LATIN: Final = re.compile("[A-Za-z]")


def _of_layout(text: str, words: Sequence[Word]) -> list[_Candidate]:
    """The whole query as typed on the other keyboard, but for operators and names of fields; None of it if it has letters of
    both, or a word too short to tell."""
    if min(len(word.folded) for word in words) < _SHORTEST or (_ARABIC.search(text) and _LATIN.search(text)):
        return []
    convert = as_latin if _ARABIC.search(text) else as_arabic
    chunks = [found for found in _CHUNK.finditer(text) if found[1] not in OPERATORS]
    versions = [convert(found[1]) for found in chunks]
    found = []
    for number in range(max(map(len, versions))):
        changes = (
            Change(chunk.start(1), chunk.end(1), version[min(number, len(version) - 1)])
            for chunk, version in zip(chunks, versions, strict=True)
        )
        found.append(_Candidate(tuple(changes), _LAYOUT, 0.0))
    return found
