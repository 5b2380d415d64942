"""The gazetteer files (CSV) as records: entities with all the forms that their names are written in, and outlets.

A folder may hold several files of one kind (`places.csv`, `places_syria.csv`): every file whose name begins with the
kind's name and ends in `.csv` is read, in alphabetical order. Rows with equal keys are one entity: its first row names it, later
ones add forms. Names of countries in Arabic and English come from CLDR, by way of Babel.
"""

import csv
import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from babel import Locale

from search.arabic.folding import fold_text
from search.types import EntityKind, EntityRecord, Form, OutletRecord

FormRole = Literal["name", "short", "ordinary", "metonym"]

COLUMNS: Final = {
    "places": ("key", "type", "name_ar", "name_en", "aliases", "parent", "lat", "lon", "ordinary", "source"),
    "countries": ("code", "nisba", "aliases", "metonyms", "army_aliases", "source"),
    "institutions": ("key", "type", "heads", "indefinite", "name_ar", "name_en", "source"),
    "actors": ("key", "type", "name_ar", "name_en", "aliases", "short", "parent", "country", "source"),
    "persons": ("key", "name_ar", "name_en", "aliases", "short", "country", "role", "source"),
    "media": ("key", "name_ar", "name_en", "aliases", "domains", "country", "ordinary", "source"),
}
"""Kind of file to its columns; a file with others is refused."""

_CONSTRUCT_HEADS: Final = frozenset({"الجيش", "الحكومة", "البرلمان", "النظام", "القوات", "السلطات"})
"""Heads that the press also writes before the bare name of a country, without their article (جيش العراق)."""

_NAME_PARTICLES: Final = frozenset(
    {"بن", "ابن", "أبو", "ابو", "أبي", "آل", "عبد", "دي", "دو", "فان", "فون", "لو", "بو"}
)
"""Words that are one name with the word behind them, so that a family name is both (آل ثاني)."""


class GazetteerError(ValueError):
    """A gazetteer file that cannot be used; the text names file, line and remedy."""


