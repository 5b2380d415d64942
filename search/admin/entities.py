"""Entities: actors and locations. The machine owns them; people say what names them."""

from collections.abc import Iterable
from typing import Any, Final

from django.contrib import admin, messages
from django.db.models import Case, Count, Q, QuerySet, When
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from search.admin.aliases import aliases_of
from search.admin.asking import done
from search.admin.base import CuratorAdmin
from search.admin.confirming import confirm_names
from search.admin.entity_types import TypeFilter, type_name
from search.admin.name_actions import add_alias, name_is_alias, name_is_none
from search.admin.passages import passage, put_in_context, with_titles
from search.admin.shown import exactly, link, name_of, text
from search.arabic.folding import fold_text
from search.models import Entity, Mention
from search.query.called import called, shown_as

_PASSAGES: Final = 10

_LISTED: Final = gettext_lazy("on a list")
_CONFIRMED: Final = gettext_lazy("confirmed by a person")
_NO_LIST: Final = gettext_lazy("on no list")


class ListFilter(admin.SimpleListFilter):
    """Who vouches for the entity: a gazetteer, a person, nobody."""

    title = gettext_lazy("list")
    parameter_name = "listed"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        return [("no", _NO_LIST), ("person", _CONFIRMED), ("yes", _LISTED)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Entity]) -> QuerySet[Entity] | None:
        if self.value() == "no":
            return queryset.unconfirmed()  # type: ignore[attr-defined,no-any-return]
        if self.value() == "person":
            return queryset.confirmed()  # type: ignore[attr-defined,no-any-return]
        return queryset.listed() if self.value() == "yes" else None  # type: ignore[attr-defined]


@admin.action(description=gettext_lazy("An alias of …"), permissions=["view"])
def alias(admin: Any, request: HttpRequest, selected: QuerySet[Any]) -> HttpResponse:
    return name_is_alias(admin, request, selected, _names(selected))


@admin.action(description=gettext_lazy("Not a name"), permissions=["view"])
def no_name(admin: Any, request: HttpRequest, selected: QuerySet[Any]) -> HttpResponse:
    return name_is_none(admin, request, selected, _names(selected))


@admin.action(description=gettext_lazy("Add an alias"), permissions=["view"])
def one_more(admin: Any, request: HttpRequest, selected: QuerySet[Any]) -> HttpResponse:
    entities = list(selected[:2])
    if len(entities) != 1:
        messages.error(request, _("Select one entity to give it an alias: nothing was changed."))
        return done(request)
    return add_alias(admin, request, selected, entities[0], name_of(entities[0]))


def _names(selected: QuerySet[Any]) -> list[str]:
    return sorted(set(selected.order_by().values_list("name_ar", flat=True)))


@admin.register(Entity)
class EntityAdmin(CuratorAdmin[Entity]):
    list_display = ("arabic_name", "english_name", "kind", "of_type", "articles")
    list_filter = ("kind", ListFilter, TypeFilter)
    search_fields = ("name_ar", "name_en")
    search_help_text = gettext_lazy("Any name or alias")
    ordering = ("name_ar", "pk")
    actions = (confirm_names, alias, no_name, one_more)
    fields = readonly_fields = (
        "arabic_name",
        "english_name",
        "kind",
        "of_type",
        "vouched_by",
        "part_of",
        "place",
        "known_as",
        "articles",
    )

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Entity], search_term: str
    ) -> tuple[QuerySet[Entity], bool]:
        """Names of the database, aliases of the gazetteer, and names on no list in any spelling. Unless the list is sorted,
        those that are called just so come first, then those whose name begins so."""
        if not search_term.strip():
            return queryset, False
        folded = fold_text(search_term)
        queryset = queryset.filter(shown_as(search_term) | called(folded))
        if "o" in request.GET:
            return queryset, False
        just_so = Q(name_ar__iexact=search_term) | Q(name_en__iexact=search_term) | called(folded, whole=True)
        begins = Q(name_ar__istartswith=search_term) | Q(name_en__istartswith=search_term)
        rank = Case(When(just_so, then=0), When(begins, then=1), default=2)
        return queryset.order_by(rank, *self.ordering), False

    def complete(self, rows: list[Any]) -> None:
        counted = Mention.objects.filter(entity__in=rows, nested=False).order_by().values_list("entity")
        counts = dict(counted.annotate(articles=Count("article", distinct=True)))
        for entity in rows:
            entity.articles_counted = counts.get(entity.pk, 0)

    def choice(self, entity: Entity) -> str:
        """What stands in lists to choose from: the same name may be a state and a country."""
        return f"{name_of(entity)} ({entity.get_kind_display()})"

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        entity = self.get_object(request, object_id)
        context = {**(extra_context or {})}
        if entity:
            latest = with_titles(Mention.objects.filter(entity=entity, nested=False)).order_by("-pk")[:_PASSAGES]
            context |= {
                "aliases": aliases_of(entity),
                "passages": [(mention, passage(mention)) for mention in put_in_context(list(latest))],
                "mentions_url": f"{reverse('admin:search_mention_changelist')}?entity={entity.pk}",
            }
        return super().change_view(request, object_id, form_url, context)

    @admin.display(description=gettext_lazy("Arabic name"), ordering="name_ar")
    def arabic_name(self, entity: Entity) -> SafeString:
        return text(entity.name_ar)

    @admin.display(description=gettext_lazy("English name"), ordering="name_en")
    def english_name(self, entity: Entity) -> SafeString:
        return text(entity.name_en) if entity.name_en else mark_safe("—")

    @admin.display(description=gettext_lazy("type"), ordering="type")
    def of_type(self, entity: Entity) -> str:
        return type_name(entity.type)

    @admin.display(description=gettext_lazy("list"))
    def vouched_by(self, entity: Entity) -> str:
        return str(_LISTED if entity.is_listed else _NO_LIST if entity.is_unconfirmed else _CONFIRMED)

    @admin.display(description=gettext_lazy("part of"))
    def part_of(self, entity: Entity) -> SafeString:
        whole = Entity.objects.filter(kind=entity.kind, key=entity.parent_key).first() if entity.parent_key else None
        if whole is None:
            return exactly(entity.parent_key) if entity.parent_key else mark_safe("—")
        return link(reverse("admin:search_entity_change", args=[whole.pk]), text(name_of(whole)))

    @admin.display(description=gettext_lazy("latitude, longitude"))
    def place(self, entity: Entity) -> SafeString:
        return exactly(f"{entity.lat}, {entity.lon}") if entity.lat is not None else mark_safe("—")

    @admin.display(description=gettext_lazy("key"))
    def known_as(self, entity: Entity) -> SafeString:
        return exactly(entity.key)

    @admin.display(description=gettext_lazy("articles"))
    def articles(self, entity: Any) -> SafeString:
        if not hasattr(entity, "articles_counted"):
            self.complete([entity])
        return link(f"{reverse('admin:search_mention_changelist')}?entity={entity.pk}", str(entity.articles_counted))
