"""What the search page says and offers about saved searches."""

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser, User
from django.urls import reverse

from search.models import SavedSearch
from search.people.saved_searches import is_changed
from search.web.links import PageRequest, opened_from, with_state


@dataclass(frozen=True, slots=True)
class Bar:
    """`opened` is the reader's saved search that the page was opened from, None if it was opened from none. `save_url` is
    empty for who may save nothing or has nothing to save; `update_url` where nothing was changed."""

    opened: SavedSearch | None
    save_url: str
    update_url: str


def opened_by(reader: User | AnonymousUser, asked: PageRequest) -> SavedSearch | None:
    """The saved search that the address names, if it is the reader's."""
    if asked.saved is None or not reader.has_perm("search.view_savedsearch"):
        return None
    return SavedSearch.objects.owned_by(reader).filter(uuid=asked.saved).first()


def bar(reader: User | AnonymousUser, asked: PageRequest, opened: SavedSearch | None) -> Bar:
    """Who is not signed in is offered to save, too: signing in leads back to it."""
    changed = opened is not None and is_changed(opened, asked)
    may_save = not reader.is_authenticated or reader.has_perm("search.add_savedsearch")
    nothing_to_save = opened is not None and not changed
    plain = opened_from(asked.from_first_page(), None)
    return Bar(
        opened=opened,
        save_url=with_state(reverse("save_search"), plain) if may_save and not nothing_to_save else "",
        update_url=with_state(reverse("update_saved_search", args=[opened.uuid]), plain) if opened and changed else "",
    )
