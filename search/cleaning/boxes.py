"""Boxes that a page opens and closes in words, for screen readers: what stands between is no part of the article."""

import re
from collections.abc import Sequence
from typing import Final

from search.cleaning.lines import Line

_LONGEST_BOX: Final = 40
"""Lines of a box at most; without its closing line only the opening one goes."""

BOX_ENDS: Final = ("box", "number of a list item")
"""Why a line is furniture that is part of such a box."""
_LIST_ITEM: Final = re.compile(r"list \d{1,3} of \d{1,3}")
_BOXES: Final = (
    # opening, closing; `{}` is what the opening names
    (re.compile(r"(?:تخطي?|تجاوز) (?P<name>.{2,60}?) و(?:واصل|تابع|اكمل) القراءه"), "{} نهايه|نهايه {}"),
    (re.compile(r"(?P<name>.{2,60}?) - (?:بدايه القائمه|بدايه الاطار)"), "{} - نهايه القائمه|نهايه القائمه"),
    (re.compile(r"(?P<name>list) of \d{1,3} items?"), "end of {}"),
    (
        re.compile(r"(?P<name>بدايه) (?:الاعلان|القائمه|المحتوي الاعلاني)"),
        "نهايه الاعلان|نهايه القائمه|نهايه المحتوي الاعلاني",
    ),
)
"""The marks that big broadcasters' pages carry (general knowledge), folded."""


def mark_boxes(lines: Sequence[Line]) -> None:
    """Marks each box with its opening and closing line, and list items' numbers that are read aloud."""
    for at, line in enumerate(lines):
        if line.role is not None:
            continue
        for opening, closing in _BOXES:
            if found := opening.fullmatch(line.key):
                end = _closing(lines, at, closing.format(*[found["name"]] * closing.count("{}")).split("|"))
                for inside in lines[at : (at if end is None else end) + 1]:
                    inside.mark("furniture", "box")
                break
        if _LIST_ITEM.fullmatch(line.key):
            line.mark("furniture", "number of a list item")


def _closing(lines: Sequence[Line], at: int, words: Sequence[str]) -> int | None:
    near = range(at + 1, min(len(lines), at + 1 + _LONGEST_BOX))
    return next((end for end in near if lines[end].key in words), None)
