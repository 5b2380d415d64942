"""RawPage to CleanArticle, whatever kind of page it is."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from search.cleaning.decoding import decode
from search.cleaning.html import clean_html
from search.cleaning.learned import NOTHING, LearnedFurniture, outlet_key
from search.cleaning.outlets import OutletList, outlet_list
from search.cleaning.record import clean_record
from search.cleaning.text import clean_text
from search.sentences import Sentence
from search.types import CleanArticle, MediaType, OutletRecord, RawPage, UnreadablePage

_READ_TWICE: Final = 600_000
_LINES_READ_TWICE: Final = 3_000
"""Characters and lines of the largest pages that are read again with what was learned: some three hundred times an article,
and so few that the second reading stays within the time that one page may take."""


def clean(raw: RawPage, outlets: Sequence[OutletRecord], learned: LearnedFurniture | None = None) -> CleanArticle:
    """The article of one page, without its furniture and with what its header says. A page of an outlet whose other pages
    taught something that this one has is read once more, with it.

    Raises UnreadablePage where nothing is left to read: a text or HTML page without a body, a record that is no JSON
    object or has neither title nor body. A record with a title alone (355 of the 31,030 of a real collection are so) is
    an article with an empty body."""
    known = outlet_list(tuple(outlets))
    text = decode(raw.content)
    article = _clean(raw.media_type, text, known)
    own = (learned or {}).get(outlet_key(article.outlet), NOTHING)
    lines = (article.title, *article.captions, *article.body.split("\n"), *article.dropped)
    if len(text) <= _READ_TWICE and len(lines) <= _LINES_READ_TWICE and own.touches(lines):
        article = replace(_clean(raw.media_type, text, known.having_learned(own)), outlet=article.outlet)
    return article


def _clean(media_type: MediaType, text: str, known: OutletList) -> CleanArticle:
    if media_type == "application/json":
        return clean_record(text, known)
    article = clean_html(text, known) if media_type == "text/html" else clean_text(text, known)
    if not any(character.isalpha() for character in article.body):
        raise UnreadablePage(
            Sentence(
                "No article text was found on the page: look whether it needs a login or a script to show its text, "
                "and save it again as the reader sees it."
            )
        )
    return article
