"""Files made to fill memory or time: each is read or refused with a reason that says what to do, and the rest goes on.
Their time and memory are printed by `python -m tests.bench.hostile`."""

from pathlib import Path

import pytest

from search.cleaning.clean import clean
from search.fetching.files import read_path
from search.types import CleanArticle, RawPage, UnreadablePage
from tests.fetching.hostile_files import ANY, HOSTILE_FILES, SENTENCE


@pytest.mark.parametrize("name", HOSTILE_FILES)
def test_it_is_read_or_refused_with_a_reason_and_the_rest_goes_on(name: str, tmp_path: Path) -> None:
    hostile = HOSTILE_FILES[name]
    hostile.write(tmp_path / f"a{hostile.suffix}")
    (tmp_path / "b.txt").write_text(f"جسر جديد\n\n{SENTENCE}", "utf-8")
    articles: list[CleanArticle] = []
    reasons: list[str] = []
    for found in read_path(tmp_path):
        if not isinstance(found, RawPage):
            reasons.append(found.reason)
            continue
        try:
            articles.append(clean(found, ()))
        except UnreadablePage as problem:
            reasons.append(str(problem))
    assert articles[-1].title == "جسر جديد"
    if hostile.reasons == ("",):
        return
    assert hostile.articles == ANY or len(articles) == hostile.articles + 1
    assert len(reasons) >= len(hostile.reasons)
    assert all(word in reason for word, reason in zip(hostile.reasons, reasons[-len(hostile.reasons) :], strict=False))
    assert all(": " in reason or reason.count(".") > 1 for reason in reasons), "says no remedy"
    assert all(SENTENCE.split()[-1] in article.body for article in articles[:-1])
