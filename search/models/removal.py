"""Removals: that an article was taken out for good, and why."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Removal(models.Model):
    """What is left of an article that had to go: nothing of what it said. `identity` and `original` are digests by which
    it is known when it arrives again, so that ingest refuses it."""

    identity = models.CharField(max_length=64, unique=True, editable=False)
    original = models.CharField(max_length=64, db_index=True, editable=False)
    removed = models.DateTimeField(_("removed"), auto_now_add=True)
    why = models.TextField(_("why"))
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("person")
    )

    class Meta:
        verbose_name = _("removal")
        verbose_name_plural = _("removals")
        ordering = ["-removed"]

    def __str__(self) -> str:
        return f"{self.removed:%Y-%m-%d %H:%M}"
