"""The page that says how to search."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from search.query.request import SearchRequest
from search.query.syntax import caps
from search.query.syntax.guide import GUIDE, Statement
from search.query.syntax.vocabulary import FIELDS, OPERATORS
from search.web.access import reader_required
from search.web.links import fields, request_of, search_url


@require_safe
@reader_required
def guide_page(request: HttpRequest) -> HttpResponse:
    """Examples are links that search for them. The address may carry a search, to lead back to it."""
    asked = request_of(request)
    context = {
        "asked": asked,
        "kept_by_query": fields(asked.without_query()),
        "back": search_url(asked),
        "chapters": [(chapter.title, [_shown(one) for one in chapter.statements]) for chapter in GUIDE],
        "operators": _operators(),
        "fields": [(name, names) for name, names in FIELDS.items()],
        "caps": caps,
    }
    return render(request, "search/guide.html", context)


def _shown(statement: Statement) -> dict[str, Any]:
    example = statement.english if get_language() == "en" else statement.arabic
    return {"says": statement.says, "example": example, "url": search_url(SearchRequest(q=example))}


def _operators() -> list[list[str]]:
    """Those that mean the same together."""
    meanings = dict.fromkeys(OPERATORS.values())
    return [[sign for sign, meaning in OPERATORS.items() if meaning == one] for one in meanings]
