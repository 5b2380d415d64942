"""A handful of articles, made up for the tests, with mentions that the tests can count on whatever extraction does."""

import json
from datetime import date
from pathlib import Path

from search.index.sync import drain
from search.models import Article, Entity, Mention, Outlet

_DATA = Path(__file__).parent / "data" / "corpus.json"


def load() -> dict[str, Article]:
    """Stores the articles and brings the index up to date; returns them by their given ids."""
    data = json.loads(_DATA.read_text(encoding="utf-8"))
    outlets = {row["key"]: Outlet.objects.create(**row) for row in data["outlets"]}
    entities = {(row["kind"], row["key"]): Entity.objects.create(**row) for row in data["entities"]}
    articles = {row["id"]: _article(row, outlets, entities) for row in data["articles"]}
    drain()
    return articles


def _article(row: dict, outlets: dict[str, Outlet], entities: dict[tuple[str, str], Entity]) -> Article:
    article = Article.objects.create(
        identity=row["id"],
        given_id=row["id"],
        title=row["title"],
        body=row["body"],
        outlet=outlets.get(row["outlet"]),
        published=row["published"] or "",
        published_on=row["published"] and date.fromisoformat(row["published"]),
        url=f"https://example.org/{row['id']}",
    )
    for kind, key, text in row["mentions"]:
        field = "body" if text in row["body"] else "title"
        start = row[field].index(text)
        Mention.objects.create(
            article=article,
            entity=entities[kind, key],
            field=field,
            kind=kind,
            type=entities[kind, key].type,
            text=text,
            start=start,
            end=start + len(text),
        )
    return article
