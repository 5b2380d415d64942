"""Pages that are broken, empty, enormous or malicious: a clear reason, or the text, within two seconds."""

import contextlib
import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.cleaning.clean import clean
from search.types import MediaType, RawPage, UnreadablePage

SENTENCE = "أعلنت البلدية افتتاح الجسر الجديد صباح السبت بعد عامين من العمل المتواصل في الضفة الشرقية للنهر. "
PARAGRAPH = f"<p>{SENTENCE * 2}</p>"


@pytest.mark.parametrize("depth", [200, 300, 2_500, 10_000])
def test_text_below_the_depth_that_the_parser_drops_is_recovered(depth: int) -> None:
    page = "<html><body>" + "<div>" * depth + PARAGRAPH + f"<span>{PARAGRAPH}"
    assert SENTENCE.strip() in clean(RawPage("p", page.encode(), "text/html"), ()).body


def test_a_page_that_was_cut_off_keeps_what_is_there() -> None:
    page = f'<html><body><article><h1>جسر</h1>{PARAGRAPH}<p>وقال المهندس إن العمل انتهى قبل موعده.</p><div class="ne'
    body = clean(RawPage("p", page.encode(), "text/html"), ()).body
    assert "قبل موعده." in body


@pytest.mark.parametrize(
    ("media_type", "content"),
    [
        ("text/html", "<" * 1_000_000),
        ("text/html", "<!--" * 300_000 + PARAGRAPH),
        ("text/html", "<script>" * 100_000 + PARAGRAPH),
        ("text/html", "<table><tr><td>" * 20_000 + PARAGRAPH),
        ("text/html", "<p>" * 300_000 + PARAGRAPH),
        ("text/html", PARAGRAPH * 4_000),
        ("text/html", f'<img src="data:image/png;base64,{"A" * 5_000_000}">' + PARAGRAPH),
        ("text/plain", "كلمة\n" * 29_000),
        ("text/plain", "مشاركة على " * 100_000),
        ("text/plain", "- " * 900_000),
        ("text/plain", ("a." * 140 + "\n") * 5_000),
        ("text/plain", SENTENCE * 10_000),
        ("application/json", '{"body": "' + "<div>" * 100_000 + '"}'),
        ("application/json", json.dumps({"body": SENTENCE * 10_000})),
    ],
)
def test_no_page_takes_longer_than_two_seconds(media_type: MediaType, content: str) -> None:
    start = time.perf_counter()
    try:
        clean(RawPage("p", content.encode(), media_type), ())
    except UnreadablePage as problem:
        assert ": " in str(problem)
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize(
    ("media_type", "content", "word"),
    [
        ("text/plain", " \n\u200f\n", "No article text"),
        ("text/html", "", "no HTML"),
        ("text/html", "<html><body><nav>القائمة</nav></body></html>", "No article text"),
        ("text/plain", SENTENCE * 30_000, "characters"),
        ("application/json", "{", "not valid JSON"),
        ("application/json", "[1]", "no JSON object"),
        ("application/json", '{"id": 1}', "neither a title nor a body"),
        ("application/json", '{"title": "t", "body": {"a": 1}}', "'body'"),
    ],
)
def test_what_cannot_become_an_article_says_why(media_type: MediaType, content: str, word: str) -> None:
    with pytest.raises(UnreadablePage, match=word):
        clean(RawPage("p", content.encode(), media_type), ())


def test_a_record_with_a_title_alone_is_an_article() -> None:
    article = clean(RawPage("r", '{"title": "خبر عاجل", "body": null}'.encode(), "application/json"), ())
    assert (article.title, article.body) == ("خبر عاجل", "")


pieces = st.sampled_from(
    ["إعلان", "شارك", "|", "\n", " ", "قال", "2021", "/", ":", "(رويترز)", "<p>", "<div>", "</", "ـ", "خاص", "–", "a"]
)


@settings(max_examples=200, deadline=2_000)
@given(st.lists(pieces | st.text(max_size=8), max_size=60), st.sampled_from(["text/plain", "text/html"]))
def test_nothing_else_is_ever_raised(parts: list[str], media_type: MediaType) -> None:
    with contextlib.suppress(UnreadablePage):
        clean(RawPage("p", "".join(parts).encode("utf-8", "surrogatepass"), media_type), ())
