"""What is the same article."""

import pytest

from search.ingest.identity import canonical_url, identity
from search.types import CleanArticle


@pytest.mark.parametrize(
    "other",
    [
        "http://www.example.org/a",
        "https://example.org/a/",
        "https://example.org:443/a#comments",
        "https://EXAMPLE.org/a?utm_source=x&fbclid=y",
    ],
)
def test_addresses_of_one_page(other: str) -> None:
    assert canonical_url(other) == canonical_url("https://example.org/a")


@pytest.mark.parametrize("other", ["https://example.org/b", "https://example.org/a?id=2", "https://example.org:8080/a"])
def test_addresses_of_other_pages(other: str) -> None:
    assert canonical_url(other) != canonical_url("https://example.org/a")


def test_without_id_and_address_the_words_decide() -> None:
    assert identity(CleanArticle("عنوان", "النصُّ، كما هو.")) == identity(CleanArticle("عنوان", "النص كما هو"))
    assert identity(CleanArticle("عنوان", "نص")) != identity(CleanArticle("عنوان", "نص آخر"))
