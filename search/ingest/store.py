"""Draft -> database: a new article, a changed one, or nothing."""

from datetime import date, datetime
from typing import Literal

from django.db import transaction
from django.db.models import Model, Q
from django.utils.text import slugify

from search.ingest.corrections import corrections_of
from search.ingest.identity import identity
from search.ingest.originals import digest, keep, load
from search.models import Article, Entity, IngestRun, Mention, Outlet, Removal
from search.pipeline import Knowledge, read
from search.types import Draft, EntityKind, Moment, RawPage
from search.types import Mention as FoundMention

Outcome = Literal["new", "changed", "unchanged", "removed"]
"""`removed`: the article was taken out for good and is not let in again."""


@transaction.atomic
def store(drafts: list[Draft], knowledge: Knowledge, run: IngestRun | None = None) -> list[Outcome]:
    """Writes the drafts in one short transaction; one outcome for each, in order. All or none is written.

    The drafts are the pages' own readings: what people decided about an article that is there is put in here, under its
    lock. `run` is noted on new articles.
    """
    entities = _entities(drafts, knowledge)
    return [_store(draft, knowledge, entities, run) for draft in drafts]


@transaction.atomic
def reread(key: int, knowledge: Knowledge) -> Article:
    """Reads an article's original again, with what people decided about it by now, and stores what comes out.

    Raises FileNotFoundError where the original is lost, and Article.DoesNotExist.
    """
    article = Article.objects.select_for_update().get(pk=key)
    raw = RawPage(article.source_name, load(article.original), article.media_type)  # type: ignore[arg-type]
    draft = read(raw, knowledge, corrections_of(article))
    _write(article, draft, knowledge, _entities([draft], knowledge))
    return article


def _store(
    draft: Draft, knowledge: Knowledge, entities: dict[tuple[str, str], Entity], run: IngestRun | None
) -> Outcome:
    key = identity(draft.article)
    original = digest(draft.raw.content)
    if Removal.objects.filter(Q(identity=key) | Q(original=original)).exists():
        return "removed"
    article = _stored(key, original)
    if article and article.original == original and article.knowledge_version == draft.knowledge_version:
        return "unchanged"
    keep(draft.raw.content)
    if article and (corrections := corrections_of(article)):
        draft = read(draft.raw, knowledge, corrections)
        entities = entities | _entities([draft], knowledge)
    outcome: Outcome = "changed" if article else "new"
    _write(article or Article(identity=key, ingest_run=run), draft, knowledge, entities)
    return outcome


def _stored(key: str, original: str) -> Article | None:
    """The article that is there, locked. The same bytes are the same article also where better rules find other words in
    them, by which an article without id and address is known."""
    articles = Article.objects.select_for_update()
    return articles.filter(identity=key).first() or articles.filter(original=original).first()


def _write(article: Article, draft: Draft, knowledge: Knowledge, entities: dict[tuple[str, str], Entity]) -> None:
    _fill(article, draft, knowledge)
    article.save()
    article.mentions.all().delete()
    Mention.objects.bulk_create([_row(article, mention, entities) for mention in draft.mentions], batch_size=500)


def _fill(article: Article, draft: Draft, knowledge: Knowledge) -> None:
    found = draft.article
    article.given_id = _fit(Article, "given_id", found.given_id)
    article.url = _fit(Article, "url", found.url)
    article.title = found.title
    article.body = found.body
    article.outlet = _outlet(found.outlet, knowledge)
    article.published = _iso(found.published)
    article.published_on = _day(found.published)
    article.updated = _iso(found.updated)
    article.authors = list(found.authors)
    article.dateline = _fit(Article, "dateline", found.dateline)
    article.captions = list(found.captions)
    article.language = draft.language
    article.source_name = _fit(Article, "source_name", draft.raw.name)
    article.original = digest(draft.raw.content)
    article.media_type = draft.raw.media_type
    article.knowledge_version = draft.knowledge_version
    article.decisions_seen = draft.decisions_seen


def _row(article: Article, found: FoundMention, entities: dict[tuple[str, str], Entity]) -> Mention:
    return Mention(
        article=article,
        entity=entities[_kind(found), _fit(Entity, "key", found.id)] if found.id else None,
        field=found.field,
        kind=found.kind,
        type=found.type,
        text=_fit(Mention, "text", found.text),
        start=found.start,
        end=found.end,
        value=found.value or "",
        nested=found.nested,
    )


def _kind(found: FoundMention) -> EntityKind:
    """A source is an actor that is cited."""
    return "location" if found.kind == "location" else "actor"


def _entities(drafts: list[Draft], knowledge: Knowledge) -> dict[tuple[str, str], Entity]:
    """The entity rows that the drafts' mentions need, those that are missing made."""
    found = (mention for draft in drafts for mention in draft.mentions if mention.id)
    wanted = {(_kind(mention), _fit(Entity, "key", mention.id)): mention for mention in found}
    rows = [_entity(kind, key, mention, knowledge) for (kind, key), mention in wanted.items()]
    Entity.objects.bulk_create(rows, ignore_conflicts=True)
    stored = Entity.objects.filter(key__in={key for _, key in wanted})
    return {(entity.kind, entity.key): entity for entity in stored}


def _entity(kind: EntityKind, key: str, mention: FoundMention, knowledge: Knowledge) -> Entity:
    record = knowledge.entities.get((kind, key))
    if record is None:
        return Entity(kind=kind, key=key, type=mention.type, name_ar=_fit(Entity, "name_ar", mention.canonical))
    return Entity(
        kind=kind,
        key=key,
        type=record.type,
        name_ar=record.name_ar,
        name_en=record.name_en,
        parent_key=record.parent or "",
        lat=record.lat,
        lon=record.lon,
    )


def _outlet(name: str | None, knowledge: Knowledge) -> Outlet | None:
    """The outlet that pages call `name`; a name that is on no list becomes an outlet of its own."""
    if not name:
        return None
    for record in knowledge.outlets:
        if name in (record.key, record.name_ar, record.name_en, *record.names):
            names = {"name_ar": record.name_ar, "name_en": record.name_en}
            return Outlet.objects.get_or_create(key=record.key, defaults=names)[0]
    key = _fit(Outlet, "key", slugify(name, allow_unicode=True)) or "outlet"
    return Outlet.objects.get_or_create(key=key, defaults={"name_ar": _fit(Outlet, "name_ar", name)})[0]


def _fit(model: type[Model], field: str, text: str | None) -> str:
    """`text`, cut to what the column holds: one absurd value must not end the ingest (PostgreSQL refuses it)."""
    return (text or "")[: model._meta.get_field(field).max_length]  # type: ignore[union-attr]


def _iso(moment: Moment | None) -> str:
    return moment.isoformat() if moment else ""


def _day(moment: Moment | None) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment
