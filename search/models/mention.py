"""Mentions: the passages of an article that name an entity or a date."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Mention(models.Model):
    """`text == getattr(article, field)[start:end]`, in Python characters. A date has no entity but, where it can be known,
    a `value` in ISO 8601. `nested` mentions stand inside a longer name and count nowhere.

    `method`, `confidence` (0 to 1), `ambiguous` and `cited` as in `search.types.Mention`: how the machine found it, how often
    it is right with what it finds so, whether state or place stays open, and whether the article names it as its source.
    """

    class Kind(models.TextChoices):
        ACTOR = "actor", _("actor")
        LOCATION = "location", _("location")
        SOURCE = "source", _("source")
        DATE = "date", _("date")

    class Method(models.TextChoices):
        GAZETTEER = "gazetteer", _("a name of a list")
        CONTEXT = "context", _("by the words around it")
        SHORT_NAME = "short name", _("short for a name in the article")
        TAGGER = "tagger", _("by the statistical tagger")
        DATE_RULE = "date rule", _("a date as it is written")

    article = models.ForeignKey("Article", on_delete=models.CASCADE, related_name="mentions")
    entity = models.ForeignKey("Entity", on_delete=models.PROTECT, related_name="mentions", null=True, blank=True)
    field = models.CharField(_("field"), max_length=5, choices=[("title", _("title")), ("body", _("body"))])
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    type = models.CharField(max_length=30)
    text = models.CharField(max_length=500)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    value = models.CharField(max_length=50, blank=True)
    nested = models.BooleanField(default=False)
    method = models.CharField(_("found"), max_length=12, choices=Method, default=Method.GAZETTEER)
    confidence = models.FloatField(_("confidence"), default=1.0)
    ambiguous = models.BooleanField(_("state or place open"), default=False)
    cited = models.BooleanField(_("cited as a source"), default=False)

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        ordering = ["field", "start"]
        # Few are so: the lists of them in the admin would read hundreds of thousands of others.
        indexes = [
            models.Index(fields=["id"], name="mention_open", condition=Q(ambiguous=True)),
            models.Index(fields=["id"], name="mention_cited", condition=Q(cited=True)),
        ]

    def __str__(self) -> str:
        return self.text
