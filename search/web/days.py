"""Dates that texts name, as the page calls them and as searches find them."""

from search.index.days import periods
from search.query.request import SearchRequest
from search.web.links import search_url
from search.web.locales import period_of


def called(value: str) -> str:
    """What a date of a mention (ISO 8601, or `start/end`) is called in the language of the page."""
    first, _, last = value.partition("/")
    return f"{period_of(first)} \N{EN DASH} {period_of(last)}" if last else period_of(first)


def url_of(value: str) -> str:
    """The search for articles that name the date: of a range its smallest common month or year, else all its years."""
    lines = list(periods(value))
    whole = next((period for period in lines[0] if all(period in line for line in lines)), None)
    years = dict.fromkeys(line[-1] for line in lines)
    return search_url(SearchRequest(facets={"mentioned": (whole,) if whole else tuple(years)}))
