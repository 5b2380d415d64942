"""A page as it arrived to a draft of an article: the only place that knows the order of the steps. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from search.arabic.folding import fold_text
from search.cleaning.clean import clean
from search.cleaning.learned import LearnedFurniture
from search.extraction.dates import date_mentions
from search.extraction.entities import entity_mentions
from search.extraction.gazetteer import Gazetteer
from search.extraction.language import language_of
from search.extraction.tagger import Tagger
from search.types import (
    CleanArticle,
    Corrections,
    Draft,
    EntityKind,
    EntityRecord,
    Mention,
    Moment,
    OutletRecord,
    Quote,
    RawPage,
    TextField,
)

UNCORRECTED: Final = Corrections()


@dataclass(frozen=True)
class Knowledge:
    """All that reading an article depends on beside its own text and what people decided about it.

    `version` changes when the gazetteers, the tagger or the code do; without a tagger names of no list are found by rules
    alone. `decisions_seen` is the key of the last decision about names that went into `gazetteer` and into `not_names`
    (folded), 0 without any. `learned` has a version of its own for each outlet.
    """

    version: str
    entities: Mapping[tuple[EntityKind, str], EntityRecord]
    outlets: tuple[OutletRecord, ...]
    gazetteer: Gazetteer
    not_names: frozenset[str] = frozenset()
    decisions_seen: int = 0
    learned: LearnedFurniture = field(default_factory=dict)
    tagger: Tagger | None = None


def read(raw: RawPage, knowledge: Knowledge, corrections: Corrections = UNCORRECTED) -> Draft:
    """Cleans the page, puts in what people corrected, tells its language, finds what title and body mention.

    Raises UnreadablePage where the page cannot become an article.
    """
    article = _corrected(clean(raw, knowledge.outlets, knowledge.learned), corrections)
    texts: dict[TextField, str] = {"title": article.title, "body": article.body}
    language = language_of(f"{article.title}\n{article.body}")
    found = _mentions(texts, language, article.published, knowledge)
    return Draft(
        raw=raw,
        article=article,
        language=language,
        mentions=tuple(mention for mention in found if not _is_rejected(mention, texts, corrections.not_names)),
        knowledge_version=knowledge.version,
        decisions_seen=knowledge.decisions_seen,
    )


def mentions(text: str, published: Moment | None, knowledge: Knowledge) -> tuple[Mention, ...]:
    """What a bare text mentions, read as a body and not cleaned; in text order."""
    return _mentions({"body": text}, language_of(text), published, knowledge)


def _corrected(article: CleanArticle, corrections: Corrections) -> CleanArticle:
    fields = corrections.fields
    if "title" in fields:
        article = replace(article, title=fields["title"])
    if "outlet" in fields:
        article = replace(article, outlet=fields["outlet"] or None)
    if "published" in fields:
        article = replace(article, published=_moment(fields["published"]))
    return article


def _moment(iso: str) -> Moment | None:
    if not iso:
        return None
    moment = datetime.fromisoformat(iso)
    return moment if "T" in iso else moment.date()


def _is_rejected(mention: Mention, texts: Mapping[TextField, str], quotes: Iterable[Quote]) -> bool:
    text = texts[mention.field]
    return any(
        mention.text == quote.exact
        and text.endswith(quote.prefix, 0, mention.start)
        and text.startswith(quote.suffix, mention.end)
        for quote in quotes
    )


def _mentions(
    texts: dict[TextField, str], language: str, published: Moment | None, knowledge: Knowledge
) -> tuple[Mention, ...]:
    """By field, start and the longer first. Of a name and a date that overlap the longer one stays."""
    names = entity_mentions(texts, knowledge.gazetteer, language, knowledge.tagger)
    if knowledge.not_names:
        # The gazetteer has lost these already; names that no list has are found by what surrounds them.
        names = tuple(name for name in names if fold_text(name.text) not in knowledge.not_names)
    found: list[Mention] = []
    for part, text in texts.items():
        dates = date_mentions(part, text, published)
        here = [name for name in names if name.field == part]
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
