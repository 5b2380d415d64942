"""What a request asks for besides its facets, as a question to the search server."""

from datetime import datetime

from elasticsearch.dsl import Q, Search
from elasticsearch.dsl.query import Query

from search.index.documents import ArticleDocument
from search.query.request import SearchRequest, moment_to_text
from search.query.syntax import parse, ranked


def matched(request: SearchRequest) -> Search:
    """Everything that narrows the search but the facets, whose counts need what they leave out."""
    found = Search(index=ArticleDocument._index._name).query(ranked(parse(request.q)))
    if request.since or request.until:
        days = {"gte": request.since, "lte": request.until}
        found = found.filter("range", published={bound: day.isoformat() for bound, day in days.items() if day})
    if request.undated:
        found = found.exclude("exists", field="published")
    if request.added:
        found = found.filter(added_after(request.added))
    return found


def added_after(moment: datetime) -> Query:
    """Matches what came in later than `moment`."""
    return Q("range", added={"gt": moment_to_text(moment)})
