"""The types of entities in the words of the page."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from search.models import Entity

TYPES: Final[Mapping[str, Promise]] = {
    "person": _("person"),
    "state": _("state (country that acts)"),
    "government": _("part of a government"),
    "party": _("party"),
    "armed_group": _("armed group"),
    "organisation": _("organisation"),
    "international_organisation": _("international organisation"),
    "company": _("company"),
    "media": _("medium"),
    "country": _("country"),
    "governorate": _("governorate"),
    "region": _("region"),
    "city": _("city"),
    "town": _("town"),
    "village": _("village"),
    "river": _("river"),
    "base": _("base"),
    "other": _("other place"),
}


def type_name(key: str) -> str:
    """A type as gazetteers and extraction know it; its key where it has no word here."""
    return str(TYPES.get(key, key))


class TypeFilter(admin.SimpleListFilter):
    """All types, whether any entity has them or not: to look would be to read the whole table."""

    title = _("type")
    parameter_name = "type"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        return list(TYPES.items())

    def queryset(self, request: HttpRequest, queryset: QuerySet[Entity]) -> QuerySet[Entity] | None:
        return queryset.filter(type=self.value()) if self.value() else None
