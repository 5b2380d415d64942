"""Puts wordings that are copies into groups, each with the article that stands for it.

A group is an article and all that are copies of it and of no earlier group's. Which article stands for it depends on what
is stored and not on the order of arrival: the first published day; of that day the one with most copies, from which the
others were made as a rule; then the identity, a number without meaning that nobody can argue with.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import Final, NamedTuple

from django.db.models import Count, F, OuterRef, Q, Subquery, Window
from django.db.models.functions import RowNumber

from search.copies.groups import representatives
from search.models import Appearance, Article, Likeness, Wording

_BATCH: Final = 500


class _Lead(NamedTuple):
    """The visible article that stands for a wording."""

    key: int
    published: date | None
    identity: str


def settle() -> None:
    """Settles every wording that is not, with all that it is connected to. Articles whose place changed get a new version,
    so that the index follows. Runs in the caller's transaction."""
    while unsettled := list(Wording.objects.filter(settled=False).values_list("pk", flat=True)[:_BATCH]):
        copies = _connected(unsettled)
        Wording.objects.filter(pk__in=copies, appearances=None).delete()
        leads = _leads(copies)
        _write(copies, leads, _stories(copies, leads), _sizes(leads))


def _connected(wordings: Collection[int]) -> dict[int, set[int]]:
    """The wordings and all that likeness leads to from them, each with its copies."""
    copies: dict[int, set[int]] = {wording: set() for wording in wordings}
    frontier = set(wordings)
    while frontier:
        found: dict[int, set[int]] = defaultdict(set)
        for one, other in Likeness.objects.filter(wording__in=frontier).values_list("wording", "other"):
            found[one].add(other)
        copies.update(found)
        frontier = {other for others in found.values() for other in others} - copies.keys()
        copies.update({wording: set() for wording in frontier})
    return copies


def _leads(wordings: Collection[int]) -> dict[int, _Lead]:
    """The first published of each wording's visible articles; nothing for wordings without any."""
    earliest = Window(
        RowNumber(),
        partition_by="wording",
        order_by=[F("article__published_on").asc(nulls_last=True), "article__identity"],
    )
    first = (
        Appearance.objects.filter(wording__in=wordings, article__hidden=False).annotate(place=earliest).filter(place=1)
    )
    found = first.values_list("wording", "article", "article__published_on", "article__identity")
    return {wording: _Lead(key, published, identity) for wording, key, published, identity in found if wording}


def _stories(copies: Mapping[int, set[int]], leads: Mapping[int, _Lead]) -> dict[int, int]:
    """The wording that represents each of the visible ones."""
    seen = {wording: copies[wording] & leads.keys() for wording in leads}

    def place(wording: int) -> tuple[date, int, str]:
        lead = leads[wording]
        return lead.published or date.max, -len(seen[wording]), lead.identity

    return representatives(sorted(seen, key=place), seen)


def _sizes(wordings: Collection[int]) -> dict[int, int]:
    """How many visible articles have each wording."""
    visible = Appearance.objects.filter(wording__in=wordings, article__hidden=False)
    return dict(visible.values_list("wording").annotate(size=Count("pk")))


def _write(
    wordings: Collection[int], leads: Mapping[int, _Lead], stories: Mapping[int, int], sizes: Mapping[int, int]
) -> None:
    members = Counter[int]()
    for wording, story in stories.items():
        members[story] += sizes[wording]
    rows = list(Wording.objects.filter(pk__in=wordings))
    for row in rows:
        visible = row.pk in leads
        row.lead = leads[row.pk].key if visible else None
        row.story = leads[stories[row.pk]].key if visible else None
        row.copied = visible and members[stories[row.pk]] > 1
        row.settled = True
    Wording.objects.bulk_update(rows, ["lead", "story", "copied", "settled"], batch_size=_BATCH)
    as_before = Q(same=F("wording__lead"), story=F("wording__story"), copied=F("wording__copied"))
    moved = Appearance.objects.filter(~as_before, wording__in=leads, article__hidden=False)
    if changed := list(moved.values_list("pk", flat=True)):
        its = Wording.objects.filter(appearances=OuterRef("pk"))
        Appearance.objects.filter(pk__in=changed).update(
            **{
                name: Subquery(its.values(of))
                for name, of in (("same", "lead"), ("story", "story"), ("copied", "copied"))
            },
            seen=F("seen") + 1,
        )
        Article.objects.filter(pk__in=changed).update()
