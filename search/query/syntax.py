"""The text of a query -> queries of the search server. Words, and "phrases" in any quotation marks."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from elasticsearch.dsl import Q
from elasticsearch.dsl.query import Query

from search.arabic.particles import content_words
from search.index.levels import SPELLING, WORD

TITLE_WEIGHT: Final = 2.0
"""How much more a word of the headline is worth than one of the body."""

MAX_WORDS: Final = 40
"""Words of a query that are searched; more cost the server time and find no more."""

ENOUGH_WORDS: Final = "2<70%"
"""Up to two words must all be found; of more, seven in ten. Function words are not asked for."""

NEARNESS: Final = 20
"""Words that may be moved for the query's words to count as standing together: a long sentence."""

_PHRASE: Final = re.compile(r'"([^"]+)"|“([^”]+)”|«([^»]+)»|„([^“”]+)[“”]')


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """`words` may stand anywhere in an article; the words of each of `phrases` stand side by side, in order."""

    words: tuple[str, ...]
    phrases: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.words or self.phrases)


def parse(text: str) -> ParsedQuery:
    """Takes the quoted phrases out of `text`; an unclosed quotation mark is passed over."""
    phrases = [next(filter(None, found)) for found in _PHRASE.findall(text)]
    words = _PHRASE.sub(" ", text).split()
    return ParsedQuery(tuple(words[:MAX_WORDS]), tuple(" ".join(phrase.split()[:MAX_WORDS]) for phrase in phrases))


def matching(parsed: ParsedQuery) -> Query:
    """What the query finds, for highlighting too: enough of its content words, at the widest level, and every phrase."""
    if not parsed:
        return Q("match_all")
    needed = [Q("multi_match", query=phrase, type="phrase", fields=_fields(WORD.field)) for phrase in parsed.phrases]
    if parsed.words:
        words = " ".join(content_words(" ".join(parsed.words)))
        needed.append(Q("combined_fields", query=words, fields=_fields(WORD.field), minimum_should_match=ENOUGH_WORDS))
    return Q("bool", must=needed)


def ranked(parsed: ParsedQuery) -> Query:
    """`matching`, with what is spelt as in the query and what stands near each other first."""
    if not parsed.words:
        return matching(parsed)
    words = " ".join(parsed.words)
    near = {"query": words, "slop": NEARNESS, "boost": WORD.weight}
    better = [
        Q("combined_fields", query=words, fields=_fields(SPELLING.field), boost=SPELLING.weight),
        Q("match_phrase", **{WORD.field("body"): near}),
    ]
    return Q("bool", must=[matching(parsed)], should=better)


def _fields(at_level: Callable[[str], str]) -> list[str]:
    return [f"{at_level('title')}^{TITLE_WEIGHT}", at_level("body")]
