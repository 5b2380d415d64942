"""What people vouch for: entities of no list that they confirmed, with the type and the English name that they gave."""

import json
from dataclasses import asdict, dataclass

from search.models import Decision, Entity


@dataclass(frozen=True, slots=True)
class Facts:
    """What no text tells of an entity for certain. `name_en` may be empty."""

    type: str
    name_en: str = ""

    def to_text(self) -> str:
        """As a decision keeps it."""
        return json.dumps(asdict(self), ensure_ascii=False)


def facts_of(entity: Entity) -> Facts:
    return Facts(entity.type, entity.name_en)


def from_text(kept: str) -> Facts:
    """What `to_text` gave."""
    return Facts(**json.loads(kept))


def settle(entity: Entity) -> None:
    """Brings the entity's row to what the decisions that stand say of it: whether a person vouches for it, and what it is.
    Without any it is again what the machine took it for."""
    about = Decision.objects.about_names().filter(entity=entity)
    entity.vouched = about.standing().exists()
    confirmed = about.filter(kind=Decision.Kind.CONFIRM, reverses=None)
    if first := confirmed.order_by("pk").first():
        last = confirmed.standing().last()
        facts = from_text(last.value if last else first.before)
        entity.type, entity.name_en = facts.type, facts.name_en
    entity.save(update_fields=["vouched", "type", "name_en"])
