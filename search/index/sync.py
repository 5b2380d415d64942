"""Brings indexes up to date with the database. The same work after one saved article, after an outage, and in a rebuild.

What is to do is never in a message: it is the difference between the articles and the ledger (`IndexEntry`), so a lost
message, a killed worker or a wiped server delays the index and loses nothing.
"""

import logging
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from elasticsearch.helpers import streaming_bulk

from search.index import documents, targets
from search.ingest.copies import group_copies
from search.models import Article, IndexEntry

logger = logging.getLogger(__name__)

BATCH = 500
"""Articles a round: some 5 MB of JSON, half a second of the server's time, little memory here."""

_NEWER_IS_THERE = 409


@dataclass(frozen=True, slots=True)
class Progress:
    """What one call did: documents the server now holds, documents it deleted, documents it refused."""

    sent: int = 0
    deleted: int = 0
    refused: int = 0

    def __add__(self, other: "Progress") -> "Progress":
        return Progress(self.sent + other.sent, self.deleted + other.deleted, self.refused + other.refused)


def out_of_date(index: str) -> QuerySet[Article]:
    """Articles that `index` has to hold, and lacks or holds in another version."""
    held = IndexEntry.objects.filter(index=index, article_id=OuterRef("pk"), version=OuterRef("version"))
    return Article.objects.visible().filter(~Exists(held))


def gone(index: str) -> QuerySet[IndexEntry]:
    """Ledger rows of articles that are no more, or are hidden, but may still be in `index`."""
    there = Article.objects.visible().filter(pk=OuterRef("article_id"))
    return IndexEntry.objects.filter(~Exists(there), index=index)


def drain(tell: Callable[[int], object] = lambda done: None) -> Progress:
    """Brings every index up to date, copies found and grouped first, and drops ledger rows of indexes that are no more.

    `tell` is called with the number of articles done since the last call. Raises elasticsearch's errors where the server
    does not answer: the next call goes on from there.
    """
    group_copies()
    names = targets.all_targets()
    IndexEntry.objects.exclude(index__in=names).delete()
    return sum((bring_up_to_date(name, tell) for name in names), Progress())


def bring_now(keys: Collection[int]) -> Progress:
    """Brings these articles up to date in every index, before anything else that waits: what people decided shows in the
    next search. Raises as `drain` does; the next sweep then does it."""
    done = Progress()
    for index in targets.all_targets():
        behind = out_of_date(index).filter(pk__in=keys).values("pk")
        done += _send(index, list(documents.queryset().filter(pk__in=behind)))
        done += _delete(index, gone(index).filter(article_id__in=keys))
        targets.server().indices.refresh(index=index)
    return done


def bring_up_to_date(index: str, tell: Callable[[int], object] = lambda done: None) -> Progress:
    """Sends to `index` what it lacks, deletes from it what is gone, and makes both visible to searches."""
    total = Progress()
    for articles in _batches(index):
        total += _send(index, articles)
        tell(len(articles))
    total += _delete(index, gone(index))
    if total.sent or total.deleted:
        targets.server().indices.refresh(index=index)
    return total


def _batches(index: str) -> Iterator[list[Article]]:
    """Each article is tried once a call, so that one that the server refuses can't hold up the rest."""
    last = 0
    while keys := list(out_of_date(index).filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]):
        yield list(documents.queryset().filter(pk__in=keys).order_by("pk"))
        last = keys[-1]


def _send(index: str, articles: list[Article]) -> Progress:
    IndexEntry.objects.bulk_create(
        [IndexEntry(index=index, article_id=article.pk) for article in articles], ignore_conflicts=True
    )
    versions = {str(article.pk): article.version for article in articles}
    actions = (
        {
            "_op_type": "index",
            "_index": index,
            "_id": str(article.pk),
            "version": article.version,
            "version_type": "external",
            "_source": source,
        }
        for article, source in documents.sources(articles)
    )
    held, refused = _bulk(actions)
    IndexEntry.objects.bulk_create(
        [IndexEntry(index=index, article_id=int(key), version=versions[key]) for key in held],
        update_conflicts=True,
        unique_fields=["index", "article_id"],
        update_fields=["version"],
    )
    return Progress(sent=len(held), refused=refused)


def _delete(index: str, waiting: QuerySet[IndexEntry]) -> Progress:
    total = Progress()
    while entries := list(waiting[:BATCH]):
        # Of a hidden article the row is there, in a version above all that were sent: what is still under way loses.
        hidden = dict(Article.objects.filter(pk__in=[one.article_id for one in entries]).values_list("pk", "version"))
        actions = (
            {
                "_op_type": "delete",
                "_index": index,
                "_id": str(entry.article_id),
                "version": hidden.get(entry.article_id, entry.version + 1),
                "version_type": "external_gte",
            }
            for entry in entries
        )
        held, refused = _bulk(actions)
        IndexEntry.objects.filter(index=index, article_id__in=map(int, held)).delete()
        total += Progress(deleted=len(held), refused=refused)
        if refused:
            break
    return total


def _bulk(actions: Iterator[dict[str, Any]]) -> tuple[list[str], int]:
    """Keys that the server settled, and how many it refused (logged with its reason)."""
    settled, refused = [], 0
    for done, result in streaming_bulk(targets.server(), actions, chunk_size=BATCH, raise_on_error=False):
        (outcome,) = result.values()
        if done or outcome["status"] in (_NEWER_IS_THERE, 404):
            settled.append(outcome["_id"])
        else:
            refused += 1
            logger.error("The index refused article %s: %s", outcome["_id"], outcome.get("error"))
    return settled, refused
