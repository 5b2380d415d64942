"""Users and groups: Django's own pages, for administrators, without what means nothing here."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from search.admin.base import BoundedPaginator

admin.site.unregister(User)


@admin.register(User)
class PeopleAdmin(UserAdmin):  # type: ignore[type-arg]
    """Rights come with groups, so 'staff' and single permissions are not shown. Only a superuser makes or changes another:
    an administrator must not become more than one."""

    paginator = BoundedPaginator
    list_display = ("username", "email", "member_of", "is_active", "last_login")
    list_filter = ("is_active", "groups")
    show_full_result_count = False
    filter_horizontal = ()
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (_("Personal info"), {"fields": ("first_name", "last_name", "email")}),
        (_("Rights"), {"fields": ("is_active", "groups", "is_superuser")}),
        (_("Important dates"), {"fields": ("last_login", "date_joined")}),
    )
    readonly_fields = ("last_login", "date_joined")

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("groups")

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        fields = super().get_readonly_fields(request, obj)
        return fields if request.user.is_superuser else (*fields, "is_superuser")

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return super().has_change_permission(request, obj) and self._may_touch(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return super().has_delete_permission(request, obj) and self._may_touch(request, obj)

    @admin.display(description=_("groups"))
    def member_of(self, user: User) -> str:
        return "، ".join(group.name for group in user.groups.all()) or "—"

    def _may_touch(self, request: HttpRequest, user: User | None) -> bool:
        return user is None or not user.is_superuser or request.user.is_superuser
