"""What people vouch for: entities of no list that they confirmed, with the type and the English name that they gave."""

import json
from dataclasses import asdict, dataclass

from search.arabic.folding import fold_text
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


def settle_named(exact: str) -> None:
    """Brings the rows of all entities that a decision about this name (folded) is of to what the decisions say now: a later
    decision about a name outdoes the former, also where that one stands."""
    name = fold_text(exact)
    keys = {entity for _, said, entity in _decided() if entity and fold_text(said) == name}
    holding = _holding()
    for entity in Entity.objects.filter(pk__in=keys):
        _settle(entity, [decision for decision, of in holding.items() if of == entity.pk])


def confirmation(entity: Entity) -> Decision | None:
    """The decision that holds of those that confirmed the entity."""
    holding = [decision for decision, of in _holding().items() if of == entity.pk]
    return Decision.objects.filter(pk__in=holding, kind=Decision.Kind.CONFIRM).order_by("pk").last()


def _settle(entity: Entity, holding: list[int]) -> None:
    """`holding` are the keys of the decisions that vouch for it. Without any it is again what the machine took it for."""
    entity.vouched = bool(holding)
    confirmed = Decision.objects.about_names().filter(entity=entity, kind=Decision.Kind.CONFIRM, reverses=None)
    if first := confirmed.order_by("pk").first():
        last = confirmed.filter(pk__in=holding).order_by("pk").last()
        facts = from_text(last.value if last else first.before)
        entity.type, entity.name_en = facts.type, facts.name_en
    entity.save(update_fields=["vouched", "type", "name_en"])


def _holding() -> dict[int, int]:
    """Decision -> entity, by their keys: of those about each name the last one that stands, where it is of an entity."""
    last = {fold_text(said): (decision, entity) for decision, said, entity in _decided(standing=True)}
    return {decision: entity for decision, entity in last.values() if entity}


def _decided(*, standing: bool = False) -> list[tuple[int, str, int | None]]:
    about = Decision.objects.about_names()
    made = about.standing() if standing else about.order_by("pk")
    return list(made.values_list("pk", "exact", "entity"))
