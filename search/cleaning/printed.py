"""What browsers print around each sheet of a page: the moment and the title above, the address and the sheet below."""

import re
from collections.abc import Sequence
from typing import Final

from search.cleaning.lines import Line

_ADDRESS: Final = re.compile(r"https?://\S{4,2000}\s+\d{1,3}/\d{1,3}|\d{1,3}/\d{1,3}\s+https?://\S{4,2000}")
_HEAD: Final = re.compile(r"(?P<when>\d{1,2}/\d{1,2}/\d{2,4}[,،]? \d{1,2}:\d{2}(?: ?[APمص]M?)?)\s+(?P<title>\S.*)")
PRINTED: Final = "printed above each sheet"
"""Why a line is a date that says when the page was printed."""


def mark_printed(lines: Sequence[Line]) -> None:
    """Marks these lines, where an address with the number of a sheet is among them: the first of those that tell the moment
    of printing as a date, all others as furniture."""
    addresses = [line for line in lines if _ADDRESS.fullmatch(line.text)]
    for line in addresses:
        line.mark("furniture", "printed below each sheet")
    first = True
    for line in lines if addresses else ():
        if line.role is None and _HEAD.fullmatch(line.text):
            line.mark("date" if first else "furniture", PRINTED)
            first = False


def moment_of_printing(line: Line) -> str:
    """The part of a line of these that tells the moment; '' for other lines."""
    found = _HEAD.fullmatch(line.text) if line.why == PRINTED else None
    return found["when"] if found else ""
