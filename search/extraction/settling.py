"""What stands after the tagger has been heard: lists and rules decide who is meant and what they are sure of; the tagger adds
names that no list has, and settles bounds and kind of those that were found by rule.

The thresholds are those with the best F1 on the development halves (`tests/bench/ner.py`), cross-validated on the newswire.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from typing import Final

from search.arabic.letters import ARTICLE
from search.extraction.backed import Doubt, doubtful_places
from search.extraction.everyday import is_everyday
from search.extraction.gazetteer import Hit, Sense
from search.extraction.observations import Label, label_of
from search.extraction.organisations import HEADS
from search.extraction.people import OFFICES, SERVANT, TITLES
from search.extraction.reading import Reading
from search.extraction.scan import Scan
from search.extraction.tagger import Span, Tagger, Tagging
from search.extraction.unlisted import AFTER_TITLE, BY_TAGGER, unlisted
from search.extraction.words import FUNCTION_WORDS, folded, is_verb
from search.types import EntityKind, EntityRecord, TextField

_ADDS: Final = 0.45
"""From here on a name of the tagger's where nothing else was found."""
_OVERRULES: Final = 0.5
"""From here on its bounds and kind instead of a rule's, where it takes in all that the rule does."""
_SHORTENS: Final = 0.95
"""From here on, where it takes in less."""
_LENGTHENS: Final = 0.6
"""From here on a longer name around a listed one (منظمة الأمم المتحدة للتربية والعلم والثقافة); of a place only a name of
another kind, since its longer names are found by rule (مطار دمشق الدولي)."""
_RENAMES: Final = 0.8
"""From here on a name of another kind than the list has (a club with the name of its city)."""
_DENIES: Final = 0.8
"""From here on what a rule took for a name is none."""

_PROCLITICS: Final = "وفبلك"
_TANWIN: Final = "\u064b\u064c\u064d"
_IN: Final = "ب"
_QUOTED: Final = "media"
"""A type that rules give only where quotation marks, Latin letters or the word for it vouch."""
_PEOPLE: Final = ("يون", "يين")
_PEOPLES: Final = folded(
    "الروس العرب الأكراد الأتراك الفرس اليهود الإنجليز الألمان الأمريكان الأفغان الأرمن التركمان البدو"
)
"""Plurals of people by their ending, and those without it."""
_GENERIC: Final = folded(
    "القطاع المدينة البلدة الولاية الوادي البحر المحيط الصحراء الجنوب الشمال الشرق الغرب الحدود الدولة البلاد الكورنيش السوق",
    "الميدان الجامعة البيت المنطقة المحافظة الإقليم القرية الجزيرة العاصمة النهر الجبل الساحل المخيم الحي الشارع الملك الأمير",
    "الفيديو الشعب الوطن القارة المتوسط حديثه",
)
"""Nouns that are no place's name alone."""
_KINDS_OF_PLACE: Final = folded(
    "الدول البلدان المدن المناطق القطاع القطاعات السوق الأسواق الشريعة الدولة الأراضي مناطق محافظات مدن دول بلدان مساجد شاطئ"
)
"""Nouns that with an adjective are none either (الدول الأوروبية)."""
_ORGANISED: Final = folded("جامعة جامعتي كلية معهد أكاديمية مدرسة مستشفى مستشفيات بورصة أمانة بلدية محكمة شرطة")
"""Heads of institutions that are places as well, and count as what they are."""
_COMMON: Final = HEADS | TITLES | OFFICES | FUNCTION_WORDS
_KINDS: Final[dict[Label, tuple[EntityKind, str]]] = {
    "PER": ("actor", "person"),
    "LOC": ("location", "other"),
    "ORG": ("actor", "organisation"),
}


