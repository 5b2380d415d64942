"""Which values of a facet have most hits.

The server ranks values by articles, and with several shards by what each shard ranks high; hits are stories. So more values
are asked for than are shown, as candidates, and are then counted exactly (`search.query.counting`). No value has more hits
than articles: once the last that is shown has as many hits as any other value can have articles, it is proven that none is
missing. Until then more candidates are asked for.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from elasticsearch.dsl import A

_CANDIDATES: Final = 3
"""Candidates for each value that is shown: in the news the thirtieth name stands in half as many articles as the tenth."""

FURTHER: Final = 5
"""How many times as many are asked for next."""

MOST: Final = 10_000
"""Candidates at which it ends: what is shown is then exactly counted, and likely, but not surely, what has most hits. It
takes a result set in which thousands of values have more articles than the leading ones have stories."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """The `shown` values of a facet with most hits, of those in `field` (of the index) that fit `among`: a pattern of the
    server's, or the values themselves; None for all."""

    facet: str
    field: str
    shown: int
    among: str | tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Candidates:
    """`values` as the field has them. `next` is the rank that no other value can reach; None where there are no others."""

    values: tuple[str, ...]
    next: tuple[int, str] | None


def first_sizes(wanted: Iterable[Ranking]) -> dict[Ranking, int]:
    """How many candidates to ask for."""
    return {ranking: ranking.shown * _CANDIDATES for ranking in wanted}


def candidates(ranking: Ranking, size: int) -> Any:
    """Aggregation: the values with most articles, for `candidates_in`."""
    options: dict[str, Any] = {} if ranking.among is None else {"include": ranking.among}
    order = [{"_count": "desc"}, {"_key": "asc"}]
    return A("terms", field=ranking.field, size=size, shard_size=8 * size, order=order, **options)


def candidates_in(ranking: Ranking, answer: Mapping[str, Any]) -> Candidates:
    buckets, error = answer["buckets"], answer["doc_count_error_upper_bound"]
    values = tuple(bucket["key"] for bucket in buckets)
    if not buckets or not (error or answer["sum_other_doc_count"]):
        return Candidates(values, None)
    # With several shards a value may have more articles than the server has heard of, up to `error`. Of values with equally
    # many, the first by their terms are candidates; where these are not the values themselves, that says nothing.
    articles, in_order = buckets[-1]["doc_count"] + error, not error and ranking.field == ranking.facet
    return Candidates(values, (-articles, values[-1] if in_order else ""))


def ranked(values: Mapping[str, int]) -> list[str]:
    """Most hits first; of equals, by the key."""
    return sorted(values, key=lambda value: _rank(value, values))


def is_proven(ranking: Ranking, found: Candidates, hits: Mapping[str, int]) -> bool:
    """Whether no value outside of the candidates belongs among those that are shown. hits: of the candidates."""
    if found.next is None:
        return True
    leading = ranked({value: hits[value] for value in map(value_of, found.values)})[: ranking.shown]
    return len(leading) == ranking.shown and _rank(leading[-1], hits) <= found.next


def value_of(term: str) -> str:
    """The value that a term of any of the facets' fields stands for (see `search.index.documents`)."""
    return term.rpartition("/")[2]


def _rank(value: str, hits: Mapping[str, int]) -> tuple[int, str]:
    return -hits[value], value
