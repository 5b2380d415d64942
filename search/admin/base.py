"""What the pages of all tables share: curators' rights, and lists that stay fast on large tables."""

from typing import TYPE_CHECKING, Any, Final, TypeVar

from django.contrib import admin
from django.core.paginator import Paginator
from django.db.models import Model
from django.http import HttpRequest
from django.utils.functional import cached_property

from newsindex.admin_site import CURATE

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


class BoundedPaginator(_Paginator):
    """A paginator whose count ends at COUNTED."""

    @cached_property
    def count(self) -> int:
        return int(self.object_list.order_by()[:COUNTED].count())  # type: ignore[attr-defined]


class CuratorAdmin(_ModelAdmin[_M]):
    """Curators see the rows; what they may change, add or delete a subclass says. Nothing is deleted by the way."""

    paginator = BoundedPaginator
    list_per_page = 50
    show_full_result_count = False

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
