"""An entity while its rows are being collected."""

from dataclasses import dataclass, field
from typing import Literal

from search.types import EntityKind, EntityRecord, Form

FormRole = Literal["name", "short", "ordinary", "metonym"]

Entries = dict[tuple[EntityKind, str], "Entry"]


@dataclass(slots=True)
class Entry:
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
