"""Which matches of the lists are names where they stand: names that are everyday words as well need a context for it."""

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Final

from search.extraction.cues import WORD_BEFORE
from search.extraction.gazetteer import Hit, Sense
from search.extraction.given_names import GIVEN_NAMES, WORDS_TOO
from search.extraction.occasions import is_in_an_occasion
from search.extraction.people import names_a_thing
from search.extraction.scan import Scan
from search.extraction.words import ALI, FUNCTION_WORDS, folded, is_verb
from search.types import EntityRecord

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
_ARTICLE: Final = "ال"
_RARE_PROCLITIC: Final = "ف"
_SHORT: Final = 4
_COUNTRY: Final = frozenset({"country", "state"})
_PREPOSITIONS: Final = folded("في إلى من بين قرب نحو صوب باتجاه غربي شرقي شمالي جنوبي شمال جنوب شرق غرب وسط")


def is_ruled_out(scan: Scan, hit: Hit) -> bool:
    """Whether what a list has at these words is no name there, whatever stands around: an adjective, a family name, a word
    of a title or of an occasion's name."""
    before = scan.before(hit.first)
    return (
        (before.endswith(_SERVANT_OF) and len(before) < 6)
        or (hit.first == hit.last and (_is_plain_word(scan, hit, before) or _is_family_name(hit, before)))
        or is_in_an_occasion(scan, hit)
        or (not hit.offset and hit.senses[0].entity.type == "person" and names_a_thing(scan, hit.first))
        or (scan.words[hit.last] == ALI and not scan.written(hit.last).endswith(ALI))
    )


def in_context(scan: Scan, hit: Hit, places: Set[int]) -> Hit | None:
    """The match without the senses that need a context which is not there: a word before the name, a place that it is
    joined to by `and` (`places`: the last words of places), quotation marks around a media name."""
    before = scan.before(hit.first)

    def stands(sense: Sense) -> bool:
        return sense.role != "ordinary" and not _may_be_another_word(scan, hit, sense)

    if all(stands(sense) for sense in hit.senses):
        return hit
    joined = hit.proclitics == "و" and hit.first - 1 in places and scan.soft[hit.first]
    senses = tuple(
        sense
        for sense in hit.senses
        if stands(sense)
        or (not hit.offset and before in (words := _BEFORE_ORDINARY[sense.entity.kind]))
        or (not hit.offset and before[1:] in words)
        or (joined and sense.entity.kind == "location")
        or (sense.entity.type in _COUNTRY and (hit.offset > 0 or _governs(before)))
        or (sense.entity.type == "media" and scan.quoted(hit.first, hit.last))
    )
    return Hit(hit.first, hit.last, hit.offset, hit.proclitics, senses) if senses else None


def _may_be_another_word(scan: Scan, hit: Hit, sense: Sense) -> bool:
    """Whether proclitic and name, that of a place which few know, may be one word together: a given name (فاطمة is not
    أطمة), or a short one (بحوث is not حوث)."""
    return (
        hit.offset > 0
        and sense.entity.type in _SMALL
        and hit.first == hit.last
        and not sense.entity.name_ar.startswith(_ARTICLE)
        and (
            hit.proclitics.startswith(_RARE_PROCLITIC)
            or len(scan.words[hit.first]) - hit.offset < _SHORT
            or scan.words[hit.first] in GIVEN_NAMES
        )
    )


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


def supported(scan: Scan, doubtful: Sequence[Hit], known: Sequence[Hit]) -> Iterator[Hit]:
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
