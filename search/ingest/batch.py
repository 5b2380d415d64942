"""The rows of one transaction of the ingest, looked up together and written together."""

from collections.abc import Collection, Iterable

from django.db.models import Q

from search.ingest.revisions import revision_of
from search.ingest.rows import Outlets, entity_rows, fill, mention_row
from search.models import Article, Mention, Revision
from search.pipeline import Knowledge
from search.types import Draft


class Batch:
    """Articles that are there, locked, and what is to be written of them and of new ones: nothing is before `write`.

    So two pages of one batch that are the same article meet here, not in the database, and a batch costs a handful of
    queries and not a handful for each page.
    """

    def __init__(self, knowledge: Knowledge, articles: Iterable[Article] = ()) -> None:
        self._knowledge = knowledge
        self._outlets = Outlets(knowledge.outlets)
        self._by_identity: dict[str, Article] = {}
        self._by_original: dict[str, Article] = {}
        self._readings: dict[str, tuple[Article, Draft]] = {}
        self._revisions: list[Revision] = []
        for article in articles:
            self._know(article)

    @classmethod
    def locked(cls, knowledge: Knowledge, identities: Collection[str], originals: Collection[str]) -> "Batch":
        """With the articles that have any of these identities or originals."""
        known = Q(identity__in=identities) | Q(original__in=originals)
        return cls(knowledge, Article.objects.select_for_update().filter(known).order_by("pk"))

    def find(self, identity: str, original: str) -> Article | None:
        """The article that is there. The same bytes are the same article also where better rules find other words in them,
        by which an article without id and address is known."""
        return self._by_identity.get(identity) or self._by_original.get(original)

    def has_revision(self, article: Article, original: str) -> bool:
        """Whether the article was that page once."""
        if any(revision.article is article and revision.original == original for revision in self._revisions):
            return True
        return article.pk is not None and article.revisions.filter(original=original).exists()

    def add_revision(self, article: Article, draft: Draft) -> None:
        """Notes the page that `draft` was read from among those that the article was."""
        self._revisions.append(revision_of(article, draft))

    def read(self, article: Article, draft: Draft) -> None:
        """The article is what `draft` says; the last draft holds."""
        fill(article, draft, self._outlets)
        self._readings[article.identity] = article, draft
        self._know(article)

    def write(self) -> None:
        """All of it."""
        entities = entity_rows([draft for _, draft in self._readings.values()], self._knowledge)
        articles = [article for article, _ in self._readings.values()]
        changed = [article for article in articles if article.pk]
        Article.objects.bulk_create(article for article in articles if not article.pk)
        for article in changed:
            article.save()
        Mention.objects.filter(article__in=changed).delete()
        Revision.objects.bulk_create(self._revisions)
        Mention.objects.bulk_create(
            (
                mention_row(article, mention, entities)
                for article, draft in self._readings.values()
                for mention in draft.mentions
            ),
            batch_size=500,
        )

    def _know(self, article: Article) -> None:
        self._by_identity[article.identity] = article
        self._by_original.setdefault(article.original, article)
