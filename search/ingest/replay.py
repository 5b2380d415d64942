"""Brings the readings of articles up to date with what people decided about names, and with what outlets' pages taught.

What is to do is a difference: between the last such decision and the one that an article's mentions were made with, between
the version of its outlet's furniture and the one that it was cleaned with. So a killed worker or a lost message delays it and
loses nothing.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import F, QuerySet, Subquery

from search import knowledge
from search.arabic.names import Names, letters_of
from search.arabic.spellings import pattern_of, without_ligatures
from search.ingest.store import reread
from search.models import Article, Decision, Outlet
from search.pipeline import Knowledge
from search.types import UnreadablePage

logger = logging.getLogger(__name__)

_BATCH: Final = 500
_FEW: Final = 8
"""Names that are sooner found in texts as written; for more of them each text is folded, once."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """`read` articles were read again; `passed` do not have the words that were decided about."""

    read: int = 0
    passed: int = 0


def out_of_date() -> QuerySet[Article]:
    """Articles whose mentions were made before the last decision about names."""
    return Article.objects.filter(decisions_seen__lt=knowledge.last_decision())


def replay_name_decisions(tell: Callable[[int], object] = lambda done: None) -> Replayed:
    """Reads those articles again that a decision about names can touch. `tell` is called with the number of articles done
    since the last call. An article whose original is lost keeps its reading, which is logged."""
    if not out_of_date().exists():
        return Replayed()
    known = knowledge.current()
    read = passed = 0
    for articles in _batches(known.decisions_seen):
        names = {seen: _names_since(seen) for seen in {article.decisions_seen for article in articles}}
        touched = [article.pk for article in articles if names[article.decisions_seen].stand_in(_text(article))]
        for key in touched:
            _reread(key, known)
        Article.objects.filter(
            pk__in=[article.pk for article in articles], decisions_seen__lt=known.decisions_seen
        ).mark_read(decisions_seen=known.decisions_seen)
        read += len(touched)
        passed += len(articles) - len(touched)
        tell(len(articles))
    return Replayed(read, passed)


def uncleaned() -> QuerySet[Article]:
    """Articles that were cleaned with another version of their outlet's furniture."""
    return Article.objects.exclude(outlet=None).exclude(furniture=F("outlet__furniture"))


def replay_furniture(tell: Callable[[int], object] = lambda done: None) -> int:
    """Reads those articles again; returns how many. `tell` is called with 1 after each."""
    keys = list(uncleaned().order_by("pk").values_list("pk", flat=True))
    if not keys:
        return 0
    known = knowledge.current()
    for key in keys:
        _reread(key, known)
        # Also where it could not be read: it would be tried for ever.
        version = Outlet.objects.filter(articles=key).values("furniture")[:1]
        Article.objects.filter(pk=key, outlet__isnull=False).mark_read(furniture=Subquery(version))
        tell(1)
    return len(keys)


def touched_by(*names: str) -> int:
    """How many articles decisions about these names would read again: for one name a second for 31,000, for thousands of
    names some four."""
    texts = Article.objects.order_by().values_list("title", "body", "url").iterator(chunk_size=_BATCH)
    whole = ("\n".join(text) for text in texts)
    if len(names) > _FEW:
        wanted = Names(names)
        return sum(wanted.stand_in(text) for text in whole)
    patterns = [pattern_of(letters_of(name)) for name in names]
    return sum(any(pattern.search(text) for pattern in patterns) for text in map(without_ligatures, whole))


def _reread(key: int, known: Knowledge) -> None:
    try:
        reread(key, known)
    except (Article.DoesNotExist, FileNotFoundError, UnreadablePage) as problem:
        logger.warning("Article %s stays as it was read: %s", key, problem)


def _batches(last: int) -> Iterator[list[Article]]:
    behind = (
        Article.objects.filter(decisions_seen__lt=last).order_by("pk").only("title", "body", "url", "decisions_seen")
    )
    after = 0
    while articles := list(behind.filter(pk__gt=after)[:_BATCH]):
        yield articles
        after = articles[-1].pk


def _names_since(seen: int) -> Names:
    """What decisions since then are about; of an import, and of its undoing, all names that it touches."""
    decided = Decision.objects.about_names().filter(pk__gt=seen)
    told = decided.select_related("gazetteer_import", "reverses__gazetteer_import")
    return Names(name for decision in told for name in _about(decision))


def _about(decision: Any) -> Iterable[str]:
    if decision.kind != Decision.Kind.GAZETTEER:
        return [decision.exact]
    names: list[str] = (decision.reverses or decision).gazetteer_import.names
    return names


def _text(article: Article) -> str:
    """What names stand in; domains of outlets in its address."""
    return f"{article.title}\n{article.body}\n{article.url}"
