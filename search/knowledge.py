"""All that reading an article depends on beside its own text, as one frozen, versioned value."""

import hashlib
import logging
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from django.db.models import Max, QuerySet

from search.arabic.folding import fold_text
from search.cleaning.learned import Kind, Learned, LearnedLine, in_use, outlet_key
from search.extraction.gazetteer import build_gazetteer
from search.extraction.tagger import MODEL, WORD_CLASSES, read_tagger
from search.gazetteers import GazetteerError, Records, Tables, content_hash, read_tables, records_of
from search.gazetteers.changes import Change, changed, rows_from
from search.models import Decision, Entity, FurnitureLine, GazetteerChange, Outlet
from search.pipeline import Knowledge
from search.sentences import Sentence
from search.types import EntityKind, EntityRecord, Form, OutletRecord

logger = logging.getLogger(__name__)

_APP: Final = Path(__file__).parent
_DATA: Final = _APP / "data"
_READING: Final = ("types.py", "pipeline.py", "gazetteers", "arabic", "calendars", "cleaning", "extraction")
_TRAINED: Final = (f"data/{MODEL}", f"data/{WORD_CLASSES}")
"""The code, and what was trained, that decide how an article is read: part of the version, so a better rule is seen as new
knowledge."""


Imports = tuple[tuple[int, datetime], ...]
"""Key and moment of gazetteer imports, in the order in which they lie over each other. (A key alone can come again where a
transaction was rolled back, and what is kept for it in a process would be of another import.)"""


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What people decided that a name, as they wrote it, stands for; None for nothing."""

    exact: str
    entity: EntityRecord | None


def current() -> Knowledge:
    """Knowledge of the gazetteers, of what people decided about names (built anew in a process, a second, when they decided
    something since), and of what was learned from each outlet's pages."""
    last = last_decision()
    standing = Decision.objects.about_names().standing(through=last)
    names = standing.exclude(kind=Decision.Kind.GAZETTEER).select_related("entity")
    # Of two decisions about one name the later holds.
    meant = {fold_text(one.exact): _Meaning(one.exact, _record(one.entity)) for one in names}
    imported = _imported(standing)
    known = _with(tuple(meant.items()), imported)
    return replace(
        known, decisions_seen=last, outlets=_outlets(_curated(), imported), learned=_learned(Outlet.objects.all())
    )


def entities() -> Mapping[tuple[EntityKind, str], EntityRecord]:
    """The entities of the gazetteers alone, as this installation has them: the files, and what was imported over them. (As
    `current()` has them but for what people decided, and without compiling their names, which takes seconds.)"""
    return _entities(imports())


def imports() -> Imports:
    """The keys of the imports that stand: all that the gazetteers of this installation depend on beside the files."""
    return _imported(Decision.objects.about_names().standing())


def records() -> Records:
    """The same entities in their order, and the outlets of the gazetteers."""
    return _counting(imports()).records


def outlets() -> tuple[OutletRecord, ...]:
    """The outlets that pages are read with: those of the gazetteers, with what people entered and corrected. The same tuple
    while nothing changes, so that what cleaning builds of it is built once."""
    return _outlets(_curated(), imports())


def tables() -> Tables:
    """The gazetteers' rows as this installation has them."""
    return changed(_files(), _counting(imports()).changes)


def left_out() -> Mapping[int, Sentence]:
    """The imports that stand and yet can't count, by their keys, each with the sentence that says why."""
    return _counting(imports()).left_out


def last_decision() -> int:
    """The key of the last decision about names, also of one that undoes another; 0 without any."""
    return Decision.objects.about_names().aggregate(last=Max("pk"))["last"] or 0


def learned_of(outlet: Outlet) -> Learned:
    """What cleaning uses of what was learned from an outlet's pages, and decided about it."""
    return _learned([outlet]).get(outlet_key(outlet.name_ar), Learned())


def from_files() -> Knowledge:
    """Knowledge as the CSV files in `search/data` have it; built once a process (about a second)."""
    return _from_tables(())


def _imported(standing: QuerySet[Decision]) -> Imports:
    imports = standing.filter(kind=Decision.Kind.GAZETTEER)
    return tuple(imports.order_by("pk").values_list("gazetteer_import", "gazetteer_import__uploaded"))


@dataclass(frozen=True, slots=True)
class _Counting:
    """The changes that count, what the gazetteers say with them, and of the imports that can't count why, by their keys."""

    changes: tuple[Change, ...]
    records: Records
    left_out: Mapping[int, Sentence]


@lru_cache(maxsize=2)
def _counting(imports: Imports) -> _Counting:
    """Imports that do not fit any more are left out, one by one: an update of the files, or the undoing of an import that a
    later one was made on, must stop nothing."""
    rows = GazetteerChange.objects.filter(of__in=[key for key, _uploaded in imports]).select_related("of")
    own: dict[int, list[Change]] = {key: [] for key, _uploaded in imports}
    for row in rows.order_by("pk"):
        own[row.of_id].append(Change(row.of.table, row.key, rows_from(row.before), rows_from(row.after)))
    changes = tuple(change for made in own.values() for change in made)
    try:
        return _Counting(changes, records_of(changed(_files(), changes)), {})
    except GazetteerError:
        return _fitting(own)


