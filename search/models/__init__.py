"""The tables, one file an aggregate. Fields and querysets only: what is done with them stands in ingest, index and so on."""

from search.models.article import Article, articles_changed
from search.models.entity import Entity
from search.models.ingest import IngestRun, Rejection
from search.models.ledger import IndexEntry, Nudge
from search.models.mention import Mention
from search.models.outlet import Outlet
from search.models.preferences import Preferences
from search.models.saved_search import SavedSearch

__all__ = [
    "Article",
    "Entity",
    "IndexEntry",
    "IngestRun",
    "Mention",
    "Nudge",
    "Outlet",
    "Preferences",
    "Rejection",
    "SavedSearch",
    "articles_changed",
]
