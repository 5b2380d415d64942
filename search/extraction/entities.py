"""The actors, locations and cited media of one article, as mentions.

Matches of the gazetteer and names found by rule compete: the longest wins, what lies inside it is kept as nested. The
tagger adds what neither has, and settles doubts. Short names count once the full one has been read. Then each match
becomes one mention of one entity in one role.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Final

from search.extraction.choice import Choice
from search.extraction.confidence import confidence, method_of
from search.extraction.cues import WORD_BEFORE
from search.extraction.foreign import names_of_lists
from search.extraction.gazetteer import Gazetteer, Hit, Sense
from search.extraction.given_names import GIVEN_NAMES, WORDS_TOO
from search.extraction.groups import find_groups
from search.extraction.language import UNKNOWN
from search.extraction.occasions import is_in_an_occasion
from search.extraction.organisations import find_organisations
from search.extraction.people import find_persons, names_a_thing
from search.extraction.roles import decide_roles, is_ambiguous
from search.extraction.scan import Scan
from search.extraction.settling import tagged
from search.extraction.short_names import short_names
from search.extraction.sources import is_cited
from search.extraction.tagger import Tagger
from search.extraction.unlisted import find_media, find_places
from search.extraction.words import ALI, FUNCTION_WORDS, folded, is_verb
from search.types import EntityKind, EntityRecord, Mention, TextField

_BEFORE_ORDINARY: Final[Mapping[str, frozenset[str]]] = {
    "location": folded(
        "مدينة بلدة قرية بلدتي قريتي بلدات قرى مدن محافظة ناحية قضاء منطقة حي نهر جبل مطار معبر مخيم قاعدة",
        "جزيرة ميناء ريف أحياء دولة جمهورية سد",
        "وادي بمدينة ببلدة بقرية محافظات محافظتي مناطق منطقتي مديريات مديرية مديريتي ولاية ولايات إقليم مقاطعة أودية إمارة",
    ),
    "actor": folded(
        "شركة مجموعة بنك مصرف نادي",
        "صحيفة جريدة موقع قناة وكالة منصة مجلة إذاعة شبكة تلفزيون راديو مؤسسة صحيفتي قناتي حركة حزب تنظيم",
        "جماعة فصيل ميليشيا مليشيا",
        "حركتي حزبي كتائب قوات منظمة تيار كتلة تحالف ائتلاف",
    ),
}
"""Words that make a name of an everyday word."""
_SERVANT_OF: Final = "خادم"
"""With the name of the holy places behind it the title of a king."""
_TANWIN: Final = "\u064b"
_SMALL: Final = frozenset({"village", "town", "other", "base"})
_NAMED_AFTER: Final = _SMALL | {"city", "governorate"}
_COUNTRY: Final = frozenset({"country", "state"})
_PREPOSITIONS: Final = folded("في إلى من بين قرب نحو صوب باتجاه غربي شرقي شمالي جنوبي شمال جنوب شرق غرب وسط")


def entity_mentions(
    texts: Mapping[TextField, str], gazetteer: Gazetteer, language: str = "ar", tagger: Tagger | None = None
) -> tuple[Mention, ...]:
    """Mentions in the fields of one article, in text order within each; nested ones behind those that count. In languages
    other than Arabic only names of the lists are found; a text whose language can't be told is read as Arabic."""
    scans = {field: Scan(text) for field, text in texts.items()}
    arabic = language in ("ar", UNKNOWN)
    found, full = read_names(scans, gazetteer, arabic)
    if tagger is not None and arabic:
        full = tagged(tagger, scans, found, full)
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


def read_names(
    scans: Mapping[TextField, Scan], gazetteer: Gazetteer, arabic: bool = True
) -> tuple[dict[TextField, list[Hit]], dict[TextField, list[Hit]]]:
    """All matches of lists and rules in the fields of one article, and those of them that stand on their own."""
    if arabic:
        found = {field: _candidates(scan, gazetteer) for field, scan in scans.items()}
    else:
        found = {field: names_of_lists(scan, gazetteer.find(scan)) for field, scan in scans.items()}
    return found, {
        field: _longest(scans[field], [hit for hit in hits if _stands(hit)]) for field, hits in found.items()
    }


def _candidates(scan: Scan, gazetteer: Gazetteer) -> list[Hit]:
    matches = gazetteer.find(scan)
    places = {match.last for match in matches if any(_is_place(sense) for sense in match.senses)}
    known: list[Hit] = []
    doubtful: list[Hit] = []
    for match in matches:
        hit = _in_context(scan, match, places)
        if hit is not None:
            known.append(_quoted_part(scan, hit))
        elif match.first == match.last:
            doubtful.append(match)
    known += _supported(scan, doubtful, known)
    standing = [hit for hit in known if _stands(hit)]
    return [
        *find_media(scan, standing),
        *known,
        *find_places(scan, standing),
        *find_groups(scan),
        *find_organisations(scan, standing),
        *find_persons(scan, standing),
    ]


