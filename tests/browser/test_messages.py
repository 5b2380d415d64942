"""Every message of the product stands in the Arabic catalogue, translated, in all plural forms, with its placeholders."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation.template import templatize

_CATALOGUE = settings.BASE_DIR / "search" / "locale" / "ar" / "LC_MESSAGES" / "django.po"
_KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
    "Sentence": None,
    "fault": None,
}


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with _CATALOGUE.open("rb") as file:
        return read_po(file, locale="ar")


def _sources() -> Iterator[tuple[Path, str]]:
    for folder in ("newsindex", "search"):
        for path in sorted((settings.BASE_DIR / folder).rglob("*.py")):
            yield path, path.read_text(encoding="utf-8")
    templates = settings.BASE_DIR / "templates"
    for path in sorted([*templates.rglob("*.html"), *templates.rglob("*.txt")]):
        yield path, templatize(path.read_text(encoding="utf-8"), origin=str(path))


def _messages() -> Iterator[tuple[Path, str, str | None]]:
    for path, source in _sources():
        for _, found, _, context in extract("python", BytesIO(source.encode()), _KEYWORDS):
            yield path, found[0] if isinstance(found, tuple) else found, context


def test_every_message_is_translated(catalogue: Catalog) -> None:
    missing = {
        f"{path.name}: {text}"
        for path, text, context in _messages()
        if text and not _is_translated(catalogue.get(text, context))
    }
    assert missing == set()


def test_the_catalogue_holds_nothing_else(catalogue: Catalog) -> None:
    said = {(text, context) for _, text, context in _messages() if text}
    texts = {(one.id[0] if isinstance(one.id, tuple) else one.id, one.context) for one in catalogue if one.id}
    assert texts - said == set()


def _is_translated(message: Message | None) -> bool:
    if message is None or message.fuzzy:
        return False
    forms = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(forms) and len(forms) == (6 if message.pluralizable else 1)


def test_placeholders_stand_in_the_translations(catalogue: Catalog) -> None:
    assert [str(error) for message in catalogue for error in message.check(catalogue)] == []
