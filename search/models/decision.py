"""Decisions: what people said about articles and names. Replayed over what the machine reads, so that nothing undoes them."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class DecisionQuerySet(models.QuerySet["Decision"]):
    def standing(self, through: int | None = None) -> "DecisionQuerySet":
        """Decisions that hold: none that were undone, and not the undoing itself. In the order in which they were made.

        With `through` those that held when that decision (a key) was the last one.
        """
        undone: dict[str, Any] = {"reversed_by__isnull": False}
        made = self.filter(reverses=None)
        if through is not None:
            undone["reversed_by__lte"] = through
            made = made.filter(pk__lte=through)
        return made.exclude(**undone).order_by("pk")

    def about_names(self) -> "DecisionQuerySet":
        """Decisions that hold for every article, with their reversals."""
        return self.filter(kind__in=Decision.ABOUT_NAMES, article=None)


class Decision(models.Model):
    """One decision of one person, or its undoing. Rows are only ever added.

    | kind | says |
    | --- | --- |
    | field | `field` of `article` is `value` (a title; the key of an outlet; an ISO 8601 date; empty: not known) |
    | hide | `article` is shown to nobody |
    | alias | wherever `exact` stands it names `entity` |
    | confirm | `entity`, which no list has, is a real one, and `exact` its name; `value` and `before` are its type and
      English name as JSON (`search.curation.vouching`) |
    | gazetteer | a table of names is as in the file that was imported (`GazetteerImport`) |
    | not a name | `exact` names nothing: nowhere, or in `article` between `prefix` and `suffix` |

    A passage is held by its words and what stands around it (the text quote of the W3C's Web Annotation model), not by an
    offset, so that it is found again in another revision. `before` is what the decision replaced, as people read it.
    An undoing has the kind, article and words of the decision that it `reverses`.
    """

    class Kind(models.TextChoices):
        FIELD = "field", _("correction of a field")
        HIDE = "hide", _("hidden")
        ALIAS = "alias", _("alias of an entity")
        CONFIRM = "confirm", _("confirmed name")
        NOT_A_NAME = "not_a_name", _("not a name")
        GAZETTEER = "gazetteer", _("gazetteer imported")

    class Field(models.TextChoices):
        TITLE = "title", _("title")
        OUTLET = "outlet", _("outlet")
        PUBLISHED = "published", _("published")

    ABOUT_NAMES = (Kind.ALIAS, Kind.CONFIRM, Kind.NOT_A_NAME, Kind.GAZETTEER)

    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    article = models.ForeignKey(
        "Article", models.CASCADE, null=True, related_name="decisions", verbose_name=_("article")
    )
    field = models.CharField(_("field"), max_length=12, choices=Field, blank=True)
    value = models.TextField(_("value"), blank=True)
    before = models.TextField(_("before"), blank=True)
    entity = models.ForeignKey("Entity", models.PROTECT, null=True, related_name="decisions", verbose_name=_("entity"))
    exact = models.CharField(_("words"), max_length=500, blank=True)
    prefix = models.CharField(_("words before"), max_length=100, blank=True)
    suffix = models.CharField(_("words after"), max_length=100, blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="decisions", verbose_name=_("person")
    )
    made = models.DateTimeField(_("made"), auto_now_add=True)
    why = models.TextField(_("why"), blank=True)
    reverses = models.OneToOneField(
        "self", models.CASCADE, null=True, related_name="reversed_by", verbose_name=_("undoes")
    )

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["kind", "exact"], name="decision_words")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind__in=("field", "hide")) | Q(article__isnull=False), name="decision_on_an_article"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.pk}"
