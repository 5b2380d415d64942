"""Filters by one article or entity that a link led to: they say which one it is, and let go of it."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from search.admin.base import is_key
from search.admin.shown import name_of
from search.models import Article, Entity


class _Chosen(admin.SimpleListFilter):
    """Shown only where an address names a row."""

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        key = request.GET.get(self.parameter_name or "", "")
        return [(key, self.called(int(key)))] if is_key(key) else []

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        key = self.value()
        return queryset.filter(**{f"{self.parameter_name}": int(key)}) if key and is_key(key) else None

    def called(self, key: int) -> str:
        raise NotImplementedError


class ChosenArticle(_Chosen):
    title = _("article")
    parameter_name = "article"

    def called(self, key: int) -> str:
        article = Article.objects.filter(pk=key).first()
        return str(article) if article else str(key)


class ChosenEntity(_Chosen):
    title = _("entity")
    parameter_name = "entity"

    def called(self, key: int) -> str:
        entity = Entity.objects.filter(pk=key).first()
        return name_of(entity) if entity else str(key)
