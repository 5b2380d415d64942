"""Words beside a possible date that decide whether it is one: 'the Friday prayer', 'the 6 October bridge', 'today's paper'."""

import re
from collections.abc import Sequence
from typing import Final

from search.calendars.lexer import Item
from search.calendars.vocabulary import Kind

_BESIDE_TODAY: Final = frozenset((Kind.DAY_EPITHET, Kind.SAME, Kind.ORDINAL, Kind.MODIFIER))
_BARE_MONTHS: Final = frozenset(((Kind.MONTH_OR_WORD, 3), (Kind.HIJRI_MONTH_OR_WORD, 9)))
"""March and Ramadan: 'in' before them is enough. It is not for April and August, which are also a car and the town of Ibb."""

_BEFORE_DAY_NAMES: Final = frozenset((Kind.NOT_A_DAY, Kind.NEWSPAPER, Kind.UNITS, Kind.THE_UNITS))

_REACH: Final = 90
"""Characters of a sentence before a weekday in which a cue to the future counts."""

_SENTENCE_ENDS: Final = re.compile(r"[.!؟?\n]")
_COMING: Final = re.compile(
    r"\b[وف]?(?:المقرر|المزمع|المرتقب|المنتظر|مقرر|[يت]نطلق|[يت]بدا|[يت]قام|[يت]ستمر|يلتقي|يفتتح|اعتبارا|ابتداء|موعد|س[يت]\w{3,})\b"
)
"""What is planned, and future verbs (the prefix s-)."""

_NO_FUTURE: Final = re.compile(
    r"[وف]?س(?:ياس|ياق|ياد|يار|ياح|يناء|ينار|ينم|يطر|يره|يرت|يده|يدي|يدا|يول|يوف|ينا|تين|تمء|توك|تار|تراتيج|تاد|تود|تيفن|تيل)"
)
"""Words that only begin like a future verb: politics, Sinai, he controlled, sixty, studio and the like."""


def is_coming(folded: str, at: int) -> bool:
    """Whether the sentence before position `at` speaks of the future, so that a bare weekday is the next and not the last."""
    sentence = _SENTENCE_ENDS.split(folded[max(0, at - _REACH) : at])[-1]
    return any(not _NO_FUTURE.match(match[0]) for match in _COMING.finditer(sentence))


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
