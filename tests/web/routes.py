"""Every route of the product, found in the resolver, with an address made for it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.apps import apps
from django.contrib.auth.models import AbstractUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RegexPattern
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import override

from search.models import Article, SavedSearch

LANGUAGES = ("ar", "en")

_GROUP = r"\(\?P<(\w+)>[^()]*\)"
"""A named group of a regular expression that holds no other group."""


class NoRule(AssertionError):
    """A route takes an argument that no rule below makes: add one, so that the matrix can ask for the route."""


@dataclass(frozen=True)
class World:
    """What the arguments of routes name."""

    article: Article
    saved: SavedSearch
    owner: AbstractUser


@dataclass(frozen=True)
class Route:
    """`name` is that of the resolver, with its namespace; `parts` are the patterns that its address is made of."""

    name: str
    parts: tuple[object, ...]

    @property
    def in_admin(self) -> bool:
        return self.name.startswith("admin:")

    def address(self, world: World, language: str) -> str:
        """Raises NoRule."""
        with override(language):
            return "/" + "".join(_text(self, part, world) for part in self.parts)


def all_routes() -> list[Route]:
    return list(_walk(get_resolver(), (), ""))


def _walk(resolver: URLResolver, parts: tuple[object, ...], namespace: str) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        path = (*parts, entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _walk(entry, path, f"{namespace}{entry.namespace}:" if entry.namespace else namespace)
        else:
            assert isinstance(entry, URLPattern)
            yield Route(f"{namespace}{entry.name or entry.pattern}", path)


def _text(route: Route, pattern: object, world: World) -> str:
    """The part of an address that `pattern` matches."""

    def filled(found: re.Match[str]) -> str:
        return _argument(route, found[1], world)

    if isinstance(pattern, RegexPattern):
        plain = re.sub(_GROUP, filled, str(pattern)).strip("^$")
        if re.search(r"[()\[\]*+?\\|]", plain):
            raise NoRule(f"{route.name}: no rule for the expression {pattern}")
        return plain
    return re.sub(r"<(?:\w+:)?(\w+)>", filled, str(pattern))


def _argument(route: Route, name: str, world: World) -> str:
    rule = _RULES.get(name)
    if rule is None:
        raise NoRule(f"{route.name}: no rule for its argument {name!r}")
    return str(rule(route, world))


def _key(route: Route, world: World) -> object:
    """Of a route of the admin for one row: the owner's row, or that on what they own, else any of the model."""
    model = _model_of(route)
    if model is None or model is Article:
        return world.article.pk
    if isinstance(world.owner, model):
        return world.owner.pk
    if model is SavedSearch:
        return world.saved.pk
    row = model._default_manager.first()
    return row.pk if row else 1


def _model_of(route: Route) -> type[Model] | None:
    """The model whose routes the admin calls `admin:APP_MODEL_ACTION`."""
    name = route.name.removeprefix("admin:")
    return next(
        (model for model in apps.get_models() if name.startswith(f"{model._meta.app_label}_{model._meta.model_name}_")),
        None,
    )


_RULES: dict[str, Callable[[Route, World], object]] = {
    "uuid": lambda route, world: world.saved.uuid,
    "pk": _key,
    "object_id": _key,
    "id": _key,
    "uidb64": lambda route, world: urlsafe_base64_encode(str(world.owner.pk).encode()),
    "token": lambda route, world: "set-password",
    "app_label": lambda route, world: "auth",
    "table": lambda route, world: "places",
    "content_type_id": lambda route, world: ContentType.objects.get_for_model(SavedSearch).pk,
    "facet": lambda route, world: "actor",
    "url": lambda route, world: "nothing-here/",
}
"""Argument of a route -> what the matrix fills in."""
