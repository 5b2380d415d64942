"""The document: what the index holds of an article."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import Prefetch
from django_elasticsearch_dsl import Document, fields
from django_elasticsearch_dsl.registries import registry
from elasticsearch.dsl import MetaField

from search.index.analysis import ANALYZERS
from search.index.copies import copies
from search.index.days import periods
from search.index.groups import GROUPS, group_of
from search.index.levels import SPELLING, WORD
from search.index.places import lineages
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
    the language itself, to filter and count; its place among its copies.

    `location` holds the places that are named and all that they lie in, `mentioned` the days that are named with their months
    and years; beside each stands a field with every value below what it is part of, `parent/value` (`/value` at the top), so
    that the parts of one value can be counted.
    """

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
    location_in = fields.KeywordField()
    source = fields.KeywordField()
    mentioned = fields.KeywordField()
    mentioned_in = fields.KeywordField()
    same = fields.LongField()
    story = fields.LongField()
    standing = fields.ByteField()
    copied = fields.BooleanField()

    class Meta:
        # A field that the mapping lacks is refused, and not guessed at: the index is of another version, and is built anew.
        dynamic = MetaField("strict")

    class Index:
        name = f"{settings.INDEX_PREFIX}-articles"
        settings = {
            "number_of_shards": settings.INDEX_SHARDS,
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
    articles = list(articles)
    named = {article.pk: _named(article) for article in articles}
    places = lineages({key for keys in named.values() for key in keys["location"]})
    for article in articles:
        keys = named[article.pk]
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
                "actor": list(keys["actor"]),
                "source": list(keys["source"]),
                **_nested("location", [places[key] for key in keys["location"]]),
                **_nested("mentioned", [line for value in keys["date"] for line in periods(value)]),
                **copies(article),
            },
        )


def _named(article: Article) -> dict[str, dict[str, None]]:
    """Keys of entities and values of dates by kind, in the order of the text."""
    found: dict[str, dict[str, None]] = {kind: {} for kind in Mention.Kind.values}
    for mention in article.mentions.all():
        key = mention.entity.key if mention.entity else mention.value
        if key and not mention.nested:
            found[mention.kind][key] = None
            if mention.cited:
                found[Mention.Kind.SOURCE][key] = None
    return found


def _nested(field: str, lines: Iterable[tuple[str, ...]]) -> dict[str, list[str]]:
    """The values of a field whose values lie in each other: each line is a value and what it lies in, nearest first."""
    lines = list(lines)
    return {
        field: list(dict.fromkeys(value for line in lines for value in line)),
        f"{field}_in": list(
            dict.fromkeys(
                f"{whole}/{part}" for line in lines for part, whole in zip(line, (*line[1:], ""), strict=True)
            )
        ),
    }


def queryset() -> Any:
    """Articles with all that their documents are made of, in a fixed number of queries."""
    mentions = Mention.objects.filter(nested=False).exclude(entity=None, value="").select_related("entity")
    return Article.objects.select_related("outlet", "appearance").prefetch_related(
        Prefetch("mentions", queryset=mentions)
    )
