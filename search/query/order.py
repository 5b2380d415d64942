"""The orders of results, said to the server, and the places in them.

Ties are broken by the newest, by how an article stands among its copies, and by its key, so that no two articles have one place.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final

from search.query.cursor import Cursor
from search.query.request import Sort

_BEFORE_ALL_DAYS: Final = -(2**63)
_AFTER_ALL_DAYS: Final = 2**63 - 1
"""What the server sorts an article by that has no date: it stands last, also where days count up."""


def sorting(order: Sort, backwards: bool = False) -> list[Any]:
    """The values to sort by, first to last, or in exactly the reverse order."""
    up, down = ("desc", "asc") if backwards else ("asc", "desc")
    day = {"order": up if order == "oldest" else down, "missing": "_first" if backwards else "_last"}
    by_score = [{"_score": {"order": down}}] if order == "relevance" else []
    return [*by_score, {"published": day}, {"standing": {"order": up}}, {"key": {"order": up}}]


def cursor_at(values: Sequence[Any]) -> Cursor:
    """The place that the server says an article has (its `sort`)."""
    *score, day, standing, key = values
    dated = day not in (_BEFORE_ALL_DAYS, _AFTER_ALL_DAYS)
    return Cursor(
        published=datetime.fromtimestamp(day / 1000, UTC).date() if dated else None,
        standing=standing,
        key=key,
        score=score[0] if score else None,
    )


def values_at(cursor: Cursor, order: Sort) -> list[Any]:
    """The reverse of `cursor_at`."""
    day = cursor.published
    if day is None:
        milliseconds = _AFTER_ALL_DAYS if order == "oldest" else _BEFORE_ALL_DAYS
    else:
        milliseconds = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()) * 1000
    score = [cursor.score] if order == "relevance" else []
    return [*score, milliseconds, cursor.standing, cursor.key]
