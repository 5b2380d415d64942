"""All tables of extraction in one go, for `manage.py evaluate`: gold pages, names, dates, speed. What is absent is skipped."""

import subprocess
import sys
from pathlib import Path
from typing import Final

from search.extraction.gazetteer import build_gazetteer
from search.extraction.tagger import read_tagger
from search.gazetteers import read_gazetteers
from tests.bench import dates, speed
from tests.bench.corpora import CORPORA, DATA
from tests.bench.ner import GAZETTEERS, measure

_ROOT: Final = Path(__file__).resolve().parents[2]
_GOLD: Final = DATA.parent / "gold" / "score.py"
_SEEDS: Final = DATA.parent / "seeds"
_WORST: Final = 8
_NEWS: Final = 3_000
"""How many articles the agreement of dates is measured on: all would take minutes."""


def evaluate(verbose: bool) -> None:
    """Prints the tables; verbose: with examples of each class of mistakes."""
    _heading("Gold pages")
    if _GOLD.exists() and _SEEDS.is_dir():
        _gold(verbose)
    else:
        print(f"skipped: {_GOLD} or {_SEEDS} is absent")
    _heading("Names: whole entities in whole words, and the worst mistakes")
    if not DATA.is_dir():
        print(f"skipped: {DATA} is absent")
        return
    entities = read_gazetteers(GAZETTEERS)[0]
    gazetteer, tagger = build_gazetteer(entities), read_tagger(GAZETTEERS, entities)
    for name, documents in CORPORA.items():
        for half, table in measure(documents(), gazetteer, tagger).items():
            print(f"{name}, {half}", *table.lines(), *table.worst(verbose and half == "development")[:_WORST], sep="\n")
    _heading("Dates")
    dates.measure_recognizers(verbose)
    articles = list(dates.rows("news_saudi.jsonl.gz"))
    dates.measure_news(articles[:: len(articles) // _NEWS], verbose)
    _heading("Speed")
    speed.main()


def _heading(text: str) -> None:
    print(f"\n{text}", "-" * len(text), sep="\n", flush=True)


def _gold(verbose: bool) -> None:
    pages = sorted(map(str, _SEEDS.glob("*.txt")))
    made = _ROOT / ".venv" / "gold.jsonl"
    with made.open("w", encoding="utf-8") as file:
        subprocess.run([sys.executable, "manage.py", "inspect", *pages], cwd=_ROOT, stdout=file, check=True)
    subprocess.run([sys.executable, str(_GOLD), str(made), *(["-v"] if verbose else [])], check=False)
