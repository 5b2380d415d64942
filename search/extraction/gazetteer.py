"""Every place in a text where a form of the gazetteer stands, clitics allowed for, in one pass.

The automaton holds folded forms, each ending in a blank, so that a match always ends with its word. What stands between
the start of the word and the start of the name must be a proclitic. Which of the matches are mentions, and of what, is
decided in `entities.py`.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final

import ahocorasick

from search.arabic.clitics import fused_with_l, is_proclitic
from search.arabic.folding import fold_text
from search.arabic.letters import ARTICLE
from search.extraction.scan import Scan, line_of
from search.extraction.shown import words_before, words_behind
from search.extraction.words import folded
from search.types import EntityKind, EntityRecord, Form, MentionMethod

_JOINED: Final = folded("عبد أبو أبي أم بن دير عين تل كفر بيت رأس سيف نور علاء عز")
"""First words that are also written together with the next one (عبدالكريم, ديرالزور)."""


_ANOTHER: Final = {"أ": "إآ", "إ": "أآ", "آ": "أإ", "ة": "ه"}
"""A letter of the text to the letters that it does not stand for in a name, though folding makes them one."""
_TOLD_APART: Final = frozenset("أإآه")
_SHORT: Final = 5
"""Letters of a name (without the article) in which another hamza makes another word: of 2,500 such words in the news
of 2015 the short ones all were (أمام, إمام), the long ones were the same name in another spelling (أسبانيا, إسبانيا)."""


@dataclass(frozen=True, slots=True)
class Sense:
    """An entity that a match may name. `role` as in `Form`; `skip` is how many leading words are no part of the name.

    `tail` is the same for words at its end. `written` are the spellings of a name of one word with letters that folding
    makes equal; empty where it has none. `everyday` marks a person's short name that is an everyday word as well.
    """

    entity: EntityRecord
    role: str
    skip: int = 0
    tail: int = 0
    written: tuple[str, ...] = ()
    everyday: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A match in words: from `first` (without its leading `offset` letters, the proclitics) to `last`, both included.

    `proclitics` also holds the `l` that is fused with the article inside the match. `method` says how the name was found,
    `likelihood` how probable the tagger takes it to be (None where it was not heard).
    """

    first: int
    last: int
    offset: int
    proclitics: str
    senses: tuple[Sense, ...]
    method: MentionMethod = "gazetteer"
    likelihood: float | None = None

    @property
    def start(self) -> int:
        """Index of the first word that is shown as part of the name."""
        return self.first + self.senses[0].skip


class Gazetteer:
    """The forms of all entities, compiled. Built from records alone, and pickled as them."""

    def __init__(self, entities: Iterable[EntityRecord]) -> None:
        self.entities: tuple[EntityRecord, ...] = tuple(entities)
        self._senses = _senses(self.entities)
        self._automaton = _compiled(self._senses)

    def __reduce__(self) -> tuple[type["Gazetteer"], tuple[tuple[EntityRecord, ...]]]:
        return Gazetteer, (self.entities,)

    @cached_property
    def by_key(self) -> dict[tuple[EntityKind, str], EntityRecord]:
        return {(entity.kind, entity.key): entity for entity in self.entities}

    def named(self, form: str) -> set[tuple[EntityKind, str]]:
        """The keys of the entities that a form may name, however it is spelt."""
        return {(sense.entity.kind, sense.entity.key) for sense in self._senses.get(line_of(form), ())}

    def with_records(self, records: Mapping[tuple[EntityKind, str], EntityRecord]) -> "Gazetteer":
        """The gazetteer with these records in place of those with their keys, or besides: in a fifth of the time that all
        of them take. Which words of the other entities' forms are part of their names stays as it was."""
        new = object.__new__(Gazetteer)
        there = {key: self.by_key[key] for key in records if key in self.by_key}
        added = (record for key, record in records.items() if key not in there)
        new.entities = (*(records.get((one.kind, one.key), one) for one in self.entities), *added)
        senses = dict(self._senses)
        for key, record in there.items():
            for spelling in {spelling for form in record.forms for spelling in _spellings(line_of(form.text))}:
                if left := tuple(
                    sense for sense in senses.get(spelling, ()) if (sense.entity.kind, sense.entity.key) != key
                ):
                    senses[spelling] = left
                else:
                    senses.pop(spelling, None)
        place = {(one.kind, one.key): at for at, one in enumerate(new.entities)}
        lines = _lines(records.values())
        standing = _Standing(_standing(records.values(), lines), self._senses)
        for spelling, own in _table(records.values(), lines, standing).items():
            found = (*senses.get(spelling, ()), *own.values())
            senses[spelling] = tuple(sorted(found, key=lambda sense: place[sense.entity.kind, sense.entity.key]))
        new._senses = senses
        new._automaton = _compiled(senses)
        return new

    def find(self, scan: Scan) -> list[Hit]:
        """All matches in the text, overlapping ones too, by their end; before them those that are shown without the word
        at their end, since it tells who is meant (موناكو الفرنسي is the club)."""
        hits: list[Hit] = []
        told: list[Hit] = []
        for end, (length, fused, senses) in self._automaton.iter(scan.line):
            first, offset = scan.word_at(end + 1 - length)
            before = scan.words[first][:offset] if offset else ""
            if offset and (before not in ("و", "ف") if fused else not is_proclitic(before)):
                continue
            last, _ = scan.word_at(end)
            meant = _as_written(scan, first, senses) if first == last else senses
            if meant:
                tail = meant[0].tail
                hit = Hit(first, last - tail, offset, before + "ل" if fused else before, meant)
                (told if tail else hits).append(hit)
        return told + hits


