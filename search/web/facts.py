"""What an article names: its actors, locations, quoted sources and dates, each with the search that finds more of it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from search.models import Entity, Mention
from search.web import days
from search.web.languages import lang
from search.web.mentions import KINDS, entity_url, kinds_of
from search.web.names import Name, name_of

_NAMED: Final = ("actor", "location", "source")


@dataclass(frozen=True, slots=True)
class Fact:
    """`count` is how often the article names it; `unconfirmed` whether only texts vouch for it. `url` is None for a date that
    can't be known: its name is then the words of the text."""

    name: Name
    count: int
    url: str | None
    unconfirmed: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Facts of one kind; `count` is how many mentions the text has."""

    kind: str
    title: str
    facts: tuple[Fact, ...]
    count: int


def facts_of(mentions: Iterable[Mention]) -> list[Group]:
    """One group for each kind that the article names anything of: names from the most often named on, dates as time has
    them, then those that can't be known in the order of the text."""
    counted: dict[str, Counter[Entity]] = {kind: Counter() for kind in _NAMED}
    dates: Counter[str] = Counter()
    unresolved: Counter[Name] = Counter()
    for mention in mentions:
        if mention.entity:
            for kind in kinds_of(mention):
                counted[kind][mention.entity] += 1
        elif mention.value:
            dates[mention.value] += 1
        else:
            unresolved[Name(mention.text, lang(mention.article.language))] += 1
    groups = [
        _group(kind, [_fact(kind, entity, times) for entity, times in found.most_common()])
        for kind, found in counted.items()
    ]
    known = [_date(value, dates[value]) for value in sorted(dates)]
    groups.append(_group("date", known + [Fact(words, times, None) for words, times in unresolved.items()]))
    return [group for group in groups if group.facts]


def _group(kind: str, facts: list[Fact]) -> Group:
    return Group(kind, str(KINDS[kind]), tuple(facts), sum(fact.count for fact in facts))


def _fact(kind: str, entity: Entity, times: int) -> Fact:
    return Fact(name_of(entity, entity.key), times, entity_url(kind, entity.key), entity.is_unconfirmed)


def _date(value: str, times: int) -> Fact:
    return Fact(Name(days.called(value), ""), times, days.url_of(value))
