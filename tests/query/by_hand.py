"""A search counted by hand: over the database's rows, by no code of the product's queries or documents.

What words match is asked of the search server (`matching`), all else is sets of rows.
"""

import random
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from search.models import Appearance, Article, Entity, Mention
from search.query.request import FACETS, MANY_VALUED, OPTIONAL, WITHOUT, SearchRequest
from search.query.results import Facet, Results

_LEADING = 12
_YEAR = 4


@dataclass(frozen=True)
class Row:
    key: int
    published: date | None
    same: int
    story: int
    values: Mapping[str, set[str]] = field(default_factory=dict)

    def has(self, facet: str, value: str) -> bool:
        return not self.values[facet] if value == WITHOUT else value in self.values[facet]


def rows_of_the_database() -> list[Row]:
    places = dict(Entity.objects.filter(kind="location").values_list("key", "parent_key"))
    values: defaultdict[int, dict[str, set[str]]] = defaultdict(lambda: {facet: set() for facet in FACETS})
    mentions = Mention.objects.filter(nested=False).order_by()
    for article, kind, key, value, cited in mentions.values_list(
        "article", "kind", "entity__key", "value", "cited"
    ).iterator():
        if kind == "date":
            values[article]["mentioned"].update(_periods(value) if value else ())
        elif key:
            values[article][kind].update(_upwards(key, places) if kind == "location" else [key])
            if cited:
                values[article]["source"].add(key)
    places_in_groups = {row.article_id: (row.same, row.story) for row in Appearance.objects.all()}
    rows = []
    for article in Article.objects.filter(hidden=False).values_list("pk", "published_on", "language", "outlet__key"):
        key, published, language, outlet = article
        own = values[key]
        own["language"] = {language}
        own["outlet"] = {outlet} if outlet else set()
        rows.append(Row(key, published, *places_in_groups.get(key, (key, key)), own))
    return rows


def differences(rows: Collection[Row], results: Results, matching: Collection[int] | None) -> Iterator[str]:
    """What the results count otherwise than the rows. matching: keys of the articles that have the words; None for all."""
    request = results.request
    among = [row for row in rows if (matching is None or row.key in matching) and _in_time(row, request)]
    found = [row for row in among if all(_passes(row, request, facet) for facet in FACETS)]
    dated = [row for row in found if row.published]
    if not results.exact:
        yield "estimated"
    by_hand = len(_stories(found, request)), len(_stories(dated, request))
    if (results.total, results.dated) != by_hand:
        yield f"{results.total} hits, {results.dated} with a date; by hand {by_hand}"
    bars = results.timeline.bars if results.timeline else ()
    for bar in bars:
        of = [row for row in dated if row.published and bar.since <= row.published <= bar.until]
        if bar.count != len(_stories(of, request)):
            yield f"bar of {bar.since}: {bar.count}, by hand {len(_stories(of, request))}"
    if by_hand[1] > sum(bar.count for bar in bars):
        yield "hits with a date are missing in the timeline"
    for facet in results.facets:
        others = [name for name in FACETS if name != facet.name]
        rest = [row for row in among if all(_passes(row, request, name) for name in others)]
        yield from _differences_of(facet, _counts(rest, request, facet.name), request)


def _differences_of(facet: Facet, counts: Mapping[str, int], request: SearchRequest) -> Iterator[str]:
    shown = {value.key: value.count for value in facet.values}
    if facet.without:
        shown[WITHOUT] = facet.without.count
    for value, count in shown.items():
        if count != counts.get(value, 0):
            yield f"{facet.name} {value}: {count}, by hand {counts.get(value, 0)}"
    excluded = request.excluded(facet.name)
    leading = {value: count for value, count in counts.items() if count and value not in (WITHOUT, *excluded)}
    if facet.name == "mentioned":
        leading = {value: count for value, count in leading.items() if len(value) == _YEAR}
    needed = {*request.selected(facet.name), *excluded}
    needed.update(sorted(leading, key=lambda value: (-leading[value], value))[:_LEADING])
    if facet.name in OPTIONAL and counts.get(WITHOUT):
        needed.add(WITHOUT)
    if missing := needed - shown.keys():
        yield f"{facet.name}: {missing} should be shown"