def build_gazetteer(entities: Iterable[EntityRecord]) -> Gazetteer:
    """The compiled gazetteer of these records; their order decides between entities that nothing else tells apart."""
    return Gazetteer(entities)


_Table = dict[str, dict[tuple[EntityKind, str], Sense]]


def _senses(entities: tuple[EntityRecord, ...]) -> dict[str, tuple[Sense, ...]]:
    """Each spelling of each form with what it may name, in the order of the entities."""
    lines = _lines(entities)
    table = _table(entities, lines, _standing(entities, lines))
    return {line: tuple(senses.values()) for line, senses in table.items()}


def _lines(entities: Iterable[EntityRecord]) -> dict[str, str]:
    """Each form as the line that it is looked for as."""
    return {form.text: line_of(form.text) for entity in entities for form in entity.forms}


def _standing(entities: Iterable[EntityRecord], lines: Mapping[str, str]) -> set[tuple[EntityKind, str]]:
    """The forms, as lines, that stand by themselves."""
    return {
        (entity.kind, lines[form.text])
        for entity in entities
        for form in entity.forms
        if _role(entity, form) != "short"
    }


class _Standing(Set[tuple[EntityKind, str]]):
    """The forms that stand by themselves of some records (`own`), and of those that are compiled already."""

    def __init__(self, own: set[tuple[EntityKind, str]], senses: Mapping[str, tuple[Sense, ...]]) -> None:
        self._own = own
        self._senses = senses

    def __contains__(self, item: Any) -> bool:
        others = self._senses.get(item[1], ())
        return item in self._own or any(one.entity.kind == item[0] and one.role != "short" for one in others)

    def __iter__(self) -> Iterator[tuple[EntityKind, str]]:
        return iter(self._own)

    def __len__(self) -> int:
        return len(self._own)


def _table(entities: Iterable[EntityRecord], lines: Mapping[str, str], standing: Set[tuple[EntityKind, str]]) -> _Table:
    table: _Table = {}
    for entity in entities:
        spelt = {form: _spellings(lines[form.text]) for form in entity.forms}
        own = {line for form, spellings in spelt.items() if _role(entity, form) != "short" for line in spellings}
        every = {line for spellings in spelt.values() for line in spellings}
        for form in entity.forms:
            line = lines[form.text]
            if _is_two(line, own):
                continue
            written = _written(form.text, line)
            for spelling in spelt[form]:
                # Counted in words, of which a name that is written together has fewer.
                skip = words_before(entity, form, spelling, every, standing)
                if skip is None:
                    continue
                tail = words_behind(entity, spelling, own, standing)
                own_senses = table.setdefault(spelling, {})
                role = _role(entity, form)
                new = Sense(entity, role, skip, tail, written, everyday=role != form.role)
                sense = own_senses.setdefault((entity.kind, entity.key), new)
                if sense.written != written:
                    joint = (*sense.written, *written) if sense.written and written else ()
                    own_senses[entity.kind, entity.key] = replace(sense, written=joint)
    return table


def _compiled(senses: Mapping[str, tuple[Sense, ...]]) -> Any:
    automaton = ahocorasick.Automaton()
    for line, found in senses.items():
        automaton.add_word(line, (len(line), False, found))
        fused = fused_with_l(line)
        if fused:
            automaton.add_word(fused, (len(fused), True, found))
    automaton.make_automaton()
    return automaton


def _role(entity: EntityRecord, form: Form) -> str:
    """The role of a form; a person's everyday word is a short name."""
    return "short" if form.role == "ordinary" and entity.type == "person" else form.role


def _written(text: str, line: str) -> tuple[str, ...]:
    """The spelling of a name of one word, where it has a letter that the press may write in another way."""
    if line.count(" ") > 1 or len(line.removeprefix(ARTICLE)) > _SHORT + 1:
        return ()
    word = fold_text(text, "exact")
    return () if _TOLD_APART.isdisjoint(word) or len(word.removeprefix(ARTICLE)) > _SHORT else (word,)


def _as_written(scan: Scan, index: int, senses: tuple[Sense, ...]) -> tuple[Sense, ...]:
    """The senses whose name may be spelt like that word. A writer may leave a hamza out, but writes none where the
    name has another one (أفاد is not آفاد), and no teh marbuta for a heh."""
    if not any(sense.written for sense in senses):
        return senses
    word = fold_text(scan.written(index), "exact")
    return tuple(sense for sense in senses if not sense.written or any(_may_be(word, name) for name in sense.written))


def _may_be(word: str, name: str) -> bool:
    return not any(
        letter != wanted and wanted in _ANOTHER.get(letter, "")
        for letter, wanted in zip(reversed(word), reversed(name), strict=False)
    )


def _is_two(line: str, own: set[str]) -> bool:
    """Whether a form is two names of one entity side by side, which are two mentions (وزارة الدفاع الأمريكية البنتاغون)."""
    at = line.find(" ") + 1
    while 0 < at < len(line):
        if line[:at] in own and line[at:] in own:
            return True
        at = line.find(" ", at) + 1
    return False


def _spellings(line: str) -> list[str]:
    """The form, and the form with its parts joined or separated where writers do both."""
    spellings = [line]
    words = line.split(" ")
    for index, word in enumerate(words[:-2]):
        if word in _JOINED and len(words[index + 1]) > 2:
            spellings.append(" ".join((*words[:index], word + words[index + 1], *words[index + 2 :])))
    for index, word in enumerate(words):
        if word.startswith("عبدال") and len(word) > 6:
            spellings.append(" ".join((*words[:index], "عبد", word[3:], *words[index + 1 :])))
    return spellings
