"""The queue of names that extraction found and no list has: how often, where, and what a curator says of each."""

from collections import Counter
from collections.abc import Iterable
from functools import partial
from typing import Any, Final

from django.contrib import admin, messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.db.models import Avg, Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Window
from django.db.models.functions import Coalesce, RowNumber
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from search.admin.base import CuratorAdmin, curator, is_key
from search.admin.confirming import confirm_names
from search.admin.entities import alias, no_name
from search.admin.entity_types import TYPES, TypeFilter, type_name
from search.admin.likeliest import likeliest
from search.admin.name_actions import tell_decided
from search.admin.passages import passage, put_in_context, with_titles
from search.admin.problems import attempt
from search.admin.shown import link, name_of, text
from search.arabic.folding import fold_text
from search.curation.names import alias_of, confirm, not_a_name
from search.models import Decision, Mention, UnconfirmedEntity

_PASSAGES: Final = 2


class OftenFilter(admin.SimpleListFilter):
    """In how many articles a name stands at least."""

    title = gettext_lazy("articles")
    parameter_name = "articles"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        told = gettext_lazy("%(number)s or more")
        return [(str(least), told % {"number": least}) for least in (2, 5, 20)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        return queryset.filter(articles__gte=int(self.value() or 0)) if (self.value() or "").isdecimal() else None


@admin.register(UnconfirmedEntity)
class NamesToConfirm(CuratorAdmin[UnconfirmedEntity]):
    """Those in most articles first, each with what is needed to decide on the spot."""

    list_display = ("called", "of_type", "found", "counted", "decide")
    list_display_links = None
    list_filter = ("kind", TypeFilter, OftenFilter)
    search_fields = ("name_ar",)
    search_help_text = gettext_lazy("Any part of the name")
    actions = (confirm_names, alias, no_name)
    list_per_page = 25

    def get_queryset(self, request: HttpRequest) -> QuerySet[UnconfirmedEntity]:
        mentions = Mention.objects.filter(entity=OuterRef("pk"), nested=False).order_by().values("entity")
        articles = mentions.annotate(articles=Count("article", distinct=True)).values("articles")
        counted = Coalesce(Subquery(articles, output_field=IntegerField()), 0)
        waiting: QuerySet[UnconfirmedEntity] = UnconfirmedEntity.objects.unconfirmed()  # type: ignore[assignment]
        # Of what was decided the articles follow in the background: nobody is asked again in the meantime.
        decided = Decision.objects.about_names().standing().order_by().values("exact")
        return waiting.exclude(name_ar__in=decided).annotate(articles=counted).filter(articles__gt=0)

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        return "-articles", "name_ar", "pk"

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        folded = "-".join(fold_text(search_term).split())
        return queryset.filter(Q(name_ar__icontains=search_term) | Q(key__contains=folded)), False

    def complete(self, rows: list[Any]) -> None:
        mentions = Mention.objects.filter(entity__in=rows, nested=False).order_by()
        how = list(mentions.values("entity", "method").annotate(times=Count("pk"), sure=Avg("confidence")))
        latest = Window(RowNumber(), partition_by=F("entity"), order_by=F("pk").desc())
        few = mentions.annotate(place=latest).filter(place__lte=_PASSAGES).values_list("pk", flat=True)
        passages = put_in_context(list(with_titles(Mention.objects.filter(pk__in=list(few))).order_by("-pk")))
        meant = likeliest(rows)
        times = Counter[int]()
        for one in how:
            times[one["entity"]] += one["times"]
        for row in rows:
            row.times = times[row.pk]
            row.how = [one for one in how if one["entity"] == row.pk]
            row.passages = [mention for mention in passages if mention.entity_id == row.pk]
            row.likeliest = meant.get(row.pk)

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """A button beside a name decides about this one at once."""
        if request.method == "POST" and "decide" in request.POST:
            if not self.has_view_permission(request):
                raise PermissionDenied
            self._decide(request, request.POST["decide"])
            return HttpResponseRedirect(request.get_full_path())
        return super().changelist_view(request, extra_context)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Its page is that of the entity."""
        return HttpResponseRedirect(reverse("admin:search_entity_change", args=[object_id]))

    def _decide(self, request: HttpRequest, button: str) -> None:
        verb, _dash, key = button.partition("-")
        if verb not in ("confirm", "alias", "reject") or not is_key(key):
            raise BadRequest
        name = self.get_queryset(request).filter(pk=key).first()
        meant = likeliest([name]).get(name.pk) if name and verb == "alias" else None
        if name is None or (verb == "alias" and meant is None):
            messages.error(request, _("Somebody else decided about this name in the meantime: nothing was changed."))
            return
        person = curator(request)
        if verb == "confirm":
            decided = attempt(request, partial(confirm, name, person, ""))
        elif meant:
            decided = attempt(request, partial(alias_of, name.name_ar, meant, person, ""))
        else:
            decided = attempt(request, partial(not_a_name, name.name_ar, person, ""))
        tell_decided(request, int(decided))

    @admin.display(description=gettext_lazy("name"), ordering="name_ar")
    def called(self, name: Any) -> SafeString:
        page = link(reverse("admin:search_entity_change", args=[name.pk]), text(name.name_ar))
        passages = format_html_join("", "<li>{}</li>", ((passage(mention),) for mention in name.passages))
        return format_html('<strong>{}</strong><ul class="passages">{}</ul>', page, passages)

    @admin.display(description=gettext_lazy("type"), ordering="type")
    def of_type(self, name: Any) -> str:
        """With the kind where the type does not tell it."""
        told = type_name(name.type)
        return f"{told} ({name.get_kind_display()})" if name.type == "other" or name.type not in TYPES else told

    @admin.display(description=gettext_lazy("found"))
    def found(self, name: Any) -> SafeString:
        methods = dict(Mention.Method.choices)
        return format_html_join(
            mark_safe("<br>"), "{} ({})", ((methods[one["method"]], f"{one['sure']:.0%}") for one in name.how)
        )

    @admin.display(description=gettext_lazy("articles"), ordering="articles")
    def counted(self, name: Any) -> SafeString:
        mentions = ngettext("%(number)s mention", "%(number)s mentions", name.times) % {"number": name.times}
        there = link(f"{reverse('admin:search_mention_changelist')}?entity={name.pk}", mentions)
        return format_html("{}<br>{}", name.articles, there)

    @admin.display(description=pgettext_lazy("column of buttons", "decide"))
    def decide(self, name: Any) -> SafeString:
        buttons = [("confirm", _("Confirm"))]
        if name.likeliest:
            buttons.append(("alias", _("It is %(entity)s") % {"entity": name_of(name.likeliest)}))
        buttons.append(("reject", _("Not a name")))
        form = '<button name="decide" value="{}-{}" aria-label="{}">{}</button>'
        each = ((verb, name.pk, f"{called}: {name.name_ar}", called) for verb, called in buttons)
        return format_html('<div class="decide">{}</div>', format_html_join("", form, each))
