"""Every statement of the guide, in both languages, on the real server."""

import pytest
from django.utils.translation import override

from search.index.sync import drain
from search.models import Article
from search.query.highlights import marked_article
from search.query.request import SearchRequest
from search.query.search import search
from search.query.syntax.guide import GUIDE, Statement
from search.query.syntax.parser import parse

STATEMENTS = {statement.key: statement for chapter in GUIDE for statement in chapter.statements}

FOUND = {
    "words": ("convoy plan", "en-convoy en-relief"),
    "forms": ("convoy plan", "en-convoy en-relief"),
    "spelling": ("convoy", "en-convoy en-relief"),
    "phrase": ("convoy", "en-convoy"),
    "near": ("convoy", "en-convoy"),
    "punctuation": ("convoy", "en-relief"),
    "most": ("", ""),
    "or": ("convoy plan trucks aleppo", "en-convoy en-relief en-truck"),
    "and": ("convoy trucks aleppo", "en-convoy en-relief en-truck"),
    "not": ("plan", "en-convoy"),
    "minus": ("plan", "en-convoy"),
    "plus": ("plan", "en-relief"),
    "brackets": ("convoy aleppo", "en-relief en-truck"),
    "capitals": ("convoy plan trucks aleppo", "en-convoy en-relief en-truck"),
    "star": ("trucks aleppo", "en-relief"),
    "question": ("trucks", "en-convoy en-truck"),
    "fuzzy": ("trucks", "en-convoy"),
    "title": ("convoy trucks aleppo", "en-truck"),
    "actor": ("convoy", "convoy"),
    "location": ("convoy aleppo", "convoy aleppo"),
    "source": ("trucks", "trucks"),
    "outlet": ("convoy", "convoy"),
    "date": ("convoy en-convoy", "convoy en-convoy"),
    "range": ("convoy en-convoy en-relief", "trucks en-relief"),
    "mentioned": ("trucks", "trucks"),
    "fields together": ("aleppo", "en-relief"),
    "repair": ("", "en-convoy"),
    "limits": ("", ""),
}
"""Statement -> the articles that its Arabic and its English example find."""

BEYOND = {
    # what the examples alone do not show: query -> articles
    '"مساعدات حلب"~1': "",
    "قافلة مساعدات حلب": "convoy",
    "شاحنه": "trucks aleppo",
    "للشاحنات": "trucks aleppo",
    '"الشاحنات عند"': "trucks",
    "“قافلة مساعدات„": "convoy",
    '"مساعدات قافلة"': "",
    "(شاحنات /أو قافلة) /و حلب": "convoy aleppo",
    "حلب قافلة /أو شاحنات": "convoy aleppo",
    "شاحن?": "trucks aleppo",  # the word itself, or one letter more
    "convoys~": "en-convoy en-relief",  # the word itself in all its forms
    "ش*": "",  # too short: the word itself
    "عنوان:«خطة جديدة»": "plan",
    "عنوان:قافله": "convoy",
    "العنوان:شاح*": "trucks aleppo",
    "title:(خطة OR truck)": "plan en-truck",
    "فاعل:un": "convoy",
    "actor:(UN OR رويترز)": "convoy trucks",
    "actor:(الامم المتحده /أو رويترز)": "convoy trucks",
    "مكان:حلب -فاعل:الامم": "convoy aleppo",
    "location:aleppo date:2022": "aleppo",
    "وسيلة:sada-al-midan": "convoy",
    "date:[* TO 2022]": "aleppo en-truck",
    "date:(2021 OR 2022-01-10)": "aleppo en-truck",
    "date:[2022-12-31 .. 2021-06]": "aleppo",  # turned round
    "تاريخ:3/5/2023": "convoy",
    "-قافلة -شاحنات -convoy": "en-truck",
    "NOT (قافلة OR شاحنات OR truck OR convoy)": "",
    "truck OR NOT (شاحنات OR قافلة OR convoy)": "en-convoy en-truck",
    "convoy -relief -شاحنات": "en-convoy",
    '+"aid convoy"': "en-convoy",
    "convoy +for": "en-relief",
    "+for": "en-relief en-truck",
    "و": "",
}


def found(q: str, **asked: str) -> set[str]:
    return {hit.article.given_id for hit in search(SearchRequest(q=q, **asked)).hits}  # type: ignore[arg-type]


def test_every_statement_is_tested() -> None:
    assert FOUND.keys() == STATEMENTS.keys()


@pytest.mark.usefixtures("convoys")
def test_the_examples_find_what_the_guide_says() -> None:
    wrong = {}
    for key, expected in FOUND.items():
        for query, articles in zip((STATEMENTS[key].arabic, STATEMENTS[key].english), expected, strict=True):
            if (there := found(query)) != set(articles.split()):
                wrong[query] = there
    assert wrong == {}


@pytest.mark.usefixtures("convoys")
def test_and_what_else_it_says() -> None:
    assert {q: there for q, articles in BEYOND.items() if (there := found(q)) != set(articles.split())} == {}


@pytest.mark.parametrize("statement", STATEMENTS.values(), ids=STATEMENTS)
def test_only_examples_of_faults_have_any(statement: Statement) -> None:
    for query in (statement.arabic, statement.english):
        assert bool(parse(query).faults) == (statement.key in {"repair", "limits"})


