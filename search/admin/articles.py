"""Articles: the list, and the page on which one is corrected, hidden, restored or removed."""

from typing import Any, Final

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from search.admin.article_actions import REMOVE, hide_articles, remove_articles, restore_articles
from search.admin.article_filters import (
    DateFilter,
    LanguageFilter,
    OriginFilter,
    OutletFilter,
    StateFilter,
    corrections,
    language_name,
)
from search.admin.article_form import CorrectionForm
from search.admin.article_page import describe
from search.admin.base import CuratorAdmin, curator
from search.admin.beginnings import beginnings_of
from search.admin.choices import Chooser
from search.admin.download import download_original
from search.admin.problems import attempt
from search.admin.shown import badge, exactly, name_of, text
from search.curation.fields import correct
from search.models import Article
from search.types import Correctable

_CORRECTABLE: Final[tuple[Correctable, ...]] = ("title", "outlet", "published")


@admin.register(Article)
class ArticleAdmin(CuratorAdmin[Article]):
    """Bodies are never loaded for the list."""

    form = CorrectionForm
    list_display = ("headline", "publisher", "published_at", "in_language", "state")
    list_filter = (StateFilter, ("outlet", OutletFilter), DateFilter, LanguageFilter, OriginFilter)
    date_hierarchy = "published_on"
    search_fields = ("title", "given_id", "url")
    search_help_text = gettext_lazy("Words of the title, the given id, or the address")
    ordering = ("-pk",)
    actions = (hide_articles, restore_articles, remove_articles)
    fieldsets = (
        (gettext_lazy("Correct"), {"fields": ("title", "outlet", "published", "why")}),
        (
            gettext_lazy("What the machine read"),
            {
                "classes": ("collapse",),
                "fields": (
                    "in_language",
                    "by",
                    "dateline",
                    "updated_at",
                    "address",
                    "known_as",
                    "read_from",
                    "ingest_run",
                    "created",
                    "modified",
                ),
            },
        ),
    )
    readonly_fields = (
        "in_language",
        "by",
        "dateline",
        "updated_at",
        "address",
        "known_as",
        "read_from",
        "ingest_run",
        "created",
        "modified",
    )

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return self.has_view_permission(request, obj)

    def has_remove_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(REMOVE)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        return super().get_queryset(request).select_related("outlet", "ingest_run").defer("body", "captions", "authors")

    def complete(self, rows: list[Any]) -> None:
        keys = [article.pk for article in rows]
        corrected = set(corrections().filter(article__in=keys).values_list("article", flat=True))
        beginnings = beginnings_of(article.pk for article in rows if not article.title)
        for article in rows:
            article.is_corrected = article.pk in corrected
            if not article.title:
                article.body = beginnings[article.pk]  # what it is called, without a query for each row

    @admin.display(description=gettext_lazy("title"), ordering="title")
    def headline(self, article: Article) -> SafeString:
        return text(str(article) or "—")

    @admin.display(description=gettext_lazy("outlet"))
    def publisher(self, article: Article) -> SafeString:
        return text(name_of(article.outlet)) if article.outlet else mark_safe("—")

    @admin.display(description=gettext_lazy("published"), ordering="published_on")
    def published_at(self, article: Article) -> SafeString:
        return exactly(article.published) if article.published else mark_safe("—")

    @admin.display(description=gettext_lazy("language"))
    def in_language(self, article: Article) -> str:
        return language_name(article.language)

    @admin.display(description=gettext_lazy("state"))
    def state(self, article: Any) -> SafeString:
        found = [
            badge(_("hidden"), "hidden-article") if article.hidden else "",
            badge(_("corrected"), "corrected") if article.is_corrected else "",
            badge(_("sample"), "sample") if article.is_sample else "",
        ]
        return mark_safe(" ".join(filter(None, found)))

    @admin.display(description=gettext_lazy("authors"))
    def by(self, article: Article) -> SafeString:
        return text("، ".join(map(str, article.authors))) if article.authors else mark_safe("—")

    @admin.display(description=gettext_lazy("updated"))
    def updated_at(self, article: Article) -> SafeString:
        return exactly(article.updated) if article.updated else mark_safe("—")

    @admin.display(description=gettext_lazy("address"))
    def address(self, article: Article) -> SafeString:
        return exactly(article.url) if article.url else mark_safe("—")

    @admin.display(description=gettext_lazy("given id"))
    def known_as(self, article: Article) -> SafeString:
        return exactly(article.given_id) if article.given_id else mark_safe("—")

    @admin.display(description=gettext_lazy("read from"))
    def read_from(self, article: Article) -> SafeString:
        return exactly(article.source_name) if article.source_name else mark_safe("—")

    # --- the page of one article ---------------------------------------------------------------------------------

    def get_urls(self) -> list[URLPattern]:
        original = self.admin_site.admin_view(download_original)
        return [path("<int:pk>/original/", original, name="search_article_original"), *super().get_urls()]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        article = self.get_object(request, object_id)
        context = {
            **(extra_context or {}),
            **(describe(article) if article else {}),
            "may_remove": self.has_remove_permission(request),
            "show_save_and_continue": False,
            "show_save_and_add_another": False,
        }
        return super().change_view(request, object_id, form_url, context)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """An outlet that is missing can be added beside its field; to look at one is no part of correcting."""
        if db_field.name != "outlet":
            return super().formfield_for_dbfield(db_field, request, **options)
        chooser = Chooser(db_field, self.admin_site, placeholder=_("not known"))
        field = super().formfield_for_dbfield(db_field, request, **options, widget=chooser)
        if field:
            field.widget.can_change_related = field.widget.can_view_related = False
        return field

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        """What was entered becomes decisions; the machine writes the row."""
        changed = [field for field in _CORRECTABLE if field in form.changed_data]
        if not changed:
            messages.info(request, _("Nothing was changed: title, outlet and date are as they were."))
            return

        def correct_all() -> None:
            for field in changed:
                stored = Article.objects.get(pk=obj.pk)
                correct(stored, field, form.value(field), curator(request), form.cleaned_data["why"])

        if attempt(request, correct_all):
            messages.success(request, _("The article is corrected, also in every search."))

    def log_change(self, request: HttpRequest, obj: Article, message: Any) -> Any:
        """Not in the admin's log: decisions say more."""

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        return HttpResponseRedirect(request.get_full_path())
