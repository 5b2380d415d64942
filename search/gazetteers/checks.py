"""What is wrong with rows that somebody wants to add, said line by line."""

import re
from collections.abc import Container, Iterable, Iterator
from typing import Final

from search.gazetteers import GazetteerError, Row
from search.sentences import Sentence

_KEY: Final = re.compile(r"[\w-]{1,160}")
_DEGREES: Final = {"lat": 90, "lon": 180}
_FLAGGED: Final = ("lat", "domains")
"""Columns of the tables whose column `ordinary` is a flag; in the others it holds words."""


def faults(rows: Iterable[Row], types: Container[str], keys: Container[str]) -> Iterator[Sentence]:
    """A sentence for each faulty row, with line and remedy. types: what the column `type` may hold, keys: what the column
    `parent` may."""
    for row in rows:
        try:
            _check(row, types, keys)
        except GazetteerError as fault:
            yield fault.sentence


def _check(row: Row, types: Container[str], keys: Container[str]) -> None:
    if not _KEY.fullmatch(row.key):
        raise row.fault("'%(key)s' can be no key; write 1 to 160 letters, digits and hyphens", key=row.key)
    if row.cells.get("type", "") not in types:
        raise row.fault("'%(type)s' is no type of this table; see its other rows", type=row["type"])
    parent = row.cells.get("parent")
    if parent and parent not in keys:
        raise row.fault("parent '%(parent)s' is no key of any row; add its row or correct the name", parent=parent)
    for column, limit in _DEGREES.items():
        if column in row.cells:
            row.degrees(column, limit)
    if any(column in row.cells for column in _FLAGGED):
        row.flag("ordinary")
