"""The gazetteer files (CSV) as records: entities with all the forms that their names are written in, and outlets.

A folder may hold several files of one kind (`places.csv`, `places_syria.csv`): every file whose name begins with the
kind's name and ends in `.csv` is read, in alphabetical order. Rows with equal keys are one entity: its first row names it, later
ones add forms.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from search.arabic.folding import fold_text
from search.gazetteers.entry import Entries, Entry, FormRole
from search.gazetteers.rows import COLUMNS, GazetteerError, Row, read_rows
from search.gazetteers.states import add_country, add_institution
from search.types import EntityKind, EntityRecord, Form, OutletRecord

__all__ = [
    "COLUMNS",
    "GazetteerError",
    "Records",
    "Row",
    "Tables",
    "content_hash",
    "read_gazetteers",
    "read_tables",
    "records_of",
]

_NAME_PARTICLES: Final = frozenset(
    {"بن", "ابن", "أبو", "ابو", "أبي", "آل", "عبد", "دي", "دو", "فان", "فون", "لو", "بو"}
)
"""Words that are one name with the word behind them, so that a family name is both (آل ثاني)."""
_SECOND_HALVES: Final = frozenset({"الدين", "الله"})
"""Words that are one name with the word before them (صفي الدين)."""
_ORDINALS: Final = frozenset({"الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "عشر", "الأب", "الابن"})
_SON_OF: Final = frozenset({"بن", "ابن", "بنت"})


Records = tuple[tuple[EntityRecord, ...], tuple[OutletRecord, ...]]
Tables = Mapping[str, Sequence[Row]]
"""Table (`places`, `countries` ...) to its rows."""


def read_gazetteers(folder: Path) -> Records:
    """All entities and outlets of a folder's CSV files, as `records_of` their tables. Raises GazetteerError."""
    return records_of(read_tables(folder))


def read_tables(folder: Path) -> Tables:
    """The rows of all files of a folder. Raises GazetteerError for a bad header, or a line that does not fit it."""
    return {table: tuple(read_rows(folder, table)) for table in COLUMNS}


def records_of(tables: Tables) -> Records:
    """All entities (countries first, then institutions, places, actors, persons, media) and outlets.

    Raises GazetteerError for a bad row, a repeated key with another type, or a parent that no row has.
    """
    entries: Entries = {}
    countries = list(tables["countries"])
    for row in countries:
        add_country(row, entries)
    for row in tables["institutions"]:
        add_institution(row, countries, entries)
    for row in countries:
        army = entries.get(("actor", f"army-{row['code']}"))
        if army is not None:
            for alias in row.several("army_aliases"):
                army.add(alias)
    outlets: list[OutletRecord] = []
    readers: dict[str, Callable[[Row], None]] = {
        "places": lambda row: _place(row, entries),
        "actors": lambda row: _actor(row, entries),
        "persons": lambda row: _person(row, entries),
        "media": lambda row: outlets.append(_outlet(row, entries)),
    }
    parents: list[tuple[Row, EntityKind, str]] = []
    for table, reader in readers.items():
        for row in tables[table]:
            reader(row)
            if row.cells.get("parent"):
                parents.append((row, "location" if table == "places" else "actor", row["parent"]))
    for row, entity_kind, parent in parents:
        if (entity_kind, parent) not in entries:
            raise row.fault("parent '%(parent)s' is no key of any row; add its row or correct the name", parent=parent)
    return tuple(entry.record() for entry in entries.values()), tuple(outlets)


def content_hash(entities: Iterable[EntityRecord], outlets: Iterable[OutletRecord]) -> str:
    """16 hexadecimal digits that change when any record, or their order, does."""
    digest = hashlib.blake2b(digest_size=8)
    for record in (*entities, *outlets):
        digest.update(repr(record).encode())
    return digest.hexdigest()