@pytest.mark.usefixtures("convoys")
def test_those_with_most_of_the_words_follow_uncounted() -> None:
    for query, expected in (
        (STATEMENTS["most"].arabic, ["convoy", "plan"]),
        (STATEMENTS["most"].english, ["en-convoy", "en-relief"]),
    ):
        results = search(SearchRequest(q=query))
        assert (results.total, results.hits, results.timeline) == (0, (), None)
        assert [hit.article.given_id for hit in results.fewer] == expected
        counted = search(results.request.matching("most"))
        assert [hit.article.given_id for hit in counted.hits] == expected
        assert (counted.total, counted.fewer) == (2, ())


@pytest.mark.usefixtures("convoys")
def test_what_is_asked_for_by_a_sign_holds_where_most_is_enough() -> None:
    assert found("convoy aid families", match="most") == {"en-convoy", "en-relief"}
    assert found("convoy aid +families", match="most") == {"en-relief"}
    assert found("convoy aid -families", match="most") == {"en-convoy"}
    assert found('convoy aid families "aid convoy"', match="most") == {"en-convoy"}
    assert found("convoy AND aid AND families", match="most") == {"en-relief"}
    assert found("convvoy~", match="most") == {"en-convoy"}
    assert found("convoy aid famil*", match="most") == {"en-convoy", "en-relief"}


@pytest.mark.usefixtures("convoys")
def test_at_the_level_of_spelling_a_word_is_no_other_form() -> None:
    assert found("شاحنه", level="spelling") == {"aleppo"}
    assert found("شاحنات", level="spelling") == {"trucks"}
    assert found("قافلة", level="spelling") == {"convoy"}
    assert found("والقافله", level="spelling") == {"plan"}
    assert found("قافل*", level="spelling") == {"convoy"}
    assert found("convoys", level="spelling") == {"en-relief"}
    assert found('"convoy aid"~5', level="spelling") == {"en-convoy"}


def marked(q: str, key: str) -> list[str]:
    hit = next(hit for hit in search(SearchRequest(q=q)).hits if hit.article.given_id == key)
    return [part.text for passage in (hit.title, *hit.passages) for part in passage if part.marked]


@pytest.mark.usefixtures("convoys")
@pytest.mark.parametrize(
    ("query", "article", "marks"),
    [
        ("شاح*", "trucks", ["شاحنات", "شاحنات"]),
        ("قافل*", "plan", ["والقافلة"]),
        ("شاحماب~2", "trucks", ["شاحنات", "شاحنات"]),
        ('"مساعدات حلب"~5', "convoy", ["مساعدات", "حلب", "مساعدات", "حلب"]),
        ("«قافلة مساعدات»", "convoy", ["قافلة مساعدات", "قافلة مساعدات"]),
        ("عنوان:حلب", "convoy", ["حلب"]),
        ("شاحنات -حلب", "trucks", ["شاحنات", "شاحنات"]),
        ("شاحنات NOT (حلب OR المعبر)", "trucks", []),
        ("فاعل:un مكان:حلب", "convoy", []),
        ("convoy OR giraffe", "en-relief", ["Convoys", "convoys"]),
        ("con*y", "en-convoy", ["convoy", "convoy"]),
    ],
)
def test_what_matched_is_marked(query: str, article: str, marks: list[str]) -> None:
    if marks or "NOT" not in query:
        assert marked(query, article) == marks
    else:
        assert article not in found(query)


def test_what_was_excluded_is_not_marked_in_the_article(convoys: dict[str, Article]) -> None:
    title, body = marked_article(convoys["convoy"], SearchRequest(q="مساعدات عنوان:تصل -حلب فاعل:UN"))
    assert [part.text for part in (*title, *body) if part.marked] == ["مساعدات", "تصل", "مساعدات"]


@pytest.mark.usefixtures("convoys")
def test_what_is_wrong_is_said_and_mended() -> None:
    results = search(SearchRequest(q="(قافلة /أو شاحنات"))
    assert results.repaired == "(قافلة /أو شاحنات)"
    assert found(results.repaired) == {"convoy", "plan", "trucks", "aleppo"}
    with override("en"):
        assert [fault.sentence for fault in results.faults] == [
            "The bracket before “قافلة /أو شاحنات” is not closed, so brackets and operators are passed over."
        ]


@pytest.mark.usefixtures("convoys")
def test_a_name_that_nobody_has_is_said_and_searched_for() -> None:
    results = search(SearchRequest(q='فاعل:"شاحنات عند" حلب'))
    with override("en"):
        assert [fault.sentence for fault in results.faults] == [
            "No actor is known by the name “شاحنات عند”, so the words themselves are searched for."
        ]
    assert results.repaired == '"شاحنات عند" حلب'
    assert found("location:شاحنات") == {"trucks", "aleppo"}


@pytest.mark.usefixtures("convoys")
def test_a_name_of_several_words_is_offered_in_quotation_marks() -> None:
    results = search(SearchRequest(q="مساعدات فاعل:الامم المتحدة حلب"))
    assert results.repaired == 'مساعدات فاعل:"الامم المتحدة" حلب'
    assert found(results.repaired) == {"convoy"}


@pytest.mark.usefixtures("convoys")
@pytest.mark.parametrize("query", ["حصا*", "حصاد~", '"حصاد القمح"~3', "حصاد"])
def test_an_article_of_more_than_a_million_characters_stops_no_search(query: str) -> None:
    body = "حصاد القمح في السهل. " * 60_000
    Article.objects.create(identity="book", given_id="book", title="حصاد", body=body, language="ar")
    drain()
    assert marked(query, "book")
    assert search(SearchRequest(q=query)).total == 1
