"""What entities and outlets are called on the page."""

from dataclasses import dataclass

from django.utils.translation import get_language

from search.models import Entity, Outlet


@dataclass(frozen=True, slots=True)
class Name:
    """`language` is that of `text`, which need not be the page's; empty where it is not known."""

    text: str
    language: str


def name_of(named: Entity | Outlet | None, key: str) -> Name:
    """In the language of the page where such a name is known, else the Arabic one; the key of what has no name."""
    if named is None:
        return Name(key, "")
    if get_language() == "en" and named.name_en:
        return Name(named.name_en, "en")
    return Name(named.name_ar, "ar") if named.name_ar else Name(key, "")
