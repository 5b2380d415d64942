"""What is done with saved searches: kept, opened, changed, counted."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from urllib.parse import parse_qsl

from django.contrib.auth.models import User
from django.utils.timezone import now

from search.models import SavedSearch
from search.query.request import SearchRequest, from_pairs
from search.query.server import SearchUnavailable
from search.query.standing import Standing, newest_arrival, standings

MOST: Final = 200
"""Saved searches that one person may have: the list asks the server for the numbers of all of them at once."""


def request_of(saved: SavedSearch) -> SearchRequest:
    return from_pairs(parse_qsl(saved.query))


def keep(owner: User, asked: SearchRequest, name: str, note: str) -> SavedSearch:
    """Saves what was asked for. Its owner has just seen it."""
    try:
        seen_until = newest_arrival()
    except SearchUnavailable:
        seen_until = now()
    return SavedSearch.objects.create(owner=owner, name=name, note=note, query=_kept(asked), seen_until=seen_until)


def mark_opened(saved: SavedSearch) -> None:
    """The owner is shown what it finds now. Where the search server is away they are shown nothing: what came in stays new.
    What was seen once is not new again, also where the index was wiped and fills anew."""
    saved.seen = now()
    fields = ["seen"]
    try:
        saved.seen_until = max(filter(None, (saved.seen_until, newest_arrival())), default=None)
        fields.append("seen_until")
    except SearchUnavailable:
        pass
    saved.save(update_fields=fields)


def change(saved: SavedSearch, asked: SearchRequest) -> None:
    """Lets `saved` ask for `asked` from now on."""
    saved.query = _kept(changed(saved, asked))
    saved.seen = now()
    saved.save(update_fields=["query", "seen", "modified"])


def changed(saved: SavedSearch, asked: SearchRequest) -> SearchRequest:
    """What `saved` would become. That somebody looks at what is new is no change of what they ask for."""
    return asked.added_after(request_of(saved).added) if asked.added else asked.from_first_page()


def is_changed(saved: SavedSearch, asked: SearchRequest) -> bool:
    return not changed(saved, asked).asks_the_same(request_of(saved))


def since_last_opened(saved: SavedSearch, moment: datetime | None) -> SearchRequest:
    """What `saved` asks for, of that only what came in after `moment`, if one is given."""
    asked = request_of(saved)
    return asked.added_after(max(filter(None, (asked.added, moment)), default=None))


def standing_of(searches: Sequence[SavedSearch]) -> list[Standing | None]:
    """How each stands, and what is new since its owner last opened it. Raises SearchUnavailable."""
    return standings((request_of(saved), saved.seen_until) for saved in searches)


def _kept(asked: SearchRequest) -> str:
    return SearchRequest.to_query_string(asked.from_first_page())
