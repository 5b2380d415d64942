"""The gazetteer files themselves: complete where they can be counted, and nothing in them that would name a wrong thing."""

import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Final

import pytest

from search.extraction.everyday import EVERYDAY_WORDS
from search.extraction.scan import line_of
from search.extraction.words import FUNCTION_WORDS, is_verb
from search.gazetteers import read_gazetteers
from search.gazetteers.rows import COLUMNS, read_rows
from search.types import EntityRecord, OutletRecord

DATA: Final = Path(__file__).resolve().parents[1] / "search" / "data"

FIRST_LEVEL: Final = {
    "sy": 14, "iq": 19, "lb": 9, "jo": 12, "ps": 16, "eg": 27, "sd": 18, "ly": 22, "tn": 24, "dz": 58, "ma": 12,
    "mr": 15, "so": 18, "dj": 6, "km": 3, "sa": 13, "ye": 22, "om": 11, "ae": 7, "qa": 8, "bh": 4, "kw": 6,
    "ir": 31, "tr": 81, "il": 6, "af": 34,
}  # fmt: skip
"""Governorates, provinces, emirates ... of each state by its own count: Algeria since 2019, Iraq with Halabja, Libya by the
districts of 2007, Morocco by the regions of 2015, Somalia by the regions of 1984, Palestine by West Bank and Gaza."""

BOX: Final = {
    "sy": (32.2, 37.4, 35.5, 42.5), "iq": (29.0, 37.5, 38.7, 49.0), "lb": (33.0, 34.8, 35.0, 36.7),
    "jo": (29.1, 33.5, 34.8, 39.4), "ps": (31.2, 32.6, 34.1, 35.7), "eg": (21.9, 32.3, 24.6, 37.0),
    "sd": (8.6, 23.2, 21.8, 38.8), "ly": (19.4, 34.0, 9.2, 25.3), "tn": (30.1, 37.6, 7.4, 11.7),
    "dz": (18.9, 37.3, -8.8, 12.0), "ma": (27.6, 36.0, -13.3, -0.9), "mr": (14.6, 27.4, -17.2, -4.7),
    "so": (-1.8, 12.2, 40.9, 51.5), "dj": (10.9, 12.8, 41.7, 43.5), "km": (-12.6, -11.2, 43.0, 44.7),
    "sa": (16.0, 32.3, 34.4, 55.8), "ye": (11.9, 19.1, 41.8, 54.8), "om": (16.5, 26.6, 51.9, 60.0),
    "ae": (22.5, 26.5, 51.4, 56.6), "qa": (24.4, 26.5, 50.6, 52.2), "bh": (25.5, 26.5, 50.2, 50.9),
    "kw": (28.4, 30.2, 46.4, 49.0), "ir": (24.8, 39.9, 43.9, 63.5), "tr": (35.7, 42.3, 25.5, 45.0),
    "il": (29.4, 33.4, 34.1, 35.9), "af": (29.3, 38.6, 60.4, 75.0), "et": (3.3, 15.0, 32.9, 48.1),
    "er": (12.3, 18.1, 36.4, 43.3), "ss": (3.4, 12.3, 24.1, 36.0), "td": (7.4, 23.6, 13.4, 24.1),
    "ml": (10.1, 25.1, -12.3, 4.4), "ne": (11.6, 23.6, 0.1, 16.1), "ng": (4.0, 14.0, 2.6, 14.8),
    "pk": (23.6, 37.2, 60.8, 77.9), "ua": (44.3, 52.5, 22.1, 40.3), "de": (47.2, 55.1, 5.8, 15.1),
}  # fmt: skip
"""South, north, west and east of states with their waters, in degrees."""

READ_AS_A_CITY: Final = frozenset({"جده"})
"""An everyday word that is a city's name far more often in the news."""


@pytest.fixture(scope="module")
def data() -> tuple[tuple[EntityRecord, ...], tuple[OutletRecord, ...]]:
    return read_gazetteers(DATA)


@pytest.fixture(scope="module")
def places(data: tuple[tuple[EntityRecord, ...], tuple[OutletRecord, ...]]) -> dict[str, EntityRecord]:
    return {entity.key: entity for entity in data[0] if entity.kind == "location"}


