"""A tree -> queries of the search server: what is found, what of it comes first, and what is marked.

An article's text stands in the fields of its own language group, so every leaf asks all groups, each in its own way; what is
above the leaves holds for all. (A whole tree for each group would find with NOT what is in another one.)
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from elasticsearch.dsl import Q
from elasticsearch.dsl.query import Query

from search.arabic.folding import fold_text
from search.arabic.letters import DROPPED
from search.arabic.particles import FUNCTION_WORDS
from search.index.groups import GROUPS
from search.index.levels import LEVELS, SPELLING, Level
from search.query.request import Match
from search.query.syntax.nodes import (
    And,
    Fuzzy,
    Mentioned,
    Must,
    Named,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Published,
    Title,
    Together,
    Wildcard,
    Word,
)
from search.query.syntax.patterns import pattern_of

TITLE_WEIGHT: Final = 2.0
"""How much more a word of the headline is worth than one of the body."""

ENOUGH_WORDS: Final = "2<70%"
"""What `match=most` asks for. Up to two words must all be found; of more, seven in ten. Function words are not asked for."""

NEARNESS: Final = 20
"""Words that may be moved for the query's words to count as standing together: a long sentence."""

LIKENESS: Final = 0.3
"""What a word like a fuzzy one is worth: the rarest of them is not the likeliest."""

NEAR_WORDS: Final = 12
"""Words of a query that are looked for near each other: with more it costs the server what it is not worth."""

WordLike = Word | Wildcard | Fuzzy

_ONE_WORD: Final = re.compile(f"[\\w{re.escape(''.join(sorted(DROPPED)))}]+")


@dataclass(frozen=True, slots=True)
class Way:
    """How words are looked for: at which level, all of them or most, where, and in articles of which language groups."""

    level: Level
    match: Match = "all"
    bases: tuple[str, ...] = ("title", "body")
    groups: tuple[str, ...] = GROUPS

    def fields(self, group: str, level: Level | None = None) -> list[str]:
        """The fields of a group, weighted."""
        weights = {"title": f"^{TITLE_WEIGHT}" if len(self.bases) > 1 else ""}
        return [f"{(level or self.level).field(base, group)}{weights.get(base, '')}" for base in self.bases]


def ranked(node: Node, way: Way) -> Query:
    """What the query finds, with what is spelt as in the query and what stands near each other first."""
    needed = matching(node, way)
    words = list(_plain_words(node))
    if not words:
        return needed
    return Q("bool", must=[needed], should=_better(words, way))


def matching(node: Node, way: Way) -> Query:
    """What the query finds."""
    match node:
        case Together(nodes) if not nodes:
            return Q("match_all")
        case Together(nodes):
            return _together(nodes, way)
        case And(nodes):
            return _all(nodes, replace(way, match="all"))
        case Or(nodes):
            return _any(nodes, replace(way, match="all"))
        case Not(inner):
            return Q("bool", must_not=[matching(inner, replace(way, match="all"))])
        case Must(Word(text)):
            return _even_if_it_says_nothing(text, way)
        case Must(inner):
            return matching(inner, replace(way, match="all"))
        case Title(inner):
            return matching(inner, replace(way, bases=("title",), match="all"))
        case _:
            return _leaf(node, way)


def marking(node: Node, way: Way, base: str, group: str) -> Query:
    """What is to be marked in the title or body of the articles of a group: words, phrases and patterns that are asked for, not
    what is excluded, not nearness (whole sentences would be marked), nothing where words of the text are not asked for."""
    marks = list(_marks(node, replace(way, match="all", bases=(base,), groups=(group,))))
    return Q("bool", should=marks) if marks else Q("match_none")


def asks_for_most(node: Node) -> bool:
    """Whether most of the words are fewer than all of them: three or more stand side by side."""
    return isinstance(node, Together) and sum(isinstance(part, WordLike) for part in _content(node.nodes)) > 2


def _together(nodes: Sequence[Node], way: Way) -> Query:
    content = _content(nodes)
    words = [node for node in content if isinstance(node, WordLike)]
    way, whole = replace(way, match="all"), way
    if whole.match == "all" or not words:
        return _all(content, way)
    others = [node for node in content if not isinstance(node, WordLike)]
    plain = [node.text for node in words if isinstance(node, Word)]
    if len(plain) == len(words):
        needed = _words(" ".join(plain), way, minimum_should_match=ENOUGH_WORDS)
    else:
        needed = Q("bool", should=[_leaf(node, way) for node in words], minimum_should_match=ENOUGH_WORDS)
    return _all(others, way, [needed])


def _content(nodes: Sequence[Node]) -> list[Node]:
    """What stands side by side without function words, unless it is nothing else."""
    content = [node for node in nodes if not (isinstance(node, Word) and _says_nothing(node.text))]
    return content if any(not isinstance(node, Not) for node in content) else list(nodes)


def _says_nothing(text: str) -> bool:
    return all(fold_text(word) in FUNCTION_WORDS for word in text.split())


def _all(nodes: Iterable[Node], way: Way, needed: Iterable[Query] = ()) -> Query:
    plain: list[str] = []
    must, must_not, filters = list(needed), [], []
    for node in nodes:
        if isinstance(node, Word):
            plain.append(node.text)
        elif isinstance(node, Not):
            must_not.append(matching(node.node, way))
        elif isinstance(node, Named | Published | Mentioned):
            filters.append(_leaf(node, way))
        else:
            must.append(matching(node, way))
    if plain:
        must.insert(0, _words(" ".join(plain), way, operator="and"))
    if len(must) == 1 and not (must_not or filters):
        return must[0]
    return Q("bool", must=must, must_not=must_not, filter=filters)


