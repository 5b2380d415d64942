"""Saved searches: how much they are used, and nothing of what anybody asks."""

from datetime import timedelta
from typing import Any, Final

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from search.admin.base import CuratorAdmin
from search.models import SavedSearch

_LATELY: Final = timedelta(days=30)


@admin.register(SavedSearch)
class SavedSearchAdmin(CuratorAdmin[SavedSearch]):
    """Totals in the place of the list. There is no page of a single one, for nobody."""

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        lately = now() - _LATELY
        totals = SavedSearch.objects.aggregate(
            searches=Count("pk"),
            people=Count("owner", distinct=True),
            opened=Count("pk", filter=Q(seen__gte=lately)),
            made=Count("pk", filter=Q(created__gte=lately)),
        )
        context = {
            **self.admin_site.each_context(request),
            "title": _("Saved searches"),
            "opts": self.opts,
            "totals": totals,
            "days": _LATELY.days,
        }
        return TemplateResponse(request, "admin/search/saved_searches.html", context)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        raise PermissionDenied

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        raise PermissionDenied
