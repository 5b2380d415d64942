"""The admin's site: who may enter, and what it is called.

It stands outside `search.admin`, whose modules register their tables with it: Django makes the site while it imports them.
"""

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

CURATE = "search.curate"
"""The permission that opens the admin and lets correct the corpus."""


class NewsindexAdmin(AdminSite):
    """Open to whoever may curate: membership in a group is enough, nobody has to be made 'staff' besides."""

    site_header = site_title = "newsindex"
    index_title = _("Corpus")

    def has_permission(self, request: HttpRequest) -> bool:
        return request.user.is_active and request.user.has_perm(CURATE)
