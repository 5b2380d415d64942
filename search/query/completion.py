"""What a query that is being typed may become: names to narrow the search to, and words of headlines."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from elasticsearch.dsl import Q, Search

from search.arabic.folding import fold_text
from search.arabic.letters import ARTICLE, DROPPED
from search.arabic.particles import FUNCTION_WORDS
from search.index.documents import ArticleDocument
from search.index.groups import GROUPS
from search.index.levels import SPELLING
from search.index.targets import server
from search.models import Article, Entity, Outlet
from search.query.name_index import Named, at_hand, folded
from search.query.request import SearchRequest
from search.query.server import ask

NAMES: Final = 5
WORDS: Final = 4
"""How many of each are offered."""

_SHORTEST: Final = 2
"""Letters from which on anything is offered."""

_LONGEST: Final = 5
"""Words of a name that are looked at."""

_TITLES: Final = 200
"""The latest headlines with such a word, whose words are counted."""

_PATIENCE: Final = 2
"""Seconds after which nobody waits for words any more."""

_SIDE_BY_SIDE: Final = 3
"""How much more a headline counts in which the word stands after the one that was typed before it."""

_LAST_WORDS: Final = re.compile(r"[^\W_][^\s\"“”«»()]*")
_WORD: Final = re.compile(r"[^\W\d_][\w\u0640\u064b-\u065f\u0670\u200c]*")
_UNFINISHED: Final = re.compile(r"(?:^|\s)(?:AND|OR|NOT|/\S*)\s*$|[-+(:/]$")
"""What makes the words behind it a part of something: taken out of the query, they would leave it broken."""

_QUOTES: Final = re.compile(r"[\"“”„«»]")
_UNREAD: Final = dict.fromkeys(map(ord, DROPPED))


@dataclass(frozen=True, slots=True)
class NameOffer:
    """An entity or outlet, and the request that is narrowed to it, without the words that were typed for it."""

    facet: str
    named: Entity | Outlet
    request: SearchRequest


@dataclass(frozen=True, slots=True)
class WordOffer:
    """The request with the last word completed; `word` is what takes its place, `before` what stands before it."""

    before: str
    word: str
    request: SearchRequest


def name_offers(request: SearchRequest) -> list[NameOffer]:
    """Names that the last words of the query are the beginning of: of as many words as a name has, confirmed ones first,
    then those that most articles have. None before a process has read the names."""
    ends = " " if request.q[-1:].isspace() else ""
    for start in _starts(request.q):
        beginning = folded(request.q[start:]) + ends
        if len(beginning.strip()) < _SHORTEST:
            continue
        if (index := at_hand()) is None:
            return []
        if found := _rows(index.beginning_with(beginning, NAMES * 2)):
            rest = request.q[:start].strip()
            offered = [
                NameOffer(facet, row, replace(request.with_value(facet, row.key), q=rest))
                for facet, row in found
                if row.key not in (*request.selected(facet), *request.excluded(facet))
            ]
            return offered[:NAMES]
    return []


def _starts(text: str) -> list[int]:
    """Where the last words of the query begin, the longest run first."""
    found = [found.start() for found in _LAST_WORDS.finditer(text)][-_LONGEST:]
    return [start for start in found if not _is_inside(text[:start])]


def _is_inside(before: str) -> bool:
    """Whether what follows is in quotation marks, or belongs to an operator."""
    return len(_QUOTES.findall(before)) % 2 == 1 or _UNFINISHED.search(before) is not None


def _rows(named: Sequence[Named]) -> list[tuple[str, Entity | Outlet]]:
    """The rows behind what the index found, in its order, without those that are gone."""
    outlets = Outlet.objects.in_bulk([pk for facet, pk in named if facet == "outlet"])
    entities = Entity.objects.in_bulk([pk for facet, pk in named if facet != "outlet"])
    rows = ((facet, outlets.get(pk) if facet == "outlet" else entities.get(pk)) for facet, pk in named)
    return [(facet, row) for facet, row in rows if row is not None]


def word_offers(request: SearchRequest) -> list[WordOffer]:
    """Words of headlines that begin like the last one of the query; those that stand after the word before it first, then
    those that most of the latest headlines have. Raises SearchUnavailable."""
    words = list(_WORD.finditer(request.q))
    if not words or words[-1].end() != len(request.q):
        return []
    last = words[-1]
    before = fold_text(words[-2][0]) if len(words) > 1 else ""
    typed = fold_text(last[0])
    if len(typed) < _SHORTEST or typed == ARTICLE:
        return []
    titles = _titles(typed, before) or (_titles(typed, "") if before else [])
    counted: Counter[str] = Counter()
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for title in titles:
        for previous, word in _words(title):
            letters = fold_text(word)
            if letters.startswith(typed) and letters != typed and letters not in FUNCTION_WORDS:
                counted[letters] += _SIDE_BY_SIDE if before and previous == before else 1
                written[letters][word] += 1
    offered = [written[letters].most_common(1)[0][0] for letters, _ in counted.most_common(WORDS)]
    head = request.q[: last.start()]
    return [WordOffer(head, word, replace(request.without_query(), q=head + word)) for word in offered]


def _titles(beginning: str, before: str) -> list[str]:
    """The latest headlines with a word that begins so, and with the one before it."""
    fields = [SPELLING.field("title", group) for group in GROUPS]
    query = Q("bool", should=[Q("prefix", **{field: {"value": beginning}}) for field in fields], minimum_should_match=1)
    asked = Search(using=server().options(request_timeout=_PATIENCE), index=ArticleDocument._index._name)
    asked = asked.query("bool", filter=[query])
    if before:
        asked = asked.filter("multi_match", query=before, fields=fields)
    asked = asked.sort({"published": {"order": "desc", "missing": "_last"}})
    asked = asked.source(False).extra(size=_TITLES, track_total_hits=False)
    found = [int(hit["_id"]) for hit in ask(asked)["hits"]["hits"]]
    return list(Article.objects.visible().filter(pk__in=found).values_list("title", flat=True))


def _words(title: str) -> Iterator[tuple[str, str]]:
    """Each word of a headline, without vowel signs, and the folded one before it."""
    previous = ""
    for found in _WORD.finditer(title):
        yield previous, found[0].translate(_UNREAD)
        previous = fold_text(found[0])
