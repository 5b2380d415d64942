"""Who signs an outlet's articles, and how: learned from the lines at either end of its pages.

What stands beside many places is the outlet's own name or an agency (`نهر - بيروت`, `نهر - عمّان`); a name of two to four words
that signs again and again is a person, whatever the list of given names says.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from search.arabic.folding import fold_text
from search.cleaning.bylines import PLACES, has_given_name
from search.cleaning.furniture import COLLECTED, CREDITS, SECTIONS
from search.cleaning.learned import EDGES, Kind, Learned, LearnedLine, parts
from search.cleaning.lines import Line
from search.cleaning.templates import template, tokens

_RECURS: Final = 3
_PLACES_OF_A_MEDIUM: Final = 3
_PEOPLE_OF_A_MEDIUM: Final = 3
_SHARE_OF_A_MEDIUM: Final = 0.02
"""Share of the outlet's stories in whose datelines its name stands, at least."""
_LONGEST: Final = 70
_SAMPLES: Final = 5
_INLINE: Final = re.compile(r"([^.:،«»\"\n]{3,60}?)\s*:\s")
_SEPARATED: Final = re.compile(r"[–—|/-]|\sـ\s")

Signed = tuple[str, int, Sequence[str], Sequence[Line]]
"""Page id, number of its story, the lines that rules dropped, the lines that they kept."""


@dataclass(slots=True)
class _Part:
    """Where one part of a dateline was seen: `pages` by story, `beside` the other parts, by template."""

    pages: dict[int, str] = field(default_factory=dict)
    beside: set[str] = field(default_factory=set)
    text: str = ""


@dataclass(slots=True)
class _Parts:
    """Parts that stand beside others, names that stand alone, and what stands behind the place of a dated dateline."""

    beside: defaultdict[str, _Part] = field(default_factory=lambda: defaultdict(_Part))
    alone: defaultdict[str, _Part] = field(default_factory=lambda: defaultdict(_Part))
    behind: defaultdict[str, _Part] = field(default_factory=lambda: defaultdict(_Part))


def learn_signatures(pages: Iterable[Signed], outlet: str, total: int, known: Learned) -> Iterator[LearnedLine]:
    """Media, authors and dated datelines of one outlet with so many stories in all; `known` are the beginnings of lines
    that were learned before."""
    seen = _observe(pages, known)
    own = template(fold_text(outlet))
    media = {key for key, part in seen.beside.items() if _is_medium(key, part, own, total)}
    places = media | PLACES | CREDITS | COLLECTED
    found: dict[str, tuple[Kind, _Part]] = {key: ("medium", seen.beside[key]) for key in media}
    for key, part in seen.behind.items():
        if len(part.beside) >= _PLACES_OF_A_MEDIUM:
            found.setdefault(key, ("dateline", part))
    for key, part in seen.beside.items():
        if part.beside & places and _is_author(part):
            found.setdefault(key, ("author", part))
    for key, part in seen.alone.items():
        if has_given_name(part.text):
            found.setdefault(key, ("author", part))
    for key, (kind, part) in found.items():
        if (count := len(part.pages)) >= _RECURS:
            samples = tuple(sorted(part.pages.values())[:_SAMPLES])
            yield LearnedLine(key, kind, count, round(count / total, 4), samples, part.text)


def _observe(pages: Iterable[Signed], known: Learned) -> _Parts:
    seen = _Parts()
    for page, story, dropped, lines in pages:
        for candidate in _candidates(dropped, lines):
            written = candidate[known.start_of(candidate) :]
            split = parts(written)
            keys = [template(fold_text(part)) for part in split]
            if 2 <= len(keys) <= 4:
                for key, part in zip(keys, split, strict=True):
                    _note(seen.beside[key], story, page, part, set(keys) - {key})
            elif len(keys) == 1 and _is_name(split[0]):
                _note(seen.alone[keys[0]], story, page, split[0], ())
            words = [token.word for token in tokens(written)]
            for size in (1, 2, 3):
                if words[size : size + 1] == ["0"] and "0" not in words[:size] and words[-1] in CREDITS:
                    _note(seen.behind[" ".join(words[size:])], story, page, written, {" ".join(words[:size])})
    return seen


def _candidates(dropped: Sequence[str], lines: Sequence[Line]) -> Iterator[str]:
    """The texts that may be a signature: short lines at either end, and what a paragraph begins with up to a colon."""
    for text in dropped[:EDGES]:
        if len(text) <= _LONGEST:
            yield text
    ends = [*lines[:EDGES], *lines[max(EDGES, len(lines) - EDGES) :]]
    for line in ends:
        if len(line.text) <= _LONGEST and not line.is_sentence:
            yield line.text
    if lines and (found := _INLINE.match(lines[0].text)) and _SEPARATED.search(found[1]):
        yield found[1]


def _note(part: _Part, story: int, page: str, text: str, beside: Iterable[str]) -> None:
    part.pages.setdefault(story, page)
    part.beside.update(beside)
    part.text = part.text or text


def _is_medium(key: str, part: _Part, own: str, total: int) -> bool:
    """Whether a part is the outlet itself, or stands beside many places and, unless it is one word, beside many people:
    reporters travel as well, but one does not sign another's articles."""
    known = PLACES | CREDITS | COLLECTED | SECTIONS
    if not key or key in known or has_given_name(part.text) or len(key.split()) > 4:
        return False
    if key == own:
        return bool(part.beside & known)
    often = len(part.pages) >= _SHARE_OF_A_MEDIUM * total
    no_name = " " not in key or len(part.beside - known) >= _PEOPLE_OF_A_MEDIUM
    return often and no_name and len(part.beside & PLACES) >= _PLACES_OF_A_MEDIUM


def _is_author(part: _Part) -> bool:
    """Whether a part is a person: with several people beside it, it is rather a place that no list has."""
    people = sum(has_given_name(other) for other in part.beside)
    return _is_name(part.text) and (has_given_name(part.text) or people < 2)


def _is_name(text: str) -> bool:
    """Two to four words of letters alone, and no initials."""
    words = text.split()
    letters = all(len(word) > 1 and word.isalpha() for word in words)
    return 2 <= len(words) <= 4 and letters and template(fold_text(text)) not in PLACES
