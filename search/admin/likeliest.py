"""Whom a name on no list probably means: an entity of the lists that is written a little otherwise there."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from search import knowledge
from search.arabic.folding import fold_text
from search.arabic.letters import ARTICLE
from search.models import Entity

_SON: Final = frozenset(fold_text("بن ابن بنت").split())
_WITH_NEXT: Final = frozenset(fold_text("عبد أبو أبي أبا أم").split())
"""Parts of a name that are no name without the next."""

_HOUSE: Final = fold_text("آل")

_TITLES: Final = frozenset(
    fold_text(
        "الأمير الأميرة الملك الملكة السلطان الشيخ الشيخة الرئيس السيد السيدة الدكتور الدكتورة د المهندس المهندسة الأستاذ"
        " الأستاذة اللواء العميد العقيد الفريق المشير الجنرال المقدم الرائد النقيب السفير الوزير النائب القاضي البروفيسور"
    ).split()
)

_HEADS: Final[Mapping[str, frozenset[str]]] = {
    fold_text(word): frozenset(types.split())
    for words, types in (
        ("شركة مجموعة", "company"),
        ("صحيفة جريدة قناة فضائية وكالة موقع مجلة إذاعة شبكة", "media"),
        ("حزب حركة جماعة", "party armed_group"),
        ("تنظيم ميليشيا مليشيا ميليشيات كتائب", "armed_group"),
        ("منظمة", "organisation international_organisation"),
        ("مدينة", "city town"),
        ("بلدة", "city town village"),
        ("قرية", "village town"),
        ("محافظة ولاية إمارة", "governorate"),
        ("إقليم", "governorate region"),
        ("نهر", "river"),
    )
    for word in words.split()
}
"""What a name may begin with that only says what it is -> the types that this fits."""

_Lists = tuple[Mapping[tuple[str, str], tuple[str, str]], Mapping[tuple[str, str], str]]


def likeliest(names: Iterable[Entity]) -> Mapping[int, Entity]:
    """By the key of a name's row the entity that it is most probably an alias of; without those of which nothing speaks.

    The same words, where only articles and spaces are written otherwise (a person's only the spaces: الحسين is not حسين);
    so after a title, or after what it is (شركة); or a person's name that adds the father's to first and family name. No
    other name is taken for one that it contains: an organisation that is called after a person or another one is a third.
    Entities that no article names have no row, and are not offered.
    """
    lists = _listed(knowledge.imports())
    meant = {name.pk: found for name in names if (found := _key(name, lists))}
    rows = {(one.kind, one.key): one for one in Entity.objects.filter(key__in={key for _, key in meant.values()})}
    return {pk: rows[found] for pk, found in meant.items() if found in rows}


def _key(name: Entity, lists: _Lists) -> tuple[str, str] | None:
    whole, families = lists
    words = fold_text(name.name_ar).split()
    for letters, types in _readings(words, name):
        found = whole.get((name.kind, letters))
        if found and found[1] in types:
            return name.kind, found[0]
    parts = _parts(_untitled(words)) if name.type == "person" else []
    if len(parts) < 3 or "،" in name.name_ar or not _is_family(parts):
        return None
    key = families.get((parts[0], parts[-1]))
    return (name.kind, key) if key else None


def _readings(words: list[str], name: Entity) -> Iterator[tuple[str, frozenset[str]]]:
    """Letters that the name may have in a list, with the types of entities that it may be then."""
    if name.type == "person":
        words = _untitled(words)
        if len(words) > 1:
            yield "".join(words), frozenset({"person"})
        return
    yield _letters(words), frozenset(Entity.TYPES[name.kind]) - {"person"}
    if len(words) > 1 and words[0] in _HEADS:
        yield _letters(words[1:]), _HEADS[words[0]]


def _untitled(words: list[str]) -> list[str]:
    titles = next((index for index, word in enumerate(words) if word not in _TITLES), 0)
    return words[titles:]


def _parts(words: list[str]) -> list[str]:
    """First, fathers' and family name, each with what belongs to it (عبد العزيز), and 'son of' before the last."""
    parts: list[str] = []
    joined = ""
    for word in words:
        joined += word
        if word not in _WITH_NEXT:
            parts.append(joined)
            joined = ""
    return [part for index, part in enumerate(parts) if part not in _SON or index == len(parts) - 2]


def _is_family(parts: list[str]) -> bool:
    """Whether it ends with the name of a family: one with an article, but not that of a house (آل سعود), whose sons are many
    with the same first name."""
    return parts[-1].startswith(ARTICLE) and parts[-2] not in _SON and parts[-2] != _HOUSE


def _letters(words: Iterable[str]) -> str:
    return "".join(_bare(word) for word in words)


def _bare(word: str) -> str:
    return word.removeprefix(ARTICLE)


@lru_cache(maxsize=1)
def _listed(_imports: knowledge.Imports) -> _Lists:
    """(kind, letters of a name) -> (key, type); and for persons (first, family name) -> key, where the name has no more. Of
    several entities with the same name none: they are to be told apart by a person."""
    whole: dict[tuple[str, str], tuple[str, str]] = {}
    families: dict[tuple[str, str], str] = {}
    shared: set[tuple[str, str]] = set()
    for (kind, key), record in knowledge.entities().items():
        for form in record.forms:
            if form.role not in ("name", "ordinary"):
                continue
            words = fold_text(form.text).split()
            if kind == "actor" and form.role == "ordinary" and len(words) == 1:
                continue  # الرياض, المملكة: hardly ever the newspaper or the channel
            letters = kind, "".join(words) if record.type == "person" else _letters(words)
            if whole.setdefault(letters, (key, record.type))[0] != key:
                shared.add(letters)
            parts = _parts(words) if record.type == "person" else []
            if len(parts) == 2 and _is_family(parts) and families.setdefault((parts[0], parts[1]), key) != key:
                shared.add((parts[0], parts[1]))
    return (
        {letters: found for letters, found in whole.items() if letters not in shared},
        {ends: key for ends, key in families.items() if ends not in shared},
    )
