"""Particles that are written as part of the next word: and, so, in, like, for, the.

Orders and combinations after the grammars' table of Arabic proclitics: a conjunction, then a preposition, then the
article; `l` and the article fuse to one spelling.
"""

import re
from typing import Final

PROCLITICS: Final = re.compile("[وف]?[بكل]?")
"""What may stand, in folded text, between the start of a word and a name inside it (the article is part of a name)."""

FUSED_ARTICLE: Final = "لل"
"""What the preposition `l` and the article are written as, together."""


def is_proclitic(letters: str) -> bool:
    """Whether `letters` (folded, may be empty) can stand before a name within one word."""
    return PROCLITICS.fullmatch(letters) is not None


def fused_with_l(name: str) -> str | None:
    """The spelling of a folded name that begins with the article when the preposition `l` precedes it, else None."""
    if not name.startswith("ال") or len(name) < 4:
        return None
    rest = name[2:]
    return "ل" + rest if rest.startswith("ل") else FUSED_ARTICLE + rest
