"""Facets whose values lie in each other: a village in its governorate in its country, a day in its month in its year.

The index holds every value with all that it lies in, so that a country counts what happened anywhere in it. What is shown
below a selected value are its parts; above it stands what it lies in, to widen the search again.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from search.index.days import line_of
from search.index.places import lineages
from search.query.rankings import Ranking
from search.query.request import WITHOUT, SearchRequest

TREES: Final = ("location", "mentioned")

PARTS: Final = {"location": 12, "mentioned": 31}
"""How many parts of a selected value are shown: the likeliest places; all months of a year and days of a month."""

_PATTERN_LENGTH: Final = 900
"""The server takes patterns of 1,000 characters (`index.max_regex_length`)."""

_NOT_PLAIN: Final = re.compile(r"[^\w-]")
_DAY: Final = re.compile(r"\d{4}(-\d\d){0,2}")

Lines = Mapping[str, tuple[str, ...]]
"""Value -> the value and all that it lies in, nearest first."""


def lines(facet: str, values: Iterable[str]) -> Lines:
    """The lines of these values; in a facet that is no tree each stands alone."""
    if facet == "location":
        return lineages(values)
    if facet == "mentioned":
        return {value: line_of(value) if _DAY.fullmatch(value) else (value,) for value in values}
    return {value: (value,) for value in values}


def top(facet: str, size: int) -> Ranking:
    """The leading values. Of dates only years: among them a month would say nothing."""
    if facet == "mentioned":
        return Ranking(facet, "mentioned_in", size, "/.*")
    return Ranking(facet, facet, size)


def parts(request: SearchRequest, facet: str, known: Lines) -> Ranking | None:
    """The leading parts of the selected values, and of what these lie in where that is a period; None without any."""
    opened = dict.fromkeys(
        value
        for selected in request.selected(facet)
        if selected != WITHOUT
        for value in (known[selected] if facet == "mentioned" else (selected,))
    )
    pattern = ""
    for value in opened:
        longer = f"{pattern}|{_literal(value)}/.*".removeprefix("|")
        if len(longer) > _PATTERN_LENGTH:
            break
        pattern = longer
    if not pattern or facet not in TREES:
        return None
    return Ranking(facet, f"{facet}_in", PARTS[facet] * len(opened), pattern)


def in_order(facet: str, counts: Mapping[str, int], known: Lines) -> list[str]:
    """The values as they are shown: each with its parts behind it, most hits first; years from the newest, months and days
    as the calendar has them. known: the lines of all of them."""
    parts_of: dict[str | None, list[str]] = {}
    for value in counts:
        parts_of.setdefault(next((whole for whole in known[value][1:] if whole in counts), None), []).append(value)

    def below(whole: str | None) -> list[str]:
        found = sorted(parts_of.get(whole, []), key=lambda value: _rank(facet, value, counts))
        return [shown for value in found for shown in (value, *below(value))]

    return below(None)


def _rank(facet: str, value: str, counts: Mapping[str, int]) -> tuple[int, str]:
    if facet != "mentioned":
        return -counts[value], value
    return (-int(value), value) if value.isdecimal() else (0, value)


def _literal(text: str) -> str:
    """`text` in a pattern of the server's."""
    return _NOT_PLAIN.sub(lambda found: f"\\{found[0]}", text)
