"""Asks whatever can be typed: `python -m tests.bench.fuzz_queries [QUERIES] [THROUGH_THE_PAGE] [SEED]`.

Random query strings go through `search()`, and some of them through the page: signs and words of the language in any order,
texts of hypothesis, bytes, words of the corpus with one thing broken, and the queries that cost a server most (the design's
list). It runs on whatever corpus DATA_DIR has, and reads only. Whatever is raised, is answered with a status other than 200, or
takes more than 1.5 s is printed; at the end the server is asked whether it is well.
"""

import os
import random
import sys
import time
import traceback
import warnings
from collections.abc import Callable, Iterator
from typing import Final

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsindex.settings")
django.setup()

from django.test import Client  # noqa: E402
from hypothesis import strategies as st  # noqa: E402
from hypothesis.errors import NonInteractiveExampleWarning  # noqa: E402

from search.index import targets  # noqa: E402
from search.models import Article  # noqa: E402
from search.query.request import from_pairs  # noqa: E402
from search.query.search import search  # noqa: E402

_SECONDS: Final = 1.5
_SIGNS: Final = (
    *'( ) ( ) " “ ” « » - + * ? ~ ~1 ~2 ~9 : [ ] { } / \\ ^2 & | ! ، ؟ ؛ .. TO AND OR NOT /و /أو /ليس'.split(),
    *"title: عنوان: actor: فاعل: location: مكان: outlet: source: date: تاريخ: mentioned: foo: 13:01 http://a.b/?c=d".split(),
    *"2015 2015-08 2015-13 ٢٠١٥-٠٧ [2015 * \0 \u200f \u064b ﷺ 😀 ـــ".split(),
)
_FREQUENT: Final = "من في على إلى أن السعودية الرياض محمد عبدالله وزير الخارجية اليوم العام".split()

COSTLY: Final = (
    "(" * 5_000 + "a" + ")" * 5_000,
    "((((((((" * 60 + "a" + "))))))))" * 60,
    " ".join(f"كلمة{number}" for number in range(5_000)),
    " OR ".join(f"كلمة{number}" for number in range(5_000)),
    " ".join(f"كلم{letter}~2" for letter in "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"),
    "السعودية~2 الخارجية~2 عبدالله~2",
    "*ا* *ل* *م*",
    "ال* من* في* عل*",
    "مح* عب* وا* با*",
    "ا?????* ب????? من?????*",
    "/.*.*.*.*.*.*a/",
    "/(a+)+$/",
    '"من في على إلى عن"~50 "في من"~50 "أن في على"~50',
    f'"{" ".join(["من"] * 200)}"~50',
    f'"{" ".join(["من", "في"] * 80)}"',
    " ".join(["من", "في", "على", "إلى"] * 60),
    " ".join(_FREQUENT * 12),
    " OR ".join(_FREQUENT * 6),
    "NOT " * 100 + "من",
    "-من -في -على -إلى -عن -أن",
    "NOT (من* OR في* OR عل* OR ال*)",
    "actor:السعودية OR actor:محمد OR location:الرياض OR source:وزير " * 5,
    "date:[0001 TO 9999] mentioned:[* TO 2100] mentioned:[1900 TO *]",
    "title:(من OR في OR على) " * 10,
    "a" * 500,
    "ـ" * 500,
    "\u064b" * 500,
    "ﷺ" * 400,
    "😀" * 250,
    "-" * 500,
    '"' * 499,
)
"""The design's costly queries, and what comes nearest to them within the caps."""


def main(number: int, through_page: int, seed: int) -> int:
    chance = random.Random(seed)
    words = _words(chance)
    made = _queries(words, chance)
    wrong = _run("search()", [*COSTLY, *(next(made) for _ in range(number))], _search, chance)
    wrong += _run(
        "page", [*COSTLY, *(next(made) for _ in range(through_page))], _page(Client(SERVER_NAME="localhost")), chance
    )
    health = targets.server().cluster.health()
    print(f"server: {health['status']}, {health['number_of_nodes']} node(s)")
    return wrong


