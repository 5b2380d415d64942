"""Pages that are broken, empty, enormous or malicious: a clear reason, or the text."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.cleaning.clean import clean
from search.types import MediaType, RawPage, UnreadablePage
from tests.cleaning.hostile_pages import HOSTILE, PARAGRAPH, SENTENCE


@pytest.mark.parametrize("depth", [200, 300, 2_500, 10_000])
def test_text_below_the_depth_that_the_parser_drops_is_recovered(depth: int) -> None:
    page = "<html><body>" + "<div>" * depth + PARAGRAPH + f"<span>{PARAGRAPH}"
    assert SENTENCE.strip() in clean(RawPage("p", page.encode(), "text/html"), ()).body


def test_a_page_that_was_cut_off_keeps_what_is_there() -> None:
    page = f'<html><body><article><h1>جسر</h1>{PARAGRAPH}<p>وقال المهندس إن العمل انتهى قبل موعده.</p><div class="ne'
    body = clean(RawPage("p", page.encode(), "text/html"), ()).body
    assert "قبل موعده." in body


@pytest.mark.parametrize("name", HOSTILE)
def test_no_page_brings_cleaning_down(name: str) -> None:
    """Their times are printed by `python -m tests.bench.hostile`."""
    media_type, content = HOSTILE[name]
    try:
        clean(RawPage("p", content.encode(), media_type), ())
    except UnreadablePage as problem:
        assert ": " in str(problem)


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


@settings(max_examples=200, deadline=None)
@given(st.lists(pieces | st.text(max_size=8), max_size=60), st.sampled_from(["text/plain", "text/html"]))
def test_nothing_else_is_ever_raised(parts: list[str], media_type: MediaType) -> None:
    with contextlib.suppress(UnreadablePage):
        clean(RawPage("p", "".join(parts).encode("utf-8", "surrogatepass"), media_type), ())


def test_cells_without_text_before_the_headline_are_nothing() -> None:
    """Found by `python -m tests.bench.fuzz_cleaning`."""
    page = f"<html><body><table><tr><td></td></tr></table><ul>\u241f</ul><h1>جسر</h1>{PARAGRAPH}</body></html>"
    assert SENTENCE.strip() in clean(RawPage("p", page.encode(), "text/html"), ()).body
