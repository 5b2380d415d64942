"""Clubs that are called like their city (روما, برشلونة): in texts about sport a city's name that plays is its club.

Written from the grammar: cities are feminine and clubs masculine, so an adjective or a verb that agrees tells them apart.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from search.extraction.gazetteer import Hit, Sense
from search.extraction.nations import NATIONS
from search.extraction.observations import is_about_sport
from search.extraction.scan import Scan
from search.extraction.unlisted import PLACE_HEADS, unlisted
from search.extraction.words import IMPERFECT_VERBS, PERFECT_VERBS, folded
from search.types import TextField

_TYPES: Final = frozenset({"city", "town", "governorate"})
_COUNTRIES: Final = frozenset({"country", "state"})
_MASCULINE: Final = "ي"
_FEMININE_PERFECT: Final = "ت"
_FEMININE_IMPERFECT: Final = ("ت", "ست")
_AND: Final = "وف"
_TEAM_OF: Final = folded(
    "فريق نادي مدرب مهاجم مدافع حارس لاعب لاعبي لاعبو نجم نجوم قائد هداف جناح إدارة جماهير جمهور مشجعي مشجعو أنصار صفوف قميص",
    "ألوان مرمى شباك ضيفه مضيفه ضيافة مواجهة لقاء مباراة مباراته مباراتي تدريب دكة غريمه جاره منافسه مواطنه نظيره فريقه",
    "مدربه ناديه أمام ضد مع",
)
"""Words that a team's name completes or follows."""
_BEATEN: Final = folded("على")
_WINS: Final = folded(
    "فاز فازت تغلب تغلبت تفوق انتصر الفوز فوز بالفوز للفوز فوزه انتصاره انتصار التغلب تفوقه تقدم خسر ركلات الترجيح"
)
"""What stands a few words before `على` and the loser."""
_MOVES: Final = folded("إلى من")
_TRANSFERS: Final = folded(
    "انتقل انتقال الانتقال انتقاله المنتقل ينتقل انضم انضمام الانضمام انضمامه ينضم إعارة بيع ضم ضمه رحيل الرحيل رحيله قادما قدوم",
    "قدومه عودة لصفوف صفقة الصفقة عقد",
)
"""What stands a few words before `to` or `from` and a club."""
_NEAR: Final = 5
_PLACE_BEFORE: Final = frozenset(PLACE_HEADS) | folded(
    "في العاصمة مدينة شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط قرب جامعة شرطة بلدية أمانة محافظ أمير منطقة محافظة بمدينة",
    "لمدينة بالعاصمة شوارع أحياء أهالي سكان عمدة مطار ملعب استاد ضواحي",
)
_IN: Final = "ب"


def clubs(scans: Mapping[TextField, Scan], full: Mapping[TextField, Sequence[Hit]]) -> dict[TextField, list[Hit]]:
    """The hits of one article that stand, where it is about sport with clubs instead of cities that play in it."""
    if not is_about_sport(scans.values()):
        return {field: list(hits) for field, hits in full.items()}
    playing = {
        _name(scans[field], hit)
        for field, hits in full.items()
        for hit in hits
        if _is_city(hit) and _plays(scans[field], hit)
    }
    return {
        field: [
            _club(scans[field], hit)
            if _is_city(hit) and _name(scans[field], hit) in playing and not _is_place(scans[field], hit)
            else hit
            for hit in hits
        ]
        for field, hits in full.items()
    }


def _is_city(hit: Hit) -> bool:
    """Whether a match may name a city of the lists; its state as well, if it is a capital, but no country of its own (عمان)."""
    return hit.first == hit.last and (
        any(
            sense.entity.kind == "location" and sense.entity.type in _TYPES and sense.entity.forms
            for sense in hit.senses
        )
        and all(sense.role != "decided" for sense in hit.senses)
        and not any(sense.entity.type in _COUNTRIES and sense.role == "name" for sense in hit.senses)
    )


def _name(scan: Scan, hit: Hit) -> str:
    return scan.words[hit.first][hit.offset :]


def _is_place(scan: Scan, hit: Hit) -> bool:
    """Whether what stands around a city's name makes a place of it."""
    before = scan.before(hit.first)
    after = scan.after(hit.last)
    return (
        _IN in hit.proclitics
        or (not hit.offset and (before in _PLACE_BEFORE or before[1:] in _PLACE_BEFORE))
        or (after in NATIONS and not after.endswith(_MASCULINE))
    )


def _plays(scan: Scan, hit: Hit) -> bool:
    """Whether what stands around a city's name makes a club of it."""
    if _is_place(scan, hit):
        return False
    before, after = scan.before(hit.first), scan.after(hit.last)
    if after in NATIONS and after.endswith(_MASCULINE):
        return True
    if hit.offset:
        return hit.proclitics == "ل" and _stands_near(scan, hit.first, _TRANSFERS)
    bare = before[1:] if before[:1] in _AND else before
    return (
        before in _TEAM_OF
        or bare in _TEAM_OF
        or (before in _BEATEN and _stands_near(scan, hit.first, _WINS))
        or (before in _MOVES and _stands_near(scan, hit.first, _TRANSFERS))
        or _is_masculine_verb(bare)
    )


def _stands_near(scan: Scan, index: int, words: frozenset[str]) -> bool:
    return not words.isdisjoint(scan.words[max(0, index - _NEAR) : index])


def _is_masculine_verb(word: str) -> bool:
    if word in PERFECT_VERBS:
        return not word.endswith(_FEMININE_PERFECT)
    return word in IMPERFECT_VERBS and not word.startswith(_FEMININE_IMPERFECT)


def _club(scan: Scan, hit: Hit) -> Hit:
    """The same match as a club: that of the lists which is called so, or one of no list."""
    listed = [sense for sense in hit.senses if sense.entity.kind == "actor" and sense.entity.type == "organisation"]
    if len(listed) == 1:
        return replace(hit, senses=(replace(listed[0], role="name"),))
    start, end = scan.original_span(hit.first, hit.last, hit.offset)
    club = Sense(unlisted("actor", "organisation", scan.text[start:end]), "name")
    return replace(hit, senses=(club,), method="context")
