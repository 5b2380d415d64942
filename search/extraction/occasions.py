"""Names of places that are part of the name of a competition, a treaty, a prayer or a time zone (كوبا أمريكا, أمم أفريقيا,
اتفاقيات جنيف, بتوقيت مكة): what is meant there is no place, and the corpora annotate none."""

from typing import Final

from search.arabic.folding import fold_text
from search.extraction.gazetteer import Hit
from search.extraction.scan import Scan
from search.extraction.words import folded

_NATIONS_CUP: Final = folded("أمم كأس بطولة أبطال")
"""The word before a country or continent in the name of a competition (كأس مصر, أبطال آسيا)."""
_TREATIES: Final = folded("اتفاقية اتفاقيات معاهدة بروتوكول")
_PRIZE: Final = folded("جائزة سباق")
_GRAND: Final = folded("الكبرى")
_CLOCK: Final = folded("توقيت")
_OTHER_WORDS: Final = {
    fold_text("مسقط"): folded("رأس رأسه رأسها رأسهم"),
    fold_text("الرباط"): folded("الصليبي"),
}
"""Words that are no city's name with one of these behind them: a birthplace, a ligament."""
_PRAYER: Final = folded("صلاة أذان صلاتي")
_COPA: Final = folded("كوبا")
_AMERICA: Final = folded("أمريكا أميركا")
_SUNSET: Final = folded("المغرب")
_TOWNS: Final = frozenset({"city", "town"})
_WIDE: Final = frozenset({"country", "state", "region"})
_PROCLITICS: Final = "وفبل"


def is_in_an_occasion(scan: Scan, hit: Hit) -> bool:
    """Whether the place that was found is a word of such a name."""
    types = {sense.entity.type for sense in hit.senses}
    behind = _OTHER_WORDS.get(scan.words[hit.first][hit.offset :])
    if behind and scan.after(hit.first) in behind:
        return True
    if hit.offset or any(sense.role == "decided" for sense in hit.senses):
        return False
    before, after = scan.before(hit.first), scan.after(hit.last)
    bare = before[1:] if before[:1] in _PROCLITICS else before
    if bare in _CLOCK:
        return True
    if not types & (_WIDE | _TOWNS):
        return False
    name = scan.words[hit.first]
    if name in _COPA and after in _AMERICA:
        return True

    def follows(heads: frozenset[str]) -> bool:
        return before in heads or bare in heads or before[2:] in heads

    return (
        (follows(_NATIONS_CUP) and bool(types & _WIDE))
        or (follows(_TREATIES) and bool(types & _TOWNS))
        or (follows(_PRIZE) and after in _GRAND)
        or (follows(_PRAYER) and name in _SUNSET)
    )
