"""The languages of articles on the page: their names, and how their text runs. By Babel's CLDR data."""

from typing import Final

from babel import Locale, UnknownLocaleError
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from search.web.names import Name

_UNKNOWN: Final = ("", "und")

_NAMES: Final[dict[str, Promise]] = {
    "": _("Language not told"),
    "und": _("Language not told"),
    "ckb": _("Central Kurdish"),
    "ku": _("Kurdish in Latin letters"),
}
"""Where CLDR has no name that tells a reader what the articles are in: its Arabic for Central Kurdish is turned round."""


def language_name(code: str) -> Name:
    """What the page calls a language; its code where CLDR has no name for it."""
    page = (get_language() or "ar")[:2]
    if named := _NAMES.get(code):
        return Name(str(named), page)
    known = Locale(page).languages.get(code)
    return Name(known, page) if known else Name(code, "")


def direction(code: str) -> str:
    """`rtl`, `ltr`, or `auto` where the language is not known."""
    if code in _UNKNOWN:
        return "auto"
    try:
        return str(Locale.parse(code).text_direction)
    except (UnknownLocaleError, ValueError):
        return "auto"


def lang(code: str) -> str:
    """The value of a `lang` attribute; empty, as HTML has it, where the language is not known."""
    return "" if code in _UNKNOWN else code


def label(code: str) -> str:
    """What a card says of an article's language: nothing of Arabic, which is expected, and of what is not known."""
    return "" if code == "ar" or code in _UNKNOWN else language_name(code).text