def _entry(
    entries: Entries, row: Row, kind: EntityKind, key: str, type_: str, ar: str, en: str, ordinary: bool = False
) -> Entry:
    """The entry of that key, new or known; a later row fills what earlier ones left empty."""
    entry = entries.get((kind, key))
    if entry is None:
        if not ar:
            raise row.fault("column 'name_ar' is empty and no earlier row names this key; give it a value")
        entry = entries[kind, key] = Entry(kind, key, type_, ar, en, None, None, None, row["source"])
    elif entry.type != type_:
        raise row.fault(
            "'%(key)s' was type '%(before)s' in an earlier row and is '%(type)s' here; make them one",
            key=key,
            before=entry.type,
            type=type_,
        )
    entry.add(ar, _role(ar, ordinary))
    if en:
        entry.name_en = entry.name_en or en
        entry.add(en, "name" if " " in en else "short")
    return entry


def _place(row: Row, entries: Entries) -> None:
    """Adds a place. With `ordinary` every name of one word in this row is also an everyday word."""
    row.need("key", "type")
    ordinary = row.flag("ordinary")
    entry = _entry(entries, row, "location", row["key"], row["type"], row["name_ar"], row["name_en"], ordinary)
    for alias in row.several("aliases"):
        entry.add(alias, _role(alias, ordinary))
    entry.parent = entry.parent or row["parent"] or None
    lat, lon = row.degrees("lat", 90), row.degrees("lon", 180)
    entry.lat = lat if entry.lat is None else entry.lat
    entry.lon = lon if entry.lon is None else entry.lon


def _role(name: str, ordinary: bool) -> FormRole:
    return "ordinary" if ordinary and " " not in name else "name"


def _actor(row: Row, entries: Entries) -> None:
    row.need("key", "type")
    entry = _entry(entries, row, "actor", row["key"], row["type"], row["name_ar"], row["name_en"])
    for alias in row.several("aliases"):
        entry.add(alias)
    for short in row.several("short"):
        entry.add(short, "short")
    entry.parent = entry.parent or row["parent"] or None


def _person(row: Row, entries: Entries) -> None:
    """Adds a person. Names in column `ordinary` are short names that are also everyday words."""
    row.need("key", "name_ar")
    entry = _entry(entries, row, "actor", row["key"], "person", row["name_ar"], row["name_en"])
    for alias in row.several("aliases"):
        entry.add(alias)
    everyday = row.several("ordinary")
    for word in everyday:
        entry.add(word, "ordinary")
    for short in row.several("short") or ([] if everyday else _family_name(row["name_ar"])):
        entry.add(short, "short")


def _family_name(name: str) -> list[str]:
    """What a person is called after the full name: its last word with the particle before it, or nothing. The name of a
    father is none (سلمان بن عبد العزيز)."""
    words = name.split()
    if len(words) < 2:
        return []
    last = (
        words[-2:] if len(words) > 2 and (words[-2] in _NAME_PARTICLES or words[-1] in _SECOND_HALVES) else words[-1:]
    )
    before = words[: -len(last)]
    if not before or before[-1] in _SON_OF or last[0] in _SON_OF or last[-1] in _ORDINALS:
        return []
    return [" ".join(last)] if len(fold_text(last[-1])) > 2 else []


def _outlet(row: Row, entries: Entries) -> OutletRecord:
    row.need("key", "name_ar")
    ordinary = row.flag("ordinary")
    key, name = row["key"], row["name_ar"]
    entry = _entry(entries, row, "actor", key, "media", name, row["name_en"])
    if ordinary:
        entry.forms[name] = Form(name, "ordinary")
    for alias in row.several("aliases"):
        entry.add(alias, _role(alias, ordinary))
    names = tuple(dict.fromkeys([name, *row.several("aliases"), *filter(None, [row["name_en"]])]))
    return OutletRecord(key, name, row["name_en"], names, tuple(domain.lower() for domain in row.several("domains")))
