"""Suggestions for typing errors: `DATA_DIR=... python -m tests.bench.corrections [tuning] [-v]`.

Asks the search server of DATA_DIR for 500 queries of one or two words from the titles of its articles, each damaged by one
error of a person who types Arabic, and says how many get the query as it was before as suggestion; and how many of the undamaged
ones get a suggestion at all. The words are those of one half of all words, parted by their hash: the constants of
`search.query.corrections` were tuned on the other one (`tuning`). Only words that two titles have: what stands once may be
an error itself.
"""

import hashlib
import os
import random
import re
import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsindex.settings")
django.setup()

from search.arabic.folding import fold_text  # noqa: E402
from search.arabic.keyboards import NEIGHBOURS  # noqa: E402
from search.arabic.particles import FUNCTION_WORDS  # noqa: E402
from search.models import Article  # noqa: E402
from search.query.corrections.suggest import suggestion  # noqa: E402
from search.query.request import SearchRequest  # noqa: E402
from search.query.standing import standings  # noqa: E402

_QUERIES: Final = 500
_SHORTEST: Final = 3
_ARABIC_WORD: Final = re.compile("[\u0621-\u064a]+")
_SEED: Final = 20261125


def main() -> None:
    tuning, verbose = "tuning" in sys.argv, "-v" in sys.argv
    chance = random.Random(_SEED)
    queries = list(_queries(chance, tuning))
    right: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    found_anyway = right_of_others = 0
    times = []
    for number, query in enumerate(queries):
        kind, typed = _damaged(query, chance, number)
        request = SearchRequest(q=typed)
        found = _hits(request)
        start = time.perf_counter()
        suggested = _suggested(request)
        times.append(time.perf_counter() - start)
        tried[kind] += 1
        all_the_same = found >= _hits(SearchRequest(q=query))
        found_anyway += all_the_same
        if _same(suggested, query):
            right[kind] += 1
            right_of_others += not all_the_same
        elif verbose:
            print(f"{kind}: {query} -> {typed} ({found} hits) -> {suggested}")
    annoyed = defaultdict(list)
    for query in queries:
        request = SearchRequest(q=query)
        if suggested := _suggested(request):
            annoyed[len(query.split())].append((query, suggested))
    print(
        f"{sum(right.values())} of {len(queries)} damaged queries ({sum(right.values()) / len(queries):.1%}) get the original"
    )
    others = len(queries) - found_anyway
    print(
        f"{found_anyway} of them find as much as before; of the others {right_of_others} ({right_of_others / others:.1%})"
    )
    for kind in sorted(tried):
        print(f"  {kind}: {right[kind]} of {tried[kind]}")
    number = sum(map(len, annoyed.values()))
    print(f"{number} of {len(queries)} undamaged queries ({number / len(queries):.1%}) get a suggestion")
    for query, suggested in (pair for pairs in annoyed.values() for pair in pairs):
        print(f"  {query} -> {suggested}")
    times.sort()
    print(
        f"{statistics.median(times) * 1000:.0f} ms a suggestion, 95 % within {times[int(len(times) * 0.95)] * 1000:.0f} ms"
    )


def _hits(request: SearchRequest) -> int:
    (standing,) = standings([(request, None)])
    return standing.total if standing else 0


def _suggested(request: SearchRequest) -> str | None:
    suggested = suggestion(request)
    return suggested.text if suggested else None


def _same(suggested: str | None, query: str) -> bool:
    return suggested is not None and fold_text(suggested) == fold_text(query)


def _queries(chance: random.Random, tuning: bool) -> Iterator[str]:
    """As many of two words as of one."""

    titles = list(Article.objects.visible().filter(language="ar").order_by("pk").values_list("title", flat=True))
    in_titles = Counter(word for title in titles for word in {*fold_text(title).split()})

    def fits(word: str) -> bool:
        folded = fold_text(word)
        return bool(
            _ARABIC_WORD.fullmatch(word)
            and len(folded) >= _SHORTEST
            and folded not in FUNCTION_WORDS
            and in_titles[folded] > 1
            and hashlib.sha256(folded.encode()).digest()[0] % 2 == tuning
        )

    chance.shuffle(titles)
    seen: set[str] = set()
    left = [_QUERIES // 2, _QUERIES - _QUERIES // 2]
    for title in titles:
        words = title.split()
        pairs = [f"{one} {other}" for one, other in pairwise(words) if fits(one) and fits(other)]
        singles = [word for word in words if fits(word)]
        for number, choices in enumerate((singles, pairs)):
            fresh = [choice for choice in choices if fold_text(choice) not in seen]
            if fresh and left[number]:
                query = chance.choice(fresh)
                seen.add(fold_text(query))
                left[number] -= 1
                yield query
                break
        if not any(left):
            return


def _damaged(query: str, chance: random.Random, number: int) -> tuple[str, str]:
    """The kind of the error, and the query with it. The kinds take turns; where one is not possible, or leaves what folding
    takes for the same, another is tried."""
    kinds = [*_ERRORS[number % len(_ERRORS) :], *_ERRORS[: number % len(_ERRORS)]]
    for kind, error in kinds:
        for _ in range(20):
            typed = error(query, chance)
            if typed and fold_text(typed) != fold_text(query):
                return kind, typed
    raise AssertionError(query)


def _letter(query: str, chance: random.Random) -> int:
    return chance.choice([at for at, character in enumerate(query) if character != " "])


def _neighbour(query: str, chance: random.Random) -> str:

    at = _letter(query, chance)
    beside: Sequence[str] = sorted(NEIGHBOURS[fold_text(query[at])])
    return query[:at] + chance.choice(beside) + query[at + 1 :]


def _swapped(query: str, chance: random.Random) -> str:
    at = _letter(query[:-1], chance)
    if query[at + 1] == " ":
        return ""
    return query[:at] + query[at + 1] + query[at] + query[at + 2 :]


def _doubled(query: str, chance: random.Random) -> str:
    at = _letter(query, chance)
    return query[:at] + query[at] + query[at:]


def _missing(query: str, chance: random.Random) -> str:
    at = _letter(query, chance)
    return query[:at] + query[at + 1 :]


def _joined(query: str, chance: random.Random) -> str:
    return query.replace(" ", "", 1) if " " in query else ""


def _split(query: str, chance: random.Random) -> str:
    word = chance.choice(query.split())
    if len(word) < 4:
        return ""
    at = query.index(word) + chance.randrange(2, len(word) - 1)
    return f"{query[:at]} {query[at:]}"


_ERRORS: Final[list[tuple[str, Callable[[str, random.Random], str]]]] = [
    ("the key beside", _neighbour),
    ("swapped", _swapped),
    ("doubled", _doubled),
    ("missing", _missing),
    ("joined", _joined),
    ("split", _split),
]


if __name__ == "__main__":
    main()
