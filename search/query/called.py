"""Which entities and outlets are called so: by the names that they show, and by all that lists and people say of them."""

import re
from collections import defaultdict
from collections.abc import Collection
from functools import lru_cache
from typing import Final

from babel import Locale
from django.db.models import Q

from search import knowledge
from search.arabic.folding import fold_text
from search.calendars.months import GREGORIAN
from search.models import Decision, Entity, Outlet
from search.types import EntityKind

_PAGES: Final = ("ar", "en")
"""The languages of the product's pages."""


def keys_called(facet: str, words: str) -> Collection[str] | str:
    """The values of a facet with these words, however they are spelt, in a name or an alias: their keys, or of dates the
    pattern that they fit."""
    folded = fold_text(" ".join(words.split()))
    if facet == "mentioned":
        return _periods(folded)
    if facet == "language":
        return [code for code in _languages() if any(folded in name for name in _languages()[code])]
    if facet == "outlet":
        return _outlets(folded)
    kind = Entity.Kind.LOCATION if facet == "location" else Entity.Kind.ACTOR
    return list(Entity.objects.filter(shown_as(words) | called(folded), kind=kind).values_list("key", flat=True))


def shown_as(words: str) -> Q:
    """Entities by the names that they show, and those of no list, whose key is their name, in any spelling, as a condition."""
    return (
        Q(name_ar__icontains=words) | Q(name_en__icontains=words) | Q(key__contains="-".join(fold_text(words).split()))
    )


def called(folded: str, *, whole: bool = False) -> Q:
    """The entities that have an alias with these folded letters in it, or where `whole` just this one, as a condition."""
    found = Q()
    by_kind: defaultdict[EntityKind, list[str]] = defaultdict(list)
    for kind, key, names in _names(knowledge.imports()):
        if (f"\n{folded}\n" if whole else folded) in names:
            by_kind[kind].append(key)
    for kind, keys in by_kind.items():
        found |= Q(kind=kind, key__in=keys)
    aliases = Decision.objects.about_names().standing().filter(kind=Decision.Kind.ALIAS)
    decided = ((fold_text(exact), entity) for exact, entity in aliases.values_list("exact", "entity"))
    added = [entity for name, entity in decided if (folded == name if whole else folded in name)]
    return found | Q(pk__in=added)


@lru_cache(maxsize=1)
def _names(_imports: knowledge.Imports) -> tuple[tuple[EntityKind, str, str], ...]:
    """(kind, key, folded names each between line feeds) of each entity on a list."""
    return tuple(
        (kind, key, "".join(("\n", *(f"{fold_text(form.text)}\n" for form in record.forms))))
        for (kind, key), record in knowledge.entities().items()
    )


def _outlets(folded: str) -> list[str]:
    names: defaultdict[str, list[str]] = defaultdict(list)
    for key, name_ar, name_en in Outlet.objects.values_list("key", "name_ar", "name_en"):
        names[key] += [name_ar, name_en, key.replace("-", " ")]
    for record in knowledge.outlets():
        names[record.key] += record.names
    return [key for key, of in names.items() if any(folded in fold_text(name) for name in of)]


@lru_cache(maxsize=1)
def _languages() -> dict[str, list[str]]:
    names: defaultdict[str, list[str]] = defaultdict(list)
    for page in _PAGES:
        for code, name in Locale(page).languages.items():
            names[code].append(fold_text(name))
    return names


def _periods(folded: str) -> str:
    """`2015`, `2015-08`, `أغسطس 2015`, `August`: a pattern of the server's for years, months and days."""
    if re.fullmatch(r"[\d-]+", folded):
        return f".*{folded}.*"
    english = {fold_text(name): month for month, name in Locale("en").months["format"]["wide"].items()}
    months = {month for name, month in {**GREGORIAN, **english}.items() if name in folded}
    years = re.findall(r"\d{4}", folded)
    if not months and not years:
        return "none"
    month = f"-({'|'.join(f'{month:02}' for month in sorted(months))})(-[0-9]+)?" if months else ".*"
    return f"({'|'.join(years) or '[0-9]+'}){month}"
