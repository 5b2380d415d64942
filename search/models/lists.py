"""The gazetteers that articles were read with."""

from django.db import models


class ListsRead(models.Model):
    """What the gazetteers said in one version of knowledge (`Article.knowledge_version`), so that after an update of
    newsindex the difference can be told: `content` is compressed JSON (`search.ingest.lists`)."""

    version = models.CharField(max_length=64, primary_key=True)
    content = models.BinaryField()

    def __str__(self) -> str:
        return self.version
