"""The sample articles: their wire stories, as written in search/data/SAMPLE.md, and nothing else."""

from collections import defaultdict
from itertools import combinations
from pathlib import Path

from search.cleaning.clean import clean
from search.copies.bands import bands
from search.copies.comparison import copy_of
from search.copies.groups import representatives
from search.copies.words import copy_words
from search.fetching.files import read_path
from search.gazetteers import read_gazetteers
from search.types import RawPage

DATA = Path(__file__).resolve().parents[2] / "search" / "data"

GROUPS = [
    "barid-fajr/05-syria-arab-league.txt qawafil-siraj/feed.jsonl:5 sanabil-news/06-syria-arab-league.txt "
    "shurufat-furat/07-syria-arab-league.txt",
    "barid-fajr/06-deir-ezzor-strikes.txt marsad-nakhil/09-deir-ezzor-strikes.html "
    "sanabil-news/08-deir-ezzor-strikes.txt shurufat-furat/08-deir-ezzor-strikes.txt",
    "barid-fajr/07-gaza-truce.txt qawafil-siraj/feed.jsonl:7 sada-difaf/04-gaza-truce.txt "
    "sanabil-news/09-gaza-truce.txt",
    "karasat-atlas/03-libya-ceasefire.html nawafidh-saqiya/03-libya-ceasefire.html sanabil-news/03-libya-ceasefire.txt",
    "marsad-nakhil/08-saudi-iran-beijing.html riyah-dana/07-saudi-iran-beijing.html "
    "sada-difaf/03-saudi-iran-beijing.txt sanabil-news/05-saudi-iran-beijing.txt",
    "nawafidh-saqiya/04-yemen-council.html riyah-dana/04-yemen-council.html sanabil-news/04-yemen-council.txt",
    "qawafil-siraj/feed.jsonl:3 qawafil-siraj/feed.jsonl:4",
    "riyah-dana/02-alula-summit.html riyah-dana/08-alula-summit-print.html",
]
"""The wire stories at several outlets, and the two pages with an exact copy at another address."""


def test_the_wire_stories_group_and_nothing_else() -> None:
    _, outlets = read_gazetteers(DATA)
    words = {}
    for raw in read_path(DATA / "sample"):
        assert isinstance(raw, RawPage)
        words[str(Path(raw.name).relative_to(DATA / "sample"))] = copy_words(clean(raw, outlets).body)
    copies: dict[str, set[str]] = defaultdict(set)
    for one, other in combinations(words, 2):
        if set(bands(words[one])) & set(bands(words[other])) and copy_of(words[one], words[other]):
            copies[one].add(other)
            copies[other].add(one)
    groups: dict[str, set[str]] = defaultdict(set)
    for member, first in representatives(sorted(words, key=lambda name: -len(copies.get(name, ()))), copies).items():
        groups[first].add(member)
    assert sorted(sorted(group) for group in groups.values() if len(group) > 1) == [group.split() for group in GROUPS]
