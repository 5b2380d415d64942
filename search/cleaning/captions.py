"""Lines that look like the caption of a picture, whoever is named as its source."""

import re
from typing import Final

from search.arabic.folding import fold_text
from search.cleaning.furniture import CREDITS
from search.cleaning.lines import Line

_ENDS: Final = re.compile(
    r"[(\[][^()\[\]\d]{2,45}[)\]]\W{0,2}$|[-–—:|،(]\s*(?:صوره )?(?:من )?(?:ال)?(?:ارشيفيه?|تعبيريه"
    r"|متداوله|انترنت|انستغرام|ارشيف)\W{0,3}$"
    r"|(?:صوره من|مصدر الصوره|تصوير|عدسه)\s*[:/].{2,50}$"
)
"""A source in brackets, or what kind of picture it is, at the end of a folded line."""
_AROUND: Final = " .:()[]-–—©"
_FEW: Final = 3
_LONGEST: Final = 220
_MOST_WORDS_IN_BRACKETS: Final = 6


def is_like_a_caption(line: Line) -> bool:
    """Whether a line that stands where captions stand ends as they do: `وصف الصورة (المصدر)`, `وصف الصورة - أرشيف`. Elsewhere
    a heading or an item of a list may end so too."""
    if not line.key or line.is_prose or line.words < _FEW or len(line.text) > _LONGEST:
        return False
    found = _ENDS.search(line.key)
    return (
        found is not None
        and len(re.findall(r"[^\W\d_]{2,}", found[0])) <= _MOST_WORDS_IN_BRACKETS
        and found.start() > 0
    )


def is_two_sources(brackets: str) -> bool:
    """Whether what stands in brackets at the end of a line names a medium and a photographer, or two media, with a slash
    between: a credit anywhere on a page."""
    parts = [part.split() for part in fold_text(brackets).split("/")]
    return len(parts) == 2 and all(1 <= len(part) <= 4 and all(word.isalpha() for word in part) for part in parts)


def is_only_a_credit(key: str) -> bool:
    """Whether a folded line below a picture names its source or kind and nothing that is seen on it: `الصورة من الأرشيف`."""
    bare = key.strip(_AROUND)
    return bare in CREDITS or bare.removeprefix("ال") in CREDITS
