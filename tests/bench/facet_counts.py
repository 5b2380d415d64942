"""Facet counts against a count by hand, on the corpus of DATA_DIR: `python -m tests.bench.facet_counts 200`.

Random requests (words, values selected and excluded, all of them, `none`, days, copies), each searched, and counted over the
database's rows (`tests.query.by_hand`). Prints every difference, how many requests have one (aim: none), and what a search
takes. The index is that of INDEX_PREFIX and has to be up to date; for two shards build one with INDEX_SHARDS=2.
"""

import os
import random
import statistics
import sys
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsindex.settings")
django.setup()

from django.conf import settings  # noqa: E402

from search.models import Article  # noqa: E402
from search.query.narrowing import matched  # noqa: E402
from search.query.request import SearchRequest  # noqa: E402
from search.query.search import search  # noqa: E402
from tests.query.by_hand import differences, random_request, rows_of_the_database  # noqa: E402


def main(number: int) -> int:
    rows = rows_of_the_database()
    print(f"{len(rows)} articles, {settings.INDEX_SHARDS} shards")
    dice = random.Random(7)
    times, wrong = [], 0
    for _ in range(number):
        words = _words(dice, rows[dice.randrange(len(rows))].key) if dice.random() < 0.5 else ""
        request = random_request(dice, rows, words)
        started = time.perf_counter()
        results = search(request)
        times.append(time.perf_counter() - started)
        found = list(differences(rows, results, _matching(words) if words else None))
        wrong += bool(found)
        for difference in found:
            print(f"{request.to_query_string()}: {difference}")
    slowest = max(times)
    print(
        f"{wrong} of {number} requests differ; a search takes {statistics.median(times) * 1000:.0f} ms in the median, "
        f"{statistics.quantiles(times, n=20)[-1] * 1000:.0f} in the slowest twentieth, {slowest * 1000:.0f} at most"
    )
    return bool(wrong)


def _words(dice: random.Random, key: int) -> str:
    """A word or two that stand beside each other in the article."""
    words = Article.objects.values_list("body", flat=True).get(pk=key).split() or ["خبر"]
    first = dice.randrange(len(words))
    return " ".join(words[first : first + dice.randint(1, 2)])


def _matching(words: str) -> set[int]:
    return {int(hit.meta.id) for hit in matched(SearchRequest(q=words)).source(False).scan()}


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