def country(place: EntityRecord, places: dict[str, EntityRecord]) -> str:
    """The key of what is above everything that the place is part of; its own where nothing is."""
    above = [place.key]
    while place.parent is not None:
        assert place.parent not in above, f"{place.key} is part of itself"
        place = places[place.parent]
        above.append(place.key)
    return above[-1]


def is_arabic(text: str) -> bool:
    return re.search("[\u0600-\u06ff]", text) is not None


def test_the_first_level_divisions_are_complete(places: dict[str, EntityRecord]) -> None:
    found = Counter(country(place, places) for place in places.values() if place.type == "governorate")
    assert {code: found[f"country-{code}"] for code in FIRST_LEVEL} == FIRST_LEVEL


def test_a_place_lies_in_its_country(places: dict[str, EntityRecord]) -> None:
    outside = []
    for place in places.values():
        box = BOX.get(country(place, places).removeprefix("country-"))
        if box and place.lat is not None and place.lon is not None:
            south, north, west, east = box
            if not (south <= place.lat <= north and west <= place.lon <= east):
                outside.append((place.key, place.lat, place.lon))
    assert outside == []


def test_towns_have_a_country_and_coordinates(places: dict[str, EntityRecord]) -> None:
    towns = [place for place in places.values() if place.type in ("city", "town")]
    above = {country(town, places) for town in towns}
    assert {key for key in above if not key.startswith("country-")} == {"western-sahara-region"}
    missing = [town.key for town in towns if town.lat is None or town.lon is None]
    assert len(missing) < len(towns) / 100, missing


def test_a_name_has_three_letters(data: tuple[tuple[EntityRecord, ...], tuple[OutletRecord, ...]]) -> None:
    short = [
        (entity.key, form.text)
        for entity in data[0]
        for form in entity.forms
        if form.role in ("name", "metonym") and is_arabic(form.text) and len(line_of(form.text).strip()) < 3
    ]
    assert short == []


def test_an_everyday_word_needs_its_context(data: tuple[tuple[EntityRecord, ...], tuple[OutletRecord, ...]]) -> None:
    unmarked = [
        (entity.key, form.text)
        for entity in data[0]
        for form in entity.forms
        if form.role in ("name", "metonym")
        and " " not in (word := line_of(form.text).strip())
        and word not in READ_AS_A_CITY
        and (word in EVERYDAY_WORDS or word in FUNCTION_WORDS or is_verb(word))
    ]
    assert unmarked == []


def test_no_person_stands_twice(data: tuple[tuple[EntityRecord, ...], tuple[OutletRecord, ...]]) -> None:
    named = defaultdict(set)
    for entity in data[0]:
        if entity.type == "person":
            for form in entity.forms:
                if form.role == "name" and is_arabic(form.text):
                    named[line_of(form.text)].add(entity.key)
    assert {name: keys for name, keys in named.items() if len(keys) > 1} == {}


def test_no_place_stands_twice(places: dict[str, EntityRecord]) -> None:
    named = defaultdict(set)
    for place in places.values():
        for form in place.forms:
            if form.role == "name" and is_arabic(form.text):
                named[country(place, places), place.type, place.parent, line_of(form.text)].add(place.key)
    assert {name: keys for name, keys in named.items() if len(keys) > 1} == {}


def test_a_site_belongs_to_one_outlet(data: tuple[tuple[EntityRecord, ...], tuple[OutletRecord, ...]]) -> None:
    domains = Counter(domain for outlet in data[1] for domain in outlet.domains)
    assert [domain for domain, times in domains.items() if times > 1] == []
    assert [domain for domain in domains if not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", domain)] == []


@pytest.mark.parametrize("kind", list(COLUMNS))
def test_every_row_tells_its_source_and_no_cell_is_said_twice(kind: str) -> None:
    for row in read_rows(DATA, kind):
        assert row["source"], f"{row.path.name}, line {row.line}"
        for column in ("aliases", "short", "domains", "metonyms"):
            if column in row.cells:
                parts = row.several(column)
                assert len(parts) == len(set(parts)), f"{row.path.name}, line {row.line}: {row[column]}"


def test_a_file_stays_readable() -> None:
    assert {path.name: lines for path in DATA.glob("*.csv") if (lines := path.read_text().count("\n")) > 1600} == {}
