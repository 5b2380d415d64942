"""Draft -> database: a new article, a changed one, or nothing."""

from collections.abc import Iterable
from typing import Literal

from django.db import transaction
from django.db.models import Q

from search.ingest.batch import Batch
from search.ingest.corrections import corrections_of
from search.ingest.identity import identity
from search.ingest.originals import digest, keep, load
from search.ingest.revisions import is_older, says_the_same
from search.models import Article, IngestRun, Removal
from search.pipeline import Knowledge, read
from search.types import Draft, RawPage, UnreadablePage

Outcome = Literal["new", "changed", "unchanged", "removed"]
"""`changed`: the article was read anew, or has another revision. `removed`: it was taken out for good and is not let in."""


@transaction.atomic
def store(drafts: list[Draft], knowledge: Knowledge, run: IngestRun | None = None) -> list[Outcome]:
    """Writes the drafts in one short transaction; one outcome for each, in order. All or none is written.

    The drafts are the pages' own readings: what people decided about an article that is there is put in here, under its
    lock. `run` is noted on new articles.
    """
    named = [(draft, identity(draft.article), digest(draft.raw.content)) for draft in drafts]
    removed = _removed(named)
    batch = Batch.locked(knowledge, {key for _, key, _ in named}, {original for _, _, original in named})
    outcomes: list[Outcome] = [
        "removed" if removed & {key, original} else _store(draft, key, original, knowledge, batch, run)
        for draft, key, original in named
    ]
    batch.write()
    return outcomes


@transaction.atomic
def reread(key: int, knowledge: Knowledge) -> Article:
    """Reads an article's original again, with what people decided about it by now, and stores what comes out.

    Raises FileNotFoundError where the original is lost, UnreadablePage where the rules of today find no article in it, and
    Article.DoesNotExist.
    """
    article = Article.objects.select_for_update().get(pk=key)
    draft = read(_page(article), knowledge, corrections_of(article))
    batch = Batch(knowledge, [article])
    batch.read(article, draft)
    batch.write()
    return article


def _removed(named: Iterable[tuple[Draft, str, str]]) -> set[str]:
    """Identities and originals among those named that were removed for good."""
    keys, originals = [key for _, key, _ in named], [original for _, _, original in named]
    found = Removal.objects.filter(Q(identity__in=keys) | Q(original__in=originals))
    return {digits for pair in found.values_list("identity", "original") for digits in pair}


def _store(draft: Draft, key: str, original: str, knowledge: Knowledge, batch: Batch, run: IngestRun | None) -> Outcome:
    article = batch.find(key, original)
    if article is None:
        keep(draft.raw.content)
        article = Article(identity=key, ingest_run=run)
        batch.add_revision(article, draft)
        batch.read(article, draft)
        return "new"
    if article.original == original:
        if article.knowledge_version == draft.knowledge_version:
            return "unchanged"
    else:
        current = _current(article, knowledge)
        known = batch.has_revision(article, original)
        if known or (current and says_the_same(draft, current)):
            return "unchanged"
        keep(draft.raw.content)
        batch.add_revision(article, draft)
        if current and is_older(draft, current):
            return "changed"
    if article.pk and (corrections := corrections_of(article)):
        draft = read(draft.raw, knowledge, corrections)
    batch.read(article, draft)
    return "changed"


def _current(article: Article, knowledge: Knowledge) -> Draft | None:
    """What the page says that the article shows now; None where it can't be read any more, and whatever comes is better."""
    try:
        return read(_page(article), knowledge)
    except (FileNotFoundError, UnreadablePage):
        return None


def _page(article: Article) -> RawPage:
    return RawPage(article.source_name, load(article.original), article.media_type)  # type: ignore[arg-type]
