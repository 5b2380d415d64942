"""Addresses in the language of a person."""

from urllib.parse import urlsplit

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.urls import translate_url
from django.utils.translation import get_language_from_path

from search.models import Preferences


def in_their_language(url: str, person: AbstractBaseUser | AnonymousUser) -> str:
    """The page at `url` in the language that `person` chose. An address that names a language (English ones do, Arabic ones
    don't) and that of a page which has none stay as they are."""
    chosen = Preferences.objects.of(person)
    if chosen is None or get_language_from_path(urlsplit(url).path):
        return url
    return str(translate_url(url, chosen.language))