def _run(name: str, queries: list[str], ask: Callable[[list[tuple[str, str]]], str], chance: random.Random) -> int:
    took: list[tuple[float, str]] = []
    failed = 0
    ask([("q", "السعودية actor:الأمم")])  # what is loaded at first use is no cost of a query
    for query in queries:
        asked = [("q", query)]
        if chance.random() < 0.3:
            asked += chance.sample(
                [
                    ("match", "most"),
                    ("level", "spelling"),
                    ("copies", "all"),
                    ("sort", "newest"),
                    ("since", "2015-08-01"),
                ],
                2,
            )
        start = time.perf_counter()
        try:
            problem = ask(asked)
        except Exception:
            problem = traceback.format_exc()
        seconds = time.perf_counter() - start
        took.append((seconds, query))
        if problem:
            failed += 1
            print(f"{name}: {asked!r:.300}: {problem}", flush=True)
        elif seconds > _SECONDS:
            print(f"{name}: {seconds:.2f} s for {asked!r:.300}", flush=True)
    took.sort(reverse=True)
    over = sum(seconds > _SECONDS for seconds, _ in took)
    print(
        f"{name}: {len(took)} queries, {failed} failed, {over} over {_SECONDS} s; slowest {took[0][0]:.2f} s "
        f"({took[0][1]!r:.100}), 99 % within {took[len(took) // 100][0]:.2f} s, median {took[len(took) // 2][0]:.3f} s",
        flush=True,
    )
    return failed + over


def _search(asked: list[tuple[str, str]]) -> str:
    results = search(from_pairs(asked))
    for fault in results.faults:
        assert fault.sentence
    return ""


def _page(client: Client) -> Callable[[list[tuple[str, str]]], str]:
    def ask(asked: list[tuple[str, str]]) -> str:
        response = client.get("/", dict(asked))
        return "" if response.status_code == 200 else f"status {response.status_code}"

    return ask


def _words(chance: random.Random) -> list[str]:
    keys = list(Article.objects.order_by("?").values_list("pk", flat=True)[:100])
    bodies = Article.objects.filter(pk__in=keys).values_list("title", "body")
    return [word for title, body in bodies for word in f"{title} {body[:1500]}".split()] or list(_FREQUENT)


def _queries(words: list[str], chance: random.Random) -> Iterator[str]:
    warnings.simplefilter("ignore", NonInteractiveExampleWarning)
    texts = st.text(max_size=600)

    def soup() -> str:
        pieces = [chance.choice(_SIGNS if chance.random() < 0.55 else words) for _ in range(chance.randint(1, 30))]
        return chance.choice(["", " "]).join(pieces) if chance.random() < 0.3 else " ".join(pieces)

    def broken() -> str:
        start = chance.randrange(max(1, len(words) - 12))
        text = " ".join(words[start : start + chance.randint(1, 12)])
        at = chance.randrange(len(text) + 1)
        return text[:at] + chance.choice(_SIGNS) + text[at + chance.randint(0, 2) :]

    def likely() -> str:
        shapes = (
            "{}*",
            "{}~",
            "{}~2",
            "-{}",
            "+{}",
            '"{} {}"',
            '"{} {}"~9',
            "({} OR {})",
            "title:{}",
            "{} AND {}",
            "{} {}",
        )
        made = (chance.choice(shapes) for _ in range(chance.randint(1, 5)))
        return " ".join(shape.format(*chance.choices(words, k=shape.count("{}"))) for shape in made)

    def sliced() -> str:
        return chance.randbytes(chance.randint(1, 400)).decode(chance.choice(["utf-8", "cp1256", "latin-1"]), "replace")

    makers = (soup, soup, broken, likely, likely, sliced, texts.example)
    while True:
        yield chance.choice(makers)()


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    sys.exit(1 if main(*(given + [1_000, 200, 1][len(given) :])) else 0)
