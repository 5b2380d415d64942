"""Compares what the index holds with the database, document by document, whatever the ledger says."""

from collections.abc import Iterator
from dataclasses import dataclass

from search.index import targets
from search.models import Article, IndexEntry

_PAGE = 5_000
_ROWS = 500


@dataclass(frozen=True, slots=True)
class Drift:
    """Keys of articles: `missing` from the index, there in a `stale` version, or `ghost`s without an article."""

    missing: tuple[int, ...]
    stale: tuple[int, ...]
    ghost: tuple[int, ...]

    def __bool__(self) -> bool:
        return bool(self.missing or self.stale or self.ghost)


def find_drift() -> Drift:
    """Where the live index and the database differ. What differs is marked, so that the next sweep mends it."""
    index = targets.live()
    held = dict(_versions(index))
    missing: list[int] = []
    stale: dict[int, int] = {}
    for key, version in Article.objects.visible().order_by("pk").values_list("pk", "version").iterator():
        there = held.pop(key, None)
        if there is None:
            missing.append(key)
        elif there != version:
            stale[key] = max(there, version)
    _mark(index, missing, stale, ghosts=held)
    return Drift(tuple(missing), tuple(stale), tuple(held))


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


def _mark(index: str, missing: list[int], stale: dict[int, int], ghosts: dict[int, int]) -> None:
    """Makes the difference one that the ledger shows too.

    Articles get a version above the one that the server knows: it takes nothing else (after the database was restored
    from a backup, say, the server's versions are ahead). Ghosts get the ledger row that their deletion goes by.
    """
    for start in range(0, len(missing), _ROWS):
        Article.objects.filter(pk__in=missing[start : start + _ROWS]).update()
    for key, highest in stale.items():
        Article.objects.filter(pk=key).update(version=highest + 1)
    entries = (IndexEntry(index=index, article_id=key, version=version) for key, version in ghosts.items())
    IndexEntry.objects.bulk_create(entries, batch_size=_ROWS, ignore_conflicts=True)
