"""Lines as templates: their words, with what changes from page to page (numbers, addresses) made equal."""

import re
from typing import Final, NamedTuple

from search.arabic.folding import fold, fold_text

_TOKEN: Final = re.compile(
    r"(?P<address>[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,64}|\[email protected\]|(?:https?://|www\.)[a-z0-9/._?=&%#-]{1,200}|@\w{1,50})"
    r"|(?P<number>\d+(?:[.,:/]\d+)*)|[^\W\d_]+"
)
_REACHED_BY: Final = frozenset(
    fold_text(word)
    for word in (
        "sms|t|twitter|تويتر|تويترية|فيسبوك|انستقرام|انستغرام|سناب|سنابشات|تلغرام|تليجرام|واتساب|واتس|فاكس|هاتف|هواتف|تلفون"
        "|جوال|موبايل|إيميل|ايميل|بريد|البريد|للتواصل|للمراسلة|لمراسلة|للاستفسار|للإعلان|ص|email|tel|fax|whatsapp"
    ).split("|")
)
"""Words beside which a number, an address or a Latin name is a way to reach the newsroom or the writer (general knowledge)."""
_LATIN: Final = re.compile(r"[a-z]{2,}")
_WORDS_OF_A_CONTACT: Final = 25


class Token(NamedTuple):
    """One word of a line as its template has it, and where it stands in the text as written."""

    word: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The words of a text: folded, a number as `0`, an address of mail, web or network as `@`; without punctuation."""
    folded = fold(text)
    return [Token(_word(found), *folded.original_span(*found.span())) for found in _TOKEN.finditer(folded.text)]


def template(key: str) -> str:
    """The template of a folded line: its tokens with spaces between them; '' for a line of ornaments."""
    return " ".join(map(_word, _TOKEN.finditer(key)))


def is_contact(template: str) -> bool:
    """Whether a template is nothing but a way to reach somebody: an address alone, or one beside a word like `للتواصل`."""
    words = template.split()
    if not words or len(words) > _WORDS_OF_A_CONTACT:
        return False
    if all(word in "@0" for word in words):
        return "@" in words
    first = next(word for word in words if word not in "@0")
    return first in _REACHED_BY and any(word in "@0" or _LATIN.fullmatch(word) for word in words)


def _word(found: re.Match[str]) -> str:
    return {"address": "@", "number": "0"}.get(found.lastgroup or "", found[0])
