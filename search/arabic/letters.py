"""The letters of Arabic script and what each one is folded to: the one source of every normalisation in newsindex.

Python folds with these tables (`folding.py`) and the analyzers of the search server are generated from them
(`search/index/analysis.py`), so the two cannot drift apart.

Sources: letter classes from pyarabic (`pyarabic.araby`), presentation forms from Unicode's own compatibility
decompositions (NFKC), Persian, Urdu and Kurdish keyboard letters from the Unicode names of the code chart U+0600-U+06FF.
"""

import unicodedata
from typing import Final

from pyarabic import araby

TATWEEL: Final = araby.TATWEEL

BIDI_AND_JOIN_CONTROLS: Final = frozenset(
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f\ufeff"
)
"""Characters without a shape of their own: soft hyphen, zero-width, direction and shaping controls, byte order mark."""

VOWELS: Final = frozenset(araby.DIACRITICS)
"""Vowel signs, shadda, sukun, small alef and Quranic marks: combining characters that follow their letter."""

DROPPED: Final = VOWELS | BIDI_AND_JOIN_CONTROLS | {TATWEEL}
"""What a reader does not read as a letter. Matching at every level ignores these."""

ARTICLE: Final = "ال"

_HAMZA_SEATS: Final = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ؤ": "ء",
    "ئ": "ء",
}
"""Alef carries its hamza or leaves it out at the writer's will; the seat of a hamza on waw or yeh varies between
countries (the same word is spelt with either), so both become the bare hamza."""

HAMZA_ABOVE: Final = "\u0654"
DECOMPOSED: Final = {"و" + HAMZA_ABOVE: "ؤ", "ي" + HAMZA_ABOVE: "ئ", "ى" + HAMZA_ABOVE: "ئ"}
"""A letter and the combining hamza after it (Unicode's decomposed form, as file names and texts from macOS have it) to the
letter with its hamza. On alef the sign is dropped, as the hamza of alef is."""

_WORD_ENDINGS: Final = {
    "ى": "ي",
    "ة": "ه",
}
"""Final alef maksura is typed as yeh and teh marbuta as heh, and the reverse, from Egypt to Iraq."""

_OTHER_KEYBOARDS: Final = {
    "ی": "ي",  # Farsi yeh
    "ې": "ي",  # Pashto e
    "ے": "ي",  # Urdu yeh barree
    "ۍ": "ي",  # yeh with tail
    "ێ": "ي",  # Kurdish yeh with small v
    "ک": "ك",  # keheh, the Persian and Urdu kaf
    "ڪ": "ك",  # swash kaf
    "گ": "ك",  # gaf
    "ھ": "ه",  # heh doachashmee
    "ہ": "ه",  # heh goal
    "ۀ": "ه",  # heh with yeh above
    "ۂ": "ه",  # heh goal with hamza above
    "ە": "ه",  # Kurdish ae
    "ۃ": "ه",  # teh marbuta goal
    "پ": "ب",
    "چ": "ج",
    "ژ": "ز",
    "ڤ": "ف",
    "ڥ": "ف",
    "ۋ": "و",
    "ۆ": "و",
    "ڨ": "ق",
}
"""Letters of Persian, Urdu, Kurdish and Maghrebi keyboards, and those that spell foreign sounds, beside the Arabic
letter that stands for them elsewhere."""

SPELLING: Final = _HAMZA_SEATS | _WORD_ENDINGS | _OTHER_KEYBOARDS
"""Letter to letter: variants that the same word is spelt with."""

DIGITS: Final = {
    chr(code): str(unicodedata.digit(chr(code))) for code in (*range(0x0660, 0x066A), *range(0x06F0, 0x06FA))
}
"""Arabic-Indic and extended Arabic-Indic digits to ASCII ones."""


def _presentation_forms() -> dict[str, str]:
    """Positional shapes and ligatures (U+FB50-U+FDFF, U+FE70-U+FEFF) to the letters that they show.

    Decompositions that begin with a space (stand-alone vowel signs) are dropped to nothing, like the signs themselves.
    Phrases in one code point (U+FDFA) keep their inner spaces.
    """
    forms = {}
    for code in (*range(0xFB50, 0xFDD0), *range(0xFDF0, 0xFE00), *range(0xFE70, 0xFEFF)):
        shape = chr(code)
        letters = unicodedata.normalize("NFKC", shape)
        if letters != shape and unicodedata.category(shape) == "Lo":
            forms[shape] = "".join(letter for letter in letters.lstrip(" ") if letter not in DROPPED)
    return forms


PRESENTATION_FORMS: Final = _presentation_forms()
