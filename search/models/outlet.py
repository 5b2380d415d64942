"""Outlets: who published an article."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Outlet(models.Model):
    """A publisher. `key` is its stable, URL-safe name in facets; the two names are what people read. `domains` are those of
    its web sites, one a line. Pages are read with the names and domains of the outlets that a person entered or corrected
    (`curated`), beside those of the gazetteers; a name that only a page gave itself teaches nothing. `furniture` is the
    version of what was learned from its pages, of `learned_from` articles: those that were read with another version are
    read again."""

    key = models.SlugField(_("key"), max_length=120, unique=True, allow_unicode=True)
    name_ar = models.CharField(_("Arabic name"), max_length=200)
    name_en = models.CharField(_("English name"), max_length=200, blank=True)
    domains = models.TextField(
        _("web domains"),
        blank=True,
        help_text=_(
            "One a line, such as example.org: pages of a domain, and of what is below it, fall to this outlet."
        ),
    )
    curated = models.BooleanField(default=False, editable=False)
    furniture = models.CharField(max_length=16, blank=True, editable=False)
    learned_from = models.PositiveIntegerField(_("articles learned from"), default=0, editable=False)

    class Meta:
        verbose_name = _("outlet")
        verbose_name_plural = _("outlets")
        ordering = ["key"]

    def __str__(self) -> str:
        return self.name_ar
