"""A page as it arrived to a draft of an article: the only place that knows the order of the steps. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from search.cleaning.clean import clean
from search.cleaning.learned import LearnedFurniture
from search.extraction.dates import date_mentions
from search.extraction.entities import entity_mentions
from search.extraction.gazetteer import Gazetteer
from search.extraction.language import language_of
from search.types import Draft, EntityKind, EntityRecord, Mention, Moment, OutletRecord, RawPage, TextField


@dataclass(frozen=True)
class Knowledge:
    """All that reading an article depends on beside its own text and the code; `version` changes when any of it does."""

    version: str
    entities: Mapping[tuple[EntityKind, str], EntityRecord]
    outlets: tuple[OutletRecord, ...]
    gazetteer: Gazetteer
    learned: LearnedFurniture


def read(raw: RawPage, knowledge: Knowledge) -> Draft:
    """Cleans the page, tells its language, finds what title and body mention.

    Raises UnreadablePage where the page cannot become an article.
    """
    article = clean(raw, knowledge.outlets, knowledge.learned)
    texts: dict[TextField, str] = {"title": article.title, "body": article.body}
    return Draft(
        raw=raw,
        article=article,
        language=language_of(f"{article.title}\n{article.body}"),
        mentions=_mentions(texts, article.published, knowledge),
        knowledge_version=knowledge.version,
    )


def mentions(text: str, published: Moment | None, knowledge: Knowledge) -> tuple[Mention, ...]:
    """What a bare text mentions, read as a body and not cleaned; in text order."""
    return _mentions({"body": text}, published, knowledge)


def _mentions(texts: dict[TextField, str], published: Moment | None, knowledge: Knowledge) -> tuple[Mention, ...]:
    """By field, start and the longer first. Of a name and a date that overlap the longer one stays."""
    names = entity_mentions(texts, knowledge.gazetteer)
    found: list[Mention] = []
    for field, text in texts.items():
        dates = date_mentions(field, text, published)
        here = [name for name in names if name.field == field]
        counted = _without_overlap(sorted([*(name for name in here if not name.nested), *dates], key=_by_place))
        found += sorted([*counted, *(name for name in here if name.nested)], key=_by_place)
    return tuple(found)


def _by_place(mention: Mention) -> tuple[int, int]:
    return mention.start, -mention.end


def _without_overlap(ordered: list[Mention]) -> list[Mention]:
    """Mentions of one field that count, in their order, without names that overlap a longer date and dates in a longer name."""
    kept: list[Mention] = []
    for mention in ordered:
        while kept and _clash(kept[-1], mention) and _length(kept[-1]) < _length(mention):
            kept.pop()
        if not (kept and _clash(kept[-1], mention)):
            kept.append(mention)
    return kept


def _clash(one: Mention, other: Mention) -> bool:
    """Whether the first, which begins no later, overlaps the second and just one of them is a date."""
    return other.start < one.end and (one.kind == "date") != (other.kind == "date")


def _length(mention: Mention) -> int:
    return mention.end - mention.start
