"""Places in a list of results, as the addresses of its pages carry them: the values that an article is sorted by."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

_TEXT: Final = re.compile(
    r"(?:(?P<score>\d{1,9}\.\d{1,20}(?:e-\d\d)?|\de-\d\d)_)?(?P<day>\d{4}-\d\d-\d\d)?_(?P<standing>\d)_(?P<key>\d{1,18})",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where one article stands in an order. `published` None: without a date. `score` None: in an order of dates.
    `standing` and `key` tell apart what is equal otherwise (`search.index.copies`)."""

    published: date | None
    standing: int
    key: int
    score: float | None = None

    @property
    def text(self) -> str:
        """As it stands in an address.

        >>> Cursor(date(2015, 7, 3), 0, 9526, score=2.5900018).text
        '2.5900018_2015-07-03_0_9526'
        """
        score = "" if self.score is None else f"{self.score!r}_"
        return f"{score}{self.published or ''}_{self.standing}_{self.key}"


def from_text(text: str) -> Cursor | None:
    """The reverse of `Cursor.text`; None for what is no such text."""
    found = _TEXT.fullmatch(text)
    if not found:
        return None
    try:
        published = date.fromisoformat(found["day"]) if found["day"] else None
    except ValueError:
        return None
    score = float(found["score"]) if found["score"] else None
    return Cursor(published, int(found["standing"]), int(found["key"]), score)