@dataclass(slots=True)
class _Entry:
    """An entity while its rows are being collected."""

    kind: EntityKind
    key: str
    type: str
    name_ar: str
    name_en: str
    parent: str | None
    lat: float | None
    lon: float | None
    source: str
    forms: dict[str, Form] = field(default_factory=dict)

    def add(self, text: str, role: FormRole = "name") -> None:
        text = text.strip()
        if text:
            self.forms.setdefault(text, Form(text, role))

    def record(self) -> EntityRecord:
        return EntityRecord(
            self.kind,
            self.key,
            self.type,
            self.name_ar,
            self.name_en,
            tuple(self.forms.values()),
            self.parent,
            self.lat,
            self.lon,
            self.source,
        )


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of a file, with what an error message needs."""

    cells: dict[str, str]
    path: Path
    line: int

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def several(self, column: str) -> list[str]:
        return [part.strip() for part in self.cells[column].split("|") if part.strip()]

    def need(self, *columns: str) -> None:
        for column in columns:
            if not self.cells[column]:
                raise self.error(f"column '{column}' is empty; give it a value")

    def degrees(self, column: str, limit: float) -> float | None:
        if not self.cells[column]:
            return None
        try:
            value = float(self.cells[column])
        except ValueError:
            raise self.error(
                f"'{self.cells[column]}' in column '{column}' is no number; write decimal degrees"
            ) from None
        if abs(value) > limit:
            raise self.error(f"{value} in column '{column}' is beyond {limit:g} degrees")
        return value

    def flag(self, column: str) -> bool:
        if self.cells[column] not in ("", "0", "1"):
            raise self.error(f"column '{column}' takes 1 or nothing, not '{self.cells[column]}'")
        return self.cells[column] == "1"

    def error(self, what: str) -> GazetteerError:
        return GazetteerError(f"{self.path.name}, line {self.line}: {what}.")


def read_gazetteers(folder: Path) -> tuple[tuple[EntityRecord, ...], tuple[OutletRecord, ...]]:
    """All entities (countries first, then institutions, places, actors, persons, media) and outlets of a folder's CSV files.

    Raises GazetteerError for a bad row or header, a repeated key with another type, or a parent that no row has.
    """
    entries: dict[tuple[EntityKind, str], _Entry] = {}
    countries = list(_rows(folder, "countries"))
    for row in countries:
        _country(row, entries)
    for row in _rows(folder, "institutions"):
        _institution(row, countries, entries)
    for row in countries:
        army = entries.get(("actor", f"army-{row['code']}"))
        if army is not None:
            for alias in row.several("army_aliases"):
                army.add(alias)
    outlets: list[OutletRecord] = []
    readers: dict[str, Callable[[_Row], None]] = {
        "places": lambda row: _place(row, entries),
        "actors": lambda row: _actor(row, entries),
        "persons": lambda row: _person(row, entries),
        "media": lambda row: outlets.append(_outlet(row, entries)),
    }
    parents: list[tuple[_Row, EntityKind, str]] = []
    for kind, reader in readers.items():
        for row in _rows(folder, kind):
            reader(row)
            if row.cells.get("parent"):
                parents.append((row, "location" if kind == "places" else "actor", row["parent"]))
    for row, entity_kind, parent in parents:
        if (entity_kind, parent) not in entries:
            raise row.error(f"parent '{parent}' is no key of any row; add its row or correct the name")
    return tuple(entry.record() for entry in entries.values()), tuple(outlets)


def content_hash(entities: Iterable[EntityRecord], outlets: Iterable[OutletRecord]) -> str:
    """16 hexadecimal digits that change when any record, or their order, does."""
    digest = hashlib.blake2b(digest_size=8)
    for record in (*entities, *outlets):
        digest.update(repr(record).encode())
    return digest.hexdigest()


def _rows(folder: Path, kind: str) -> Iterator[_Row]:
    for path in sorted(folder.glob(f"{kind}*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            missing = set(COLUMNS[kind]) ^ set(reader.fieldnames or ())
            if missing:
                raise GazetteerError(
                    f"{path.name}, line 1: the columns must be {','.join(COLUMNS[kind])}; "
                    f"check {', '.join(sorted(str(name) for name in missing))}."
                )
            try:
                for cells in reader:
                    if None in cells or None in cells.values():
                        raise GazetteerError(
                            f"{path.name}, line {reader.line_num}: the row has not {len(COLUMNS[kind])} cells; "
                            "quote cells that contain a comma."
                        )
                    yield _Row({name: cell.strip() for name, cell in cells.items()}, path, reader.line_num)
            except (csv.Error, UnicodeDecodeError) as error:
                raise GazetteerError(
                    f"{path.name}, line {reader.line_num + 1}: {error}; save it as UTF-8 CSV."
                ) from error


def _entry(
    entries: dict[tuple[EntityKind, str], _Entry], row: _Row, kind: EntityKind, key: str, type_: str, ar: str, en: str
) -> _Entry:
    """The entry of that key, new or known; a later row fills what earlier ones left empty."""
    entry = entries.get((kind, key))
    if entry is None:
        if not ar:
            raise row.error("column 'name_ar' is empty and no earlier row names this key; give it a value")
        entry = entries[kind, key] = _Entry(kind, key, type_, ar, en, None, None, None, row["source"])
    elif entry.type != type_:
        raise row.error(f"'{key}' was type '{entry.type}' in an earlier row and is '{type_}' here; make them one")
    entry.add(ar)
    if en:
        entry.name_en = entry.name_en or en
        entry.add(en, "name" if " " in en else "short")
    return entry


def _country(row: _Row, entries: dict[tuple[EntityKind, str], _Entry]) -> None:
    row.need("code", "nisba")
    code = row["code"]
    arabic = Locale("ar").territories.get(code.upper())
    english = Locale("en").territories.get(code.upper())
    if not arabic or not english:
        raise row.error(f"'{code}' is no country code that CLDR knows; use ISO 3166 in lower case")
    names = row.several("aliases")
    if not set("()-،") & set(arabic):
        names.append(arabic)
    for kind, key, type_ in (("actor", code, "state"), ("location", f"country-{code}", "country")):
        name = names[0] if names else arabic
        entry = _Entry(kind, key, type_, name, english, None, None, None, row["source"])  # type: ignore[arg-type]
        for text in (*names, english):
            entry.add(text)
        if type_ == "state":
            for capital in row.several("metonyms"):
                entry.add(capital, "metonym")
        if entries.setdefault((entry.kind, key), entry) is not entry:
            raise row.error(f"country '{code}' stands twice; keep one row")


def _institution(row: _Row, countries: list[_Row], entries: dict[tuple[EntityKind, str], _Entry]) -> None:
    row.need("key", "type", "heads", "name_ar")
    heads = [_head(row, head) for head in row.several("heads")]
    indefinite = [_head(row, head) for head in row.several("indefinite")]
    for country in countries:
        nisbas = country.several("nisba")
        state = entries["actor", country["code"]]
        name = row["name_ar"].format(m=f"ال{nisbas[0]}", f=f"ال{nisbas[0]}ة")
        key = f"{row['key']}-{country['code']}"
        english = row["name_en"].format(en=state.name_en)
        entry = _Entry("actor", key, row["type"], name, english, country["code"], None, None, row["source"])
        entry.add(name)
        for nisba in nisbas:
            for head, ending in heads:
                entry.add(f"{head} ال{nisba}{ending}")
            for head, ending in indefinite:
                entry.add(f"{head} {nisba}{ending}")
        for head, _ in heads:
            if head in _CONSTRUCT_HEADS:
                for form in list(state.forms.values()):
                    if form.role == "name" and " " not in form.text:
                        entry.add(f"{head.removeprefix('ال')} {form.text}")
            if head.startswith("وزارة"):
                entry.add(head, "short")
        if entries.setdefault(("actor", key), entry) is not entry:
            raise row.error(f"institution '{row['key']}' stands twice; keep one row")


def _head(row: _Row, head: str) -> tuple[str, str]:
    text, _, gender = head.partition("/")
    if gender not in ("m", "f"):
        raise row.error(f"'{head}' lacks its gender; write {text}/m or {text}/f")
    return text, "ة" if gender == "f" else ""


def _place(row: _Row, entries: dict[tuple[EntityKind, str], _Entry]) -> None:
    row.need("key", "type")
    ordinary = row.flag("ordinary")
    known = entries.get(("location", row["key"]))
    if ordinary and known is None:
        row.need("name_ar")
        known = entries["location", row["key"]] = _Entry(
            "location", row["key"], row["type"], row["name_ar"], row["name_en"], None, None, None, row["source"]
        )
        known.add(row["name_ar"], "ordinary")
    entry = _entry(entries, row, "location", row["key"], row["type"], row["name_ar"], row["name_en"])
    for alias in row.several("aliases"):
        entry.add(alias, "ordinary" if ordinary and " " not in alias else "name")
    entry.parent = entry.parent or row["parent"] or None
    lat, lon = row.degrees("lat", 90), row.degrees("lon", 180)
    entry.lat = lat if entry.lat is None else entry.lat
    entry.lon = lon if entry.lon is None else entry.lon


def _actor(row: _Row, entries: dict[tuple[EntityKind, str], _Entry]) -> None:
    row.need("key", "type")
    entry = _entry(entries, row, "actor", row["key"], row["type"], row["name_ar"], row["name_en"])
    for alias in row.several("aliases"):
        entry.add(alias)
    for short in row.several("short"):
        entry.add(short, "short")
    entry.parent = entry.parent or row["parent"] or None


def _person(row: _Row, entries: dict[tuple[EntityKind, str], _Entry]) -> None:
    row.need("key", "name_ar")
    entry = _entry(entries, row, "actor", row["key"], "person", row["name_ar"], row["name_en"])
    for alias in row.several("aliases"):
        entry.add(alias)
    for short in row.several("short") or _family_name(row["name_ar"]):
        entry.add(short, "short")


def _family_name(name: str) -> list[str]:
    """What a person is called after the full name: its last word with the particle before it, or nothing."""
    words = name.split()
    if len(words) < 2:
        return []
    last = words[-2:] if words[-2] in _NAME_PARTICLES and len(words) > 2 else words[-1:]
    return [" ".join(last)] if len(fold_text(last[-1])) > 2 else []


def _outlet(row: _Row, entries: dict[tuple[EntityKind, str], _Entry]) -> OutletRecord:
    row.need("key", "name_ar")
    ordinary = row.flag("ordinary")
    key, name = row["key"], row["name_ar"]
    if ("actor", key) not in entries:
        entries["actor", key] = _Entry("actor", key, "media", name, row["name_en"], None, None, None, row["source"])
        entries["actor", key].add(name, "ordinary" if ordinary else "name")
    entry = _entry(entries, row, "actor", key, "media", name, row["name_en"])
    for alias in row.several("aliases"):
        entry.add(alias, "ordinary" if ordinary and " " not in alias else "name")
    names = tuple(dict.fromkeys([name, *row.several("aliases"), *filter(None, [row["name_en"]])]))
    return OutletRecord(key, name, row["name_en"], names, tuple(domain.lower() for domain in row.several("domains")))
