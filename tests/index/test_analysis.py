"""Python and the search server fold alike: the same tables, proved on the letters and on real words. And each language
group keeps apart what its language does, and brings together what is one word."""

import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from elasticsearch import Elasticsearch

from search.arabic.folding import REPLACEMENTS, fold_text
from search.index.documents import ArticleDocument
from search.index.groups import GROUPS, group_of
from search.index.levels import SPELLING, WORD, Level

Analyse = Callable[..., list[str]]


@pytest.fixture(scope="module")
def analyse(search_server: Elasticsearch) -> Iterator[Analyse]:
    """The terms that an index of ours makes of a text at a level, in a language group."""
    index = f"{settings.INDEX_PREFIX}-analysis"
    search_server.indices.create(index=index, **ArticleDocument._index.to_dict())

    def terms(level: Level, text: str, group: str = "ar") -> list[str]:
        answer = search_server.indices.analyze(index=index, analyzer=level.analyzer(group), text=text)
        return [token["token"] for token in answer["tokens"]]

    yield terms
    search_server.indices.delete(index=index)


class TestSpelling:
    def test_every_replacement(self, analyse: Analyse) -> None:
        for old, new in REPLACEMENTS["spelling"].items():
            if " " not in new and not old.isdigit():
                assert analyse(SPELLING, f"بت{old}سث") == [f"بت{new}سث"], f"U+{ord(old):04X}"

    def test_words_of_the_press(self, analyse: Analyse, shared: Path) -> None:
        words: set[str] = set()
        with gzip.open(shared / "data" / "news_saudi.jsonl.gz", "rt", encoding="utf-8") as lines:
            for _, line in zip(range(300), lines, strict=False):
                words.update(word for word in json.loads(line)["body"].split() if word.isalpha())
        ordered = sorted(word for word in words if fold_text(word))
        for start in range(0, len(ordered), 2000):
            chunk = ordered[start : start + 2000]
            assert analyse(SPELLING, " ".join(chunk)) == [fold_text(word) for word in chunk]

    @pytest.mark.parametrize("group", GROUPS)
    def test_what_no_reader_reads_is_dropped_in_every_language(self, analyse: Analyse, group: str) -> None:
        """Direction marks, vowel signs, tatweel, digits of any script, capitals, and the shapes of letters."""
        (plain,) = analyse(SPELLING, "باب12nato", group)
        assert analyse(SPELLING, "بـ\u064eاب\u200f١۲NATO", group) == [plain]
        assert analyse(SPELLING, "\ufe91\ufe8e\ufe8f12nato", group) == [plain]


@pytest.mark.parametrize(
    ("group", "forms"),
    [
        ("ar", ("كتاب", "الكتاب", "والكتاب", "بالكتاب", "كتاباً")),
        ("ar", ("محطة", "محطات", "المحطات", "للمحطات")),
        ("ar", ("ميليشيا", "ميليشيات", "الميليشيات")),
        ("ar", ("هجوم", "هجوما", "الهجوم")),
        ("ar", ("سوريا", "سورية", "السورية")),
        ("en", ("minister", "ministers", "Minister's", "Ministers’")),
        ("en", ("city", "cities")),
        ("en", ("attack", "attacked", "attacking")),
        ("en", ("الإمارات", "الامارات")),
        ("fa", ("کتاب", "كتاب", "کتاب‌ها", "کتابها", "کتاب ها", "کتاب‌های")),
        ("fa", ("وزیر", "وزير", "وزیران")),
        ("fa", ("آمریکا", "امریکا", "امريكا")),
        ("ckb", ("وەزیر", "وه‌زیر", "وه‌زير", "وەزیرەکان", "وەزیرەکانی", "وەزیرێک")),
        ("ckb", ("کوڕ", "کوڕەکە", "کوڕەکان")),
        ("ckb", ("کوردستان", "كوردستان", "کوردستانی", "کوردستانەوە", "کوردستاندا")),
        ("other", ("پاکستان", "پاكستان")),
        ("other", ("élection", "ÉLECTION", "election")),
        ("other", ("İstanbul", "istanbul", "ISTANBUL")),
    ],
)
def test_forms_of_a_word_meet(analyse: Analyse, group: str, forms: tuple[str, ...]) -> None:
    assert len({tuple(analyse(WORD, form, group)) for form in forms}) == 1


@pytest.mark.parametrize(
    ("group", "words"),
    [
        ("en", ("organ", "organization")),
        ("fa", ("گرد", "کرد")),
        ("fa", ("چای", "جای")),
        ("ckb", ("کور", "کوڕ")),
        ("ckb", ("گوڵ", "گول", "کول")),
        ("ckb", ("شێر", "شیر")),
        ("ckb", ("مۆر", "مور")),
        ("other", ("گر", "کر")),
    ],
)
def test_words_that_folding_would_merge_stay_apart(analyse: Analyse, group: str, words: tuple[str, ...]) -> None:
    for level in (SPELLING, WORD):
        assert len({tuple(analyse(level, word, group)) for word in words}) == len(words)


@pytest.mark.parametrize(
    ("text", "words"), [("élection d’İstanbul", ["election", "d", "istanbul"]), ("İstanbul'da", ["istanbul", "da"])]
)
def test_an_apostrophe_parts_a_name_from_what_is_joined_to_it(analyse: Analyse, text: str, words: list[str]) -> None:
    assert analyse(WORD, text, "other") == words


def test_every_language_has_a_group() -> None:
    assert [group_of(language) for language in ("ar", "en", "fa", "ckb", "tr", "ku", "und", "")] == [
        "ar",
        "en",
        "fa",
        "ckb",
        "other",
        "other",
        "ar",
        "ar",
    ]
