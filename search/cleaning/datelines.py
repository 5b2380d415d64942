"""Lines that tell from where, by which medium and when a report was sent: datelines (`الحسكة – خاص`, `بيروت (رويترز) -`)."""

import re
from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from search.arabic.folding import fold_text
from search.cleaning.bylines import (
    HANDLE,
    has_given_name,
    is_a_full_name,
    is_byline_mark,
    is_shaped_like_a_name,
    without_origin,
)
from search.cleaning.furniture import COLLECTED, CREDITS, OWN_REPORT
from search.cleaning.lines import Line
from search.cleaning.moments import read_moment
from search.cleaning.places import is_place
from search.types import Moment

_SENT: Final = re.compile(
    r"(?P<place>[^\W\d_]+(?: [^\W\d_]+){0,2}) (?P<day>\d.*\d(?:\s?(?:هـ|ه|م)(?!\w))?) (?P<source>[^\W\d_]+(?: [^\W\d_]+){0,2})"
    r"|\((?P<alone>[^()\d]{2,25})\) (?P<day_after>\d.{5,40}\d)|(?P<day_before>\d.{5,40}\d) \((?P<behind>[^()\d]{2,25})\)"
)
"""A dateline with the day on a line of its own: `جازان 11 رجب 1445 هـ واس`, `(رويترز) 18 مارس 2022`."""
_PARTS: Final = re.compile(r"\s*[–—|:،/-]\s*|\s+ـ\s+")
_WORD: Final = r"[^\W\d_]+"
_PLACE: Final = rf"(?P<place>{_WORD}(?: {_WORD}){{0,2}}?)(?:[،,] {_WORD}(?: {_WORD})?)?"
_DAY: Final = (
    r"(?:في )?(?P<day>\d{1,2}[ /][^\d()]{3,25}[ /]\d{4}|[^\W\d_]{3,9}\.? \d{1,2}, \d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"
    rf"|\d{{1,2}} ?[ /-] ?\d{{1,2}}|\d{{1,2}} {_WORD}(?: ?[ /(-] ?{_WORD}\)?)?)"
)
_DATED: Final = re.compile(
    rf"{_PLACE}\s*[،,-]?\s*{_DAY}\s*[،,-]?\s*(?:[(/]\s?(?P<source>[^()/\d]{{2,30}}?)\s?[)/](?:\s*[-–—ـ:]{{1,2}}\s*|\s+|$)"
    rf"|(?P<bare>{_WORD})\s?[-–—ـ:]{{1,2}}\s*)(?:(?P<by>{_WORD}(?: {_WORD}){{1,3}})\s?[-–—]\s)?"
)
"""A dateline of an agency that carries the day, whole or without its year, some with the reporter behind:
`نيويورك 18 ديسمبر 2015 (رويترز) - `, `الكويت - 14 - 1 (كونا) -- `, `المفرق 3 أيار (بترا)- فلان الفلاني- `,
`جنين 17-10-2021 وفا- `."""

_INLINE: Final = re.compile(
    r"(?P<place>[^\s\d(:.،«»\"]+(?: [^\s\d(:.،«»\"–—ـ-][^\s\d(:.،«»\"]*){0,2})(?P<within>[،,] [^\W\d_]+(?: [^\W\d_]+)?)?\s*"
    r"(?:\((?P<source>[^()]{2,30})\)\s*[-–—ـ:]{0,2}|[-–—ـ,،/:]\s*(?P<after>[^-–—ـ:]{2,30}?)\s*[-–—ـ:]|[-–—])\s+"
)

PLACE_ALONE: Final = "a place alone below the headline"
"""Why a line is a dateline that has nothing but a place."""
AFTER_PLACE: Final = " :-–—ـ"
"""What may stand behind it there."""
_QUOTED: Final = re.compile(r"[«\"“][^«»\"“”]{2,30}[»\"”]")

_MEDIA: Final = frozenset("قناه صحيفه شبكه موقع جريده منصه بوابه اذاعه".split())
_MEDIA_TAILS: Final = frozenset("نيوز برس بريس نت اليوم الاخباريه اونلاين تايمز الالكتروني الالكترونيه".split())
"""First and last words of media's names, folded."""

_MOST_PARTS: Final = 8
"""Parts of the longest datelines: several cities, several reporters."""

Names = Collection[str]
"""Folded names of outlets."""


class Dateline(NamedTuple):
    """`place` as written, or None where only the medium is named; `source` as written: agency, outlet or `خاص`;
    `authors` that stand in the same line; `day` where the line gives the whole date."""

    place: str | None
    source: str | None
    authors: tuple[str, ...] = ()
    day: Moment | None = None


def read_dateline(line: Line, outlets: Names, sure: bool = False) -> Dateline | None:
    """The parts of a line that is a dateline: two or three short parts, of which one is a place, an agency, an outlet or
    a word like `خاص`, and none is anything but these or a person's name. None for other lines. `sure`: the line stands where
    a dateline stands, so a place beside any word, or a person beside any place, is enough."""
    if not line.key or len(line.key) > (160 if sure else 70):
        return None
    if dated := _read_sent(line, outlets):
        return dated
    written = HANDLE.sub("", line.text)
    if line.words > (25 if sure else 9) or not re.search(r"[-–—ـ|/:،(]", written):
        return None
    parts = [part for part in _PARTS.split(written.strip(" :-–.()").replace("(", "- ").replace(")", "")) if part]
    if not 1 < len(parts) < (_MOST_PARTS if sure else 4):
        return None
    told = _told(parts, outlets, sure)
    found = told and _dateline(*told, sure)
    if found and not found.source and not is_place(fold_text(found.place or "")) and ":" in written.rstrip(" :"):
        return None  # `name: words` is a headline or what the person says
    return found


