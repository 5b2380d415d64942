"""Ingest reports: what became of every input; and the upload that brings files in."""

from typing import Any, ClassVar, Final

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from search.admin.base import BoundedPaginator, CuratorAdmin
from search.ingest.uploads import receive
from search.models import IngestRun, Rejection
from search.tasks import nudge_uploads

_REJECTIONS: Final = 100
"""Rejections on one page of a report."""


class _SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class _FilesField(forms.FileField):
    """A file field whose value is the list of all the files."""

    widget = _SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files = data if isinstance(data, (list, tuple)) else [data]
        return [super(_FilesField, self).clean(file, initial) for file in files or [None]]


class UploadForm(forms.Form):
    pages = _FilesField(
        label=_("Files"),
        # Empty files are taken too: the report says of each what became of it.
        allow_empty_file=True,
        help_text=_(
            "Text or HTML pages, or JSON Lines (id, title, body, date, outlet, url, author), also packed with gzip."
        ),
    )


@admin.register(IngestRun)
class IngestRunAdmin(CuratorAdmin[IngestRun]):
    list_display = ("started", "origin", "person", "state", "new", "changed", "unchanged", "rejected")
    list_filter = ("origin",)
    list_select_related: ClassVar[list[str]] = ["person"]
    change_list_template = "admin/search/runs.html"

    @admin.display(description=_("state"))
    def state(self, run: IngestRun) -> str:
        if run.finished:
            return str(_("finished"))
        return f"{run.share:.0%}" if run.touched or run.origin == IngestRun.Origin.UPLOAD else str(_("cut short"))

    def get_urls(self) -> list[URLPattern]:
        upload = path("upload/", self.admin_site.admin_view(self.upload), name="search_ingestrun_upload")
        return [upload, *super().get_urls()]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The report: counts, how far it is, and what was rejected with its reason; POST tries the rejected pages again."""
        run = get_object_or_404(IngestRun.objects.select_related("person"), pk=unquote(object_id))
        if request.method == "POST":
            IngestRun.objects.filter(pk=run.pk).update(retry_asked=now())
            nudge_uploads()
            return HttpResponseRedirect(request.path)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Ingest report"),
            "opts": self.opts,
            "run": run,
            "percent": int(run.share * 100),
            "rejections": _rejections(run, request.GET.get("page")),
        }
        return TemplateResponse(request, "admin/search/run.html", context)

    def upload(self, request: HttpRequest) -> HttpResponse:
        """The form for files; what is sent leads to the report, which fills while a worker reads."""
        form = UploadForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            run = receive(form.cleaned_data["pages"], request.user)  # type: ignore[arg-type]
            nudge_uploads()
            return HttpResponseRedirect(reverse("admin:search_ingestrun_change", args=[run.pk]))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Upload articles"),
            "opts": self.opts,
            "form": form,
        }
        return TemplateResponse(request, "admin/search/upload.html", context)


def _rejections(run: IngestRun, page: str | None) -> Page[Rejection]:
    return BoundedPaginator(run.rejections.order_by("pk"), _REJECTIONS).get_page(page)
