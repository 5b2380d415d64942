"""In what kinds of names a word stands: so lists of names teach the tagger names that they have not."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from search.extraction.scan import line_of
from search.types import EntityRecord

_STEPS: Final = (1, 2, 5)
"""From how many names on a word counts as seldom, often, very often found in them."""
_KINDS: Final = "fplo"
"""First word of a person's name, later one; place; organisation."""


def name_words(entities: Iterable[EntityRecord]) -> Mapping[str, tuple[str, ...]]:
    """Words of the names of the entities to what is observed of them: letters of the kinds with their step."""
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in _KINDS}
    for entity in entities:
        seen: set[tuple[str, str]] = set()
        for form in entity.forms:
            words = line_of(form.text).split()
            for index, word in enumerate(words):
                if entity.kind == "location" or entity.type == "state":
                    kind = "l"
                elif entity.type == "person":
                    kind = "p" if index or len(words) == 1 else "f"
                else:
                    kind = "o"
                seen.add((kind, word))
        for kind, word in seen:
            counts[kind][word] += 1
    known: dict[str, tuple[str, ...]] = {}
    for kind, found in counts.items():
        for word, count in found.items():
            step = sum(count >= least for least in _STEPS)
            known[word] = (*known.get(word, ()), f"e{kind}{step}")
    return known
