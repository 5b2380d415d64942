"""The actors, locations and cited media of one article, as mentions.

Matches of the gazetteer and names found by rule compete: the longest wins, what lies inside it is kept as nested. The
tagger adds what neither has, and settles doubts. Short names count once the full one has been read. Then each match
becomes one mention of one entity in one role.
"""

from collections.abc import Iterator, Mapping, Sequence

from search.extraction.choice import Choice
from search.extraction.clubs import clubs
from search.extraction.confidence import confidence, method_of
from search.extraction.context import in_context, is_ruled_out, supported
from search.extraction.foreign import names_of_lists
from search.extraction.gazetteer import Gazetteer, Hit, Sense
from search.extraction.groups import find_groups
from search.extraction.language import UNKNOWN
from search.extraction.organisations import find_organisations
from search.extraction.people import find_persons
from search.extraction.reading import Reading
from search.extraction.roles import decide_roles, is_ambiguous
from search.extraction.scan import Scan
from search.extraction.settling import tagged
from search.extraction.short_names import short_names
from search.extraction.sources import is_cited
from search.extraction.tagger import Tagger
from search.extraction.unlisted import find_media, find_places
from search.types import EntityKind, EntityRecord, Mention, TextField


def entity_mentions(
    texts: Mapping[TextField, str], gazetteer: Gazetteer, language: str = "ar", tagger: Tagger | None = None
) -> tuple[Mention, ...]:
    """Mentions in the fields of one article, in text order within each; nested ones behind those that count. In languages
    other than Arabic only names of the lists are found; a text whose language can't be told is read as Arabic."""
    scans = {field: Scan(text) for field, text in texts.items()}
    arabic = language in ("ar", UNKNOWN)
    reading = read_names(scans, gazetteer, arabic)
    found, full = reading.found, reading.standing
    if tagger is not None and arabic:
        full = tagged(tagger, scans, reading)
    if arabic:
        full = clubs(scans, full)
    shorts = short_names(scans, found, full)
    kept = {field: _longest(scans[field], shorts[field] + hits) for field, hits in full.items()}
    roles = decide_roles([(scans[field], kept[field]) for field in texts], gazetteer.by_key)
    choice = Choice(gazetteer.by_key, [hit for hits in kept.values() for hit in hits])
    mentions: list[Mention] = []
    for (field, hits), own in zip(kept.items(), roles, strict=True):
        scan = scans[field]
        for hit, role in zip(hits, own, strict=True):
            mentions.append(_mention(field, scan, hit, choice.entity(scan, hit, role.kind), role.ambiguous))
        mentions += _nested(field, scan, found[field], hits)
    return tuple(mentions)


def read_names(scans: Mapping[TextField, Scan], gazetteer: Gazetteer, arabic: bool = True) -> Reading:
    """The names in the fields of one article, as lists and rules have them."""
    reading = Reading({}, {}, {}, {})
    for field, scan in scans.items():
        if arabic:
            found, reading.unsure[field], reading.ruled_out[field] = _candidates(scan, gazetteer)
        else:
            found = names_of_lists(scan, gazetteer.find(scan))
        reading.found[field] = found
        reading.standing[field] = _longest(scan, [hit for hit in found if _stands(hit)])
    return reading


def _candidates(scan: Scan, gazetteer: Gazetteer) -> tuple[list[Hit], list[Hit], list[Hit]]:
    """The matches of lists and rules; those of the lists that are in doubt; those that are no names."""
    matches = gazetteer.find(scan)
    places = {match.last for match in matches if any(_is_place(sense) for sense in match.senses)}
    known: list[Hit] = []
    doubtful: list[Hit] = []
    ruled_out: list[Hit] = []
    for match in matches:
        if is_ruled_out(scan, match):
            ruled_out.append(match)
            continue
        hit = in_context(scan, match, places)
        if hit is not None:
            known.append(_quoted_part(scan, hit))
        elif match.first == match.last:
            doubtful.append(match)
    known += supported(scan, doubtful, known)
    standing = [hit for hit in known if _stands(hit)]
    found = [
        *find_media(scan, standing),
        *known,
        *find_places(scan, standing),
        *find_groups(scan),
        *find_organisations(scan, standing),
        *find_persons(scan, standing),
    ]
    return found, doubtful, ruled_out


