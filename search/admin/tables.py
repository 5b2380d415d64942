"""Every table's pages: importing this registers them. (The package itself is imported before there are models.)"""

from search.admin import (
    articles,
    decisions,
    entities,
    furniture,
    gazetteers,
    ingest,
    mentions,
    names_to_confirm,
    outlets,
    people,
    removals,
    saved_searches,
)

__all__ = [
    "articles",
    "decisions",
    "entities",
    "furniture",
    "gazetteers",
    "ingest",
    "mentions",
    "names_to_confirm",
    "outlets",
    "people",
    "removals",
    "saved_searches",
]
