"""Searching the made-up corpus on the real server: what a researcher finds, and what the counts say."""

from datetime import date

import pytest
from elasticsearch import Elasticsearch

from search.index import targets
from search.models import Article
from search.query.cursor import Cursor
from search.query.highlights import marked_article
from search.query.request import SearchRequest, from_pairs
from search.query.results import Results
from search.query.search import search

pytestmark = pytest.mark.usefixtures("corpus")

Corpus = dict[str, Article]


def found(results: Results) -> list[str]:
    return [hit.article.given_id for hit in results.hits]


def counts(results: Results, facet: str) -> dict[str, int]:
    return next({value.key: value.count for value in shown.values} for shown in results.facets if shown.name == facet)


def marks(results: Results) -> list[str]:
    return [
        segment.text
        for hit in results.hits
        for passage in (hit.title, *hit.passages)
        for segment in passage
        if segment.marked
    ]


@pytest.mark.parametrize(
    ("query", "article", "marked"),
    [
        ("المسئول الاغاثي", "aid", "مسؤول"),  # hamza seat, hamza left out
        ("قافله", "aid", "قافلة"),  # heh for teh marbuta
        ("محطات كهربائيه", "dam", "المحطّات"),  # a vowel sign inside, the article
        ("للمحطات", "dam", "المحطّات"),  # particle and article fused
        ("كاتبة", "novel", "للكاتبة"),
        ("سفن", "port", "سفناً"),  # accusative
        ("رواية عودة", "novel", "عودةٌ"),  # the vowel sign at the end of the word is inside the mark
        ("الرقـــة خبز", "undated", "الرقة"),  # tatweel in the query
        ("ملوحة المياه في البصرة", "water", "البصرة"),
    ],
)
def test_finds_and_marks_the_same_word_in_another_spelling(query: str, article: str, marked: str) -> None:
    results = search(SearchRequest(q=query))
    assert article in found(results)
    assert marked in marks(results)


def test_function_words_are_neither_needed_nor_marked() -> None:
    results = search(SearchRequest(q="قافلة من إلى في على الرقة"))
    assert found(results) == ["aid"]
    assert not {"من", "إلى", "في", "على"} & set(marks(results))


def test_a_phrase_needs_its_words_side_by_side() -> None:
    assert set(found(search(SearchRequest(q="محطة للتحلية")))) == {"water"}
    assert found(search(SearchRequest(q="«إنشاء محطة للتحلية»"))) == ["water"]
    assert found(search(SearchRequest(q='"محطة إنشاء للتحلية"'))) == []


def test_values_of_one_facet_widen_and_facets_narrow() -> None:
    one = search(from_pairs([("location", "raqqa")]))
    assert set(found(one)) == {"dam", "aid", "undated"}
    two = search(from_pairs([("location", "raqqa"), ("location", "basra")]))
    assert set(found(two)) == {"dam", "aid", "undated", "port", "water"}
    narrowed = search(from_pairs([("location", "raqqa"), ("location", "basra"), ("actor", "un")]))
    assert set(found(narrowed)) == {"aid", "water"}


def test_counts_say_what_selecting_a_value_would_give() -> None:
    results = search(from_pairs([("location", "raqqa")]))
    assert counts(results, "location") == {"basra": 2, "euphrates": 2, "raqqa": 3}
    assert counts(results, "actor") == {"red-crescent": 1, "un": 1}
    assert counts(results, "outlet") == {"sada-al-midan": 2}


def test_a_selected_value_never_vanishes() -> None:
    results = search(from_pairs([("q", "رواية"), ("actor", "un"), ("actor", "nobody")]))
    assert results.total == 0
    assert counts(results, "actor") == {"unlisted-actor": 1, "nobody": 0, "un": 0}


def test_dates_are_inclusive_and_the_timeline_spans_what_is_found() -> None:
    results = search(from_pairs([("since", "2022-01-20"), ("until", "2022-11-11")]))
    assert set(found(results)) == {"port", "water", "vote"}
    assert results.timeline
    assert results.timeline.interval == "month"
    assert results.timeline.bars[0].since == date(2022, 1, 1)
    assert results.timeline.bars[-1].until == date(2022, 11, 30)
    assert sum(bar.count for bar in results.timeline.bars) == results.dated == 3


def test_articles_without_a_date_are_found_and_counted_apart() -> None:
    results = search(from_pairs([("q", "خبز")]))
    assert (results.total, results.dated, results.timeline) == (1, 0, None)


def test_newest_first_without_a_query_and_undated_last() -> None:
    ids = found(search(SearchRequest()))
    assert ids[0] == "markup"
    assert ids[-1] == "undated"
    assert found(search(SearchRequest(sort="oldest")))[0] == "dam"


def test_headline_outranks_body() -> None:
    assert found(search(SearchRequest(q="البصرة")))[:2] in (["port", "water"], ["water", "port"])
    assert found(search(SearchRequest(q="الأمم المتحدة")))[0] == "vote"


def test_a_page_with_nothing_left_on_it_shows_the_first() -> None:
    for request in (
        SearchRequest(after=Cursor(None, 9, 10**9)),
        SearchRequest(before=Cursor(date(2999, 1, 1), 0, 1)),
        SearchRequest(q="البصرة", after=Cursor(None, 0, 10**9, score=0.0)),
    ):
        results = search(request)
        assert results.request == request.from_first_page()
        assert (len(results.hits), results.previous, results.next) == (results.total, None, None)


def test_the_article_shows_every_match(corpus: Corpus) -> None:
    title, body = marked_article(corpus["water"], SearchRequest(q="مياه البصرة"))
    assert "".join(segment.text for segment in body) == corpus["water"].body
    assert [segment.text for segment in (*title, *body) if segment.marked] == ["المياه", "البصرة", "المياه", "البصرة"]


@pytest.mark.parametrize(
    "query", ["", " ", '"', "«", "(" * 400, "a" * 5000, "قال: (", "AND OR NOT", "http://x.y/?a=b", "\\", "\0"]
)
def test_no_text_breaks_a_search(query: str) -> None:
    assert isinstance(search(from_pairs([("q", query)])), Results)


def test_what_is_marked_is_never_markup(corpus: Corpus) -> None:
    results = search(SearchRequest(q="تكتب script عنوان"))
    assert found(results) == ["markup"]
    assert "".join(segment.text for segment in results.hits[0].title) == corpus["markup"].title


def test_an_article_deleted_a_moment_ago_is_not_shown(corpus: Corpus) -> None:
    corpus["novel"].delete()
    assert found(search(SearchRequest(q="رواية"))) == []


def test_no_index_yet_is_an_empty_corpus(empty_index: Elasticsearch) -> None:
    empty_index.indices.delete(index=targets.live())
    assert search(SearchRequest(q="سوريا")).total == 0
