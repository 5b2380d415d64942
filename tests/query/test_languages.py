"""Articles in several languages, searched together on the real server: each is matched in the way of its own language."""

import pytest
from elasticsearch import Elasticsearch

from search.index.sync import drain
from search.models import Article
from search.query.highlights import marked_article
from search.query.request import SearchRequest, from_pairs
from search.query.results import Results
from search.query.search import search

_ARTICLES = {
    "ar": (
        "حلف NATO يجتمع في أنقرة",
        "اجتمع وزراء دفاع الحلف في أنقرة.\nوقرأ المندوب كتاباً عن أربيل في إقليم كردستان.",
    ),
    "en": (
        "Ministers of NATO discuss convoys",
        "The ministers met in two cities. A convoy's route to Kurdistan was not disclosed.",
    ),
    "fa": (
        "وزیران خارجه گفتگو کردند",
        "وزیران خارجه درباره کتاب‌های درسی گفتگو کردند.\nکردها در سلیمانیه جشن گرفتند و گرد و خاک شهر را پوشاند.",
    ),
    "ckb": (
        "وەزیرەکانی هەرێمی کوردستان کۆبوونەوە",
        "وەزیرەکان لە هەولێر کۆبوونەوە.\nکوڕەکە گوڵێکی لە باخچەی کوردستان هێنا.",
    ),
    "tr": ("Bakanlar İstanbul'da buluştu", "Dışişleri bakanları İstanbul'da NATO toplantısına katıldı."),
    "und": ("", "MP3"),
}


@pytest.fixture
def many_languages(empty_index: Elasticsearch) -> dict[str, Article]:
    articles = {
        language: Article.objects.create(identity=language, title=title, body=body, language=language)
        for language, (title, body) in _ARTICLES.items()
    }
    drain()
    return articles


def found(results: Results) -> set[str]:
    return {hit.article.language for hit in results.hits}


def marks(results: Results) -> list[str]:
    passages = [passage for hit in results.hits for passage in (hit.title, *hit.passages)]
    return [segment.text for passage in passages for segment in passage if segment.marked]


@pytest.mark.usefixtures("many_languages")
@pytest.mark.parametrize(
    ("query", "languages", "marked"),
    [
        ("minister", {"en"}, {"Ministers", "ministers"}),
        ("the convoys in a city", {"en"}, {"convoys", "convoy's", "cities"}),
        ('"ministers of NATO"', {"en"}, {"Ministers of NATO"}),
        ("nato", {"ar", "en", "tr"}, {"NATO"}),
        ("Kurdistan", {"en"}, {"Kurdistan"}),
        ("کوردستان", {"ckb"}, {"کوردستان"}),
        ("كوردستان", {"ckb"}, {"کوردستان"}),  # Arabic kaf
        ("وه‌زیر", {"ckb"}, {"وەزیرەکانی", "وەزیرەکان"}),  # heh and non-joiner for ae
        ("کوڕ", {"ckb"}, {"کوڕەکە"}),
        ("گول", set(), set()),  # گوڵ is another word
        ("كتاب", {"ar", "fa"}, {"كتاباً", "کتاب\u200c"}),  # the same word in both, with either kaf
        ("کتابها", {"ar", "fa"}, {"كتاباً", "کتاب\u200c"}),  # books in Persian, her book in Arabic
        ("وزير خارجه", {"fa"}, {"وزیران", "خارجه"}),  # Arabic yeh
        ("گرد", {"fa"}, {"گرد"}),
        ("أربيل", {"ar"}, {"أربيل"}),
        ("istanbul", {"tr"}, {"İstanbul"}),
    ],
)
def test_each_language_is_matched_in_its_own_way(query: str, languages: set[str], marked: set[str]) -> None:
    results = search(SearchRequest(q=query))
    assert found(results) == languages
    assert set(marks(results)) == marked


@pytest.mark.parametrize(
    ("language", "query", "marked"),
    [
        ("en", "minister convoy", ["Ministers", "convoys", "ministers", "convoy's"]),
        ("fa", "كتاب", ["کتاب\u200c"]),
        ("ckb", "وەزیر", ["وەزیرەکانی", "وەزیرەکان"]),
    ],
)
def test_the_article_shows_every_match(
    many_languages: dict[str, Article], language: str, query: str, marked: list[str]
) -> None:
    title, body = marked_article(many_languages[language], SearchRequest(q=query))
    assert [segment.text for segment in (*title, *body) if segment.marked] == marked
    assert "".join(segment.text for segment in body) == many_languages[language].body


def test_a_corrected_language_moves_the_article(many_languages: dict[str, Article]) -> None:
    Article.objects.filter(language="en").update(language="tr")
    drain()
    assert found(search(SearchRequest(q="minister"))) == set()
    assert found(search(SearchRequest(q="ministers"))) == {"tr"}


@pytest.mark.usefixtures("many_languages")
def test_languages_are_a_facet() -> None:
    results = search(from_pairs([("language", "fa"), ("language", "ckb"), ("language", "he")]))
    assert found(results) == {"fa", "ckb"}
    facet = results.facets[-1]
    assert facet.name == "language"
    assert {value.key: value.count for value in facet.values} == {
        **dict.fromkeys(("ar", "ckb", "en", "fa", "tr", "und"), 1),
        "he": 0,
    }
