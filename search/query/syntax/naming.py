"""Names in a query -> the keys of what is called so: any name or alias, in either language, in any spelling, or the key."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import islice
from typing import Final

from search import knowledge
from search.arabic.names import letters_of
from search.extraction.unlisted import slug
from search.models import Decision, Entity, Outlet
from search.query.syntax import caps, faults
from search.query.syntax.faults import Edit, Fault
from search.query.syntax.nodes import Named, Node, Phrase, Word, leaves, rewritten
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
    if not any(isinstance(leaf, Named) for leaf in leaves(parsed.node)):
        return parsed
    wrong: list[Fault] = []
    known = _Directory()
    asked: set[tuple[str, str]] = set()

    def change(named: Node) -> Node:
        if not isinstance(named, Named):
            return named
        asked.add((named.facet, named.name))
        within = len(asked) <= caps.NAMES
        if within and (keys := known.keys(named.facet, named.name)):
            return replace(named, keys=tuple(sorted(keys)))
        says = faults.UNKNOWN[named.facet] if within else faults.MANY_NAMES
        edit = _mended(named, text, known) if within else Edit(named.start, named.end)
        wrong.append(Fault(says, named.name, edit))
        return Phrase(named.name) if " " in named.name else Word(named.name)

    node = rewritten(parsed.node, change)
    return Parsed(node, (*parsed.faults, *wrong))


def _mended(named: Named, text: str, known: "_Directory") -> Edit:
    """The name in quotation marks, where it goes on behind its first word (actor:United Nations); else without the field."""
    words = list(islice(_WORD.finditer(text, named.end), _LONGEST_NAME))
    for last in reversed(words[1:]):
        name = text[named.end : last.end()]
        if name.startswith(named.name) and known.keys(named.facet, name):
            return Edit(named.end, last.end(), f'"{name}"')
    return Edit(named.start, named.end)


class _Directory:
    """Who is called what, as it is now; kept for one query."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], frozenset[str]] = {}

    def keys(self, facet: str, name: str) -> frozenset[str]:
        """Of all that have the name."""
        if (facet, name) not in self._found:
            letters = letters_of(name)
            self._found[facet, name] = self._keys(facet, name, letters) if letters else frozenset()
        return self._found[facet, name]

    def _keys(self, facet: str, name: str, letters: str) -> frozenset[str]:
        if facet == "outlet":
            return frozenset(key for key, names in self._outlets if name == key or letters in names)
        kind = Entity.Kind.LOCATION if facet == "location" else Entity.Kind.ACTOR
        forms = _forms(kind, self._imports)
        known, unconfirmed = _rows(kind, name)
        decided = {key for of, key, names in self._decided if of == kind and letters in names}
        sure = known | decided | forms.sure.get(letters, frozenset())
        return (sure or forms.other.get(letters, frozenset())) | unconfirmed

    @cached_property
    def _imports(self) -> knowledge.Imports:
        return knowledge.imports()

    @cached_property
    def _outlets(self) -> list[tuple[str, set[str]]]:
        entered = Outlet.objects.values_list("key", "name_ar", "name_en")
        listed = ((record.key, record.name_ar, record.name_en, *record.names) for record in knowledge.outlets())
        return [(key, set(map(letters_of, (key, *names)))) for key, *names in (*entered, *listed)]

    @cached_property
    def _decided(self) -> list[tuple[str, str, set[str]]]:
        """Entities that people gave a name to, or vouch for by it."""
        standing = Decision.objects.about_names().standing().exclude(entity=None)
        named = standing.values_list("entity__kind", "entity__key", "exact", "entity__name_ar", "entity__name_en")
        return [(kind, key, set(map(letters_of, names))) for kind, key, *names in named]


def _rows(kind: str, name: str) -> tuple[frozenset[str], frozenset[str]]:
    """By the key, which is made of the name where no list has it: those that lists or people vouch for, and the others."""
    rows = list(Entity.objects.filter(kind=kind, key__in={name, slug(name)}).only("key", "vouched"))
    known = frozenset(row.key for row in rows if not row.is_unconfirmed)
    return known, frozenset(row.key for row in rows) - known


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
