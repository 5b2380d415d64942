"""The sample corpus: pages under made-up outlets, written for newsindex (search/data/SAMPLE.md), to look around with."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from django.db import transaction
from django.db.models import Exists, OuterRef

from search.fetching.files import read_path, total_bytes
from search.ingest.ingest import ingest_inputs
from search.ingest.originals import discard_unused
from search.models import Article, Entity, IngestRun, Outlet, Revision, articles_withdrawn
from search.pipeline import Knowledge

FOLDER: Final = Path(__file__).parent.parent / "data" / "sample"


def load(knowledge: Knowledge, tell: Callable[[int], object] = lambda done: None) -> IngestRun:
    """Takes the sample pages in, as samples; returns the report. `tell` as for ingest."""
    run = IngestRun.objects.create(origin=IngestRun.Origin.SAMPLE, total=total_bytes([FOLDER]))
    pages = (replace(found, name=found.name.removeprefix(f"{FOLDER.parent}/")) for found in read_path(FOLDER))
    return ingest_inputs(pages, run, knowledge, tell)


@transaction.atomic
def remove() -> int:
    """Takes the sample articles out again, with what people decided about them, and the outlets and entities that nothing
    else names; returns the number of articles. The reports stay."""
    articles = Article.objects.filter(ingest_run__origin=IngestRun.Origin.SAMPLE)
    keys = list(articles.values_list("pk", flat=True))
    originals = list(Revision.objects.filter(article__in=keys).values_list("original", flat=True))
    outlets = list(Outlet.objects.filter(articles__in=keys).values_list("pk", flat=True).distinct())
    entities = list(Entity.objects.filter(mentions__article__in=keys).values_list("pk", flat=True).distinct())
    articles.delete()
    Outlet.objects.filter(pk__in=outlets, articles=None).delete()
    _drop_unused(set(entities))
    articles_withdrawn.send(Article, keys=keys)
    transaction.on_commit(partial(discard_unused, originals))
    return len(keys)


def _drop_unused(entities: set[int]) -> None:
    """Those that nothing names, decides about or lies in; with each that goes, what it lay in may go too."""
    parts = Entity.objects.filter(kind=OuterRef("kind"), parent_key=OuterRef("key"))
    while unused := list(
        Entity.objects.filter(~Exists(parts), pk__in=entities, mentions=None, decisions=None).only("kind", "parent_key")
    ):
        wholes = Entity.objects.filter(key__in={entity.parent_key for entity in unused})
        entities |= set(wholes.values_list("pk", flat=True))
        Entity.objects.filter(pk__in=[entity.pk for entity in unused]).delete()
