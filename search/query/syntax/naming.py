"""Names in a query -> the keys of what is called so: any name or alias, in either language, in any spelling, or the key."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from search import knowledge
from search.arabic.names import letters_of
from search.extraction.unlisted import slug
from search.models import Decision, Entity, Outlet
from search.query.syntax import caps, faults
from search.query.syntax.faults import Edit, Fault
from search.query.syntax.nodes import Named, Node, Phrase, Word, rewritten
from search.query.syntax.parser import Parsed

_PART_OF_A_TEXT: Final = ("short", "metonym")
"""Forms that name the entity only beside its full name, or stand for another thing: meant where nothing else has the name."""

_LONGEST_NAME: Final = 4
"""Words that are tried as one name."""

_WORD: Final = re.compile(r"[^\s()\"«»“”،؛؟]+")

_Keys = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class _Forms:
    """Letters of a name -> keys of one kind of entities, by how sure the name is."""

    sure: _Keys
    other: _Keys


def resolved(parsed: Parsed, text: str) -> Parsed:
    """The tree with the keys of its names. What nobody is called is searched for as words, and said. text: what was parsed."""
    wrong: list[Fault] = []
    left = caps.NAMES

    def change(named: Node) -> Node:
        nonlocal left
        if not isinstance(named, Named):
            return named
        left -= 1
        keys = _keys(named.facet, named.name) if left >= 0 else frozenset()
        if keys:
            return Named(named.facet, named.name, named.start, named.end, tuple(sorted(keys)))
        says = faults.UNKNOWN[named.facet] if left >= 0 else faults.MANY_NAMES
        wrong.append(Fault(says, named.name, _mended(named, text)))
        return Phrase(named.name) if " " in named.name else Word(named.name)

    node = rewritten(parsed.node, change)
    return Parsed(node, (*parsed.faults, *wrong)) if node != parsed.node else parsed


def _mended(named: Named, text: str) -> Edit:
    """The name in quotation marks, where it goes on behind its first word (actor:United Nations); else without the field."""
    words = list(islice(_WORD.finditer(text, named.end), _LONGEST_NAME))
    for last in reversed(words[1:]):
        name = text[named.end : last.end()]
        if name.startswith(named.name) and _keys(named.facet, name):
            return Edit(named.end, last.end(), f'"{name}"')
    return Edit(named.start, named.end)


def _keys(facet: str, name: str) -> frozenset[str]:
    letters = letters_of(name)
    if not letters:
        return frozenset()
    if facet == "outlet":
        return _outlets(name, letters)
    kind = Entity.Kind.LOCATION if facet == "location" else Entity.Kind.ACTOR
    forms = _forms(kind, knowledge.imports())
    known, unconfirmed = _rows(kind, name)
    sure = known | _decided(kind, letters) | forms.sure.get(letters, frozenset())
    return (sure or forms.other.get(letters, frozenset())) | unconfirmed


def _outlets(name: str, letters: str) -> frozenset[str]:
    entered = ((row.key, row.name_ar, row.name_en) for row in Outlet.objects.only("key", "name_ar", "name_en"))
    listed = ((record.key, record.name_ar, record.name_en, *record.names) for record in knowledge.outlets())
    found = (key for key, *names in (*entered, *listed) if name == key or letters in map(letters_of, (key, *names)))
    return frozenset(found)


def _rows(kind: str, name: str) -> tuple[frozenset[str], frozenset[str]]:
    """By the key, which is made of the name where no list has it: those that lists or people vouch for, and the others."""
    rows = list(Entity.objects.filter(kind=kind, key__in={name, slug(name)}).only("key", "vouched"))
    known = frozenset(row.key for row in rows if not row.is_unconfirmed)
    return known, frozenset(row.key for row in rows) - known


def _decided(kind: str, letters: str) -> frozenset[str]:
    """Entities that people gave the name to, or vouch for by it."""
    standing = Decision.objects.about_names().standing().filter(entity__kind=kind)
    named = standing.values_list("entity__key", "exact", "entity__name_ar", "entity__name_en")
    return frozenset(key for key, *names in named if letters in map(letters_of, names))


@lru_cache(maxsize=4)
def _forms(kind: str, imports: knowledge.Imports) -> _Forms:
    """The names that the gazetteers have, made ready once for the imports that stand."""
    found: tuple[defaultdict[str, set[str]], ...] = (defaultdict(set), defaultdict(set))
    for (kind_of, key), record in knowledge.entities().items():
        if kind_of != kind:
            continue
        for name in filter(None, (record.name_ar, record.name_en)):
            found[0][letters_of(name)].add(key)
        for form in record.forms:
            found[form.role in _PART_OF_A_TEXT][letters_of(form.text)].add(key)
    sure, other = ({letters: frozenset(keys) for letters, keys in names.items()} for names in found)
    return _Forms(sure, other)
