"""The names that entities have in articles, by what they count for."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from search import knowledge
from search.arabic.folding import fold_text
from search.models import Decision, Entity
from search.types import EntityKind

_ROLES: Final[dict[str, Promise]] = {
    "name": _("Names"),
    "short": _("Short names, which count after a full one in the same article"),
    "ordinary": _("Also everyday words, which count beside a word like “city”"),
    "metonym": _("Places that stand for it"),
}


@dataclass(frozen=True, slots=True)
class Alias:
    """`by` is the person who added it; '' where it is of a list."""

    text: str
    by: str


@dataclass(frozen=True, slots=True)
class Role:
    title: str
    aliases: tuple[Alias, ...]


def aliases_of(entity: Entity) -> list[Role]:
    """What articles are read with today, decisions of people included."""
    kind: EntityKind = "location" if entity.kind == Entity.Kind.LOCATION else "actor"
    record = knowledge.current().entities.get((kind, entity.key))
    if record is None:
        return []
    decided = entity.decisions.standing().filter(kind=Decision.Kind.ALIAS).select_related("person")
    people = {fold_text(one.exact): one.person.get_username() if one.person else "—" for one in decided}
    found = []
    for role, title in _ROLES.items():
        texts = dict.fromkeys(form.text for form in record.forms if form.role == role)
        if texts:
            aliases = tuple(Alias(written, people.get(fold_text(written), "")) for written in texts)
            found.append(Role(str(title), aliases))
    return found


def keys_called(folded: str) -> dict[EntityKind, list[str]]:
    """Keys of the entities that have a name with these folded letters in it, by kind."""
    known = knowledge.current()
    found: defaultdict[EntityKind, list[str]] = defaultdict(list)
    for kind, key, names in _names(known.version, known.decisions_seen):
        if folded in names:
            found[kind].append(key)
    return dict(found)


@lru_cache(maxsize=1)
def _names(_version: str, _decisions_seen: int) -> tuple[tuple[EntityKind, str, str], ...]:
    """(kind, key, folded names one a line) of each entity; folded once for each state of knowledge."""
    entities = knowledge.current().entities
    return tuple(
        (kind, key, "\n".join(fold_text(form.text) for form in record.forms))
        for (kind, key), record in entities.items()
    )
