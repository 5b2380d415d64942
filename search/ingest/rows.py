"""Draft -> rows: the article's fields, its mentions, the entities and the outlet that they need."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from django.db.models import Model
from django.utils.text import slugify

from search.ingest.originals import digest
from search.models import Article, Entity, Mention, Outlet
from search.pipeline import Knowledge
from search.types import NO_KEY, Draft, EntityKind, EntityRecord, Moment, OutletRecord
from search.types import Mention as FoundMention

Entities = dict[tuple[str, str], Entity]


class Outlets:
    """The rows of outlets, by the names that pages have for them, each asked for once. A name that is on no list becomes an
    outlet of its own."""

    def __init__(self, records: Iterable[OutletRecord]) -> None:
        self._records: dict[str, OutletRecord] = {}
        for record in records:
            for name in (record.key, record.name_ar, record.name_en, *record.names):
                self._records.setdefault(name, record)
        self._rows: dict[str, Outlet] = {}

    def called(self, name: str | None) -> Outlet | None:
        """None where no name is known."""
        if name and name not in self._rows:
            self._rows[name] = self._row(name)
        return self._rows[name] if name else None

    def _row(self, name: str) -> Outlet:
        if record := self._records.get(name):
            names = {"name_ar": record.name_ar, "name_en": record.name_en}
            return Outlet.objects.get_or_create(key=record.key, defaults=names)[0]
        key = outlet_slug(name) or "outlet"
        return Outlet.objects.get_or_create(key=key, defaults={"name_ar": _fit(Outlet, "name_ar", name)})[0]


def outlet_slug(name: str) -> str:
    """The key of an outlet that no list has; empty for a name without letters and digits."""
    key = _fit(Outlet, "key", slugify(name, allow_unicode=True))
    return f"outlet-{key}" if key == NO_KEY else key


def fill(article: Article, draft: Draft, outlets: Outlets) -> None:
    """Puts what the draft says into the article's fields; saves nothing but an outlet that is new."""
    found = draft.article
    article.given_id = _fit(Article, "given_id", found.given_id)
    article.url = _fit(Article, "url", found.url)
    article.title = found.title
    article.body = found.body
    article.outlet = outlets.called(found.outlet)
    article.published = _iso(found.published)
    article.published_on = _day(found.published)
    article.updated = _iso(found.updated)
    article.fetched = _iso(found.fetched)
    article.section = _fit(Article, "section", found.section)
    article.authors = list(found.authors)
    article.dateline = _fit(Article, "dateline", found.dateline)
    article.captions = list(found.captions)
    article.language = draft.language
    article.source_name = _fit(Article, "source_name", draft.raw.name)
    article.original = digest(draft.raw.content)
    article.media_type = draft.raw.media_type
    article.knowledge_version = draft.knowledge_version
    article.decisions_seen = draft.decisions_seen
    article.furniture = article.outlet.furniture if article.outlet else ""


def mention_row(article: Article, found: FoundMention, entities: Entities) -> Mention:
    """The row of one mention; `entities` as `entity_rows` gives them."""
    entity = entities[_kind(found), _fit(Entity, "key", found.id)] if found.id else None
    return Mention(
        article=article,
        entity=entity,
        field=found.field,
        kind=found.kind,
        # A person may have said of what type it is.
        type=entity.type if entity else found.type,
        text=_fit(Mention, "text", found.text),
        start=found.start,
        end=found.end,
        value=found.value or "",
        nested=found.nested,
        method=found.method,
        confidence=found.confidence,
        ambiguous=found.ambiguous,
        cited=found.cited,
    )


def _kind(found: FoundMention) -> EntityKind:
    """A source is an actor that is cited."""
    return "location" if found.kind == "location" else "actor"


def entity_rows(drafts: list[Draft], knowledge: Knowledge) -> Entities:
    """The entity rows that the drafts' mentions need, by kind and key; those that are missing are made, with what they are
    part of: a search for Syria finds its villages by these rows."""
    found = (mention for draft in drafts for mention in draft.mentions if mention.id)
    wanted = {(_kind(mention), _fit(Entity, "key", mention.id)): mention for mention in found}
    rows: dict[tuple[str, str], Entity] = {}
    for (kind, key), mention in wanted.items():
        record = knowledge.entities.get((kind, key))
        rows[kind, key] = listed_row(record) if record else _unlisted(kind, key, mention)
        for whole in wholes_of(kind, record.parent if record else None, knowledge.entities):
            rows[kind, whole.key] = listed_row(whole)
    Entity.objects.bulk_create(rows.values(), ignore_conflicts=True)
    stored = Entity.objects.filter(key__in={key for _, key in wanted})
    return {(entity.kind, entity.key): entity for entity in stored}


def _unlisted(kind: EntityKind, key: str, mention: FoundMention) -> Entity:
    return Entity(kind=kind, key=key, type=mention.type, name_ar=_fit(Entity, "name_ar", mention.canonical))


def wholes_of(
    kind: EntityKind, parent: str | None, records: Mapping[tuple[EntityKind, str], EntityRecord]
) -> Iterator[EntityRecord]:
    """The record that an entity lies in, by its key, and all that this lies in, nearest first; a circle ends it."""
    passed: set[str] = set()
    while parent and parent not in passed and (record := records.get((kind, parent))):
        passed.add(parent)
        yield record
        parent = record.parent


def listed_row(record: EntityRecord) -> Entity:
    """The row, not yet saved, of an entity as a list has it."""
    return Entity(
        kind=record.kind,
        key=record.key,
        type=record.type,
        name_ar=record.name_ar,
        name_en=record.name_en,
        parent_key=record.parent or "",
        lat=record.lat,
        lon=record.lon,
    )


def _fit(model: type[Model], field: str, text: str | None) -> str:
    """`text`, cut to what the column holds: one absurd value must not end the ingest (PostgreSQL refuses it)."""
    return (text or "")[: model._meta.get_field(field).max_length]  # type: ignore[union-attr]


def _iso(moment: Moment | None) -> str:
    return moment.isoformat() if moment else ""


def _day(moment: Moment | None) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment
