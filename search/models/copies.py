"""Copies: which articles have the same words, which nearly the same, and which one stands for them all."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Wording(models.Model):
    """The words of a body, spelling and punctuation aside: all articles with these words are exact copies of each other.

    `lead` is the key of the article that stands for them; `story` that of the article that stands for the whole group of
    near-copies. Both are empty while no article with these words is visible. `copied`: the group has more than one visible
    article. `settled` is false until all this is as the likenesses and articles of now have it (`search.ingest.groups`).
    """

    digest = models.CharField(max_length=64, unique=True)
    lead = models.BigIntegerField(null=True)
    story = models.BigIntegerField(null=True)
    copied = models.BooleanField(default=False)
    settled = models.BooleanField(default=False, db_index=True)

    def __str__(self) -> str:
        return self.digest[:12]


class Band(models.Model):
    """One key of a wording's fingerprint (`search.copies.bands`): candidates for copies are the wordings that share one."""

    wording = models.ForeignKey(Wording, models.CASCADE, related_name="bands")
    key = models.BigIntegerField(db_index=True)

    def __str__(self) -> str:
        return f"{self.key}"


class Likeness(models.Model):
    """Two wordings are copies: `share` of the words of `wording` stand in `other`. Each pair has two rows, one each way."""

    wording = models.ForeignKey(Wording, models.CASCADE, related_name="likenesses")
    other = models.ForeignKey(Wording, models.CASCADE, related_name="+")
    share = models.FloatField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["wording", "other"], name="one_likeness_a_pair")]

    def __str__(self) -> str:
        return f"{self.wording_id} in {self.other_id}: {self.share:.0%}"


class Appearance(models.Model):
    """One article as a place where a wording appeared. A body too short to be a copy has no wording.

    `same` and `story` are the keys of the articles that stand for its exact copies and for its group: its own where there are
    none; `copied` says whether there are any. They are part of its document in the index. `seen` is the version of the
    article, and `rules` that of the code, that the wording was read with.
    """

    article = models.OneToOneField("Article", models.CASCADE, primary_key=True, related_name="appearance")
    wording = models.ForeignKey(Wording, models.CASCADE, null=True, related_name="appearances")
    same = models.BigIntegerField(db_index=True)
    story = models.BigIntegerField(db_index=True)
    copied = models.BooleanField(default=False)
    seen = models.PositiveBigIntegerField()
    rules = models.CharField(max_length=16)

    class Meta:
        verbose_name = _("appearance")
        verbose_name_plural = _("appearances")

    def __str__(self) -> str:
        return f"{self.article_id}"
