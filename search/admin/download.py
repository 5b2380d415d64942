"""The original of an article as a file, of which nothing runs in the browser."""

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from search.admin.base import is_key
from search.ingest.originals import load
from search.models import Article, Revision

_SUFFIXES: Final = {"text/html": "html", "application/json": "json"}


@require_safe
def download_original(request: HttpRequest, pk: int) -> HttpResponse:
    """The bytes as they came, of the state that the article shows, or of the `revision` (a key) that is asked for. As no type
    that a browser shows: the page may hold anything."""
    state: Article | Revision = get_object_or_404(Article.objects.only("original", "media_type"), pk=pk)
    if (revision := request.GET.get("revision", "")) and is_key(revision):
        state = get_object_or_404(Revision, pk=int(revision), article=pk)
    try:
        content = load(state.original)
    except FileNotFoundError:
        raise Http404(_("The original of this article is lost.")) from None
    name = f"article-{pk}.{_SUFFIXES.get(state.media_type, 'txt')}"
    return HttpResponse(
        content,
        content_type="application/octet-stream",
        headers={"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"},
    )
