"""Whole pages, in the shapes that news sites have, against what a careful reader takes from them."""

import json
from pathlib import Path

import pytest

from search.cleaning.clean import clean
from search.cleaning.decoding import decode
from search.types import CleanArticle, MediaType, OutletRecord, RawPage

PAGES = Path(__file__).parents[1] / "data" / "pages"
MEDIA_TYPES: dict[str, MediaType] = {".txt": "text/plain", ".html": "text/html", ".json": "application/json"}
OUTLETS = (OutletRecord("difaf", "صوت الضفاف", "Voice of the Banks", ("الضفاف",), ("difaf.example",)),)
NAMES = sorted(path.name for path in PAGES.iterdir() if not path.name.endswith(".expected.json"))


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_read_as_a_careful_reader_reads_it(name: str) -> None:
    page = PAGES / name
    expected = json.loads((PAGES / f"{page.stem}.expected.json").read_text(encoding="utf-8"))
    article = clean(RawPage(name, page.read_bytes(), MEDIA_TYPES[page.suffix]), OUTLETS)
    assert as_written(article, expected) == expected


@pytest.mark.parametrize("name", [name for name in NAMES if not name.endswith(".json")])
def test_every_line_of_a_text_page_is_accounted_for(name: str) -> None:
    if not name.endswith(".txt"):
        pytest.skip("markup has no lines of its own")
    content = (PAGES / name).read_bytes()
    text = decode(content)
    article = clean(RawPage(name, content, "text/plain"), OUTLETS)
    kept = [article.title, *article.body.split("\n"), *article.captions, *article.dropped]
    lost = [line for line in map(str.strip, text.splitlines()) if line and line not in kept]
    assert not lost


def as_written(article: CleanArticle, expected: dict[str, object]) -> dict[str, object]:
    """The article's fields that `expected` names, in JSON's types."""
    fields: dict[str, object] = {name: getattr(article, name) for name in expected}
    for name, value in fields.items():
        if name in ("published", "updated", "fetched"):
            fields[name] = value.isoformat() if value else None  # type: ignore[attr-defined]
        elif name == "body":
            fields[name] = article.body.split("\n")
        elif isinstance(value, tuple):
            fields[name] = list(value)
    return fields
