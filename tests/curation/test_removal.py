"""Hidden or removed for good: out of every search at once, with no worker's help."""

from pathlib import Path

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.test import Client

from search import knowledge
from search.curation.fields import correct
from search.curation.hiding import hide
from search.curation.removal import remove_for_good
from search.curation.undo import undo
from search.index import targets
from search.index.check import find_drift
from search.index.sync import drain
from search.ingest.ingest import ingest
from search.ingest.originals import load
from search.models import Article, Decision, IndexEntry, Mention, Removal
from search.query.request import SearchRequest
from search.query.search import search

pytestmark = pytest.mark.usefixtures("empty_index")


@pytest.fixture
def indexed(read: dict[str, Article]) -> dict[str, Article]:
    drain()
    return read


def documents() -> int:
    return int(targets.server().count(index=targets.live())["count"])


def test_a_hidden_article_is_nowhere_until_it_is_restored(
    indexed: dict[str, Article], curator: User, client: Client
) -> None:
    road = indexed["road"]
    assert search(SearchRequest(q="طريق")).total == 1
    decision = hide(road, curator, "")
    assert decision is not None
    assert hide(road, curator, "") is None
    found = search(SearchRequest(q="طريق"))
    assert (found.total, found.hits, documents()) == (0, (), 2)
    assert client.get(f"/article/{road.pk}/").status_code == 404
    drain()
    assert not find_drift()
    undo(decision, curator, "")
    drain()
    assert search(SearchRequest(q="طريق")).total == 1
    assert client.get(f"/article/{road.pk}/").status_code == 200
    assert not find_drift()


def test_nothing_of_a_removed_article_is_left(indexed: dict[str, Article], pages: Path, curator: User) -> None:
    road = indexed["road"]
    correct(road, "title", "عنوان مصحح", curator, "")
    kind = ContentType.objects.get_for_model(Article)
    LogEntry.objects.create(
        user=curator, content_type=kind, object_id=str(road.pk), object_repr=str(road), action_flag=CHANGE
    )
    remove_for_good(road, curator, "طلب صاحب الحق")
    assert search(SearchRequest(q="طريق")).total == 0
    assert documents() == 2
    assert not Article.objects.filter(pk=road.pk).exists()
    assert not Mention.objects.filter(article_id=road.pk).exists()
    assert not Decision.objects.exists()
    assert not LogEntry.objects.exists()
    assert not IndexEntry.objects.filter(article_id=road.pk).exists()
    with pytest.raises(FileNotFoundError):
        load(road.original)
    removal = Removal.objects.get()
    assert (removal.why, removal.person) == ("طلب صاحب الحق", curator)

    run = ingest([pages], knowledge.current())
    assert (run.new, run.rejected) == (0, 1)
    assert "removed for good" in run.rejections.get().reason
    assert Article.objects.count() == 2


def test_no_earlier_state_of_the_page_is_left(indexed: dict[str, Article], pages: Path, curator: User) -> None:
    before = indexed["road"].original
    pages.write_text(pages.read_text(encoding="utf-8").replace("استغرق عاماً", "استغرق عامين"), encoding="utf-8")
    ingest([pages], knowledge.current())
    road = Article.objects.get(given_id="road")
    assert {before, road.original} == set(road.revisions.values_list("original", flat=True))
    remove_for_good(road, curator, "طلب صاحب الحق")
    for name in (before, road.original):
        with pytest.raises(FileNotFoundError):
            load(name)


def test_a_removal_needs_its_reason(indexed: dict[str, Article], curator: User) -> None:
    with pytest.raises(ValueError, match="Say why"):
        remove_for_good(indexed["road"], curator, " ")
    assert Article.objects.count() == 3
