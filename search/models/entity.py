"""Entities: the actors and locations that mentions name."""

from collections.abc import Mapping
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from search.types import UNLISTED


class EntityQuerySet(models.QuerySet["Entity"]):
    def listed(self) -> "EntityQuerySet":
        """Those that a gazetteer has."""
        return self.exclude(key__startswith=UNLISTED)

    def confirmed(self) -> "EntityQuerySet":
        """Those that no list has, and a person vouches for."""
        return self.filter(key__startswith=UNLISTED, vouched=True)

    def unconfirmed(self) -> "EntityQuerySet":
        """Those that neither a list nor a person vouches for."""
        return self.filter(key__startswith=UNLISTED, vouched=False)


class Entity(models.Model):
    """One actor or location. `key` is unique within `kind` and stands in URLs and in the index.

    `vouched` says whether a person named it in a decision that stands ('confirmed', or 'this is an alias of it'); it follows
    the decisions (`search.curation.vouching`), and lists alone read it here.
    """

    class Kind(models.TextChoices):
        ACTOR = "actor", _("actor")
        LOCATION = "location", _("location")

    TYPES: Final[Mapping[str, tuple[str, ...]]] = {
        Kind.ACTOR: (
            "person",
            "state",
            "government",
            "party",
            "armed_group",
            "organisation",
            "international_organisation",
            "company",
            "media",
        ),
        Kind.LOCATION: ("country", "governorate", "region", "city", "town", "village", "river", "base", "other"),
    }
    """Which types each kind has."""

    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    key = models.SlugField(_("key"), max_length=160, allow_unicode=True)
    type = models.CharField(_("type"), max_length=30)
    name_ar = models.CharField(_("Arabic name"), max_length=300)
    name_en = models.CharField(_("English name"), max_length=300, blank=True)
    parent_key = models.CharField(_("part of"), max_length=160, blank=True)
    lat = models.FloatField(_("latitude"), null=True, blank=True)
    lon = models.FloatField(_("longitude"), null=True, blank=True)
    vouched = models.BooleanField(default=False, editable=False)

    objects = EntityQuerySet.as_manager()

    class Meta:
        verbose_name = _("entity")
        verbose_name_plural = _("entities")
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="entity_key_in_kind")]

    def __str__(self) -> str:
        return self.name_ar

    @property
    def is_listed(self) -> bool:
        """Whether a gazetteer has it."""
        return not self.key.startswith(UNLISTED)

    @property
    def is_unconfirmed(self) -> bool:
        """Whether neither a list nor a person vouches for it: it was found in texts alone."""
        return not self.is_listed and not self.vouched


class UnconfirmedEntity(Entity):
    """An entity that waits for a curator's word. The same rows; Django's admin wants a model for each list."""

    class Meta:
        proxy = True
        verbose_name = _("name to confirm")
        verbose_name_plural = _("names to confirm")
