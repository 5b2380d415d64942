"""Who may see which page."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.contrib.auth.decorators import login_required, permission_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]

form_page = require_http_methods(["GET", "HEAD", "POST"])
"""For pages with a form. Django's own form views take PUT for POST as well, which no page sends."""


def reader_required(view: View[P]) -> View[P]:
    """`view`, which sends people who are not signed in to the sign-in page and back, unless PUBLIC_SEARCH is set."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if settings.PUBLIC_SEARCH or request.user.is_authenticated:
            return view(request, *args, **kwargs)
        return redirect_to_login(request.get_full_path())

    return guarded


def researcher_required(action: str) -> Callable[[View[P]], View[P]]:
    """For pages on saved searches. Who is not signed in is sent to sign in and back; who may not `action` (add, change,
    delete or view) saved searches gets the page that says so. No cache keeps what they show."""

    def guard(view: View[P]) -> View[P]:
        allowed = permission_required(f"search.{action}_savedsearch", raise_exception=True)
        return never_cache(login_required(allowed(view)))

    return guard
