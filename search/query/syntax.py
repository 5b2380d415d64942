"""The text of a query -> a query of the search server. Words, and "phrases" in any quotation marks."""

import re
from dataclasses import dataclass
from typing import Final

from elasticsearch.dsl import Q
from elasticsearch.dsl.query import Query

from search.index.levels import SPELLING, WORD

TITLE_WEIGHT: Final = 2.0
"""How much more a word of the headline is worth than one of the body."""

MAX_WORDS: Final = 40
"""Words of a query that are searched; more cost the server time and find no more."""

ENOUGH_WORDS: Final = "2<70%"
"""Up to two words must all be found; of more, seven in ten."""

_PHRASE: Final = re.compile(r'"([^"]+)"|“([^”]+)”|«([^»]+)»|„([^“”]+)[“”]')


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """`words` may stand anywhere in an article; the words of each of `phrases` stand side by side, in order."""

    words: str
    phrases: tuple[str, ...]


def parse(text: str) -> ParsedQuery:
    """Takes the quoted phrases out of `text`; an unclosed quotation mark is passed over."""
    phrases = [next(filter(None, found)) for found in _PHRASE.findall(text)]
    words = _PHRASE.sub(" ", text).split()
    return ParsedQuery(" ".join(words[:MAX_WORDS]), tuple(" ".join(phrase.split()[:MAX_WORDS]) for phrase in phrases))


def to_query(parsed: ParsedQuery) -> Query:
    """Matches at the widest level; what is spelt as in the query, and what stands near each other, ranks higher."""
    if not parsed.words and not parsed.phrases:
        return Q("match_all")
    needed = [_phrase(phrase) for phrase in parsed.phrases]
    better = []
    if parsed.words:
        needed.append(
            Q("combined_fields", query=parsed.words, fields=_fields(WORD.field), minimum_should_match=ENOUGH_WORDS)
        )
        better.append(
            Q("combined_fields", query=parsed.words, fields=_fields(SPELLING.field), boost=SPELLING.weight)
        )
        if " " in parsed.words:
            better.append(Q("match_phrase", **{WORD.field("body"): {"query": parsed.words, "slop": 20, "boost": WORD.weight}}))
    return Q("bool", must=needed, should=better)


def _phrase(phrase: str) -> Query:
    return Q("multi_match", query=phrase, type="phrase", fields=_fields(WORD.field))


def _fields(at_level) -> list[str]:
    return [f"{at_level('title')}^{TITLE_WEIGHT}", at_level("body")]
