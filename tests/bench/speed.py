"""What cleaning and reading plain articles cost: `python -m tests.bench.speed`.

Articles of the Saudi newswire as JSON Lines, one process, processor time. Prints articles of 1,700 characters a second,
where the time goes, and what a text ten and a hundred times as long costs for each 1,700 characters. The product's bound
is 150 a second (issue D).
"""

import time
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final

from search.cleaning.clean import clean
from search.extraction.dates import date_mentions
from search.extraction.entities import entity_mentions
from search.extraction.gazetteer import build_gazetteer
from search.extraction.tagger import read_tagger
from search.gazetteers import read_gazetteers
from search.types import RawPage
from tests.bench.corpora import DATA, plain_pages
from tests.bench.ner import GAZETTEERS

_ARTICLE: Final = 1_700
_ARTICLES: Final = 600
_LONGER: Final = (10, 100)
_ROUNDS: Final = 3


def main() -> None:
    if not DATA.is_dir():
        print(f"skipped: {DATA} is absent")
        return
    entities, outlets = read_gazetteers(GAZETTEERS)
    gazetteer, tagger = build_gazetteer(entities), read_tagger(GAZETTEERS, entities)
    pages = plain_pages(_ARTICLES)

    def read(page: RawPage) -> int:
        article = clean(page, outlets)
        entity_mentions({"title": article.title, "body": article.body}, gazetteer, tagger=tagger)
        date_mentions("body", article.body, article.published)
        return len(article.title) + len(article.body)

    for page in pages[:100]:
        read(page)
    texts = [clean(page, outlets).body for page in pages]
    size = sum(map(len, texts))
    rate = _cost(read, pages, sum(map(read, pages)))
    print(f"{1000 / rate:.0f} articles of {_ARTICLE} characters a second, cleaned and read ({rate:.2f} ms each)")
    parts = (
        ("cleaning", _cost(lambda page: clean(page, outlets), pages, size)),
        ("lists and rules", _cost(lambda text: entity_mentions({"body": text}, gazetteer), texts, size)),
        ("with the tagger", _cost(lambda text: entity_mentions({"body": text}, gazetteer, tagger=tagger), texts, size)),
        ("dates", _cost(lambda text: date_mentions("body", text, date(2015, 8, 1)), texts, size)),
    )
    print("  " + ", ".join(f"{name} {cost:.2f} ms" for name, cost in parts))
    for times in _LONGER:
        long = "\n".join(texts[:times])
        cost = _cost(lambda text: entity_mentions({"body": text}, gazetteer, tagger=tagger), [long], len(long))
        print(f"  names of {times} articles as one text: {cost:.2f} ms for each {_ARTICLE} characters")


def _cost(work: Callable[[Any], object], things: Sequence[object], characters: int) -> float:
    """Milliseconds of processor time for each 1,700 characters, when `work` is done on each thing: the least of three rounds,
    since other processes take from the caches."""
    rounds = []
    for _ in range(_ROUNDS):
        start = time.process_time()
        for thing in things:
            work(thing)
        rounds.append(time.process_time() - start)
    return min(rounds) * 1_000 * _ARTICLE / characters


if __name__ == "__main__":
    main()
