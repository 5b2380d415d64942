"""How texts of the corpus, names and moments stand in the admin's lists."""

from typing import Final

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import get_language

from search.models import Entity, Outlet

_LENGTH: Final = 120
"""Characters of a text in a list: a headline whole, the beginning of anything longer."""


def text(written: str, length: int = _LENGTH) -> SafeString:
    """A text of the corpus, cut where it is long, in its own direction whatever the page's is."""
    return format_html('<bdi dir="auto">{}</bdi>', Truncator(written).chars(length))


def exactly(written: str) -> SafeString:
    """Addresses, keys and dates: written from left to right in every language."""
    return format_html('<bdi dir="ltr">{}</bdi>', written)


def link(url: str, inside: str) -> SafeString:
    return format_html('<a href="{}">{}</a>', url, inside)


def name_of(named: Entity | Outlet) -> str:
    """In the language of the page where such a name is known, else the Arabic one."""
    return named.name_en if get_language() == "en" and named.name_en else named.name_ar


def badge(word: str, kind: str) -> SafeString:
    """A word that says a state; `kind` gives its colour."""
    return format_html('<span class="badge {}">{}</span>', kind, word)
