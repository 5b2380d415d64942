"""Gazetteers: download a table, upload it changed, look at the difference, and let it count."""

from dataclasses import dataclass
from functools import partial
from io import TextIOWrapper
from itertools import zip_longest
from typing import Any, Final

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from search import knowledge
from search.admin.asking import Why
from search.admin.base import CuratorAdmin, curator
from search.admin.name_actions import touched
from search.admin.problems import attempt
from search.admin.sentences import told
from search.curation.gazetteers import Refused, confirm_import, propose
from search.gazetteers.rows import COLUMNS, written
from search.models import GazetteerChange, GazetteerImport

_SHOWN: Final = 500
"""Changes of an import that its page shows; what comes behind them is counted."""


class ImportForm(forms.Form):
    table = forms.ChoiceField(label=gettext_lazy("Table"), choices=GazetteerImport.Table.choices)
    file = forms.FileField(label=gettext_lazy("File (CSV, UTF-8)"))
    whole = forms.BooleanField(
        label=gettext_lazy("The file is the whole table: what it lacks is removed"),
        required=False,
    )


@dataclass(frozen=True, slots=True)
class Cell:
    """A column of a row before and after; '' for nothing."""

    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A change as the page has it: `kind` is 'new', 'changed' or 'gone', `cells` those that differ."""

    key: str
    name: str
    kind: str
    cells: tuple[Cell, ...]


@admin.register(GazetteerImport)
class GazetteerAdmin(CuratorAdmin[GazetteerImport]):
    list_display = ("table", "uploaded", "person", "entries", "state")
    list_filter = ("table",)
    change_list_template = "admin/search/gazetteers.html"

    def get_queryset(self, request: HttpRequest) -> Any:
        imports = super().get_queryset(request).select_related("person", "decision__reversed_by")
        return imports.annotate(changed=Count("changes"))

    @admin.display(description=gettext_lazy("entries"))
    def entries(self, made: Any) -> int:
        return int(made.changed)

    @admin.display(description=gettext_lazy("state"))
    def state(self, made: GazetteerImport) -> str:
        if made.decision is None:
            return _("not confirmed")
        if hasattr(made.decision, "reversed_by"):
            return _("undone")
        if fault := knowledge.left_out().get(made.pk):
            return _("left out, because it does not fit the gazetteers of today: %(fault)s") % {"fault": told(fault)}
        return _("counts")

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("import/", view(self.upload), name="search_gazetteerimport_upload"),
            path("table/<slug:table>/", view(self.download), name="search_gazetteerimport_download"),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        rows = knowledge.tables()
        tables = [
            (label, len(rows[table]), reverse("admin:search_gazetteerimport_download", args=[table]))
            for table, label in GazetteerImport.Table.choices
        ]
        return super().changelist_view(request, {**(extra_context or {}), "tables": tables})

    def download(self, request: HttpRequest, table: str) -> HttpResponse:
        """The table as it counts today. With a byte order mark: Excel takes a file without one for Latin letters."""
        if table not in COLUMNS:
            raise Http404
        return HttpResponse(
            written(knowledge.tables()[table], table).encode("utf-8-sig"),
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{table}.csv"', "X-Content-Type-Options": "nosniff"},
        )

    def upload(self, request: HttpRequest) -> HttpResponse:
        """The form for a file; what is sent leads to its difference, and nothing counts before that is confirmed."""
        form = ImportForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            given = form.cleaned_data
            lines = TextIOWrapper(given["file"].file, encoding="utf-8-sig", newline="")
            try:
                made = propose(given["table"], lines, given["file"].name, given["whole"], curator(request))
            except Refused as problem:
                for fault in problem.faults:
                    form.add_error("file", told(fault))
            else:
                return HttpResponseRedirect(reverse("admin:search_gazetteerimport_change", args=[made.pk]))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Import a gazetteer"),
            "opts": self.opts,
            "form": form,
        }
        return TemplateResponse(request, "admin/search/gazetteer_upload.html", context)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The difference, how many articles it touches, and what became of it; POST confirms."""
        made = get_object_or_404(self.get_queryset(request), pk=unquote(object_id))
        form = Why(request.POST or None)
        if request.method == "POST" and made.decision is None and form.is_valid():
            if attempt(request, partial(confirm_import, made, curator(request), form.cleaned_data["why"])):
                messages.success(
                    request,
                    _(
                        "The import counts. Articles are read again in the background: the list of decisions says how far."
                    ),
                )
            return HttpResponseRedirect(request.path)
        changes = list(made.changes.all()[:_SHOWN])
        context = {
            **self.admin_site.each_context(request),
            "title": f"{_('Import a gazetteer')}: {made.get_table_display()}",
            "opts": self.opts,
            "made": made,
            "state": self.state(made),
            "changes": [_shown(change) for change in changes],
            "left": made.changed - len(changes),
            "touched": touched(made.names) if made.decision is None else "",
            "form": form,
        }
        return TemplateResponse(request, "admin/search/gazetteer_import.html", context)


def _shown(change: GazetteerChange) -> Shown:
    kind = "changed" if change.before and change.after else "new" if change.after else "gone"
    columns = list((change.after or change.before)[0])
    nothing: dict[str, str] = {}
    rows = zip_longest(change.before, change.after, fillvalue=nothing)
    cells = tuple(
        Cell(column, one.get(column, ""), other.get(column, ""))
        for one, other in rows
        for column in columns
        if one.get(column, "") != other.get(column, "")
    )
    first = (change.after or change.before)[0]
    return Shown(change.key, first.get("name_ar") or first.get("aliases", "").split("|")[0], kind, cells)
