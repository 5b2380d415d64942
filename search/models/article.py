"""Articles: what was read, in the words of the page."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import F
from django.db.models.signals import post_delete, post_save
from django.dispatch import Signal, receiver
from django.utils.translation import gettext_lazy as _

articles_changed = Signal()
"""Sent after rows of Article changed in any way (also by `update` and `bulk_create`), inside the same transaction."""

articles_withdrawn = Signal()
"""Sent with `keys` when articles must be out of every search at once and not at the next sweep, inside the same transaction."""


articles_corrected = Signal()
"""Sent with `keys` when people decided what articles say: it shows in every search at once and not at the next sweep. Inside
the same transaction."""


class ArticleQuerySet(models.QuerySet["Article"]):
    """Every way to change rows raises their version, so that the index follows."""

    def visible(self) -> "ArticleQuerySet":
        """Articles that people may find and read: those that no curator hid."""
        return self.filter(hidden=False)

    def mark_read(self, **seen: Any) -> int:
        """Notes (`decisions_seen`, `furniture`, `knowledge_version`) that the readings are as they would be with these. The
        index holds nothing of this, so no version is raised."""
        return super().update(**seen)

    def update(self, **changes: Any) -> int:
        changes.setdefault("version", F("version") + 1)
        count = super().update(**changes)
        articles_changed.send(self.model)
        return count

    update.alters_data = True  # type: ignore[attr-defined]

    def bulk_create(self, objs: Iterable["Article"], *args: Any, **options: Any) -> list["Article"]:
        created = super().bulk_create(objs, *args, **options)
        articles_changed.send(self.model)
        return created

    def _raw_delete(self, using: str | None) -> int:
        count = super()._raw_delete(using)
        articles_changed.send(self.model)
        return int(count)


class Article(models.Model):
    """One article. `title` and `body` are as written; mentions and highlights are offsets into them.

    `identity` says what makes two inputs the same article (see `search.ingest.identity`). `original` is the SHA-256 of the
    bytes that it was read from, kept in `ORIGINALS_DIR`. `published` and `updated` are ISO 8601, as precise as the page:
    a day, a time, or a time with its zone; `published_on` is the day of `published`, to filter and sort by. `fetched` is a
    date on the page that is only that of the visit, and is never shown as publication.

    `title`, `outlet` and `published` are the page's unless a person corrected them, and `hidden` is what people decided: see
    `Decision`. `decisions_seen` is the last decision about names that the mentions were made with, `furniture` the version of
    its outlet's learned furniture that the text was cleaned with. `ingest_run` is the run
    that brought the article first.
    """

    identity = models.CharField(_("identity"), max_length=64, unique=True, editable=False)
    given_id = models.CharField(_("given id"), max_length=200, blank=True, db_index=True)
    url = models.URLField(_("address"), max_length=2000, blank=True)
    title = models.TextField(_("title"), blank=True)
    body = models.TextField(_("body"))
    outlet = models.ForeignKey(
        "Outlet", models.PROTECT, null=True, blank=True, related_name="articles", verbose_name=_("outlet")
    )
    published = models.CharField(_("published"), max_length=40, blank=True)
    published_on = models.DateField(_("publication day"), null=True, blank=True, db_index=True)
    updated = models.CharField(_("updated"), max_length=40, blank=True)
    authors = models.JSONField(_("authors"), default=list, blank=True)
    fetched = models.CharField(_("fetched"), max_length=40, blank=True)
    section = models.CharField(_("section"), max_length=200, blank=True)
    dateline = models.CharField(_("dateline"), max_length=200, blank=True)
    captions = models.JSONField(_("captions"), default=list, blank=True)
    language = models.CharField(_("language"), max_length=12, default="ar")

    hidden = models.BooleanField(_("hidden"), default=False, db_index=True)
    ingest_run = models.ForeignKey(
        "IngestRun", models.PROTECT, null=True, related_name="articles", editable=False, verbose_name=_("came in with")
    )
    source_name = models.CharField(_("read from"), max_length=1000)
    original = models.CharField(_("original"), max_length=64, editable=False, db_index=True)
    media_type = models.CharField(_("media type"), max_length=40, editable=False)
    knowledge_version = models.CharField(_("knowledge version"), max_length=64, editable=False)
    decisions_seen = models.PositiveBigIntegerField(default=0, editable=False, db_index=True)
    furniture = models.CharField(max_length=16, blank=True, editable=False)
    version = models.PositiveBigIntegerField(default=1, editable=False)
    created = models.DateTimeField(_("first read"), auto_now_add=True)
    modified = models.DateTimeField(_("last changed"), auto_now=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        permissions = [
            ("curate", _("Can correct the corpus")),
            ("remove_article", _("Can remove articles for good")),
        ]
        indexes = [models.Index(fields=["language"], name="article_language")]

    def __str__(self) -> str:
        return self.title or self.body[:80]

    def save(self, *args: Any, **options: Any) -> None:
        """As Django's; a row that exists is raised to its next version."""
        raised = self.pk is not None and not self._state.adding
        if raised:
            self.version = F("version") + 1
            if options.get("update_fields") is not None:
                options["update_fields"] = {*options["update_fields"], "version", "modified"}
        super().save(*args, **options)
        if raised:
            self.refresh_from_db(fields=["version"])

    @property
    def is_sample(self) -> bool:
        """Whether it was written for newsindex, and its outlet made up."""
        return self.ingest_run is not None and self.ingest_run.is_sample


@receiver([post_save, post_delete], sender=Article, dispatch_uid="article row changed")
def _one_changed(sender: type[Article], **_kwargs: Any) -> None:
    articles_changed.send(sender)