def _fitting(own: Mapping[int, Sequence[Change]]) -> _Counting:
    """The same where not all of the imports fit. own: each import's changes."""
    counting: list[Change] = []
    records = records_of(_files())
    left_out: dict[int, Sentence] = {}
    for key, changes in own.items():
        try:
            records = records_of(changed(_files(), [*counting, *changes]))
        except GazetteerError as fault:
            left_out[key] = fault.sentence
            logger.error("Gazetteer import %s does not fit the gazetteers of today and is left out: %s", key, fault)
        else:
            counting += changes
    return _Counting(tuple(counting), records, left_out)


@cache
def _files() -> Tables:
    return read_tables(_DATA)


@lru_cache(maxsize=2)
def _entities(imports: Imports) -> Mapping[tuple[EntityKind, str], EntityRecord]:
    return {(record.kind, record.key): record for record in _counting(imports).records[0]}


def _curated() -> tuple[OutletRecord, ...]:
    """Outlets as people entered them, also by the name that the key was made of."""
    rows = Outlet.objects.filter(curated=True).order_by("pk").values_list("key", "name_ar", "name_en", "domains")
    return tuple(
        OutletRecord(key, name_ar, name_en, (key.replace("-", " "),), tuple(domains.split()))
        for key, name_ar, name_en, domains in rows
    )


@lru_cache(maxsize=2)
def _outlets(curated: tuple[OutletRecord, ...], imports: Imports) -> tuple[OutletRecord, ...]:
    """The gazetteers' outlets, of which those that people renamed keep the names and domains that they had."""
    listed = _counting(imports).records[1]
    if not curated:
        return listed
    entered = {record.key: record for record in curated}
    known = [_renamed(record, entered.pop(record.key)) if record.key in entered else record for record in listed]
    return (*known, *entered.values())


def _renamed(listed: OutletRecord, entered: OutletRecord) -> OutletRecord:
    names = (listed.name_ar, listed.name_en, *listed.names, *entered.names)
    return replace(
        entered,
        name_en=entered.name_en or listed.name_en,
        names=tuple(filter(None, names)),
        domains=(*entered.domains, *listed.domains),
    )


@lru_cache(maxsize=2)
def _from_tables(imports: Imports) -> Knowledge:
    entities, outlets = _counting(imports).records
    if imports:
        return replace(from_files(), entities=_entities(imports), outlets=outlets, gazetteer=build_gazetteer(entities))
    return Knowledge(
        version=f"{content_hash(entities, outlets)}-{code_hash((*_READING, *_TRAINED))}",
        entities=_entities(imports),
        outlets=outlets,
        gazetteer=build_gazetteer(entities),
        tagger=read_tagger(_DATA, entities),
    )


@lru_cache(maxsize=1)
def _with(decided: tuple[tuple[str, _Meaning], ...], imports: Imports) -> Knowledge:
    """Knowledge of the gazetteers in which the names (folded) mean what people decided."""
    files = _from_tables(imports)
    if not decided:
        return files
    names = dict(decided)
    touched = {key for meaning in names.values() for key in files.gazetteer.named(meaning.exact)}
    records = {key: _without(files.entities[key], names) for key in sorted(touched)}
    for meaning in names.values():
        if meaning.entity:
            key = (meaning.entity.kind, meaning.entity.key)
            record = records.get(key) or files.entities.get(key, meaning.entity)
            records[key] = replace(record, forms=(*record.forms, Form(meaning.exact, "decided")))
    return replace(
        files,
        entities={**files.entities, **records},
        gazetteer=files.gazetteer.with_records(records),
        not_names=frozenset(name for name, meaning in names.items() if meaning.entity is None),
    )


def _without(record: EntityRecord, names: Container[str]) -> EntityRecord:
    """The record without its forms that people decided about."""
    forms = tuple(form for form in record.forms if fold_text(form.text) not in names)
    return record if len(forms) == len(record.forms) else replace(record, forms=forms)


def _record(entity: Entity | None) -> EntityRecord | None:
    """An entity as a file without other names for it would have it."""
    if entity is None:
        return None
    kind: EntityKind = "location" if entity.kind == Entity.Kind.LOCATION else "actor"
    return EntityRecord(kind, entity.key, entity.type, entity.name_ar, entity.name_en, (Form(entity.name_ar),))


def _learned(outlets: Iterable[Outlet]) -> dict[str, Learned]:
    lines: defaultdict[str, list[LearnedLine]] = defaultdict(list)
    decided: defaultdict[str, dict[str, bool]] = defaultdict(dict)
    for row in FurnitureLine.objects.filter(outlet__in=outlets).select_related("outlet"):
        outlet = outlet_key(row.outlet.name_ar)
        if row.verdict:
            decided[outlet][row.key] = row.verdict == FurnitureLine.Verdict.DROP
        if row.learned:
            kind: Kind = row.kind  # type: ignore[assignment]  # the column holds no other
            lines[outlet].append(LearnedLine(row.key, kind, row.count, row.share, (), row.text))
    return {outlet: in_use(lines[outlet], decided[outlet]) for outlet in {*lines, *decided}}


def code_hash(names: Iterable[str]) -> str:
    """A version of those files of `search`, and of the code in those packages: 16 hex digits."""
    digest = hashlib.sha256()
    for name in names:
        root = _APP / name
        files = sorted(root.rglob("*.py")) if root.is_dir() else [root]
        for path in files:
            digest.update(path.relative_to(_APP).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]
