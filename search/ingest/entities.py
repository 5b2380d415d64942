"""The rows of entities that lists have, brought to what the lists say."""

from collections.abc import Iterable
from typing import Final, cast

from search.ingest.rows import listed_row, wholes_of
from search.models import Article, Entity, Mention
from search.types import EntityKind, EntityRecord

_BATCH: Final = 500
_FIELDS: Final = ("type", "name_ar", "name_en", "parent_key", "lat", "lon")


def follow(records: Iterable[EntityRecord]) -> int:
    """Names, types, places on the map and what an entity lies in, as the records have them; returns how many rows changed.

    Where a place lies in another one now, the articles that name it, or what lies in it, are sent to the index again.
    Entities that no list has any more stay as they are: mentions and decisions hold them.
    """
    said = {(record.kind, record.key): record for record in records}
    changed, moved = [], []
    for entity in Entity.objects.iterator():
        record = said.get((cast(EntityKind, entity.kind), entity.key))
        if record is None:
            continue
        values = (record.type, record.name_ar, record.name_en, record.parent or "", record.lat, record.lon)
        if values != tuple(getattr(entity, field) for field in _FIELDS):
            if entity.kind == Entity.Kind.LOCATION and entity.parent_key != (record.parent or ""):
                moved.append(entity.key)
            for field, value in zip(_FIELDS, values, strict=True):
                setattr(entity, field, value)
            changed.append(entity)
    Entity.objects.bulk_update(changed, _FIELDS, batch_size=_BATCH)
    wholes = {
        (whole.kind, whole.key): listed_row(whole)
        for one in changed
        for whole in wholes_of(cast(EntityKind, one.kind), one.parent_key, said)
    }
    Entity.objects.bulk_create(wholes.values(), ignore_conflicts=True)
    if moved:
        places = _with_parts(moved)
        named = Mention.objects.filter(entity__kind=Entity.Kind.LOCATION, entity__key__in=places, nested=False)
        Article.objects.filter(pk__in=named.values("article")).update()
    return len(changed)


def _with_parts(places: Iterable[str]) -> set[str]:
    """The keys of the places, and of all that lies in them."""
    found = asked = set(places)
    while asked:
        parts = Entity.objects.filter(kind=Entity.Kind.LOCATION, parent_key__in=asked)
        asked = set(parts.values_list("key", flat=True)) - found
        found = found | asked
    return found