def tagged(tagger: Tagger, scans: Mapping[TextField, Scan], reading: Reading) -> dict[TextField, list[Hit]]:
    """The hits of each field of an article that stand after the tagger has been heard, with their likelihood."""
    named = persons_in_full(scans, reading.standing)
    settled = {}
    for field, scan in scans.items():
        found, standing = reading.found[field], reading.standing[field]
        doubts = doubtful_places(scan, reading.unsure[field], standing, tagger.is_rare)
        tagging = tagger.tag(scan, found, standing, named, [doubt.hit for doubt in doubts])
        no_names = {(hit.first, hit.last) for hit in reading.ruled_out[field]}
        spans = [
            _by_its_head(scan, span)
            for span in tagging.spans
            if span.label != "LOC" or (span.first, span.last) not in no_names
        ]
        settled[field] = _settle(scan, found, standing, doubts, tagger, replace(tagging, spans=tuple(spans)))
    return settled


def is_listed(hit: Hit) -> bool:
    """Whether a list has the entity."""
    return bool(hit.senses[0].entity.forms)


def persons_in_full(scans: Mapping[TextField, Scan], standing: Mapping[TextField, Sequence[Hit]]) -> set[str]:
    """First and last words of the persons that the article names in full."""
    return {
        scans[field].words[index]
        for field, hits in standing.items()
        for hit in hits
        if hit.last > hit.start and label_of(hit) == "PER"
        for index in (hit.start, hit.last)
    }


def _settle(
    scan: Scan,
    found: Sequence[Hit],
    standing: Sequence[Hit],
    doubts: Sequence[Doubt],
    tagger: Tagger,
    tagging: Tagging,
) -> list[Hit]:
    over: dict[int, Span] = {at: span for span in tagging.spans for at in range(span.first, span.last + 1)}
    tagged_at = {(span.first, span.last) for span in tagging.spans}
    there = [hit for hit in found if (hit.start, hit.last) in tagged_at]
    shorts = {(hit.first, hit.last): hit for hit in there if all(sense.role == "short" for sense in hit.senses)}
    places = {(hit.start, hit.last): hit for hit in there if is_listed(hit) and label_of(hit) == "LOC"}
    places |= {(doubt.hit.first, doubt.hit.last): doubt.hit for doubt in doubts if is_listed(doubt.hit)}
    kept: list[Hit] = []
    free = bytearray(b"\1") * len(scan.words)
    won: set[Span] = set()
    for hit in standing:
        spans = {over[at] for at in range(hit.start, hit.last + 1) if at in over}
        instead = set() if _is_full_name(scan, hit, spans) else _instead(hit, spans)
        if instead:
            won |= instead
        elif (
            spans
            or is_listed(hit)
            or hit.senses[0].entity.type == _QUOTED
            or tagging.denial[hit.start, hit.last] < _DENIES
        ):
            kept.append(_heard(hit, tagging))
    for hit in kept:
        free[hit.first : hit.last + 1] = bytes(hit.last + 1 - hit.first)
    kept += [
        _tagged(scan, span, shorts, places, tagger.proclitics(scan, span))
        for span in tagging.spans
        if (span in won or span.probability >= _ADDS)
        and all(free[span.first : span.last + 1])
        and not _is_common(scan, span)
    ]
    for hit in kept:
        free[hit.first : hit.last + 1] = bytes(hit.last + 1 - hit.first)
    kept += [
        _heard(hit, tagging)
        for hit, least in doubts
        if tagging.likelihood[hit.start, hit.last] >= least and all(free[hit.first : hit.last + 1])
    ]
    return sorted(kept, key=lambda hit: hit.first)


def names_a_people(word: str) -> bool:
    """Whether a word is people of a country, a faith or a profession (الإيرانيين, والروس): no names here."""
    bare = word[1:] if word[0] in _PROCLITICS and not word.startswith(ARTICLE) else word
    return bare in _PEOPLES or (bare.startswith(ARTICLE) and bare.endswith(_PEOPLE) and len(bare) > 5)


