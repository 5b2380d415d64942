"""Dates in the title or body of an article, as mentions."""

from datetime import datetime

from search.calendars.expressions import find_dates
from search.extraction.confidence import DATE
from search.types import Mention, Moment, TextField


def date_mentions(field: TextField, text: str, published: Moment | None) -> list[Mention]:
    """Every date expression of `text` as a mention of kind 'date': its type is the precision ('day', 'week', 'month', 'year',
    'range'), its canonical name the ISO 8601 value, or the text where that can't be known. `published` counts by the day
    that its own clock shows."""
    day = published.date() if isinstance(published, datetime) else published
    return [
        Mention(
            field=field,
            kind="date",
            type=found.precision,
            canonical=found.value or found.text,
            id=None,
            text=found.text,
            start=found.start,
            end=found.end,
            value=found.value,
            method="date rule",
            confidence=DATE,
        )
        for found in find_dates(text, day)
    ]
