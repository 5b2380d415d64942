"""After an update of newsindex: which articles other gazetteers can touch.

What the gazetteers said is kept for each version of knowledge that articles were read with, for the files of before are gone
when it is asked for.
"""

import json
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from search.arabic.names import Names
from search.gazetteers import content_hash
from search.gazetteers.changes import names_touched
from search.knowledge import from_files
from search.models import Article, ListsRead
from search.pipeline import Knowledge
from search.types import EntityRecord, Form

_BATCH: Final = 500


@dataclass(frozen=True, slots=True)
class _Lists:
    """`outlets` is a hash: what an outlet is called decides how pages are cleaned, and not only where its name stands."""

    outlets: str
    entities: tuple[EntityRecord, ...]


def remember() -> None:
    """Keeps what the gazetteer files say that articles are about to be read with, and drops what no article was read with."""
    knowledge = from_files()
    if ListsRead.objects.filter(version=knowledge.version).exists():
        return
    used = Article.objects.order_by().values("knowledge_version")
    ListsRead.objects.exclude(version__in=used).delete()
    row = ListsRead(version=knowledge.version, content=_content(knowledge.version))
    ListsRead.objects.bulk_create([row], ignore_conflicts=True)


@lru_cache(maxsize=1)
def _content(_version: str) -> bytes:
    """What the files say, as it is kept: most of a second to make."""
    return zlib.compress(json.dumps(_written(from_files()), ensure_ascii=False).encode())


def touched_since_update(tell: Callable[[int], object] = lambda done: None) -> list[int]:
    """The keys of the articles that were read with another version and that today's can read otherwise. The others of them
    are noted as read with today's. `tell` is called with the number of articles looked at since the last call.

    Where the code or the outlets are others too, or it is not known what the gazetteers said, that is every one of them.
    """
    knowledge = from_files()
    outdated = Article.objects.exclude(knowledge_version=knowledge.version)
    touched: list[int] = []
    for version in list(outdated.order_by().values_list("knowledge_version", flat=True).distinct()):
        articles = outdated.filter(knowledge_version=version).order_by("pk")
        names = _changed_names(version, knowledge)
        if names is None:
            keys = list(articles.values_list("pk", flat=True))
            touched += keys
            tell(len(keys))
            continue
        for batch in _batches(articles.values_list("pk", "title", "body")):
            here = {key for key, title, body in batch if names.stand_in(f"{title}\n{body}")}
            touched += sorted(here)
            passed = [key for key, _, _ in batch if key not in here]
            Article.objects.filter(pk__in=passed, knowledge_version=version).mark_read(
                knowledge_version=knowledge.version
            )
            tell(len(batch))
    return touched


def _batches(rows: Any) -> Iterator[list[tuple[int, str, str]]]:
    after = 0
    while batch := list(rows.filter(pk__gt=after)[:_BATCH]):
        yield batch
        after = batch[-1][0]


def _changed_names(version: str, knowledge: Knowledge) -> Names | None:
    """The names that the two versions' gazetteers do not say the same about; None where not only they differ."""
    row = ListsRead.objects.filter(version=version).first()
    if row is None or _code(version) != _code(knowledge.version):
        return None
    before, after = _read(json.loads(zlib.decompress(row.content))), _read(_written(knowledge))
    if before.outlets != after.outlets or _order(before, after) != _order(after, before):
        return None
    return Names(names_touched((before.entities, ()), (after.entities, ())))


def _order(one: _Lists, other: _Lists) -> list[tuple[str, str]]:
    """The entities of both, as the first has them: their order decides between those that nothing else tells apart."""
    common = {(entity.kind, entity.key) for entity in other.entities}
    keys = ((entity.kind, entity.key) for entity in one.entities)
    return [key for key in keys if key in common]


def _written(knowledge: Knowledge) -> dict[str, Any]:
    return {
        "outlets": content_hash((), knowledge.outlets),
        "entities": [
            [one.kind, one.key, one.type, one.name_ar, one.parent or "", [[form.text, form.role] for form in one.forms]]
            for one in knowledge.entities.values()
        ],
    }


def _read(written: dict[str, Any]) -> _Lists:
    """English names and coordinates are left out: they touch no text."""
    return _Lists(
        written["outlets"],
        tuple(
            EntityRecord(kind, key, type_, name, "", tuple(Form(*form) for form in forms), parent or None)
            for kind, key, type_, name, parent, forms in written["entities"]
        ),
    )


def _code(version: str) -> str:
    """What a version says of the code and of what was trained (`search.knowledge.from_files`)."""
    return version.partition("-")[2]
