"""Preferences: in which language and time zone a person works."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class PreferencesQuerySet(models.QuerySet["Preferences"]):
    def of(self, person: AbstractBaseUser | AnonymousUser) -> "Preferences | None":
        """What `person` chose; None for people who chose nothing yet or are not signed in."""
        return self.filter(user=person.pk).first() if person.pk else None


class Preferences(models.Model):
    """Who has no row works with what settings say, in the language of the address."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="preferences", verbose_name=_("person")
    )
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    time_zone = models.CharField(_("time zone"), max_length=64, default=settings.TIME_ZONE)

    objects = PreferencesQuerySet.as_manager()

    class Meta:
        verbose_name = _("preferences")
        verbose_name_plural = _("preferences")

    def __str__(self) -> str:
        return f"{self.language}, {self.time_zone}"

    @property
    def zone(self) -> ZoneInfo:
        """The time zone; that of settings where tzdata no longer knows the name."""
        try:
            return ZoneInfo(self.time_zone)
        except (ZoneInfoNotFoundError, ValueError):
            return ZoneInfo(settings.TIME_ZONE)
