"""The names that entities have in articles, by what they count for."""

from dataclasses import dataclass
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
