"""The keys of Arabic and Latin keyboards: what was meant where the other layout was switched on, and which keys lie side by
side.

Sources: Microsoft's layout "Arabic (101)" (KBDA1), which Linux has for `ara` in xkeyboard-config with the same letters on the
same keys, and its variant `ara(mac)`, Apple's layout, after which those of telephones are made: they differ in the bottom row.
"""

from itertools import product
from typing import Final

from search.arabic.folding import fold_text

_US: Final = "` q w e r t y u i o p [ ] a s d f g h j k l ; ' z x c v b n m , . /".split()
_PC: Final = "ذ ض ص ث ق ف غ ع ه خ ح ج د ش س ي ب ل ا ت ن م ك ط ئ ء ؤ ر لا ى ة و ز ظ".split()
_MAC: Final = "ـ ض ص ث ق ف غ ع ه خ ح ج ة ش س ي ب ل ا ت ن م ك ؛ ظ ط ذ د ز ر و ، . /".split()
"""Key by key, from the left end of the upper row to the right end of the lower one. On PCs one key types lam and alef."""

_PC_SHIFTED: Final = {"T": "لإ", "Y": "إ", "G": "لأ", "H": "أ", "B": "لآ", "N": "آ"}
_MAC_SHIFTED: Final = {"D": "ى", "H": "آ", "C": "ئ", "V": "ء", "B": "أ", "N": "إ", "M": "ؤ"}

_TO_ARABIC: Final = tuple(
    dict(zip(_US, layout, strict=True)) | shifted for layout, shifted in ((_PC, _PC_SHIFTED), (_MAC, _MAC_SHIFTED))
)
_TO_LATIN: Final = tuple(
    {shifted: key.lower() for key, shifted in of_shift.items()}
    | {letter: key for key, letter in zip(_US, layout, strict=True) if key.isalpha()}
    for layout, of_shift in ((_PC, _PC_SHIFTED), (_MAC, _MAC_SHIFTED))
)

_LAM_ALEF: Final = "لا"
_MOST_LAM_ALEFS: Final = 2
"""Each can be one key or two: those beyond are taken for one."""

_ROWS: Final = ((0, 13, 0.0), (13, 24, 1.25), (24, 34, 1.75))
"""Of each row its keys, and how far it is moved to the right, in widths of a key."""


def as_arabic(text: str) -> tuple[str, ...]:
    """What the keys that typed `text` on a US keyboard type on Arabic ones, each different text once. What no key types with
    Shift counts as typed without."""
    found = (
        "".join(table.get(character, table.get(character.lower(), character)) for character in text)
        for table in _TO_ARABIC
    )
    return tuple(dict.fromkeys(found))


def as_latin(text: str) -> tuple[str, ...]:
    """What the keys that typed `text` on an Arabic keyboard type on a US one."""
    found: dict[str, None] = {}
    parts = text.split(_LAM_ALEF)
    kept = min(len(parts) - 1, _MOST_LAM_ALEFS)
    for table in _TO_LATIN:
        one, two = table.get(_LAM_ALEF), table["ل"] + table["ا"]
        keys = (two,) if one is None else (one, two)
        latin = ["".join(table.get(character, character) for character in part) for part in parts]
        for joints in product(*(keys for _ in range(kept))):
            joined = (*joints, *(keys[0] for _ in range(len(parts) - 1 - kept)))
            found[latin[0] + "".join(joint + part for joint, part in zip(joined, latin[1:], strict=True))] = None
    return tuple(found)


def _places(layout: list[str]) -> list[tuple[int, float, str]]:
    return [
        (row, moved + key - first, folded)
        for row, (first, end, moved) in enumerate(_ROWS)
        for key, letter in enumerate(layout[first:end], first)
        if (folded := fold_text(letter)).isalpha() and len(folded) == 1
    ]


def _neighbours() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for layout in (_PC, _MAC):
        places = _places(layout)
        for row, at, letter in places:
            beside = {
                other
                for other_row, other_at, other in places
                if other != letter and abs(row - other_row) <= 1 and abs(at - other_at) <= 1
            }
            found.setdefault(letter, set()).update(beside)
    return {letter: frozenset(beside) for letter, beside in found.items()}


NEIGHBOURS: Final = _neighbours()
"""Folded letter -> the folded letters on keys that touch a key of its own, on either keyboard."""