def _is_common(scan: Scan, span: Span) -> bool:
    """Whether a span opens with a people, or is an everyday word alone; or what the tagger takes for a place says of which
    kind only."""
    word = scan.words[span.first]
    bare = word[1:] if word[0] in _PROCLITICS else word
    if names_a_people(word):
        return True
    alone = span.first == span.last
    if span.label == "LOC":
        if not _KINDS_OF_PLACE.isdisjoint((word, bare)) or is_verb(word):
            return True
        if alone and (not _GENERIC.isdisjoint((word, bare)) or is_everyday(word) or _has_tanwin(scan, span)):
            return True
    return alone and (not _COMMON.isdisjoint((word, bare)) or is_verb(word))


def _has_tanwin(scan: Scan, span: Span) -> bool:
    return any(mark in scan.written(span.last) for mark in _TANWIN)


def _by_its_head(scan: Scan, span: Span) -> Span:
    """The span, as an organisation where its first word is the head of one (جامعة ليستر)."""
    word = scan.words[span.first]
    organised = (
        span.label == "LOC"
        and span.last > span.first
        and not _ORGANISED.isdisjoint((word, word[1:]))
        and not scan.words[span.first + 1].startswith(_IN)
    )
    return replace(span, label="ORG") if organised else span


def _heard(hit: Hit, tagging: Tagging) -> Hit:
    return replace(hit, likelihood=tagging.likelihood[hit.start, hit.last])


def _is_full_name(scan: Scan, hit: Hit, spans: Set[Span]) -> bool:
    """Whether the tagger leaves of a person's name behind a title just a first name in two words (عبد الكريم of
    عبد الكريم العمر)."""
    return hit.senses[0].entity.source == AFTER_TITLE and any(
        span.first == hit.first and span.last == hit.first + 1 < hit.last and scan.words[span.first].endswith(SERVANT)
        for span in spans
    )


def _instead(hit: Hit, spans: Set[Span]) -> set[Span]:
    """The names of the tagger's that stand instead of a hit; of a listed one only a longer name, or one of another kind; of
    one that a person decided about, none."""
    if any(sense.role == "decided" for sense in hit.senses):
        return set()
    here = (hit.start, hit.last)
    label = label_of(hit)
    if any((span.first, span.last, span.label) == (*here, label) for span in spans):
        return set()
    if is_listed(hit) or label == "LOC":
        return {
            span
            for span in spans
            if (span.probability >= _LENGTHENS and span.first <= hit.start and span.last >= hit.last)
            and (span.first < hit.first or span.last > hit.last or (span.first, span.last) == here)
            and not (span.label == label == "LOC")
            and ((span.first, span.last) != here or (span.probability >= _RENAMES and label != "PER"))
        }
    return {
        span
        for span in spans
        if span.probability >= (_OVERRULES if span.first <= hit.start and span.last >= hit.last else _SHORTENS)
    }


def _tagged(
    scan: Scan,
    span: Span,
    shorts: Mapping[tuple[int, int], Hit],
    places: Mapping[tuple[int, int], Hit],
    offset: int,
) -> Hit:
    """A name of the tagger's as a match: of the listed place, or the one listed person, that is called so, or of no list."""
    place = places.get((span.first, span.last))
    if place is not None and span.label == "LOC":
        return replace(place, method="tagger", likelihood=span.probability)
    short = shorts.get((span.first, span.last))
    if short is not None and span.label == "PER":
        persons = [sense for sense in short.senses if sense.entity.type == "person"]
        if len(persons) == 1:
            return replace(
                short, senses=(replace(persons[0], role="name"),), method="tagger", likelihood=span.probability
            )
    start, end = scan.original_span(span.first, span.last, offset)
    return Hit(
        span.first,
        span.last,
        offset,
        scan.words[span.first][:offset],
        (Sense(_record(span.label, scan.text[start:end]), "name"),),
        "tagger",
        span.probability,
    )


def _record(label: Label, name: str) -> EntityRecord:
    kind, type_ = _KINDS[label]
    return unlisted(kind, type_, name, BY_TAGGER)
