"""A gazetteer as a person uploads it: compared with the one that is there, and counted once it is confirmed."""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Final

from django.contrib.auth.models import User
from django.db import transaction

from search import knowledge
from search.gazetteers import GazetteerError, records_of
from search.gazetteers.changes import Change, cells_of, changed, changes_between, names_touched, rows_from
from search.gazetteers.checks import faults
from search.gazetteers.rows import rows_of
from search.ingest.entities import follow
from search.models import Decision, GazetteerChange, GazetteerImport, Nudge
from search.sentences import Sentence

_OVERTAKEN: Final = "The gazetteer was changed in the meantime: upload the file again."
_FAULTS: Final = 20
"""Faults of a file that are told at once."""


class Refused(ValueError):
    """The file cannot be imported; `faults` are the sentences that say why, line by line."""

    def __init__(self, faults: Iterable[Sentence]) -> None:
        self.faults = list(faults)
        super().__init__(" ".join(self.faults))


class Overtaken(ValueError):
    """What the file was compared with is not there any more."""


@transaction.atomic
def propose(table: str, file: Iterable[str], name: str, whole: bool, person: User | None) -> GazetteerImport:
    """The difference that importing `file` (lines of CSV, called `name`) over a table would make, not yet counted. Where it is
    the `whole` table, what it lacks is gone afterwards. Raises Refused.
    """
    there, old = knowledge.tables(), knowledge.records()
    try:
        rows = list(rows_of(file, table, Path(name)))
        types = {row.cells.get("type", "") for row in there[table]}
        keys = {record.key for record in old[0]} | {row.key for row in rows}
        if found := list(islice(faults(rows, types, keys), _FAULTS)):
            raise Refused(found)
        changes = changes_between(table, there[table], rows, whole)
        records = records_of(changed(there, changes))
    except GazetteerError as fault:
        raise Refused([fault.sentence]) from fault
    if not changes:
        raise Refused([Sentence("The file has nothing that is not there already: nothing was changed.")])
    made = GazetteerImport.objects.create(table=table, person=person, names=list(names_touched(old, records)))
    GazetteerChange.objects.bulk_create(
        (
            GazetteerChange(of=made, key=one.key, before=cells_of(one.before), after=cells_of(one.after))
            for one in changes
        ),
        batch_size=500,
    )
    return made


@transaction.atomic
def confirm_import(proposed: GazetteerImport, person: User | None, why: str) -> Decision:
    """The difference counts from now on; the articles that it can touch are read again by the next replay. Raises
    Overtaken where another import came first, or this one is confirmed already."""
    Nudge.objects.lock("names")
    proposed = GazetteerImport.objects.select_for_update(of=("self",)).get(pk=proposed.pk)
    tables = knowledge.tables()
    there: dict[str, list[dict[str, str]]] = {}
    for row in tables[proposed.table]:
        there.setdefault(row.key, []).append(row.cells)
    changes = list(proposed.changes.all())
    if proposed.decision_id or any(there.get(change.key, []) != change.before for change in changes):
        raise Overtaken(_OVERTAKEN)
    try:
        records_of(changed(tables, [Change(proposed.table, one.key, (), rows_from(one.after)) for one in changes]))
    except GazetteerError as fault:
        raise Overtaken(_OVERTAKEN) from fault
    decision = Decision.objects.create(
        kind=Decision.Kind.GAZETTEER, value=proposed.table, before=str(len(changes)), person=person, why=why
    )
    proposed.decision = decision
    proposed.save(update_fields=["decision"])
    follow(knowledge.records()[0])
    return decision
