"""Outlets: who publishes. Names may be corrected and outlets added, never deleted."""

import re
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.core.validators import DomainNameValidator
from django.db.models import Count
from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from search import knowledge
from search.admin.base import CuratorAdmin
from search.admin.shown import exactly, link, name_of, text
from search.ingest.rows import outlet_slug
from search.models import Article, Outlet

_DOMAIN = DomainNameValidator()


class OutletForm(forms.ModelForm):  # type: ignore[type-arg]
    """The key of a new outlet comes from its Arabic name, as ingest makes it: pages that say that name fall to this outlet.
    What a person enters or changes is known to cleaning from then on."""

    class Meta:
        model = Outlet
        fields = ("name_ar", "name_en", "domains")
        widgets = {
            "name_ar": forms.TextInput(attrs={"dir": "rtl", "class": "vTextField"}),
            "name_en": forms.TextInput(attrs={"dir": "ltr", "class": "vTextField"}),
            "domains": forms.Textarea(attrs={"dir": "ltr", "rows": 3, "class": "vLargeTextField"}),
        }

    def clean_name_ar(self) -> str:
        name = " ".join(self.cleaned_data["name_ar"].split())
        if self.instance.pk is None:
            self.instance.key = _key(name)
            if not self.instance.key:
                raise forms.ValidationError(_("A name needs at least one letter or digit."))
            if there := Outlet.objects.filter(key=self.instance.key).first():
                raise forms.ValidationError(
                    _("There is an outlet of this name already: %(name)s.") % {"name": f"\u2068{there}\u2069"}
                )
        return name

    def clean_domains(self) -> str:
        """The domains one a line, in small letters and without `www.`, each of this outlet alone."""
        written = re.split(r"[\s,،;؛]+", self.cleaned_data["domains"].lower())
        domains = list(dict.fromkeys(domain.removeprefix("www.") for domain in written if domain))
        for domain in domains:
            try:
                _DOMAIN(domain)
            except ValidationError:
                raise forms.ValidationError(
                    _("“%(domain)s” is no domain: write the name of the host alone, such as example.org.")
                    % {"domain": f"\u2068{domain}\u2069"}
                ) from None
            if owner := self._owner(domain):
                raise forms.ValidationError(
                    _("The domain %(domain)s is that of another outlet: %(name)s. Take it out there first, or here.")
                    % {"domain": f"\u2068{domain}\u2069", "name": f"\u2068{owner}\u2069"}
                )
        return "\n".join(domains)

    def _owner(self, domain: str) -> str | None:
        """The name of another outlet that has the domain."""
        for record in knowledge.outlets():
            if record.key != self.instance.key and domain in record.domains:
                return record.name_ar
        return None

    def save(self, commit: bool = True) -> Any:
        self.instance.curated = self.instance.curated or self.has_changed()
        return super().save(commit)


@admin.register(Outlet)
class OutletAdmin(CuratorAdmin[Outlet]):
    form = OutletForm
    list_display = ("arabic_name", "english_name", "known_as", "articles")
    search_fields = ("name_ar", "name_en", "key")
    ordering = ("name_ar",)

    def has_change_permission(self, request: HttpRequest, obj: Outlet | None = None) -> bool:
        return self.has_view_permission(request, obj)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def get_fields(self, request: HttpRequest, obj: Outlet | None = None) -> tuple[str, ...]:
        return ("name_ar", "name_en", "domains", *(("known_as", "articles") if obj else ()))

    def get_readonly_fields(self, request: HttpRequest, obj: Outlet | None = None) -> tuple[str, ...]:
        return ("known_as", "articles") if obj else ()

    def complete(self, rows: list[Any]) -> None:
        counted = Article.objects.filter(outlet__in=rows).order_by().values_list("outlet")
        counts = dict(counted.annotate(articles=Count("pk")))
        for outlet in rows:
            outlet.articles_counted = counts.get(outlet.pk, 0)

    def choice(self, outlet: Outlet) -> str:
        """What stands in lists to choose from."""
        return name_of(outlet)

    @admin.display(description=gettext_lazy("Arabic name"), ordering="name_ar")
    def arabic_name(self, outlet: Outlet) -> SafeString:
        return text(outlet.name_ar)

    @admin.display(description=gettext_lazy("English name"), ordering="name_en")
    def english_name(self, outlet: Outlet) -> SafeString:
        return text(outlet.name_en)

    @admin.display(description=gettext_lazy("key"), ordering="key")
    def known_as(self, outlet: Outlet) -> SafeString:
        return exactly(outlet.key)

    @admin.display(description=gettext_lazy("articles"))
    def articles(self, outlet: Any) -> SafeString:
        if not hasattr(outlet, "articles_counted"):
            self.complete([outlet])
        url = f"{reverse('admin:search_article_changelist')}?outlet__id__exact={outlet.pk}"
        return link(url, str(outlet.articles_counted))


def _key(name: str) -> str:
    """The key that ingest gives to pages that call their outlet `name`."""
    for record in knowledge.outlets():
        if name in (record.name_ar, record.name_en, *record.names):
            return record.key
    return outlet_slug(name)
