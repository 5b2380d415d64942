"""Groups: what researchers, curators and administrators may do."""

from typing import Any, Final

from django.apps import apps as installed
from django.apps.registry import Apps
from django.contrib.auth.models import AbstractUser, Group
from django.db import DEFAULT_DB_ALIAS
from django.db.models import Q

RESEARCHER: Final = "researcher"
CURATOR: Final = "curator"
ADMINISTRATOR: Final = "administrator"

_ACTIONS: Final = ("add", "change", "delete", "view")

_RESEARCHERS: Final = frozenset(f"search.{action}_savedsearch" for action in _ACTIONS)
_CURATORS: Final = _RESEARCHERS | {"search.curate"}
_ADMINISTRATORS: Final = (
    _CURATORS
    | {"search.remove_article"}
    | {f"auth.{action}_{model}" for action in _ACTIONS for model in ("user", "group")}
)

PERMISSIONS: Final = {RESEARCHER: _RESEARCHERS, CURATOR: _CURATORS, ADMINISTRATOR: _ADMINISTRATORS}
"""Group -> permissions, as `has_perm` names them; each group may what the one before it may."""


def make_groups(apps: Apps = installed, using: str = DEFAULT_DB_ALIAS, **_signal: Any) -> None:
    """Makes the groups that are missing and gives each the permissions that it lacks; takes none away, so that an
    installation may give a group more. Called after each `migrate`, once the permissions of the app are there."""
    try:
        groups: Any = apps.get_model("auth", "Group")
        permissions: Any = apps.get_model("auth", "Permission")
    except LookupError:  # `migrate` was asked for an app or a state without them
        return
    for name, labels in PERMISSIONS.items():
        wanted = Q()
        for label in labels:
            app, codename = label.split(".")
            wanted |= Q(content_type__app_label=app, codename=codename)
        group, _ = groups.objects.using(using).get_or_create(name=name)
        group.permissions.add(*permissions.objects.using(using).filter(wanted))


def add_to(group: str, person: AbstractUser) -> None:
    """Makes `person` a member of one of the groups above."""
    person.groups.add(Group.objects.get(name=group))
