"""Learns an outlet's furniture from its stored articles, and says what that changes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.db import transaction
from django.db.models import Count, F, QuerySet
from django.db.models.functions import Greatest
from django.utils.timezone import now

from search import knowledge
from search.cleaning.clean import clean
from search.cleaning.learned import LearnedLine, in_use
from search.cleaning.learning import MOST_PAGES, Page, learn
from search.ingest.originals import load
from search.models import Article, FurnitureLine, Outlet
from search.types import MediaType, OutletRecord, RawPage, UnreadablePage

_FROM_LEARNING: Final = ("kind", "text", "count", "share", "samples", "learned")
_FEWEST: Final = 12
"""Articles from which an outlet teaches anything: fewer tell habit from chance too badly."""
_GROWTH: Final = 1.25
_ACTED_ON: Final = frozenset(("furniture", "start", "label", "medium", "author", "dateline"))
"""Kinds that change how an article is read; headings stay in it."""


@dataclass(frozen=True, slots=True)
class Relearned:
    """What learning changed for one outlet: lines that are new (or of another kind), the texts of those that are gone, and
    how many articles will read otherwise for it. `without_original` of its articles could not be looked at."""

    new: tuple[LearnedLine, ...]
    gone: tuple[str, ...]
    to_read_again: int
    without_original: int


def due() -> QuerySet[Outlet]:
    """Outlets whose articles have grown so much since they were last learned from that they may teach more."""
    counted = Outlet.objects.annotate(now=Count("articles"))
    return counted.filter(now__gte=Greatest(F("learned_from") * _GROWTH, float(_FEWEST))).order_by("key")


def relearn(outlet: Outlet, outlets: Sequence[OutletRecord]) -> Relearned:
    """Learns from the originals, read by rules alone: what was learned before is still in them. Articles are taken in the
    order of their identity, a hash, so that a large outlet is learned from a fixed sample of its articles."""
    articles = Article.objects.filter(outlet=outlet).order_by("identity").only("pk", "original", "media_type")
    missing: list[int] = []
    pages = list(_pages(articles[:MOST_PAGES], outlets, missing))
    lines = learn(outlet.name_ar, pages)
    before = {row.key: row for row in FurnitureLine.objects.filter(outlet=outlet)}
    now_known = {line.key for line in lines}
    gone = [row for row in before.values() if row.learned and row.key not in now_known]
    new = [line for line in lines if not (row := before.get(line.key)) or not row.learned or row.kind != line.kind]
    changed = in_use(
        [
            line
            for line in [*new, *map(_line, gone)]
            if line.kind in _ACTED_ON and not _is_decided(before.get(line.key))
        ],
        {},
    )
    rest = _pages(articles[MOST_PAGES:], outlets, missing)
    touched = sum(changed.touches((*page.header, *page.lines)) for source in (pages, rest) for page in source)
    with transaction.atomic():
        _write(outlet, lines, gone)
        renew(outlet)
        Outlet.objects.filter(pk=outlet.pk).update(learned_from=Article.objects.filter(outlet=outlet).count())
    return Relearned(tuple(new), tuple(row.text for row in gone), touched, len(missing))


def renew(outlet: Outlet) -> None:
    """Lets the outlet's articles be read again if what is in use of its furniture has changed."""
    Outlet.objects.filter(pk=outlet.pk).update(furniture=knowledge.learned_of(outlet).version)


def _pages(articles: Iterable[Article], outlets: Sequence[OutletRecord], missing: list[int]) -> Iterator[Page]:
    for article in articles:
        media_type: MediaType = article.media_type  # type: ignore[assignment]  # the column holds no other
        try:
            found = clean(RawPage("", load(article.original), media_type), outlets)
        except (UnreadablePage, FileNotFoundError):
            missing.append(article.pk)
            continue
        title = (found.title,) if found.title and media_type != "application/json" else ()
        story = tuple(line for line in found.body.split("\n") if line)
        yield Page(str(article.pk), found.title, story, (*title, *found.captions), found.dropped)


def _write(outlet: Outlet, lines: Iterable[LearnedLine], gone: Iterable[FurnitureLine]) -> None:
    """Rows for all that is known now. A line that is gone keeps its row only for a curator's decision."""
    moment = now()
    rows = [
        FurnitureLine(
            outlet=outlet,
            key=line.key,
            text=line.text[:300],
            kind=line.kind,
            count=line.count,
            share=line.share,
            samples=[int(sample) for sample in line.samples],
            learned=moment,
        )
        for line in lines
    ]
    FurnitureLine.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["outlet", "key"], update_fields=_FROM_LEARNING, batch_size=200
    )
    left = FurnitureLine.objects.filter(pk__in=[row.pk for row in gone])
    left.filter(verdict="").delete()
    left.update(learned=None, count=0, share=0)


def _line(row: FurnitureLine) -> LearnedLine:
    return LearnedLine(row.key, row.kind, row.count, row.share, (), row.text)  # type: ignore[arg-type]  # a choice of Kind


def _is_decided(row: FurnitureLine | None) -> bool:
    return row is not None and row.verdict != ""
