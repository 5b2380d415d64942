"""The text of a query -> queries of the search server. Words, and "phrases" in any quotation marks."""

import re
from dataclasses import dataclass
from typing import Final

from elasticsearch.dsl import Q
from elasticsearch.dsl.query import Query

from search.arabic.particles import content_words
from search.index.groups import GROUPS
from search.index.levels import SPELLING, WORD, Level

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
    """What the query finds, for highlighting too: enough of its content words, at the widest level, and every phrase; in
    articles of any language, each asked in the way of its own group."""
    if not parsed:
        return Q("match_all")
    return Q("dis_max", queries=[_needed(parsed, group) for group in GROUPS])


def ranked(parsed: ParsedQuery) -> Query:
    """`matching`, with what is spelt as in the query and what stands near each other first."""
    if not parsed.words:
        return matching(parsed)
    queries = [Q("bool", must=[_needed(parsed, group)], should=_better(parsed, group)) for group in GROUPS]
    return Q("dis_max", queries=queries)


def _needed(parsed: ParsedQuery, group: str) -> Query:
    fields = _fields(WORD, group)
    needed = [Q("multi_match", query=phrase, type="phrase", fields=fields) for phrase in parsed.phrases]
    if parsed.words:
        words = " ".join(content_words(" ".join(parsed.words)))
        needed.append(Q("combined_fields", query=words, fields=fields, minimum_should_match=ENOUGH_WORDS))
    return Q("bool", must=needed)


def _better(parsed: ParsedQuery, group: str) -> list[Query]:
    words = " ".join(parsed.words)
    near = {"query": words, "slop": NEARNESS, "boost": WORD.weight}
    return [
        Q("combined_fields", query=words, fields=_fields(SPELLING, group), boost=SPELLING.weight),
        Q("match_phrase", **{WORD.field("body", group): near}),
    ]


def _fields(level: Level, group: str) -> list[str]:
    return [f"{level.field('title', group)}^{TITLE_WEIGHT}", level.field("body", group)]
