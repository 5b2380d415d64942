"""What an installation has otherwise than the files: rows that lie over those of the same key, and what they touch."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from search.gazetteers import Records, Row, Tables
from search.types import EntityKind, EntityRecord

IMPORTED: Final = Path("imported.csv")
"""The name in errors of a file that was imported earlier."""

_Entity = tuple[EntityKind, str]


@dataclass(frozen=True, slots=True)
class Change:
    """All rows of one key of a table, before and after; empty for none."""

    table: str
    key: str
    before: tuple[Row, ...]
    after: tuple[Row, ...]


def rows_from(cells: Iterable[Mapping[str, str]]) -> tuple[Row, ...]:
    """Rows that were kept as their cells."""
    return tuple(Row(dict(row), IMPORTED, 0) for row in cells)


def cells_of(rows: Iterable[Row]) -> list[dict[str, str]]:
    """What tells rows apart: where they stand in a file does not."""
    return [row.cells for row in rows]


def changes_between(table: str, there: Iterable[Row], new: Iterable[Row], whole: bool) -> list[Change]:
    """What changes where `new` is imported over the rows that are there. Where it is the whole table, keys that it lacks
    go; else they stay. In the order of the table, new keys last."""
    before, after = _by_key(there), _by_key(new)
    return [
        Change(table, key, before.get(key, ()), after.get(key, ()))
        for key in dict.fromkeys((*before, *after))
        if cells_of(before.get(key, ())) != cells_of(after.get(key, ())) and (whole or key in after)
    ]


def changed(tables: Tables, changes: Iterable[Change]) -> Tables:
    """The tables with the changes, in their order: rows stand where the key stood, new ones at the end."""
    over: dict[str, dict[str, tuple[Row, ...]]] = {}
    for change in changes:
        over.setdefault(change.table, {})[change.key] = change.after
    return {table: _over(rows, over[table]) if table in over else rows for table, rows in tables.items()}


def names_touched(old: Records, new: Records) -> tuple[str, ...]:
    """The names, as they are written, that some article may be read otherwise by: what was added, went, or counts otherwise;
    and names and domains of outlets that are others now.

    Where an entity becomes another one (its type, its Arabic name) or lies in another place, all its names do, with those of
    all that lies in it: which of two places of one name is meant depends on what they lie in. Its English name and place
    on the map touch no text.
    """
    before, after = _by_entity(old), _by_entity(new)
    found: set[str] = set()
    moved: set[_Entity] = set()
    for key in before.keys() | after.keys():
        one, other = before.get(key), after.get(key)
        if one == other:
            continue
        if one and other and _is_a(one) == _is_a(other):
            found |= {form.text for form in frozenset(one.forms) ^ frozenset(other.forms)}
        else:
            moved.add(key)
    for records in (before, after):
        found |= {form.text for key in _with_parts(moved, records) for form in records[key].forms}
    for outlet in frozenset(old[1]) ^ frozenset(new[1]):
        found |= {outlet.name_ar, *outlet.names, *outlet.domains}
    return tuple(sorted(found))


def _is_a(record: EntityRecord) -> tuple[str, str, str | None]:
    return record.type, record.name_ar, record.parent


def _with_parts(moved: set[_Entity], records: Mapping[_Entity, EntityRecord]) -> set[_Entity]:
    """Those of the entities that are there, and all that lies in any of them."""
    found = set(moved)
    size = 0
    while moved and size != len(found):
        size = len(found)
        found |= {key for key, one in records.items() if one.parent and (one.kind, one.parent) in found}
    return found & records.keys()


def _by_key(rows: Iterable[Row]) -> dict[str, tuple[Row, ...]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.key].append(row)
    return {key: tuple(of) for key, of in found.items()}


def _over(rows: Sequence[Row], over: Mapping[str, tuple[Row, ...]]) -> list[Row]:
    found: list[Row] = []
    left = dict(over)
    for row in rows:
        if row.key not in over:
            found.append(row)
        else:
            found += left.pop(row.key, ())
    return [*found, *(row for new in left.values() for row in new)]


def _by_entity(records: Records) -> dict[_Entity, EntityRecord]:
    return {(record.kind, record.key): record for record in records[0]}
