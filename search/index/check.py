"""Compares what the index holds with the database, document by document, whatever the ledger says."""

from collections.abc import Iterator
from dataclasses import dataclass

from search.index import targets
from search.models import Article, IndexEntry

_PAGE = 5_000


@dataclass(frozen=True, slots=True)
class Drift:
    """Keys of articles: `missing` from the index, there in a `stale` version, or `ghost`s without an article."""

    missing: tuple[int, ...]
    stale: tuple[int, ...]
    ghost: tuple[int, ...]

    def __bool__(self) -> bool:
        return bool(self.missing or self.stale or self.ghost)


def find_drift() -> Drift:
    """Where the live index and the database differ. What differs is struck from the ledger, so the next sweep mends it."""
    index = targets.live()
    held = dict(_versions(index))
    missing, stale = [], []
    for key, version in Article.objects.order_by("pk").values_list("pk", "version").iterator():
        there = held.pop(key, None)
        if there is None:
            missing.append(key)
        elif there != version:
            stale.append(key)
    drift = Drift(tuple(missing), tuple(stale), tuple(held))
    _correct_ledger(index, drift)
    return drift


def _versions(index: str) -> Iterator[tuple[int, int]]:
    """(article key, version) of every document in `index`."""
    server = targets.server()
    server.indices.refresh(index=index)
    pit = server.open_point_in_time(index=index, keep_alive="2m")["id"]
    after = None
    try:
        while True:
            page = server.search(
                pit={"id": pit, "keep_alive": "2m"},
                size=_PAGE,
                sort=["_shard_doc"],
                search_after=after,
                source=False,
                version=True,
                track_total_hits=False,
            )
            hits = page["hits"]["hits"]
            if not hits:
                return
            yield from ((int(hit["_id"]), hit["_version"]) for hit in hits)
            after = hits[-1]["sort"]
    finally:
        server.close_point_in_time(id=pit)


def _correct_ledger(index: str, drift: Drift) -> None:
    wrong = [*drift.missing, *drift.stale]
    for start in range(0, len(wrong), _PAGE // 10):
        IndexEntry.objects.filter(index=index, article_id__in=wrong[start : start + _PAGE // 10]).update(version=0)
    IndexEntry.objects.bulk_create(
        [IndexEntry(index=index, article_id=key) for key in drift.ghost], batch_size=_PAGE // 10, ignore_conflicts=True
    )