def _supported(scan: Scan, doubtful: Sequence[Hit], known: Sequence[Hit]) -> Iterator[Hit]:
    """Everyday words behind a preposition that are names of places (في عالية), where the text names the place in
    context elsewhere, or another place of the same governorate."""
    if not doubtful:
        return
    near = {
        key
        for hit in known
        for sense in hit.senses[:2]
        if sense.entity.kind == "location"
        for key in (sense.entity.key, _governorate(sense.entity))
        if key
    }
    for hit in doubtful:
        if hit.proclitics != "ب" and (hit.offset or scan.before(hit.first).lstrip("و") not in _PREPOSITIONS):
            continue
        senses = tuple(
            sense
            for sense in hit.senses
            if sense.role == "ordinary"
            and sense.entity.kind == "location"
            and sense.entity.type not in _COUNTRY
            and (sense.entity.key in near or _governorate(sense.entity) in near)
        )
        if senses and not _has_tanwin(scan, hit):
            yield Hit(hit.first, hit.last, hit.offset, hit.proclitics, senses)


def _governorate(place: EntityRecord) -> str:
    """The key of what a place lies in, if that is less than a country."""
    return "" if place.parent is None or place.parent.startswith("country-") else place.parent


def _stands(hit: Hit) -> bool:
    return any(sense.role != "short" for sense in hit.senses)


def _is_place(sense: Sense) -> bool:
    return sense.entity.kind == "location" and sense.role in ("name", "decided")


def _is_small(sense: Sense, hit: Hit) -> bool:
    """A name of one word without the article, of a place that few know: with a proclitic it may be any word (بليون)."""
    return sense.entity.type in _SMALL and hit.first == hit.last and not sense.entity.name_ar.startswith("ال")


def _in_context(scan: Scan, hit: Hit, places: Set[int]) -> Hit | None:
    """The match without the senses that need a context which is not there: a word before the name, a place that it is
    joined to by `and` (`places`: the last words of places), quotation marks around a media name."""
    before = scan.before(hit.first)
    if before.endswith(_SERVANT_OF) and len(before) < 6:
        return None
    if hit.first == hit.last and (_is_plain_word(scan, hit, before) or _is_family_name(hit, before)):
        return None
    if is_in_an_occasion(scan, hit):
        return None
    if not hit.offset and hit.senses[0].entity.type == "person" and names_a_thing(scan, hit.first):
        return None
    if scan.words[hit.last] == ALI and not scan.written(hit.last).endswith(ALI):
        return None
    if all(sense.role != "ordinary" and not (hit.offset and _is_small(sense, hit)) for sense in hit.senses):
        return hit
    joined = hit.proclitics == "و" and hit.first - 1 in places and scan.soft[hit.first]
    senses = tuple(
        sense
        for sense in hit.senses
        if (sense.role != "ordinary" and not (hit.offset and _is_small(sense, hit)))
        or (not hit.offset and before in (words := _BEFORE_ORDINARY[sense.entity.kind]))
        or (not hit.offset and before[1:] in words)
        or (joined and sense.entity.kind == "location")
        or (sense.entity.type in _COUNTRY and (hit.offset > 0 or _governs(before)))
        or (sense.entity.type == "media" and scan.quoted(hit.first, hit.last))
    )
    return Hit(hit.first, hit.last, hit.offset, hit.proclitics, senses) if senses else None


def _is_plain_word(scan: Scan, hit: Hit, before: str) -> bool:
    """Whether one word that is spelt like a name is an adjective (الهيئة السعودية), by its ending an adverb (دوماً), or
    by its beginning a noun with the article (للحج is not لحج)."""
    word = scan.words[hit.first][hit.offset :]
    if word.startswith("ل") and scan.words[hit.first][: hit.offset].endswith("ل"):
        return True
    if not hit.proclitics and word.endswith("يه") and word.startswith("ال") and _is_definite(before):
        return True
    return _has_tanwin(scan, hit)


def _has_tanwin(scan: Scan, hit: Hit) -> bool:
    start, end = scan.original_span(hit.first, hit.last)
    return _TANWIN in scan.text[start:end]


def _is_family_name(hit: Hit, before: str) -> bool:
    """Whether a small place's name stands right behind a given name (عبدالرحمن السويداء)."""
    return (
        not hit.offset
        and before in GIVEN_NAMES
        and before not in WORDS_TOO
        and all(sense.entity.kind == "location" and sense.entity.type in _NAMED_AFTER for sense in hit.senses)
    )


def _is_definite(word: str) -> bool:
    return word not in FUNCTION_WORDS and word.startswith(("ال", "وال", "لل", "بال"))


def _governs(word: str) -> bool:
    """Whether a noun or preposition can have a country's name as its complement (an adjective follows a noun)."""
    return (
        not word or word in FUNCTION_WORDS or word in WORD_BEFORE or word.lstrip("وفبل") in WORD_BEFORE or is_verb(word)
    )


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
