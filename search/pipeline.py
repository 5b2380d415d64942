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
    """Mentions by field, start and the longer first. A date wins over a name that it contains."""
    dates = [mention for field, text in texts.items() for mention in date_mentions(field, text, published)]
    names = [name for name in entity_mentions(texts, knowledge.gazetteer) if not any(_overlap(name, date) for date in dates)]
    order = {field: place for place, field in enumerate(texts)}
    return tuple(sorted([*names, *dates], key=lambda mention: (order[mention.field], mention.start, -mention.end)))


def _overlap(one: Mention, other: Mention) -> bool:
    return one.field == other.field and one.start < other.end and other.start < one.end
