"""What narrows the list of articles."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from search.admin.shown import name_of
from search.models import Article, Decision, IngestRun, Outlet


class StateFilter(admin.SimpleListFilter):
    """By what people decided."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        return [("shown", _("shown")), ("hidden", _("hidden")), ("corrected", _("corrected by a person"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article] | None:
        if self.value() == "corrected":
            return queryset.filter(pk__in=corrections().values("article"))
        return queryset.filter(hidden=self.value() == "hidden") if self.value() in ("shown", "hidden") else None


class DateFilter(admin.SimpleListFilter):
    """The days themselves are chosen above the list."""

    title = _("publication date")
    parameter_name = "dated"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        return [("no", _("without date")), ("yes", _("with date"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article] | None:
        return queryset.filter(published_on__isnull=self.value() == "no") if self.value() in ("no", "yes") else None


class LanguageFilter(admin.SimpleListFilter):
    """Languages that any article has."""

    title = _("language")
    parameter_name = "language"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        codes = Article.objects.order_by("language").values_list("language", flat=True).distinct()
        return [(code, language_name(code)) for code in codes]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article] | None:
        return queryset.filter(language=self.value()) if self.value() else None


class OriginFilter(admin.SimpleListFilter):
    """How the article came in."""

    title = _("came in with")
    parameter_name = "origin"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        return IngestRun.Origin.choices

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article] | None:
        if self.value() not in IngestRun.Origin.values:
            return None
        return queryset.filter(ingest_run__in=IngestRun.objects.filter(origin=self.value()).order_by().values("pk"))


class OutletFilter(admin.RelatedFieldListFilter):
    """Outlets by their names in the language of the page."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        outlets: list[tuple[str, Any]] = [(str(outlet.pk), name_of(outlet)) for outlet in Outlet.objects.all()]
        return sorted(outlets, key=lambda choice: choice[1])


def corrections() -> QuerySet[Decision]:
    """The corrections of fields that stand."""
    return Decision.objects.standing().filter(kind=Decision.Kind.FIELD).order_by()


def language_name(code: str) -> str:
    """In the language of the page; the code itself where Django knows no name for it."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return str(_("unknown language")) if code in ("", "und") else code
