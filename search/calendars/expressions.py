"""The dates that a text names: found, and read as ISO 8601 for an article published on a known day.

Text to items (`lexer.py`), items to readings (`grammar.py`, `readings.py`), neighbouring readings to one (`joins.py`), readings
to values (`points.py`, `relative.py`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from search.arabic.folding import fold
from search.calendars.cues import is_coming, is_date, is_event
from search.calendars.grammar import GRAMMAR
from search.calendars.joins import join, range_of
from search.calendars.lexer import Item, read_items
from search.calendars.points import Context, Point, Precision, Resolved, in_month_of, resolve
from search.calendars.readings import Reading, Says, read
from search.calendars.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class DateExpression:
    """One date in a text, `text[start:end]` (Python characters of the text as given), without the clitics before it.

    `value` is ISO 8601: a day, month (`2022-11`) or year, or `start/end` with both ends included; None where the text and
    the day of publication do not tell. `precision` says which of these it is, also where the value is unknown.
    """

    start: int
    end: int
    text: str
    value: str | None
    precision: Precision


def find_dates(text: str, published: date | None = None) -> list[DateExpression]:
    """Every date expression of `text`, in order, none overlapping. What is told relative to the day of publication, or
    without its year, has a value only where `published` is given or dates before it in the text settle it."""
    folded = fold(text)
    items = read_items(folded.text)
    readings = join(list(_readings(items, folded.text, published)), items)
    years: list[int] = []
    found = []
    month: Point | None = None
    for read_alone in readings:
        reading = read_alone._replace(says=_completed(read_alone.says, month))
        month = _named_month(reading.says) or month
        resolved = _resolve(reading, items, Context(published, years))
        start, end = folded.original_span(items[reading.first].start, items[reading.last - 1].end)
        found.append(DateExpression(start, end, text[start:end], resolved.value, resolved.precision))
        years.extend(_years(reading))
    return found


def _readings(items: Sequence[Item], folded: str, published: date | None) -> Iterator[Reading]:
    kinds = "".join([item.kind for item in items])
    at = 0
    while match := GRAMMAR.search(kinds, at):
        first, last = match.span()
        name = match.lastgroup or ""
        if not is_date(name, items, first, last):
            at = last
            continue
        if name == "weekday" and items[last - 1].kind == Kind.WEEKDAY and is_coming(folded, items[first].start):
            name = "coming_weekday"
        readings = read(name, items, first, last, published)
        yield from readings
        at = last if readings else first + 1


def _resolve(reading: Reading, items: Sequence[Item], context: Context) -> Resolved:
    says = reading.says
    if isinstance(says, Resolved):
        return says
    if isinstance(says, tuple):
        return range_of(*says, context)
    if says.year is None and is_event(items, reading.first):
        return Resolved(says.precision)
    return resolve(says, context)


def _completed(says: Says, month: Point | None) -> Says:
    """What a reading says, with 'the same month' as the one that the date before it names; unknown where none does."""
    if isinstance(says, Resolved):
        return says
    if isinstance(says, Point):
        return in_month_of(says, month) or Resolved("day")
    start = in_month_of(says[0], month)
    end = in_month_of(says[1], start if start and start.month else month)
    return (start, end) if start and end else Resolved("range")


def _named_month(says: Says) -> Point | None:
    """The last point of a reading that names its month."""
    points = says if isinstance(says, tuple) else (says,)
    return next((point for point in reversed(points) if isinstance(point, Point) and point.month), None)


def _years(reading: Reading) -> list[int]:
    """The Gregorian years that a reading names."""
    points = reading.says if isinstance(reading.says, tuple) else (reading.says,)
    named = [point for point in points if isinstance(point, Point) and point.year is not None]
    return [int(value[:4]) for point in named if (value := resolve(point, Context(None)).first)]