def _told(
    parts: Sequence[str], outlets: Names, sure: bool
) -> tuple[str | None, str | None, list[str], str | None] | None:
    """(place, source, authors, medium named like a city before the place) of the parts of a line; None where one of them is
    nothing that a dateline has."""
    place = source = beside = None
    named = False
    authors: list[str] = []
    for part in parts:
        key = " ".join(fold_text(part).split()).strip('«»"“”{} ')
        # newspapers bear the names of cities: the first name of a place is one
        if is_medium(key, outlets) and (not is_place(key) or named):
            source = source or part.strip('«»"“”{} ')
        elif is_place(key) and sure and place is not None and source is None and not is_place(fold_text(place)):
            place, source, named = part, place, True
        elif is_place(key):
            beside = place if is_medium(key, outlets) else None
            place, named = (part if beside else place or part), True
        elif 2 <= len(key.split()) <= 4 and has_given_name(key):
            authors.append(without_origin(part))
            place = part.removeprefix(authors[-1]).strip().removeprefix("من ") or place
        elif sure and is_byline_mark(key):
            continue
        elif place is None and len(key.split()) <= 2 and len(parts) == 2 and any(char.isalpha() for char in key):
            place = part
        elif sure and named and source is None and len(key.split()) == 1:
            source = part
        elif sure and named and is_shaped_like_a_name(part) and (source is not None or is_a_full_name(part)):
            authors.append(part)
        elif sure and not named and source is None and len(parts) == 3 and part == parts[0] and len(key.split()) <= 3:
            source = part  # `OUTLET - PLACE - PERSON`
        else:
            return None
    return place, source, authors, beside


def _dateline(
    place: str | None, source: str | None, authors: list[str], beside: str | None, sure: bool
) -> Dateline | None:
    known = place is not None and is_place(fold_text(place))
    if source is None and beside is not None and known:  # `عين اليوم – الرياض`
        return Dateline(place, None, tuple(authors + _family(beside)))
    if source is None and not ((known or (sure and place)) and authors):
        return None
    if place is not None and not known and source is not None and fold_text(source) not in OWN_REPORT:
        # beside an outlet or `متابعات` stands a person as often as a place; a family name in -i tells
        authors += _family(place)
        place = None
    if source is None and not known and place and " " in place:  # rather the outlet beside its reporter than a place
        return Dateline(None, place, tuple(authors))
    return Dateline(place, source, tuple(authors))


def _read_sent(line: Line, outlets: Names) -> Dateline | None:
    found = _SENT.fullmatch(line.text) if re.search(r"\d", line.text) else None
    day = read_moment(found["day"] or found["day_after"] or found["day_before"]) if found else None
    if found is None or day is None:
        return None
    place, source = found["place"], found["source"] or found["alone"] or found["behind"]
    if place is None:
        return Dateline(None, source, day=day)
    return Dateline(place, source, day=day) if is_medium(" ".join(fold_text(source).split()), outlets) else None


def is_quoted(source: str) -> bool:
    """Whether a medium stands in quotation marks, as newspapers write their own name in a dateline: `حيفا ـ «المنبر»:`."""
    return _QUOTED.fullmatch(source.strip()) is not None


def read_inline_dateline(text: str, outlets: Names) -> Dateline | None:
    """The dateline that a first paragraph begins with: `بيروت (رويترز) -`, `الرياض – واس:`, with the date where it gives
    one; the paragraph keeps it."""
    if (found := _DATED.match(text[:100])) and (dated := _read_dated(found, outlets)):
        return dated
    found = _INLINE.match(text[:100])
    if found is None:
        return None
    place, source = found["place"], found["source"] or found["after"]
    if source is None:
        return Dateline(place, None) if is_place(fold_text(place)) else None
    key = " ".join(fold_text(source).split()).strip('«»"“”{} ')
    if not is_medium(key, outlets):
        if is_place(key) and not found["source"] and not is_quoted(source) and len(place.split()) <= 2:
            return Dateline(source, place)  # the outlet's own name goes before the place
        known = is_place(fold_text(place)) or (found["within"] and is_place(fold_text(found["within"][2:])))
        agency = (found["source"] or is_quoted(source)) and known and not is_place(key)
        return Dateline(place, source) if agency else None
    return Dateline(place if is_place(fold_text(place)) or found["source"] else None, source)


def _read_dated(found: re.Match[str], outlets: Names) -> Dateline | None:
    """The dateline that has a day; without a whole date only where place and agency stand as agencies write them."""
    day, source = read_moment(found["day"]), found["source"] or found["bare"]
    known = is_place(fold_text(found["place"])) or is_medium(fold_text(source), outlets)
    if day is None and not (known and (found["source"] or is_medium(fold_text(source), outlets))):
        return None
    return Dateline(found["place"], source, (found["by"],) if found["by"] else (), day)


def is_medium(key: str, outlets: Names) -> bool:
    """Whether folded words are what stands beside the place in a dateline: agency, outlet, `خاص`, `متابعات`."""
    words = key.split()
    if not words or len(words) > 5:
        return False
    if key in CREDITS or key in COLLECTED or key in OWN_REPORT or key in outlets:
        return True
    if words[0] in OWN_REPORT or words[0] in ("وكاله", "مكتب") or words[-1] in ("وكالات", "ووكالات", "خاص"):
        return True
    return len(words) > 1 and (words[0] in _MEDIA or words[-1] in _MEDIA_TAILS)


def _family(name: str) -> list[str]:
    """The name, where it is a given and a family name in -i."""
    return [name] if len(name.split()) == 2 and name.endswith(("ي", "ى")) else []
