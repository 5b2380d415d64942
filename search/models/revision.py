"""Revisions: the pages that one article was, in turn."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Revision(models.Model):
    """One state of an article's page: its `original` (a digest, as in Article), and the ISO 8601 moment that the page itself
    gives as its last change, or else as its publication. The one that the article shows is that with the article's
    `original`; the others are what it showed before, or would have."""

    article = models.ForeignKey("Article", models.CASCADE, related_name="revisions")
    original = models.CharField(max_length=64, db_index=True, editable=False)
    media_type = models.CharField(_("media type"), max_length=40, editable=False)
    source_name = models.CharField(_("read from"), max_length=1000)
    dated = models.CharField(_("date on the page"), max_length=40, blank=True)
    received = models.DateTimeField(_("received"), auto_now_add=True)

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["article", "original"], name="one_revision_an_original")]

    def __str__(self) -> str:
        return f"{self.received:%Y-%m-%d %H:%M}"
