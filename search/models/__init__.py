"""The tables, one file an aggregate. Fields and querysets only: what is done with them stands in ingest, index and so on."""

from search.models.article import Article, articles_changed
from search.models.entity import Entity
from search.models.furniture import FurnitureLine
from search.models.ingest import IngestRun, Rejection
from search.models.ledger import IndexEntry, Nudge
from search.models.mention import Mention
from search.models.outlet import Outlet

__all__ = [
    "Article",
    "Entity",
    "FurnitureLine",
    "IndexEntry",
    "IngestRun",
    "Mention",
    "Nudge",
    "Outlet",
    "Rejection",
    "articles_changed",
]
