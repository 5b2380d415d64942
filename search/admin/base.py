"""What the pages of all tables share: curators' rights, and lists that stay fast on large tables."""

from typing import TYPE_CHECKING, Any, Final, TypeVar

from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.views.main import ChangeList
from django.contrib.auth.models import User
from django.core.exceptions import BadRequest
from django.core.paginator import Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.text import capfirst

from search.admin.site import CURATE

_M = TypeVar("_M", bound=Model)

COUNTED: Final = 10_000
"""Rows that a list counts at most: beyond them nobody turns pages, and counting all costs more than showing them."""


if TYPE_CHECKING:
    _Paginator = Paginator[Any]
    _ModelAdmin = admin.ModelAdmin[_M]
else:
    _Paginator = Paginator

    class _ModelAdmin(admin.ModelAdmin):
        def __class_getitem__(cls, _model: type[Model]) -> type[admin.ModelAdmin]:
            return cls


def is_key(written: str) -> bool:
    """Whether it can be the key of a row: a number that fits the column."""
    return written.isascii() and written.isdecimal() and len(written) <= 18


def curator(request: HttpRequest) -> User:
    """Who decides: whoever is signed in, for the site lets nobody else in."""
    assert isinstance(request.user, User)
    return request.user


class BoundedPaginator(_Paginator):
    """A paginator whose count ends at COUNTED."""

    @cached_property
    def count(self) -> int:
        return int(self.object_list.order_by().values("pk")[:COUNTED].count())  # type: ignore[attr-defined]


class CompletedRows(ChangeList):
    """A list whose rows are completed page by page: what is asked of all rows by the way makes large tables slow."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        self.is_counted_out = self.result_count >= COUNTED
        # Keys first: sorting whole rows makes the database read them all, bodies and what lies behind them.
        keys = list(self.result_list.values_list("pk", flat=True))
        found = self.queryset.order_by().in_bulk(keys)
        self.result_list = [found[key] for key in keys if key in found]
        self.model_admin.complete(self.result_list)  # type: ignore[attr-defined]


class CuratorAdmin(_ModelAdmin[_M]):
    """Curators see the rows; what they may change, add or delete a subclass says. Nothing is deleted by the way."""

    paginator = BoundedPaginator
    list_per_page = list_max_show_all = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER  # each would be a count of the whole table

    def complete(self, rows: list[_M]) -> None:
        """Gives the rows of one page of the list what they show beside their own columns, in a fixed number of queries."""

    def get_changelist(self, request: HttpRequest, **_options: Any) -> type[ChangeList]:
        return CompletedRows

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        title = capfirst(self.opts.verbose_name_plural)
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def response_action(self, request: HttpRequest, queryset: QuerySet[_M]) -> HttpResponse | None:
        """Django's, but for keys that are none: it would fail on them."""
        if not all(is_key(key) for key in request.POST.getlist(ACTION_CHECKBOX_NAME)):
            raise BadRequest
        return super().response_action(request, queryset)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(CURATE)

    def has_view_permission(self, request: HttpRequest, obj: _M | None = None) -> bool:
        return request.user.has_perm(CURATE)

    def has_change_permission(self, request: HttpRequest, obj: _M | None = None) -> bool:
        return False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: _M | None = None) -> bool:
        return False
