"""Whom a name on no list probably means: an entity of the lists whose name is in it, or that it is short for."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from search import knowledge
from search.arabic.folding import fold_text
from search.arabic.letters import ARTICLE
from search.models import Entity

_LEAST_WORDS: Final = 2
"""One word that two names share tells nothing: محمد, الأحمد."""

_Listed = Mapping[tuple[str, str], str]


def likeliest(names: Iterable[Entity]) -> Mapping[int, Entity]:
    """By the key of a name's row the entity that it is most probably an alias of; without those of which nothing speaks.

    The longest run of two or more of a name's words that is a name of a list, or the whole name where only its article, or
    spaces, are written otherwise. Entities that no article names have no row, and are not offered.
    """
    listed = _listed(knowledge.imports())
    meant = {name.pk: found for name in names if (found := _key(name.kind, name.name_ar, listed))}
    rows = {(one.kind, one.key): one for one in Entity.objects.filter(key__in={key for _, key in meant.values()})}
    return {pk: rows[found] for pk, found in meant.items() if found in rows}


def _key(kind: str, name: str, listed: _Listed) -> tuple[str, str] | None:
    words = [_bare(word) for word in fold_text(name).split()]
    runs = [
        "".join(words[start : start + length])
        for length in range(len(words), _LEAST_WORDS - 1, -1)
        for start in range(len(words) - length + 1)
    ]
    keys = (listed.get((kind, run)) for run in (*runs, *words[:1][: len(words) == 1]))
    return next(((kind, key) for key in keys if key), None)


def _bare(word: str) -> str:
    return word.removeprefix(ARTICLE)


@lru_cache(maxsize=1)
def _listed(_imports: knowledge.Imports) -> _Listed:
    """Kind and letters of a name, words without their articles and written together -> key. Of several entities with the
    same name none: they are to be told apart by a person."""
    found: dict[tuple[str, str], str] = {}
    shared = set()
    for (kind, key), record in knowledge.listed().entities.items():
        for form in record.forms:
            if form.role in ("name", "ordinary"):
                letters = kind, "".join(_bare(word) for word in fold_text(form.text).split())
                if found.setdefault(letters, key) != key:
                    shared.add(letters)
    return {letters: key for letters, key in found.items() if letters not in shared}
