"""How likely it is that one word was typed for another."""

from typing import Final

from search.arabic.keyboards import NEIGHBOURS

NEIGHBOUR: Final = 1.0
"""The key beside the right one."""
SWAPPED: Final = 0.9
DOUBLED: Final = 0.8
MISSING: Final = 1.0
SPACE: Final = 1.0
"""A space too much, or one that is missing."""
_CONFUSED: Final = 1.3
_OTHER_KEY: Final = 1.9
_TOO_MUCH: Final = 1.8
_BRUSHED: Final = 1.4
"""A letter too much whose key lies beside that of the letter before or after it."""

_ALIKE: Final = ("ضظ", "سصث", "تط", "ذدزظ", "اءع", "قكغج", "حه", "وء", "يء")
"""Letters that sound alike in one dialect or another, or seats of a hamza, and are written for each other."""

_CONFUSABLE: Final = frozenset((one, other) for group in _ALIKE for one in group for other in group if one != other)


def cost(typed: str, meant: str) -> float:
    """The cheapest way to type `typed` for `meant` (both folded), 1 for an error that everybody makes: optimal string
    alignment, with costs for each kind of error."""
    rows = [[0.0] * (len(meant) + 1) for _ in range(len(typed) + 1)]
    for row in range(1, len(typed) + 1):
        rows[row][0] = rows[row - 1][0] + _too_much(typed, row - 1)
    for column in range(1, len(meant) + 1):
        rows[0][column] = column * MISSING
    for row in range(1, len(typed) + 1):
        for column in range(1, len(meant) + 1):
            best = min(
                rows[row - 1][column - 1] + _instead(typed[row - 1], meant[column - 1]),
                rows[row][column - 1] + MISSING,
                rows[row - 1][column] + _too_much(typed, row - 1),
            )
            if row > 1 and column > 1 and typed[row - 2 : row] == meant[column - 1] + meant[column - 2]:
                best = min(best, rows[row - 2][column - 2] + SWAPPED)
            rows[row][column] = best
    return rows[-1][-1]


def _instead(typed: str, meant: str) -> float:
    if typed == meant:
        return 0.0
    if typed in NEIGHBOURS.get(meant, ()):
        return NEIGHBOUR
    return _CONFUSED if (typed, meant) in _CONFUSABLE else _OTHER_KEY


def _too_much(typed: str, at: int) -> float:
    letter = typed[at]
    beside = (*typed[max(at - 1, 0) : at], *typed[at + 1 : at + 2])
    if letter in beside:
        return DOUBLED
    return _BRUSHED if any(letter in NEIGHBOURS.get(other, ()) for other in beside) else _TOO_MUCH
