"""A page as it arrived to a draft of an article: the only place that knows the order of the steps. Pure."""

from search.cleaning.clean import clean
from search.extraction.dates import date_mentions
from search.extraction.entities import entity_mentions
from search.extraction.language import language_of
from search.types import Draft, Knowledge, Mention, Moment, RawPage, TextField


def read(raw: RawPage, knowledge: Knowledge) -> Draft:
    """Cleans the page, tells its language, finds what title and body mention.

    Raises UnreadablePage where the page cannot become an article.
    """
    article = clean(raw, knowledge.outlets)
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
    dates = [mention for field, text in texts.items() for mention in date_mentions(field, text, published)]
    names = entity_mentions(texts, knowledge.gazetteer)
    kept = [date for date in dates if not any(_hides(name, date) for name in names)]
    kept += [name for name in names if not any(_hides(date, name) for date in kept)]
    order = {field: place for place, field in enumerate(texts)}
    return tuple(sorted(kept, key=lambda mention: (order[mention.field], mention.start, -mention.end)))


def _hides(one: Mention, other: Mention) -> bool:
    """Whether the first overlaps the second and is longer."""
    overlap = one.field == other.field and one.start < other.end and other.start < one.end
    return overlap and one.end - one.start > other.end - other.start
