"""The document: what the index holds of an article."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import Prefetch
from django_elasticsearch_dsl import Document, fields
from django_elasticsearch_dsl.registries import registry

from search.index.analysis import ANALYZERS
from search.index.copies import copies
from search.index.groups import GROUPS, group_of
from search.index.levels import SPELLING, WORD
from search.models import Article, Mention


def _text() -> fields.ObjectField:
    """A field for each language group. Words with their offsets: without them one article of a million characters fails
    the whole highlighted search."""
    return fields.ObjectField(properties={group: _words(group) for group in GROUPS})


def _words(group: str) -> fields.TextField:
    spelling = fields.TextField(analyzer=ANALYZERS[SPELLING.analyzer(group)], index_options="offsets")
    return fields.TextField(
        analyzer=ANALYZERS[WORD.analyzer(group)], index_options="offsets", fields={SPELLING.name: spelling}
    )


@registry.register_document
class ArticleDocument(Document):
    """Titles and bodies, under the language group of the article, to match and highlight; keys of outlet and entities, and
    the language itself, to filter and count; its place among its copies."""

    key = fields.LongField()
    given_id = fields.KeywordField()
    title = _text()
    body = _text()
    published = fields.DateField(format="strict_date")
    added = fields.DateField(format="strict_date_time")
    language = fields.KeywordField()
    outlet = fields.KeywordField()
    actor = fields.KeywordField()
    location = fields.KeywordField()
    source = fields.KeywordField()
    same = fields.LongField()
    story = fields.LongField()
    standing = fields.ByteField()
    copied = fields.BooleanField()

    class Index:
        name = f"{settings.INDEX_PREFIX}-articles"
        settings = {
            "number_of_shards": 1,
            "auto_expand_replicas": "0-1",
        }

    class Django:
        model = Article
        ignore_signals = True
        auto_refresh = False


def sources(articles: Iterable[Article]) -> Iterable[tuple[Article, dict[str, Any]]]:
    """Each article with the JSON source of its document.

    Expects `outlet`, `appearance`, and `mentions` with their `entity` loaded (as `documents.queryset()` gives them).
    """
    for article in articles:
        keys: dict[str, dict[str, None]] = {"actor": {}, "location": {}, "source": {}}
        for mention in article.mentions.all():
            if mention.entity and not mention.nested and mention.kind in keys:
                keys[mention.kind][mention.entity.key] = None
        group = group_of(article.language)
        yield (
            article,
            {
                "key": article.pk,
                "given_id": article.given_id or None,
                "title": {group: article.title},
                "body": {group: article.body},
                "published": article.published_on,
                "added": article.created.isoformat(timespec="milliseconds"),
                "language": article.language,
                "outlet": article.outlet.key if article.outlet else None,
                **{kind: list(found) for kind, found in keys.items()},
                **copies(article),
            },
        )


def queryset() -> Any:
    """Articles with all that their documents are made of, in a fixed number of queries."""
    mentions = Mention.objects.filter(nested=False).exclude(entity=None).select_related("entity")
    return Article.objects.select_related("outlet", "appearance").prefetch_related(
        Prefetch("mentions", queryset=mentions)
    )