def _any(nodes: Iterable[Node], way: Way) -> Query:
    """Words that punctuation holds together are one alternative."""
    nodes = list(nodes)
    plain = [node.text for node in nodes if isinstance(node, Word) and _ONE_WORD.fullmatch(node.text)]
    should = [_words(" ".join(plain), way, operator="or")] if plain else []
    should += [matching(node, way) for node in nodes if not (isinstance(node, Word) and node.text in plain)]
    return Q("bool", should=should, minimum_should_match=1)


def _leaf(node: Node, way: Way) -> Query:
    match node:
        case Word(text):
            return _words(text, way, operator="and")
        case Phrase(text):
            return _in_groups(way, lambda group: Q("multi_match", query=text, type="phrase", fields=way.fields(group)))
        case Near(text, between):
            return _near(text, between, way)
        case Wildcard(pattern):
            return _wildcard(pattern, way)
        case Fuzzy(text=text, similar=similar):
            return _fuzzy(text, similar, way)
        case Named(facet=facet, keys=keys):
            field: str = facet
            return Q("terms", **{field: list(keys)})
        case Published(since, until):
            days = {"gte": since, "lte": until}
            return Q("range", published={bound: day.isoformat() for bound, day in days.items() if day})
        case Mentioned(periods):
            return Q("terms", mentioned=list(periods))
        case _:
            return Q("match_none")


def _words(text: str, way: Way, **needed: str | float) -> Query:
    words = " ".join(_distinct(text))
    return _in_groups(way, lambda group: Q("combined_fields", query=words, fields=way.fields(group), **needed))


def _even_if_it_says_nothing(text: str, way: Way) -> Query:
    """As it is spelt, too: some languages' analyzers take out function words (`the`), but not there."""
    return Q(
        "dis_max", queries=[_words(text, replace(way, level=level), operator="and") for level in (way.level, SPELLING)]
    )


def _near(text: str, between: int, way: Way) -> Query:
    """By intervals, which know words in any order, and mark the words alone and not what stands between."""
    words = " ".join(_distinct(text))
    rule = {"match": {"query": words, "max_gaps": between, "ordered": False}}
    return _in_fields("intervals", rule, way, [way.level])


def _wildcard(pattern: str, way: Way) -> Query:
    """Words as they are spelt: stems have lost the letters that a pattern is about."""
    value = pattern_of(pattern, with_particles=way.level is not SPELLING)
    return _in_fields("regexp", {"value": value, "flags": "NONE"}, way, [SPELLING])


def _fuzzy(text: str, similar: Sequence[str], way: Way) -> Query:
    """The word in all its forms, and those like it as they are spelt: their other forms are less like it."""
    itself = _words(text, way, operator="and")
    if not similar:
        return itself
    others = _words(" ".join(similar), replace(way, level=SPELLING), operator="or", boost=LIKENESS)
    return Q("dis_max", queries=[itself, others])


def _in_groups(way: Way, ask: Callable[[str], Query]) -> Query:
    return Q("dis_max", queries=[ask(group) for group in way.groups])


def _in_fields(kind: str, asked: Mapping[str, Any], way: Way, levels: Iterable[Level]) -> Query:
    """For queries that take one field: the best of them all."""
    queries = [
        Q(kind, **{level.field(base, group): {**asked, "boost": TITLE_WEIGHT if base == "title" else 1.0}})
        for level in levels
        for group in way.groups
        for base in way.bases
    ]
    return Q("dis_max", queries=queries)


def _distinct(text: str) -> list[str]:
    """The words of `text`, each once: what is said again finds nothing else, and costs as much again."""
    return list({fold_text(word): word for word in text.split()}.values())


def _better(words: Sequence[str], way: Way) -> list[Query]:
    together = _distinct(" ".join(words))
    text = " ".join(together)
    narrower = LEVELS[: LEVELS.index(way.level)]
    better = [
        _in_groups(
            way,
            lambda group, level=level: Q(  # type: ignore[misc]
                "combined_fields", query=text, fields=way.fields(group, level), boost=level.weight
            ),
        )
        for level in narrower
    ]
    if len(together) > 1:
        near = {"query": " ".join(together[:NEAR_WORDS]), "slop": NEARNESS, "boost": way.level.weight}
        better.append(_in_groups(way, lambda group: Q("match_phrase", **{way.level.field("body", group): near})))
    return better


def _plain_words(node: Node) -> Iterator[str]:
    """The words that may stand anywhere in an article, in their order."""
    match node:
        case Word(text):
            yield from text.split()
        case Together(nodes) | And(nodes) | Or(nodes):
            for part in nodes:
                yield from _plain_words(part)
        case Must(inner):
            yield from _plain_words(inner)


def _marks(node: Node, way: Way) -> Iterator[Query]:
    match node:
        case Together(nodes) | And(nodes) | Or(nodes):
            shown = _content(nodes) if isinstance(node, Together) else nodes
            if plain := " ".join(part.text for part in shown if isinstance(part, Word)):
                yield _words(plain, way, operator="or")
            for part in shown:
                if not isinstance(part, Word):
                    yield from _marks(part, way)
        case Must(Word(text)):
            yield _even_if_it_says_nothing(text, way)
        case Must(inner):
            yield from _marks(inner, way)
        case Title(inner) if "title" in way.bases:
            yield from _marks(inner, way)
        case Word() | Phrase() | Near() | Wildcard() | Fuzzy():
            yield _leaf(node, way)
