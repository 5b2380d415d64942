"""The admin's site: who may enter, and how its home is ordered."""

from typing import Any, Final

from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse, reverse_lazy
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from search.admin.choices import Choices

CURATE = "search.curate"
"""The permission that opens the admin and lets correct the corpus."""

_GROUPS: Final[tuple[tuple[Promise, tuple[str, ...]], ...]] = (
    (_("What was read"), ("Article", "Mention", "FurnitureLine", "IngestRun")),
    (_("Names"), ("UnconfirmedEntity", "Entity", "GazetteerImport", "Outlet")),
    (_("What people decided"), ("Decision", "Removal")),
    (_("People"), ("User", "Group", "SavedSearch")),
)
"""Groups of the home page, with their tables in order. Other tables follow under the name of their app."""


class NewsindexAdmin(AdminSite):
    """Open to whoever may curate: membership in a group is enough, nobody has to be made 'staff' besides."""

    site_header = site_title = "newsindex"
    index_title = _("Corpus")
    index_template = "admin/search/home.html"
    site_url = reverse_lazy("search")  # type: ignore[assignment]  # in the language of the page
    enable_nav_sidebar = False

    def has_permission(self, request: HttpRequest) -> bool:
        return request.user.is_active and request.user.has_perm(CURATE)

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """By the one page where everybody signs in. Whoever is signed in and may not curate is told so."""
        target = request.GET.get(REDIRECT_FIELD_NAME) or reverse("admin:index", current_app=self.name)
        if self.has_permission(request):
            return HttpResponseRedirect(reverse("admin:index", current_app=self.name))
        if request.user.is_authenticated:
            raise PermissionDenied
        return redirect_to_login(target, settings.LOGIN_URL)

    def autocomplete_view(self, request: HttpRequest) -> HttpResponseBase:  # type: ignore[override]
        return Choices.as_view(admin_site=self)(request)

    def app_index(  # type: ignore[override]
        self, request: HttpRequest, app_label: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The home page has all tables; an app is nothing that curators know."""
        return HttpResponseRedirect(reverse("admin:index", current_app=self.name))

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """Tables by what they are for, and not by the app that holds them."""
        apps = super().get_app_list(request, app_label)
        tables = {table["object_name"]: table for app in apps for table in app["models"]}
        groups = []
        for title, names in _GROUPS:
            if found := [tables.pop(name) for name in names if name in tables]:
                groups.append({"name": title, "app_label": "search", "models": found})
        left = ({**app, "models": [one for one in app["models"] if one["object_name"] in tables]} for app in apps)
        return [*groups, *(app for app in left if app["models"])]
