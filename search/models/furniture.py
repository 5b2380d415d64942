"""Furniture learned from an outlet's own pages, and what curators decided about it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class FurnitureLine(models.Model):
    """One recurring line of an outlet. `key` is its template (see `search.cleaning.templates`), `text` the line as seen most
    often, `samples` up to five articles that have it, by primary key.

    Learning writes `kind` to `learned` and nothing else; `learned` is empty for a line that pages no longer have and for
    one that a curator added. `verdict`, `decided_by` and `decided` are the curator's alone, so no learning undoes them.
    """

    class Kind(models.TextChoices):
        FURNITURE = "furniture", _("furniture")
        START = "start", _("furniture before the first line")
        LABEL = "label", _("furniture from here to the end")
        HEADING = "heading", _("heading inside stories")
        MEDIUM = "medium", _("medium in datelines")
        AUTHOR = "author", _("author")
        DATELINE = "dateline", _("dateline with a date")

    class Verdict(models.TextChoices):
        KEEP = "keep", _("stays in the text")
        DROP = "drop", _("is furniture")

    outlet = models.ForeignKey(
        "Outlet", models.CASCADE, related_name="furniture_lines", verbose_name=_("outlet"), db_index=False
    )
    key = models.CharField(_("key"), max_length=700)
    text = models.CharField(_("line"), max_length=300)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    count = models.PositiveIntegerField(_("articles"), default=0)
    share = models.FloatField(_("share of the outlet's articles"), default=0)
    samples = models.JSONField(_("examples"), default=list, blank=True)
    learned = models.DateTimeField(_("learned"), null=True, blank=True)
    verdict = models.CharField(_("decision"), max_length=4, choices=Verdict, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, verbose_name=_("decided by")
    )
    decided = models.DateTimeField(_("decided"), null=True, blank=True)

    class Meta:
        verbose_name = _("learned line")
        verbose_name_plural = _("learned lines")
        ordering = ["outlet", "kind", "-count", "key"]
        constraints = [models.UniqueConstraint(fields=["outlet", "key"], name="learned_once_an_outlet")]

    def __str__(self) -> str:
        return self.text