def _stands(hit: Hit) -> bool:
    return any(sense.role != "short" for sense in hit.senses)


def _is_place(sense: Sense) -> bool:
    return sense.entity.kind == "location" and sense.role in ("name", "decided")


def _longest(scan: Scan, hits: Sequence[Hit]) -> list[Hit]:
    """The longest matches that do not overlap, in text order; of equal ones the first, so lists go before rules."""

    def length(hit: Hit) -> int:
        return sum(len(scan.words[index]) + 1 for index in range(hit.first, hit.last + 1)) - hit.offset

    free = bytearray(b"\1") * len(scan.words)
    kept = []
    for hit in sorted(hits, key=length, reverse=True):
        if all(free[hit.first : hit.last + 1]):
            free[hit.first : hit.last + 1] = bytes(hit.last + 1 - hit.first)
            kept.append(hit)
    kept.sort(key=lambda hit: hit.first)
    return kept


def _quoted_part(scan: Scan, hit: Hit) -> Hit:
    """A name of which a part stands in quotation marks or brackets is shown by that part (تنظيم "الدولة الإسلامية")."""
    if hit.start > hit.first or hit.first == hit.last:
        return hit
    for at in range(hit.first + 1, hit.last + 1):
        if scan.gaps[at] == " ":
            continue
        if scan.quoted(at, hit.last):
            skipped = tuple(Sense(sense.entity, sense.role, at - hit.first) for sense in hit.senses)
            return Hit(hit.first, hit.last, hit.offset, hit.proclitics, skipped)
        if scan.quoted(hit.first, at - 1):
            return Hit(hit.first, at - 1, hit.offset, hit.proclitics, hit.senses)
    return hit


def _mention(
    field: TextField, scan: Scan, hit: Hit, entity: EntityRecord, ambiguous: bool = False, nested: bool = False
) -> Mention:
    start, end = scan.original_span(hit.start, hit.last, 0 if hit.start > hit.first else hit.offset)
    text = scan.text[start:end]
    cited = not nested and entity.kind == "actor" and is_cited(scan, hit, entity)
    canonical = entity.name_en if entity.name_en and text.isascii() else entity.name_ar
    method = method_of(hit, entity)
    return Mention(
        field,
        "source" if cited and entity.type == "media" else entity.kind,
        entity.type,
        canonical,
        entity.key,
        text,
        start,
        end,
        nested=nested,
        method=method,
        confidence=confidence(method, hit.likelihood, ambiguous),
        ambiguous=ambiguous,
        cited=cited,
    )


def _nested(field: TextField, scan: Scan, found: Sequence[Hit], kept: Sequence[Hit]) -> Iterator[Mention]:
    """Names inside longer ones, each once. A name that may be a place is the place there (سوريا in قوات سوريا)."""
    outer: dict[int, Hit] = {index: hit for hit in kept for index in range(hit.first, hit.last + 1)}
    seen: set[tuple[int, int]] = set()
    for hit in found:
        around = outer.get(hit.first)
        if around is None or not all(sense.role in ("name", "metonym", "decided") for sense in hit.senses[:1]):
            continue
        inside = around.first <= hit.first and hit.last <= around.last
        span = (hit.start, hit.last)
        if not inside or span in seen or span == (around.start, around.last) or hit.start < around.start:
            continue
        seen.add(span)
        sense = _place_first(hit)
        yield _mention(field, scan, hit, sense.entity, nested=True)


def _place_first(hit: Hit) -> Sense:
    kind: EntityKind = "location" if is_ambiguous(hit) else hit.senses[0].entity.kind
    return next(sense for sense in hit.senses if sense.entity.kind == kind)
