"""The tables, one file an aggregate. Fields and querysets only: what is done with them stands in ingest, index and so on."""

from search.models.article import Article, articles_changed, articles_corrected, articles_withdrawn
from search.models.copies import Appearance, Band, Likeness, Wording
from search.models.decision import Decision
from search.models.entity import Entity, UnconfirmedEntity
from search.models.furniture import FurnitureLine
from search.models.gazetteer import GazetteerChange, GazetteerImport
from search.models.ingest import IngestRun, Rejection
from search.models.ledger import IndexEntry, Nudge
from search.models.lists import ListsRead
from search.models.mention import Mention
from search.models.outlet import Outlet
from search.models.preferences import Preferences
from search.models.removal import Removal
from search.models.revision import Revision
from search.models.saved_search import SavedSearch

__all__ = [
    "Appearance",
    "Article",
    "Band",
    "Decision",
    "Entity",
    "FurnitureLine",
    "GazetteerChange",
    "GazetteerImport",
    "IndexEntry",
    "IngestRun",
    "Likeness",
    "ListsRead",
    "Mention",
    "Nudge",
    "Outlet",
    "Preferences",
    "Rejection",
    "Removal",
    "Revision",
    "SavedSearch",
    "UnconfirmedEntity",
    "Wording",
    "articles_changed",
    "articles_corrected",
    "articles_withdrawn",
]
