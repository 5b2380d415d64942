"""Removals: what is left of articles that had to go."""

from django.contrib import admin
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from search.admin.base import CuratorAdmin
from search.admin.shown import text
from search.models import Removal


@admin.register(Removal)
class RemovalAdmin(CuratorAdmin[Removal]):
    list_display = ("removed", "by", "reason")
    list_display_links = None
    list_select_related = ("person",)
    search_fields = ("why", "person__username")
    fields = readonly_fields = ("removed", "by", "why")

    @admin.display(description=gettext_lazy("person"))
    def by(self, removal: Removal) -> str:
        return removal.person.get_username() if removal.person else _("a command")

    @admin.display(description=gettext_lazy("why"))
    def reason(self, removal: Removal) -> SafeString:
        return text(removal.why, 1_000)
