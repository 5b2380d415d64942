"""Short names: an entity's short form counts once its full name stands in the article (الأسد after بشار الأسد)."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from search.extraction.gazetteer import Hit, Sense
from search.extraction.given_names import GIVEN_NAMES, WORDS_TOO
from search.extraction.people import has_title, leads_a_state, names_a_thing
from search.extraction.roles import is_ambiguous, is_place_by_preposition
from search.extraction.scan import Scan
from search.extraction.unlisted import AFTER_TITLE
from search.extraction.words import FUNCTION_WORDS, GIVEN_LINKS, is_verb
from search.types import EntityRecord, TextField

_SHORTEST: Final = 4
_LIKELY: Final = 0.7
"""How probable the tagger must take a full name to be for a short one to follow from it."""
_GOD: Final = "الله"
_PROCLITICS: Final = "وفبلك"
_SON: Final = ("بن", "بنت")
_DOCTOR: Final = "د"
_DEFINITE: Final = ("ال", "وال", "لل", "بال")


def short_names(
    scans: Mapping[TextField, Scan], found: Mapping[TextField, Sequence[Hit]], full: Mapping[TextField, Sequence[Hit]]
) -> dict[TextField, list[Hit]]:
    """The short forms that the full names of the article allow.

    found: all matches; full: those that stand on their own. In the body a short form follows the full one; a title may
    use the short form of a name that only the body has in full. A ministry without its country is that of the state
    whose institutions or name were read last, if most that were read are of that state.
    """
    seen: dict[str, tuple[int, EntityRecord]] = {}
    states: list[tuple[int, str]] = []
    families: dict[str, tuple[int, EntityRecord]] = {}
    times = Counter(hit.senses[0].entity.key for hits in full.values() for hit in hits)
    for field, hits in full.items():
        for hit in hits:
            at = hit.first if field == "body" else -1
            for sense in hit.senses:
                entity = sense.entity
                if entity.kind != "actor" or sense.role == "short":
                    continue
                if entity.key not in seen:
                    seen[entity.key] = (at, entity)
                if is_ambiguous(hit) and is_place_by_preposition(scans[field], hit):
                    continue
                state = entity.key if entity.type == "state" else entity.parent
                if state is not None and len(state) == 2 and len(hit.senses) < 3:
                    states.append((at, state))
                if entity.type == "person" and not entity.forms and (family := _family(scans[field], hit)):
                    sure = entity.source == AFTER_TITLE or (hit.likelihood or 0) >= _LIKELY
                    if not sure and times[entity.key] < 2:
                        continue
                    families.setdefault(family, (at, entity))
    states.sort()
    clear = _clear_states(states)
    return {
        field: [
            *_listed(field, scans[field], found[field], seen, states, clear),
            *_found(field, scans[field], families),
        ]
        for field in scans
    }


def _listed(
    field: TextField,
    scan: Scan,
    found: Sequence[Hit],
    seen: Mapping[str, tuple[int, EntityRecord]],
    states: Sequence[tuple[int, str]],
    clear: Sequence[str | None],
) -> list[Hit]:
    hits = []
    for hit in found:
        standing = any(sense.role != "short" for sense in hit.senses)
        if all(sense.role != "short" for sense in hit.senses) or (standing and is_place_by_preposition(scan, hit)):
            continue
        allowed = []
        for sense in hit.senses:
            entry = seen.get(sense.entity.key) if sense.entity.kind == "actor" else None
            if sense.role != "short" or entry is None or (field == "body" and entry[0] >= hit.first):
                continue
            if not sense.everyday or _is_somebody(scan, hit):
                allowed.append((entry[0], sense))
        person = hit.senses[0].entity.type == "person"
        if person and _of_another_name(scan, hit):
            continue
        if not allowed and not standing and person and _is_titled(scan, hit):
            allowed = [(0, sense) for sense in hit.senses[:1] if sense.role == "short" and not sense.everyday]
        if not allowed and len(hit.senses) > 20:
            at = bisect_left(states, (hit.first, ""))
            allowed = [(0, sense) for sense in hit.senses if at and sense.entity.parent == clear[at - 1]]
        if allowed:
            latest = max(allowed, key=lambda item: item[0])[1]
            hits.append(Hit(hit.first, hit.last, hit.offset, hit.proclitics, (latest,)))
    return hits


def _of_another_name(scan: Scan, hit: Hit) -> bool:
    """Whether one word that may be a person's short name stands inside a longer name, names a thing, or is an adjective
    (الفكر الحوثي)."""
    if hit.first != hit.last:
        return False
    before, after = scan.before(hit.first), scan.after(hit.last)
    if names_a_thing(scan, hit.first) or after in _SON:
        return True
    if hit.offset:
        return False
    word = scan.words[hit.first]
    if (
        word.startswith("ال")
        and word.endswith("ي")
        and before.startswith(_DEFINITE)
        and not leads_a_state(scan, hit.first)
    ):
        return True
    name = before.lstrip("و") if before[1:] in GIVEN_NAMES else before
    return name in GIVEN_LINKS or (name in GIVEN_NAMES and name not in WORDS_TOO)


def _is_titled(scan: Scan, hit: Hit) -> bool:
    """Whether a title makes a person of a short name. What looks like an adjective of the title is none, nor is a given
    name that another name follows (الرئيس الفلسطيني محمود)."""
    word, after = scan.words[hit.last], scan.after(hit.last)
    return not hit.offset and leads_a_state(scan, hit.first) and not _is_given(after) and word not in GIVEN_NAMES


def _is_somebody(scan: Scan, hit: Hit) -> bool:
    """Whether a title or a verb beside an everyday word shows that it is a name."""
    before, after = scan.before(hit.first), scan.after(hit.last)
    return (not hit.offset and has_title(scan, hit.first)) or (
        not before.startswith("ال") and (is_verb(before) or is_verb(after))
    )


def _clear_states(states: Sequence[tuple[int, str]]) -> list[str | None]:
    """For each of the states in the order of reading: that state, if it is most of those read so far."""
    times: Counter[str] = Counter()
    clear: list[str | None] = []
    for read, (_, state) in enumerate(states, 1):
        times[state] += 1
        clear.append(state if 2 * times[state] > read else None)
    return clear


def _family(scan: Scan, hit: Hit) -> str | None:
    """The last word of a name that was found by rule, where it is good for a short name."""
    word = scan.words[hit.last]
    if len(word) < _SHORTEST or word == _GOD or word in WORDS_TOO or word in FUNCTION_WORDS:
        return None
    return word


def _found(field: TextField, scan: Scan, families: Mapping[str, tuple[int, EntityRecord]]) -> list[Hit]:
    """Family names of persons that no list has. One that begins with the article may be an everyday word, and a given
    name somebody else's: it needs a verb or title beside it, or quotation marks."""
    hits: list[Hit] = []
    if not families:
        return hits
    for index, word in enumerate(scan.words):
        for offset in (0, 1):
            entry = families.get(word[offset:])
            if entry is None or (offset and word[0] not in _PROCLITICS):
                continue
            at, entity = entry
            if field == "body" and index <= at:
                continue
            name = word[offset:]
            if (name.startswith("ال") or name in GIVEN_NAMES) and not _is_called(scan, index):
                continue
            hits.append(Hit(index, index, offset, word[:offset], (Sense(entity, "name"),), "short name"))
            break
    return hits


def _is_called(scan: Scan, index: int) -> bool:
    """Whether what stands beside one word shows that it is a person's whole name there."""
    before, after = scan.before(index), scan.after(index)
    if before in GIVEN_NAMES or before in GIVEN_LINKS or _is_given(after) or after in _SON:
        return False
    return (
        is_verb(before)
        or is_verb(after)
        or has_title(scan, index)
        or scan.quoted(index, index)
        or (index > 0 and scan.words[index - 1] == _DOCTOR and scan.gaps[index].strip() == ".")
    )


def _is_given(word: str) -> bool:
    """Whether a word is a given name and nothing else in a sentence (بان is `that`)."""
    return word in GIVEN_NAMES and word not in FUNCTION_WORDS
