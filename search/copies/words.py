"""The words that copies are told by: spelling, punctuation and the way to write a number aside."""

import re
from typing import Final

from search.arabic.folding import fold_text
from search.calendars.numbers import CARDINALS, ORDINALS

TINY: Final = 20
"""Words below which a body is no copy of any other. Among 31,030 real articles equal bodies are bylines, captions and
contact boxes of 18 words and fewer, or stories of 26 words and more: nothing lies between."""

_WORD: Final = re.compile(r"\d+|[^\W\d_]+")
_IN_DIGITS: Final = {word: str(value) for word, value in (CARDINALS | ORDINALS).items()}
_SERVANT: Final = "عبد"


def copy_words(body: str) -> tuple[str, ...]:
    """The words of `body`, folded; empty where it is too short to be a copy (`TINY`).

    Letters and digits are apart (`2015م`, `ب10`), number words are digits (one newsroom writes the fifth, another 5), and
    names like Abd Allah are one word, whether written as one or two.
    """
    words: list[str] = []
    for word in _WORD.findall(fold_text(body)):
        if words and words[-1] == _SERVANT and word.startswith("ال"):
            words[-1] += word
        else:
            words.append(_IN_DIGITS.get(word, word))
    return tuple(words) if len(words) >= TINY else ()
