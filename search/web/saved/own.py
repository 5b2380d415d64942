"""Finding a saved search of the person who asks."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from search.models import SavedSearch


def own_or_404(request: HttpRequest, uuid: UUID) -> SavedSearch:
    """Raises Http404, the same for somebody else's as for one that does not exist."""
    return get_object_or_404(SavedSearch.objects.owned_by(request.user), uuid=uuid)
