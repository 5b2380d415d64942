"""The language of an article, by its script."""

from collections import Counter
from typing import Final

_PERSIAN_AND_KURDISH: Final = frozenset("پچژگڤۆێەڕڵۊیکې")
"""Letters that Arabic is not written with."""
_OTHER_SHARE: Final = 0.03
"""Share of such letters from which a text in Arabic script is taken for another language; Persian and Kurdish have 10 % and
more (yeh and kaf alone), Arabic typed on their keyboards is held apart by teh marbuta and the article."""
_ARABIC_ONLY: Final = frozenset("ةىأإ")
_SAMPLE: Final = 4000


def language_of(text: str) -> str:
    """`ar` for Arabic, `en` for text in Latin letters (no other language in that script is told apart), else `und`."""
    counts = Counter(character for character in text[:_SAMPLE] if character.isalpha())
    letters = counts.total()
    if not letters:
        return "und"
    arabic = sum(
        count for character, count in counts.items() if "\u0600" <= character <= "\u06ff" or character >= "\ufb50"
    )
    latin = sum(count for character, count in counts.items() if character.isascii())
    if arabic * 2 >= letters:
        foreign = sum(counts[character] for character in _PERSIAN_AND_KURDISH)
        own = sum(counts[character] for character in _ARABIC_ONLY)
        return "ar" if foreign < arabic * _OTHER_SHARE or own > foreign else "und"
    return "en" if latin * 2 >= letters else "und"
