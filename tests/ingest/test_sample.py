"""The sample corpus comes in whole, says that it is one, and goes without a trace in search and facets."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command

from search import knowledge
from search.index import targets
from search.index.sync import drain
from search.ingest.ingest import ingest
from search.ingest.originals import load
from search.models import Article, Entity, IngestRun, Outlet
from search.query.request import SearchRequest
from search.query.search import search

pytestmark = pytest.mark.usefixtures("empty_index")


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Article]:
    page = tmp_path / "own.txt"
    page.write_text(
        "جسر الرقة\n\nقال مهندس في الرقة إن الجسر الذي يعبر نهر الفرات سيفتح أمام السيارات قريباً.", encoding="utf-8"
    )
    ingest([page], knowledge.current())
    return Article.objects.get()


def test_a_newcomer_sees_filled_facets_and_a_timeline() -> None:
    call_command("sample", "load")
    run = IngestRun.objects.get()
    assert run.rejected == 0
    assert run.new >= 60
    found = search(SearchRequest())
    assert found.total == run.new - 18, "six wire stories and two pages have copies"
    assert search(SearchRequest(every_copy=True)).total == run.new - 2, "two of the copies are exact"
    assert found.timeline
    assert len(found.timeline.bars) >= 10
    assert {facet.name for facet in found.facets if len(facet.values) >= 5} >= {"actor", "location", "outlet"}
    assert all(hit.article.is_sample for hit in found.hits)


def test_it_goes_and_what_is_mine_stays(own: Article) -> None:
    drain()
    before = (Outlet.objects.count(), Entity.objects.count())
    call_command("sample", "load")
    originals = set(Article.objects.exclude(pk=own.pk).values_list("original", flat=True))
    call_command("sample", "remove")
    assert list(Article.objects.all()) == [own]
    assert not own.is_sample
    assert (Outlet.objects.count(), Entity.objects.count()) == before
    assert targets.server().count(index=targets.live())["count"] == 1
    for name in originals:
        with pytest.raises(FileNotFoundError):
            load(name)
    assert load(own.original)
    call_command("sample", "load")
    assert Article.objects.filter(ingest_run__origin=IngestRun.Origin.SAMPLE).count() >= 60
