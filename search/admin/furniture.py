"""Learned lines: what recurs on an outlet's pages, and the curator's word about it."""

from typing import Any, ClassVar

from django.contrib import admin
from django.forms import ModelForm
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from search.admin.base import CuratorAdmin, curator
from search.curation.furniture import decide_line
from search.models import FurnitureLine


@admin.register(FurnitureLine)
class FurnitureLineAdmin(CuratorAdmin[FurnitureLine]):
    """Learning owns all but the verdict."""

    list_display = ("line", "outlet", "kind", "count", "percent", "verdict", "decided_by")
    list_filter = ("kind", "verdict", "outlet")
    list_select_related: ClassVar[list[str]] = ["outlet", "decided_by"]
    search_fields = ("text",)
    ordering = ("-count", "pk")
    fields = ("line", "outlet", "kind", "count", "percent", "examples", "learned", "verdict", "decided_by", "decided")
    readonly_fields = tuple(name for name in fields if name != "verdict")

    @admin.display(description=_("line"), ordering="text")
    def line(self, row: FurnitureLine) -> SafeString:
        return SafeString(format_html_join("", "<bdi>{}</bdi>", [(row.text,)]))

    @admin.display(description=_("share of the outlet's articles"), ordering="share")
    def percent(self, row: FurnitureLine) -> str:
        return f"{row.share:.0%}"

    @admin.display(description=_("examples"))
    def examples(self, row: FurnitureLine) -> SafeString:
        addresses = ((reverse("admin:search_article_change", args=[key]), key) for key in row.samples)
        return SafeString(format_html_join(" ", '<a href="{}">{}</a>', addresses))

    def has_change_permission(self, request: HttpRequest, obj: FurnitureLine | None = None) -> bool:
        return self.has_view_permission(request, obj)

    def save_model(
        self, request: HttpRequest, obj: FurnitureLine, form: "ModelForm[FurnitureLine]", change: Any
    ) -> None:
        decide_line(obj, obj.verdict, curator(request))  # type: ignore[arg-type]  # a choice of Verdict
