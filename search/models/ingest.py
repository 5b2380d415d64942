"""What each ingest did: a run with its counts, and what it rejected with the reason."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from search.sentences import Sentence


class IngestRun(models.Model):
    """One call of ingest. `finished` stays empty while it runs, and if it was killed. `total` and `done` count bytes of
    input; `touched` is when it last went on, `retry_asked` when somebody asked to read its rejected pages again. The files
    of an upload lie in `UPLOADS_DIR` until they are read."""

    class Origin(models.TextChoices):
        COMMAND = "command", _("command line")
        UPLOAD = "upload", _("upload")
        SAMPLE = "sample", _("sample")

    origin = models.CharField(_("origin"), max_length=10, choices=Origin, default=Origin.COMMAND)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("person")
    )
    total = models.PositiveBigIntegerField(_("size"), default=0)
    done = models.PositiveBigIntegerField(_("read"), default=0)
    touched = models.DateTimeField(null=True)
    retry_asked = models.DateTimeField(null=True)
    started = models.DateTimeField(_("started"), auto_now_add=True)
    finished = models.DateTimeField(_("finished"), null=True, blank=True)
    new = models.PositiveIntegerField(_("new"), default=0)
    changed = models.PositiveIntegerField(_("changed"), default=0)
    unchanged = models.PositiveIntegerField(_("unchanged"), default=0)
    rejected = models.PositiveIntegerField(_("rejected"), default=0)

    class Meta:
        verbose_name = _("ingest report")
        verbose_name_plural = _("ingest reports")
        ordering = ["-started"]

    def __str__(self) -> str:
        return f"{self.started:%Y-%m-%d %H:%M}"

    @property
    def is_sample(self) -> bool:
        return self.origin == self.Origin.SAMPLE

    @property
    def inputs(self) -> int:
        """How many inputs it has dealt with."""
        return self.new + self.changed + self.unchanged + self.rejected

    @property
    def goes_on(self) -> bool:
        """Whether what its report says is still going to change."""
        return not self.finished or self.retry_asked is not None

    @property
    def retriable(self) -> int:
        """How many of its rejected pages are kept and could be read again."""
        return self.rejections.waiting().count()

    @property
    def share(self) -> float:
        """How much of its input is read, from 0 to 1. (Packed files count packed in `total`.)"""
        return 1.0 if self.finished else min(1.0, self.done / self.total) if self.total else 0.0


class RejectionQuerySet(models.QuerySet["Rejection"]):
    def waiting(self) -> "RejectionQuerySet":
        """Rejections whose page is kept, to be tried again."""
        return self.exclude(original="")


class Rejection(models.Model):
    """One input that did not become an article, and why: `reason` and `facts` are the template of a `Sentence` and what stands
    in it. `original` (a digest, as in Article) is its page, where there was
    one to read, until a new try succeeds: at `settled`."""

    run = models.ForeignKey(IngestRun, on_delete=models.CASCADE, related_name="rejections")
    name = models.CharField(_("input"), max_length=1000)
    reason = models.TextField(_("reason"))
    facts = models.JSONField(default=dict, editable=False)
    original = models.CharField(max_length=64, blank=True, db_index=True, editable=False)
    media_type = models.CharField(max_length=40, blank=True, editable=False)
    settled = models.DateTimeField(_("settled"), null=True, editable=False)

    objects = RejectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("rejection")
        verbose_name_plural = _("rejections")

    def __str__(self) -> str:
        return self.name

    @classmethod
    def of(cls, name: str, sentence: Sentence, original: str = "", media_type: str = "") -> "Rejection":
        """A rejection, not yet saved and without its run."""
        return cls(name=name, reason=sentence.template, facts=sentence.facts, original=original, media_type=media_type)

    @property
    def sentence(self) -> Sentence:
        return Sentence(self.reason, **self.facts)
