"""Did you mean, on the real server: what is suggested for what was mistyped, and when nothing is."""

import pytest

from search.index.sync import drain
from search.models import Article
from search.query.corrections.suggest import suggestion
from search.query.request import SearchRequest, from_pairs
from search.query.words import words_of

pytestmark = pytest.mark.usefixtures("news")

TEXTS = {
    "وزارة الدفاع": 14,
    "مستشفى القدس": 12,
    "العراق": 40,
    "الحكومة الألمانية": 9,
    "صندوق NATO": 6,
    "والعراق": 5,
    "القاهرة وبغداد": 8,
    "مفارش": 1,
    "الدفاه": 1,
}
"""Made-up headlines, and how many articles have each."""


@pytest.fixture
def news(corpus: dict[str, Article]) -> None:
    Article.objects.bulk_create(
        Article(identity=f"{text} {number}", title=f"{text} رقم {number}", body=f"خبر عن {text} في {number} سطرا.")
        for text, times in TEXTS.items()
        for number in range(times)
    )
    drain()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("العراف", "العراق"),  # the key beside
        ("وزارة الدافع", "وزارة الدفاع"),  # swapped
        ("مستششفى", "مستشفى"),  # doubled
        ("مستفى القدس", "مستشفى القدس"),  # missing
        ("وزارةالدفاع", "وزارة الدفاع"),  # joined
        ("مست شفى القدس", "مستشفى القدس"),  # split
        ("بالعراف", "بالعراق"),  # behind a particle, as no article has it
        ("hguvhr", "العراق"),  # the other layout
        ("Hguvhr", "العراق"),
        ("ىشفخ", "NATO"),
        ("hgrhivm ,fy]h]", "القاهرة وبغداد"),
    ],
)
def test_what_was_meant(typed: str, meant: str) -> None:
    suggested = suggestion(SearchRequest(q=typed))
    assert suggested
    assert suggested.text == meant
    assert "".join(segment.text for segment in suggested.shown) == meant
    assert [segment.text for segment in suggested.shown if segment.marked]


def test_only_the_faulty_word_is_replaced_and_marked() -> None:
    suggested = suggestion(SearchRequest(q="«وزارة  الدفغع» AND title:nothing 2015"))
    assert suggested is None or "title:nothing" in suggested.text
    suggested = suggestion(SearchRequest(q="-«وزاره  الدفغع»"))
    assert suggested is None or suggested.text.startswith("-«وزاره  ")
    suggested = suggestion(SearchRequest(q="«وزاره  الدفغع»"))
    assert suggested
    assert suggested.text == "«وزاره  الدفاع»"
    assert [segment.text for segment in suggested.shown if segment.marked] == ["الدفاع"]


@pytest.mark.parametrize(
    "query",
    [
        "العراق",
        "وزارة الدفاع",
        "مفارش",  # rare, and far from everything
        "القاهرة",
        "الحكومة الألمانية",
        "زرافة بنفسجية",  # nothing like it
        "",
        "2015",
        "في من إلى",
        "«»",
        "((((",
        "ظ" * 400,
        " ".join(["العراف"] * 60),
    ],
)
def test_nothing_is_suggested_for_what_was_meant_so(query: str) -> None:
    assert suggestion(from_pairs([("q", query)])) is None


def test_what_is_suggested_passes_the_filters_too() -> None:
    assert suggestion(from_pairs([("q", "العراف"), ("outlet", "sada-al-midan")])) is None
    assert suggestion(from_pairs([("q", "العراف"), ("language", "ar")]))


def test_a_rare_word_beside_a_frequent_one_is_asked_about() -> None:
    suggested = suggestion(SearchRequest(q="وزارة الدفاه"))
    assert suggested
    assert suggested.text == "وزارة الدفاع"


def test_words_are_told_from_operators_and_fields() -> None:
    text = 'title:سد (العراق AND NOT "الشام") باب* ب?ب من 2015 كتاب~ /أو وزيرٌ'
    assert [text[word.start : word.end] for word in words_of(text)] == ["سد", "العراق", "الشام", "وزيرٌ"]
