"""What the search server was sent: one row for each article in each index.

The design note keeps version and index name on the article itself. A row for each pair is used instead, because then a
rebuild beside the live index is the same work as the daily one (bring this index up to date), and an article that is gone
leaves the row that says which index still holds it: no tombstones.
"""

from django.db import models


class IndexEntry(models.Model):
    """`index` (a concrete index, never the alias) may hold article `article_id` in version `version`.

    The row is written with version 0 before the article is first sent, so nothing can be in an index without a row.
    `article_id` is no foreign key: the row outlives the article until the index has deleted it.
    """

    index = models.CharField(max_length=200)
    article_id = models.BigIntegerField()
    version = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["index", "article_id"], name="one_entry_an_index")]
        indexes = [models.Index(fields=["article_id"], name="entry_article")]

    def __str__(self) -> str:
        return f"{self.index}: {self.article_id} v{self.version}"


class NudgeQuerySet(models.QuerySet["Nudge"]):
    def lock(self, kind: str) -> "Nudge":
        """The row of that kind, locked until the transaction ends: of several who ask one goes on."""
        self.get_or_create(kind=kind)
        return self.select_for_update().get(kind=kind)


class Nudge(models.Model):
    """Whether a message for one kind of work is under way. The message only says 'look'; the work is in the other tables.

    Its row is also what is locked for the moments of that work in which there must be only one."""

    kind = models.CharField(max_length=20, primary_key=True)
    sent = models.DateTimeField(null=True)

    objects = NudgeQuerySet.as_manager()

    def __str__(self) -> str:
        return self.kind
