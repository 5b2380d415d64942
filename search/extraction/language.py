"""The language of an article: by its letters where they tell, else by the n-grams of py3langid.

py3langid does not know Sorani, and takes Arabic typed on a Persian keyboard for Persian (and the reverse): in Arabic script
the letters are asked first. Nothing is loaded before a text needs it.
"""

import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

UNKNOWN: Final = "und"
"""ISO 639-2's code for a language that is not determined."""

_SAMPLE: Final = 1000
"""Characters that are looked at, from the beginning: what cleaning may have left of a page's furniture stands at the end."""

_MAIN_SCRIPT: Final = 0.6
"""Share of the letters from which a script is the article's own, and others are names and quotations in it."""

_BY_SCRIPT: Final = {"HEBREW": "he", "ARMENIAN": "hy", "GREEK": "el", "SYRIAC": "syr", "GEORGIAN": "ka"}
"""Scripts that tell the language of news, by the first word of their letters' Unicode names."""

_CANDIDATES: Final = {
    "ARABIC": "ar fa ur ps ug".split(),
    "LATIN": "en fr tr ku az de es it pt nl sv da no pl cs hr ro hu fi sq so sw id uz tk vi zxx".split(),
    "CYRILLIC": "ru uk be bg sr kk ky tg tt mn".split(),
}
"""What outlets of the region and their neighbours publish in, the Europeans besides: a text in a language that is left out
is taken for its next of kin. `zxx` is py3langid's word for what is no language (codes, tables)."""

_SURE: Final = 0.6
"""py3langid's confidence from which it is believed. Of headlines 95 % and more are told then and 1 in 1,000 wrongly, of
paragraphs all (`tests.bench.language`)."""

_ARABIC_ALONE: Final = re.compile(r"[ةأإ]|(?:^|\s)[وفبك]?ال|\sلل")
"""Letters that only Arabic is written with, whatever the keyboard, and its article."""

_NOT_ARABIC: Final = re.compile("[پچژگٹڈڑںےہھټډړږښځڅۍګڼېۆێەڕڵۇۈۋڭ]")
"""Letters of other languages. Farsi yeh and keheh are not among them: Arabic is typed with these, too."""

_OWN: Final = 0.03
"""Share of the letters from which these signs say Arabic; half of Arabic articles have over 12 %, all but 1 in
1,000 over 5 %; Persian, Urdu, Pashto and Kurdish have 1 % at the most."""

_SORANI: Final = re.compile("[ەۆێڕڵ]")
_UYGHUR: Final = re.compile("[ىۇۈۋېڭ]")
_SORANI_SHARE: Final = 0.04
"""These five letters are a quarter of Sorani, and still 8 % where ە is typed as heh and a zero-width non-joiner."""

_LONG: Final = 200
_NEXT_TO_NONE: Final = 0.01
"""A text of so many letters with so few signs of Arabic is not Arabic, though its yeh and kaf be those of an Arabic keyboard."""
_PERSIAN_KEYBOARD: Final = str.maketrans("يك", "یک")


def language_of(text: str) -> str:
    """ISO 639 code: `ar`, `en`, `fa`, `ckb` (Sorani), `ku` (Kurdish in Latin letters), `tr`, `fr`, `he`, `ur` ...; `und` where
    it can't be told: no letters, too few, or two scripts in equal parts."""
    sample = unicodedata.normalize("NFKC", text[:_SAMPLE])  # letters for the presentation forms of old Arabic pages
    letters: Counter[str] = Counter()
    for character, count in Counter(sample).items():
        if script := _script(character):
            letters[script] += count
    if not letters:
        return UNKNOWN
    script, count = letters.most_common(1)[0]
    if count < _MAIN_SCRIPT * letters.total():
        return UNKNOWN
    if script == "ARABIC":
        return _in_arabic_script(sample, count)
    if script in _CANDIDATES:
        return _guess(sample, _CANDIDATES[script])
    return _BY_SCRIPT.get(script, UNKNOWN)


def _in_arabic_script(text: str, letters: int) -> str:
    own, foreign = len(_ARABIC_ALONE.findall(text)), len(_NOT_ARABIC.findall(text))
    if own > foreign and own >= _OWN * letters:
        return "ar"
    sorani = len(_SORANI.findall(text))
    if sorani >= _SORANI_SHARE * letters and sorani > 2 * len(_UYGHUR.findall(text)):
        return "ckb"
    guess = _guess(text, _CANDIDATES["ARABIC"])
    if guess in ("ar", UNKNOWN) and letters >= _LONG and own < _NEXT_TO_NONE * letters:
        return _guess(text.translate(_PERSIAN_KEYBOARD), _CANDIDATES["ARABIC"][1:])
    return guess


def _guess(text: str, candidates: list[str]) -> str:
    """The likeliest of the candidates, if likely enough against the others."""
    likely = [(code, share) for code, share in _identifier().rank(text) if code in candidates]
    code, share = likely[0]
    return code if share >= _SURE * sum(share for _, share in likely) and code != "zxx" else UNKNOWN


@cache
def _identifier() -> "LanguageIdentifier":
    """Loaded once a process: half a second, 100 MB with numpy."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(code for codes in _CANDIDATES.values() for code in codes)
    return identifier


@lru_cache(maxsize=4096)
def _script(character: str) -> str:
    """The first word of a letter's Unicode name: ARABIC, LATIN, HEBREW ...; empty for what is no letter."""
    return unicodedata.name(character, "").partition(" ")[0] if character.isalpha() else ""
