"""Gazetteer rows that an installation has otherwise than the files it came with."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class GazetteerImport(models.Model):
    """A table that a person uploaded, as its difference from the one that was there (`changes`). It counts once it is
    confirmed: then `decision` says who, when and why, and undoing that takes it back. `names` are those that some article
    may be read otherwise by, as they are written."""

    class Table(models.TextChoices):
        PLACES = "places", _("places")
        ACTORS = "actors", _("organisations, groups and parties")
        PERSONS = "persons", _("persons")
        MEDIA = "media", _("media")
        COUNTRIES = "countries", _("countries")
        INSTITUTIONS = "institutions", _("institutions of every country")

    table = models.CharField(_("table"), max_length=12, choices=Table)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("person")
    )
    uploaded = models.DateTimeField(_("uploaded"), auto_now_add=True)
    names = models.JSONField(default=list)
    decision = models.OneToOneField(
        "Decision", models.PROTECT, null=True, related_name="gazetteer_import", verbose_name=_("decision")
    )

    class Meta:
        verbose_name = _("gazetteer import")
        verbose_name_plural = _("gazetteers")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.get_table_display()} {self.uploaded:%Y-%m-%d %H:%M}"


class GazetteerChange(models.Model):
    """All rows of one key of the table, `before` and `after`: lists of cells by column, empty for none."""

    of = models.ForeignKey(GazetteerImport, models.CASCADE, related_name="changes")
    key = models.CharField(max_length=160)
    before = models.JSONField(default=list)
    after = models.JSONField(default=list)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return self.key
