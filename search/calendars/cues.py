"""Words beside a possible date that decide whether it is one: 'the Friday prayer', 'the 6 October bridge', 'today's paper'."""

from collections.abc import Sequence
from typing import Final

from search.calendars.lexer import Item
from search.calendars.vocabulary import Kind

_BESIDE_TODAY: Final = frozenset((Kind.DAY_EPITHET, Kind.ORDINAL, Kind.MODIFIER))
_BARE_MONTHS: Final = frozenset(((Kind.MONTH_OR_WORD, 3), (Kind.HIJRI_MONTH_OR_WORD, 9)))
"""March and Ramadan: 'in' before them is enough. It is not for April and August, which are also a car and the town of Ibb."""

_BEFORE_DAY_NAMES: Final = frozenset((Kind.NOT_A_DAY, Kind.NEWSPAPER, Kind.UNITS, Kind.THE_UNITS))


def is_date(name: str, items: Sequence[Item], first: int, last: int) -> bool:
    """Whether items[first:last], matched by the alternative `name` of the grammar, are a date to go by their neighbours."""
    before = items[first - 1].kind if first else None
    after = items[last].kind if last < len(items) else None
    if name in ("day_word", "weekday"):
        if before in _BEFORE_DAY_NAMES:
            return False
        if name == "day_word" and items[last - 1].kind == Kind.TODAY:
            return after not in _BESIDE_TODAY and not (last - first == 1 and before == Kind.IN)  # so much 'a day'
    if name == "month" and last - first == 1 and items[first].kind in (Kind.MONTH_OR_WORD, Kind.HIJRI_MONTH_OR_WORD):
        return (items[first].kind, items[first].value) in _BARE_MONTHS
    if name == "day" and before == Kind.NAMED_AFTER:
        return any(items[at].kind in (Kind.YEAR, Kind.FULL_DATE) for at in range(first, last))
    return True


def is_event(items: Sequence[Item], first: int) -> bool:
    """Whether an event that is called by its day stands before item `first`: its year is not that of the article."""
    return first > 0 and items[first - 1].kind == Kind.EVENT