def _counts(rows: Collection[Row], request: SearchRequest, facet: str) -> dict[str, int]:
    """Hits of every value of a facet, as the search would have with it selected alone in the facet, or besides where all of the
    selected ones are asked for. rows: those that pass the other facets."""
    if facet not in request.every:
        request = replace(request, facets={**request.facets, facet: ()})
    having: defaultdict[str, set[int]] = defaultdict(set)
    for row in rows:
        if _passes(row, request, facet):
            for value in row.values[facet] or [WITHOUT]:
                having[value] |= _stories([row], request)
    excluded = request.excluded(facet)
    for value in excluded:
        lifted = replace(request, unwanted={facet: tuple(other for other in excluded if other != value)})
        having[value] = _stories(
            [row for row in rows if row.has(facet, value) and _passes(row, lifted, facet)], request
        )
    return {value: len(stories) for value, stories in having.items()}


def _stories(rows: Collection[Row], request: SearchRequest) -> set[int]:
    return {row.same if request.every_copy else row.story for row in rows}


def random_request(dice: random.Random, rows: Collection[Row], words: str) -> SearchRequest:
    """Of values that occur, the frequent ones more often; now and then `none`, and a value that nothing has."""
    rows = list(rows)
    facets: dict[str, tuple[str, ...]] = {}
    unwanted: dict[str, tuple[str, ...]] = {}
    for facet in dice.sample(FACETS, dice.randint(0, 3)):
        values = list(dict.fromkeys(_random_value(dice, rows, facet) for _ in range(dice.randint(1, 4))))
        wanted = dice.randint(0, len(values))
        facets[facet], unwanted[facet] = tuple(values[:wanted]), tuple(values[wanted:])
    every = frozenset(facet for facet in facets if facet in MANY_VALUED and dice.random() < 0.4)
    request = SearchRequest(words, facets, unwanted, every, every_copy=dice.random() < 0.4)
    days = sorted(row.published for row in dice.choices(rows, k=2) if row.published)
    if dice.random() < 0.1:
        return request.without_date()
    if dice.random() < 0.3 and days:
        request = request.between(days[0] if dice.random() < 0.7 else None, days[-1] if dice.random() < 0.7 else None)
    return request.with_bars(dice.choice([None, "day", "month", "year"]))


def _random_value(dice: random.Random, rows: list[Row], facet: str) -> str:
    if dice.random() < 0.1:
        return dice.choice([WITHOUT, "nobody"]) if facet in OPTIONAL else "xx"
    for row in dice.choices(rows, k=20):
        if row.values[facet]:
            return dice.choice(sorted(row.values[facet]))
    return "nobody"


def _passes(row: Row, request: SearchRequest, facet: str) -> bool:
    selected = request.selected(facet)
    if any(row.has(facet, value) for value in request.excluded(facet)):
        return False
    if facet in request.every:
        return all(row.has(facet, value) for value in selected)
    return not selected or any(row.has(facet, value) for value in selected)


def _in_time(row: Row, request: SearchRequest) -> bool:
    if request.undated:
        return row.published is None
    if request.since and (row.published is None or row.published < request.since):
        return False
    return not request.until or (row.published is not None and row.published <= request.until)


def _upwards(key: str, parents: Mapping[str, str]) -> list[str]:
    line = []
    while key in parents and key not in line:
        line.append(key)
        key = parents[key]
    return line


def _periods(value: str) -> set[str]:
    """Days of a range up to 31, else months up to 24, else its years, or of many the first and the last."""
    first, _, last = value.partition("/")
    if not last:
        return {first[:length] for length in (4, 7, 10) if length <= len(first)}
    if len(first) == len(last) == 10:
        day, end = date.fromisoformat(first), date.fromisoformat(last)
        if end - day <= timedelta(30):
            days = {(day + timedelta(more)).isoformat() for more in range((end - day).days + 1)}
            return {each[:length] for each in days for length in (4, 7, 10)}
    if min(len(first), len(last)) >= 7:
        months, month = [], first[:7]
        while month <= last[:7] and len(months) <= 24:
            months.append(month)
            month = f"{int(month[:4]) + 1:04}-01" if month.endswith("12") else f"{month[:5]}{int(month[5:]) + 1:02}"
        if len(months) <= 24:
            return {each[:length] for each in months for length in (4, 7)}
    years = [f"{year:04}" for year in range(int(first[:4]), int(last[:4]) + 1)]
    return set(years if len(years) <= 100 else (years[0], years[-1]))
