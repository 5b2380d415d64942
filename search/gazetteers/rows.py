"""The lines of the gazetteer tables (CSV), checked as far as one line can be."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final

from search.sentences import Sentence
from search.types import NO_KEY

COLUMNS: Final = {
    "places": ("key", "type", "name_ar", "name_en", "aliases", "parent", "lat", "lon", "ordinary", "source"),
    "countries": ("code", "nisba", "aliases", "metonyms", "army_aliases", "ordinary", "source"),
    "institutions": ("key", "type", "heads", "indefinite", "name_ar", "name_en", "source"),
    "actors": ("key", "type", "name_ar", "name_en", "aliases", "short", "parent", "country", "source"),
    "persons": ("key", "name_ar", "name_en", "aliases", "short", "ordinary", "country", "role", "source"),
    "media": ("key", "name_ar", "name_en", "aliases", "domains", "country", "ordinary", "source"),
}
"""Table to its columns; a file with others is refused."""


class GazetteerError(ValueError):
    """A gazetteer file that cannot be used; `sentence` names file, line and remedy."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a file, with what an error message needs."""

    cells: dict[str, str]
    path: Path
    line: int

    @property
    def key(self) -> str:
        """What rows of one table are told apart by; several rows may have the same."""
        return self.cells.get("key") or self.cells.get("code", "")

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def several(self, column: str) -> list[str]:
        return [part.strip() for part in self.cells[column].split("|") if part.strip()]

    def need(self, *columns: str) -> None:
        for column in columns:
            if not self.cells[column]:
                raise self.fault("column '%(column)s' is empty; give it a value", column=column)

    def degrees(self, column: str, limit: float) -> float | None:
        if not self.cells[column]:
            return None
        try:
            value = float(self.cells[column])
        except ValueError:
            raise self.fault(
                "'%(value)s' in column '%(column)s' is no number; write decimal degrees",
                value=self.cells[column],
                column=column,
            ) from None
        if abs(value) > limit:
            raise self.fault(
                "%(value)s in column '%(column)s' is beyond %(limit)s degrees",
                value=value,
                column=column,
                limit=f"{limit:g}",
            )
        return value

    def flag(self, column: str) -> bool:
        if self.cells[column] not in ("", "0", "1"):
            raise self.fault(
                "column '%(column)s' takes 1 or nothing, not '%(value)s'", column=column, value=self.cells[column]
            )
        return self.cells[column] == "1"

    def fault(self, template: str, **facts: object) -> GazetteerError:
        """An error of this line. template: the words that say what is wrong and what to do, as in `Sentence`."""
        return GazetteerError(
            Sentence(
                "%(file)s, line %(line)s: %(fault)s.",
                file=self.path.name,
                line=self.line,
                fault=Sentence(template, **facts),
            )
        )


def read_rows(folder: Path, table: str) -> Iterator[Row]:
    """The lines of all files of one table in a folder, file by file. Raises GazetteerError for a header or a line that
    does not fit the columns."""
    for path in sorted(folder.glob(f"{table}*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from rows_of(file, table, path)


def rows_of(file: Iterable[str], table: str, path: Path) -> Iterator[Row]:
    """The lines of one file; `path` is its name in errors. Cells may be apart by semicolons too, as Excel writes them in many
    countries. Raises as `read_rows` does."""
    try:
        lines = iter(file)
        header = next(lines, "")
        delimiter = ";" if header.count(";") > header.count(",") else ","
        reader = csv.DictReader(chain([header], lines), delimiter=delimiter, strict=True)
        missing = set(COLUMNS[table]) ^ set(reader.fieldnames or ())
        if missing:
            raise Row({}, path, 1).fault(
                "the columns must be %(columns)s; check %(missing)s",
                columns=",".join(COLUMNS[table]),
                missing=", ".join(sorted(str(name) for name in missing)),
            )
        for cells in reader:
            if None in cells or None in cells.values():
                raise Row({}, path, reader.line_num).fault(
                    "the row has not %(number)s cells; quote cells that contain a comma", number=len(COLUMNS[table])
                )
            row = Row({name: cell.strip() for name, cell in cells.items()}, path, reader.line_num)
            if row.key == NO_KEY:
                raise row.fault(
                    "no key may be '%(key)s', which searches have for what is not there; choose another", key=NO_KEY
                )
            yield row
    except UnicodeDecodeError as error:
        raise GazetteerError(
            Sentence("%(file)s: %(problem)s; save it as UTF-8 CSV.", file=path.name, problem=str(error))
        ) from error
    except csv.Error as error:
        raise Row({}, path, reader.line_num + 1).fault(
            "%(problem)s; save it as UTF-8 CSV", problem=str(error)
        ) from error


def written(rows: Iterable[Row], table: str) -> str:
    """The rows as CSV, with a header, as `rows_of` reads them."""
    file = io.StringIO()
    writer = csv.DictWriter(file, COLUMNS[table], lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(row.cells for row in rows)
    return file.getvalue()
