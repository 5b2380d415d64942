"""Which words of a form in the lists are the name itself, and which only tell what or who is meant.

`ريف حلب`, `الرئيس الفلسطيني محمود عباس`, `موناكو الفرنسي` are one entity each, that words around its name pick; what is
shown as the mention is `حلب`, `محمود عباس`, `موناكو`.
"""

from collections.abc import Set
from typing import Final

from search.arabic.folding import fold_text
from search.arabic.letters import ARTICLE
from search.extraction.nations import NATIONS
from search.extraction.words import folded
from search.types import EntityKind, EntityRecord, Form

Lines = Set[tuple[EntityKind, str]]
"""Names that stand by themselves: kind, and the form as a line of words with a blank behind each."""

_KINDS: Final = folded(
    "تنظيم مدينة بلدة قرية منطقة مناطق صحيفة جريدة موقع قناة مجلة خلايا عناصر مسلحي مسلحو مقاتلي مقاتلو قيادات فريق",
    "المتمردين المتمردون",
)
"""Words that say what kind of thing a name is and do not belong to it where the name also stands without them."""
_CANAL: Final = folded("قناة")
"""A channel that is left out before the name of a broadcaster, and a canal that is part of its name."""
_COUNTRYSIDE: Final = folded("ريف أرياف")
_PARTS_OF_STATES: Final = folded("محافظة ولاية إقليم قضاء ناحية مديرية منطقة جمهورية مقاطعة")
_SEATS: Final = folded("محافظة مديرية ناحية قضاء بلدية مركز")
"""Those of them that are also said with the name of a single town."""
_TOWNS: Final = frozenset({"city", "town", "village"})
_ISLAND: Final = folded("جزيرة")
"""Left out before a name without the article (`جزيرة كريت`); with it the word belongs to the name (`جزيرة العرب`)."""
_PARTS: Final = frozenset({"governorate", "region"})
"""Types of places whose names seldom stand without one of those words before them."""
_COMPASS: Final = folded(
    "شمال شمالي جنوب جنوبي شرق شرقي غرب غربي وسط أقصى وشمال وشمالي وجنوب وجنوبي وشرق وشرقي وغرب وغربي"
)
_CONTROLLED: Final = "country-sy"
"""A part of a country is shown on the country's name (`شمال العراق`); in Syria, where the parts that the compass names are
areas of control with politics of their own, it is shown whole."""
_CAPITAL: Final = fold_text("العاصمة")
_TITLES: Final = folded(
    "الرئيس الرئيسة الزعيم الأمير الأميرة الملك الملكة السلطان الشيخ الشيخة الوزير الجنرال اللواء العقيد العميد الفريق",
    "المشير القائد الدكتور السيد السيدة المستشار المستشارة المرشد البابا الكاردينال السيناتور السفير المبعوث الأمين",
)
_SAID_OF: Final = NATIONS | folded("الإرهابي الإرهابية")
_OCCUPIED: Final = folded("المحتل المحتلة")


def words_before(entity: EntityRecord, form: Form, line: str, own: Set[str], standing: Lines) -> int | None:
    """How many leading words of the form are no part of the name; None where the form is of no use. own: all forms of the
    entity as lines; standing: those of all entities that stand by themselves."""
    first, _, rest = line.partition(" ")
    if not rest:
        return 0 if line else None
    if entity.type == "person":
        return _title(line, own)
    if (
        first in _COUNTRYSIDE
        and entity.kind == "location"
        and not (entity.type == "governorate" and form.text in entity.name_ar)
    ):
        return 1 if (entity.kind, rest) in standing else None
    if (entity.type in _PARTS and first in _PARTS_OF_STATES) or (entity.type in _TOWNS and first in _SEATS):
        return 1
    if entity.kind == "location" and first in _ISLAND and not rest.startswith(ARTICLE):
        return 1
    if entity.kind == "location" and (first == _CAPITAL or _is_part(entity)):
        return _around_place(line, standing)
    if first in _KINDS and (entity.kind, rest) in standing and not (first in _CANAL and entity.kind == "location"):
        return 1
    return 0


def words_behind(entity: EntityRecord, line: str, own: Set[str], standing: Lines) -> int:
    """How many words at the end of a form are no part of the name: an adjective of origin or blame behind a name without
    the article (داعش الإرهابي), of occupation behind a place. What is left is a name as well, of the same entity or of the
    place that a club is named by."""
    words = line.split(" ")
    left = " ".join((*words[:-2], ""))
    if len(words) < 3 or (left not in own and ("location", left) not in standing):
        return 0
    if entity.kind == "location":
        return int(words[-2] in _OCCUPIED)
    return int(words[-2] in _SAID_OF and not words[-3].startswith(ARTICLE))


def _title(line: str, own: Set[str]) -> int:
    words = line.split(" ")
    if words[0] not in _TITLES:
        return 0
    return next((skip for skip in range(1, len(words) - 1) if " ".join(words[skip:]) in own), 0)


def _is_part(entity: EntityRecord) -> bool:
    """Whether a region is the part of a country (or of its part) that the compass tells."""
    return entity.type == "region" and entity.parent not in (None, _CONTROLLED)


def _around_place(line: str, standing: Lines) -> int:
    """How many words stand before the place that a compass point or a capital's title belongs to; 0 where none does."""
    words = line.split(" ")
    skip = 0
    while words[skip] in _COMPASS:
        skip += 1
    if words[0] == _CAPITAL:
        skip = 2 if words[1].startswith(ARTICLE) and len(words) > 3 else 1
    return skip if ("location", " ".join(words[skip:])) in standing else 0
