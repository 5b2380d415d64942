"""What the values of a facet stand for."""

from collections.abc import Iterable

from search.models import Entity, Outlet


def names_of(facet: str, keys: Iterable[str]) -> dict[str, Entity] | dict[str, Outlet]:
    """What values of a facet stand for, by their keys; without those that are no longer known. (Languages and
    dates name themselves.)"""
    if facet in ("language", "mentioned"):
        return {}
    if facet == "outlet":
        return {outlet.key: outlet for outlet in Outlet.objects.filter(key__in=keys)}
    kind = Entity.Kind.LOCATION if facet == "location" else Entity.Kind.ACTOR
    return {entity.key: entity for entity in Entity.objects.filter(kind=kind, key__in=keys)}
