"""Saved searches: what a researcher wants to ask again."""

from uuid import uuid4

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _


class SavedSearchQuerySet(models.QuerySet["SavedSearch"]):
    def owned_by(self, person: AbstractBaseUser | AnonymousUser) -> "SavedSearchQuerySet":
        """The only saved searches that `person` may see, change or be told of, whoever `person` is."""
        return self.filter(owner=person.pk) if person.pk else self.none()


class SavedSearch(models.Model):
    """`query` is the query string of a SearchRequest, without its page; `uuid` stands in addresses.

    `seen` is when the owner last opened it. `seen_until` is the newest moment of arrival among the articles that could be
    found then: what came in later is new to the owner, also where the index was behind when they looked. Empty where
    nothing could be found yet.
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_searches", verbose_name=_("owner")
    )
    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=200)
    note = models.TextField(_("note"), max_length=2000, blank=True)
    query = models.TextField(_("query"), blank=True, editable=False)
    created = models.DateTimeField(_("saved"), auto_now_add=True)
    modified = models.DateTimeField(_("last changed"), auto_now=True)
    seen = models.DateTimeField(_("last opened"), default=now, editable=False)
    seen_until = models.DateTimeField(null=True, editable=False)

    objects = SavedSearchQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved search")
        verbose_name_plural = _("saved searches")
        ordering = ["-seen", "-pk"]

    def __str__(self) -> str:
        """Says nothing of what is private: administrators meet it on pages about the owner."""
        return f"{self._meta.verbose_name} {self.pk}"
