"""What the box offers while somebody types: names by any of their words, and words of headlines."""

import pytest

from search.models import Article, Entity
from search.query import name_index
from search.query.completion import name_offers, word_offers
from search.query.request import SearchRequest, from_pairs


@pytest.fixture(autouse=True)
def fresh(corpus: dict[str, Article]) -> None:
    name_index.forget()
    name_index.names()


def names(query: str) -> list[str]:
    return [offer.named.name_ar for offer in name_offers(SearchRequest(q=query))]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("الأمم", "الأمم المتحدة"),
        ("الامم المت", "الأمم المتحدة"),  # spelling
        ("المتحدة", "الأمم المتحدة"),  # a word inside
        ("متحد", "الأمم المتحدة"),  # without its article
        ("unit", "الأمم المتحدة"),  # in English
        ("هلال", "الهلال الأحمر"),
        ("الفرات", "نهر الفرات"),
        ("صدى", "صدى الميدان"),  # an outlet
        ("خبر عن الأمم المت", "الأمم المتحدة"),  # behind other words
    ],
)
def test_names_by_the_beginning_of_any_word(typed: str, offered: str) -> None:
    assert offered in names(typed)


@pytest.mark.parametrize("typed", ["", " ", "ا", "زرافة", "الأمم المتحدة كذا", "\\", "(((", "ظ" * 400])
def test_nothing_is_offered_for(typed: str) -> None:
    assert names(typed) == []


@pytest.mark.parametrize(
    "typed", ["قافلة NOT الأمم", "-الأمم", '"وفد الأمم', "title:الأمم", "قافلة /و الأمم", "(الأمم"]
)
def test_no_name_where_taking_it_out_would_break_the_query(typed: str) -> None:
    assert names(typed) == []


def test_other_names_of_the_gazetteers_count() -> None:
    Entity.objects.filter(kind="actor", key="un").update(name_ar="المنظمة الأممية", name_en="")
    name_index.forget()
    name_index.names()
    assert names("هيئة الأمم") == ["المنظمة الأممية"]


def test_a_name_narrows_the_search_and_takes_its_words_out() -> None:
    (offer, *_) = name_offers(from_pairs([("q", "قافلة  الأمم المت"), ("location", "raqqa"), ("sort", "oldest")]))
    assert (offer.facet, offer.named.key) == ("actor", "un")
    assert offer.request == from_pairs([("q", "قافلة"), ("location", "raqqa"), ("actor", "un"), ("sort", "oldest")])
    assert name_offers(from_pairs([("q", "الأمم المت"), ("actor", "un")])) == []


def test_names_that_nobody_vouches_for_come_last() -> None:
    Entity.objects.filter(key="unlisted-actor").update(name_ar="سوريانا")
    name_index.forget()
    name_index.names()
    assert names("سوري") == ["سوريا", "سوريانا"]


def test_more_articles_first() -> None:
    Entity.objects.filter(key__in=("raqqa", "basra", "sy")).update(name_ar="نفس الاسم", name_en="")
    name_index.forget()
    name_index.names()
    keys = [offer.named.key for offer in name_offers(SearchRequest(q="نفس"))]
    assert keys == ["raqqa", "basra", "sy"]


def words(query: str) -> list[str]:
    return [offer.request.q for offer in word_offers(SearchRequest(q=query))]


def test_words_of_headlines() -> None:
    assert words("انخف") == ["انخفاض"]
    assert words("خبر انخف") == ["خبر انخفاض"]
    assert words("«مياه تعو") == ["«مياه تعود"]


def test_the_word_before_tells_which_one_comes_first() -> None:
    assert words("منسوب نه")[0] == "منسوب نهر"
    assert words("رواية جد")[0] == "رواية جديدة"
    assert words("حوار جد")[0] == "حوار جديد"


@pytest.mark.parametrize("typed", ["", "ال", "ا", "انخفاض ", "ظظظ", "2015", "(((", "\\"])
def test_no_words_for(typed: str) -> None:
    assert words(typed) == []


def test_hidden_articles_give_no_words(corpus: dict[str, Article]) -> None:
    Article.objects.filter(pk=corpus["dam"].pk).update(hidden=True)
    assert words("انخف") == []
