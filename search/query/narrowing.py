"""What a request asks for besides its facets, as a question to the search server."""

from datetime import datetime

from elasticsearch.dsl import Q, Search
from elasticsearch.dsl.query import Query

from search.index.documents import ArticleDocument
from search.index.levels import named
from search.query.request import SearchRequest, moment_to_text
from search.query.server import PATIENCE
from search.query.syntax.compiling import Way, ranked
from search.query.syntax.naming import resolved
from search.query.syntax.parser import Parsed, parse
from search.query.syntax.similar import with_similar


def matched(request: SearchRequest) -> Search:
    """Everything that narrows the search but the facets, whose counts need what they leave out."""
    found = Search(index=ArticleDocument._index._name).extra(timeout=PATIENCE)
    # Within `must`, for the client merges what is added later into a `bool` that stands alone, whatever it should have.
    found = found.query("bool", must=[ranked(understood(request).node, way_of(request))])
    if request.since or request.until:
        days = {"gte": request.since, "lte": request.until}
        found = found.filter("range", published={bound: day.isoformat() for bound, day in days.items() if day})
    if request.undated:
        found = found.exclude("exists", field="published")
    if request.added:
        found = found.filter(added_after(request.added))
    return found


def understood(request: SearchRequest) -> Parsed:
    """What the words of the request ask for, and what is wrong with them. Raises SearchUnavailable."""
    return with_similar(resolved(parse(request.q), request.q))


def way_of(request: SearchRequest) -> Way:
    return Way(named(request.level), request.match)


def added_after(moment: datetime) -> Query:
    """Matches what came in later than `moment`."""
    return Q("range", added={"gt": moment_to_text(moment)})
