"""The names that entities have in articles, by what they count for."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from django.db.models import Q
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
    """What articles are read with today, decisions of people included. (As `knowledge.current()` has it, without compiling
    all names anew: that takes a second after each decision.)"""
    kind: EntityKind = "location" if entity.kind == Entity.Kind.LOCATION else "actor"
    record = knowledge.entities().get((kind, entity.key))
    standing = Decision.objects.about_names().standing().exclude(exact="").select_related("person")
    decided = {fold_text(one.exact): one for one in standing}
    forms = [(form.text, form.role) for form in record.forms] if record else []
    own = [(text, role) for text, role in forms if fold_text(text) not in decided]
    added = [one for one in decided.values() if one.entity_id == entity.pk]
    found = []
    for role, title in _ROLES.items():
        aliases = [Alias(text, "") for text in dict.fromkeys(text for text, of in own if of == role)]
        if role == "name":
            aliases += [Alias(one.exact, one.person.get_username() if one.person else "—") for one in added]
        if aliases:
            found.append(Role(str(title), tuple(aliases)))
    return found


def called(folded: str, *, whole: bool = False) -> Q:
    """The entities that have an alias with these folded letters in it, or where `whole` just this one, as a condition."""
    found = Q()
    by_kind: defaultdict[EntityKind, list[str]] = defaultdict(list)
    for kind, key, names in _names(knowledge.imports()):
        if (f"\n{folded}\n" if whole else folded) in names:
            by_kind[kind].append(key)
    for kind, keys in by_kind.items():
        found |= Q(kind=kind, key__in=keys)
    aliases = Decision.objects.about_names().standing().filter(kind=Decision.Kind.ALIAS)
    decided = ((fold_text(exact), entity) for exact, entity in aliases.values_list("exact", "entity"))
    added = [entity for name, entity in decided if (folded == name if whole else folded in name)]
    return found | Q(pk__in=added)


@lru_cache(maxsize=1)
def _names(_imports: knowledge.Imports) -> tuple[tuple[EntityKind, str, str], ...]:
    """(kind, key, folded names each between line feeds) of each entity on a list."""
    return tuple(
        (kind, key, "".join(("\n", *(f"{fold_text(form.text)}\n" for form in record.forms))))
        for (kind, key), record in knowledge.entities().items()
    )
