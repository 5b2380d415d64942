"""Python and the search server fold alike: the same tables, proved on the letters and on real words."""

import gzip
import json
from pathlib import Path

import pytest
from elasticsearch import Elasticsearch

from search.arabic.folding import REPLACEMENTS, fold_text
from search.index import targets


def analyse(server: Elasticsearch, analyzer: str, text: str) -> list[str]:
    answer = server.indices.analyze(index=targets.live(), analyzer=analyzer, text=text)
    return [token["token"] for token in answer["tokens"]]


@pytest.mark.usefixtures("empty_index")
class TestSpelling:
    def test_every_replacement(self, search_server: Elasticsearch) -> None:
        for old, new in REPLACEMENTS["spelling"].items():
            if " " not in new and not old.isdigit():
                assert analyse(search_server, "spelling", f"بت{old}سث") == [f"بت{new}سث"], f"U+{ord(old):04X}"

    def test_words_of_the_press(self, search_server: Elasticsearch, shared: Path) -> None:
        words: set[str] = set()
        with gzip.open(shared / "data" / "news_saudi.jsonl.gz", "rt", encoding="utf-8") as lines:
            for _, line in zip(range(300), lines, strict=False):
                words.update(word for word in json.loads(line)["body"].split() if word.isalpha())
        ordered = sorted(word for word in words if fold_text(word))
        for start in range(0, len(ordered), 2000):
            chunk = ordered[start : start + 2000]
            assert analyse(search_server, "spelling", " ".join(chunk)) == [fold_text(word) for word in chunk]


@pytest.mark.usefixtures("empty_index")
@pytest.mark.parametrize(
    "forms",
    [
        ("كتاب", "الكتاب", "والكتاب", "بالكتاب", "كتاباً"),
        ("محطة", "محطات", "المحطات", "للمحطات"),
        ("ميليشيا", "ميليشيات", "الميليشيات"),
        ("هجوم", "هجوما", "الهجوم"),
        ("سوريا", "سورية", "السورية"),
    ],
)
def test_forms_of_a_word_meet(search_server: Elasticsearch, forms: tuple[str, ...]) -> None:
    assert len({tuple(analyse(search_server, "word", form)) for form in forms}) == 1
