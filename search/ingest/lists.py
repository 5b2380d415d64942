"""After an update of newsindex: which articles other gazetteers can touch.

What the gazetteers said is kept for each version of knowledge that articles were read with, for the files of before are gone
when it is asked for.
"""

import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from search.arabic.names import Names
from search.gazetteers import content_hash
from search.knowledge import from_files
from search.models import Article, ListsRead
from search.pipeline import Knowledge

_BATCH: Final = 500

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Said:
    """What reading uses of an entity: what it is, what it lies in, and its forms with their roles."""

    is_a: tuple[str, str]
    parent: str
    forms: frozenset[tuple[str, str]]

    @property
    def names(self) -> set[str]:
        return {text for text, _ in self.forms}


@dataclass(frozen=True, slots=True)
class _Lists:
    """`outlets` is a hash: what an outlet is called decides how pages are cleaned, and not only where its name stands."""

    outlets: str
    entities: dict[Key, _Said]


def remember() -> None:
    """Keeps what the gazetteer files say that articles are about to be read with, and drops what no article was read with."""
    knowledge = from_files()
    if ListsRead.objects.filter(version=knowledge.version).exists():
        return
    used = Article.objects.order_by().values("knowledge_version")
    ListsRead.objects.exclude(version__in=used).delete()
    content = zlib.compress(json.dumps(_written(knowledge), ensure_ascii=False).encode())
    ListsRead.objects.bulk_create([ListsRead(version=knowledge.version, content=content)], ignore_conflicts=True)


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
    common = before.entities.keys() & after.entities.keys()
    # The order decides between entities that nothing else tells apart.
    in_order = [key for key in before.entities if key in common] == [key for key in after.entities if key in common]
    if before.outlets != after.outlets or not in_order:
        return None
    return Names(_different(before.entities, after.entities))


def _different(before: dict[Key, _Said], after: dict[Key, _Said]) -> set[str]:
    names: set[str] = set()
    moved: set[Key] = set()
    for key in before.keys() | after.keys():
        old, new = before.get(key), after.get(key)
        if old and new and (old.is_a, old.parent) == (new.is_a, new.parent):
            names |= {text for text, _ in old.forms ^ new.forms}
        else:
            moved.add(key)
    # Which of two places of one name is meant depends on what they lie in.
    for said in (before, after):
        names |= {name for key in _with_parts(moved, said) for name in said[key].names}
    return names


def _with_parts(moved: Iterable[Key], said: dict[Key, _Said]) -> set[Key]:
    """Those of the entities that are there, and all that lies in any of them."""
    found = set(moved)
    size = 0
    while size != len(found):
        size = len(found)
        found |= {key for key, one in said.items() if (key[0], one.parent) in found}
    return found & said.keys()


def _written(knowledge: Knowledge) -> dict[str, Any]:
    return {
        "outlets": content_hash((), knowledge.outlets),
        "entities": [
            [one.kind, one.key, one.type, one.name_ar, one.parent or "", [[form.text, form.role] for form in one.forms]]
            for one in knowledge.entities.values()
        ],
    }


def _read(written: dict[str, Any]) -> _Lists:
    entities = {
        (kind, key): _Said((type_, name), parent, frozenset((text, role) for text, role in forms))
        for kind, key, type_, name, parent, forms in written["entities"]
    }
    return _Lists(written["outlets"], entities)


def _code(version: str) -> str:
    """What a version says of the code and of what was trained (`search.knowledge.from_files`)."""
    return version.partition("-")[2]
