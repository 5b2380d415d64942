"""Saved searches on the real server: what counts as new, and what they become."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.utils.translation import override
from elasticsearch import Elasticsearch
from elasticsearch.dsl.connections import connections

from search.index import targets
from search.index.sync import drain
from search.models import Article, SavedSearch
from search.people.saved_searches import (
    change,
    is_changed,
    keep,
    mark_opened,
    request_of,
    since_last_opened,
    standing_of,
)
from search.query.cursor import Cursor
from search.query.request import SearchRequest
from search.query.search import search
from search.query.server import SearchUnavailable
from search.query.standing import Standing
from search.web.saved.wording import suggested_name, wordings


@pytest.fixture
def salwa(transactional_db: None) -> User:
    return User.objects.create_user("salwa")


def arrives(title: str) -> Article:
    article = Article.objects.create(identity=title, title=title, body="وصلت قافلة إلى الرقة.")
    drain()
    return article


def test_what_came_in_since_the_last_visit_is_new(corpus: dict[str, Article], salwa: User) -> None:
    saved = keep(salwa, SearchRequest(q="الرقة", after=Cursor(None, 0, 3, score=1.5)), "الرقة", "")
    other = keep(salwa, SearchRequest(q="البصرة"), "البصرة", "")
    assert standing_of([saved, other]) == [Standing(3, 0), Standing(2, 0)]
    arrived = arrives("قافلة ثانية")
    assert standing_of([saved, other]) == [Standing(4, 1), Standing(2, 0)]
    found = search(since_last_opened(saved, saved.seen_until))
    assert [hit.article for hit in found.hits] == [arrived]
    mark_opened(saved)
    assert standing_of([saved]) == [Standing(4, 0)]


def test_what_reaches_the_index_late_is_still_new(corpus: dict[str, Article], salwa: User) -> None:
    saved = keep(salwa, SearchRequest(), "", "")
    Article.objects.create(identity="late", title="وصل قبل الزيارة", body="وفُهرس بعدها.")
    mark_opened(saved)
    drain()
    assert standing_of([saved]) == [Standing(len(corpus) + 1, 1)]


def test_a_visit_without_the_server_makes_nothing_seen(
    corpus: dict[str, Article], salwa: User, search_server: Elasticsearch
) -> None:
    saved = keep(salwa, SearchRequest(), "", "")
    arrives("خبر")
    connections.create_connection("default", hosts=["http://127.0.0.1:1"])
    try:
        mark_opened(saved)
        with pytest.raises(SearchUnavailable):
            standing_of([saved])
    finally:
        connections.add_connection("default", search_server)
    assert standing_of([saved]) == [Standing(len(corpus) + 1, 1)]


def test_what_was_seen_is_not_new_again_on_a_wiped_server(
    corpus: dict[str, Article], salwa: User, search_server: Elasticsearch
) -> None:
    saved = keep(salwa, SearchRequest(), "", "")
    search_server.indices.delete(index=targets.live())
    mark_opened(saved)
    drain()
    assert standing_of([saved]) == [Standing(len(corpus), 0)]


def test_saved_before_anything_came_in(empty_index: Elasticsearch, salwa: User) -> None:
    saved = keep(salwa, SearchRequest(q="قافلة"), "", "")
    targets.live()
    assert standing_of([saved]) == [Standing(0, 0)]
    arrives("خبر")
    assert standing_of([saved]) == [Standing(1, 1)]
    assert standing_of([]) == []


def test_an_edited_article_is_not_new(corpus: dict[str, Article], salwa: User) -> None:
    saved = keep(salwa, SearchRequest(), "", "")
    corpus["dam"].save()
    drain()
    assert standing_of([saved]) == [Standing(len(corpus), 0)]


def test_looking_at_what_is_new_is_no_change(salwa: User) -> None:
    asked = SearchRequest(q="الرقة", facets={"actor": ("un", "sy")})
    saved = SavedSearch(owner=salwa, query=asked.to_query_string())
    moment = datetime(2024, 1, 1, tzinfo=UTC)
    assert not is_changed(saved, asked.page_before(Cursor(None, 0, 4, score=1.5)))
    assert not is_changed(saved, asked.added_after(moment))
    assert not is_changed(saved, asked.sorted_by("relevance"))
    assert not is_changed(saved, SearchRequest(q="الرقة", facets={"actor": ("sy", "un"), "outlet": ()}))
    assert is_changed(saved, asked.sorted_by("newest"))
    assert is_changed(saved, asked.without_value("actor", "un"))
    assert is_changed(saved, asked.without_query())


def test_a_change_is_kept_without_what_was_only_looked_at(corpus: dict[str, Article], salwa: User) -> None:
    saved = keep(salwa, SearchRequest(q="الرقة"), "", "")
    moment = datetime(2024, 1, 1, tzinfo=UTC)
    change(saved, SearchRequest(q="البصرة", before=Cursor(None, 0, 2, score=1.5)).added_after(moment))
    saved.refresh_from_db()
    assert request_of(saved) == SearchRequest(q="البصرة")


def test_a_saved_moment_and_a_visit_narrow_together(salwa: User) -> None:
    moment = datetime(2024, 1, 1, tzinfo=UTC)
    saved = SavedSearch(owner=salwa, query=SearchRequest().added_after(moment).to_query_string())
    later = moment + timedelta(days=1)
    assert since_last_opened(saved, later).added == later
    assert since_last_opened(saved, moment - timedelta(days=1)).added == moment
    assert since_last_opened(saved, None).added == moment


def test_its_string_reveals_nothing(salwa: User) -> None:
    saved = SavedSearch.objects.create(owner=salwa, name="سرّ", note="سرّ", query="q=سرّ")
    assert str(saved).endswith(str(saved.pk)) and "سرّ" not in str(saved)


def test_what_is_excluded_is_said_and_in_the_name(corpus: dict[str, Article]) -> None:
    asked = SearchRequest(facets={"actor": ("un", "none")}, every=frozenset({"actor"}), undated=True)
    asked = asked.excluding("location", "basra").excluding("outlet", "none")
    with override("en"):
        (wording,) = wordings([asked])
        assert [(chip.kind, chip.name.text, chip.excluded) for chip in wording.chips] == [
            ("Actor (all of them)", "United Nations", False),
            ("Actor (all of them)", "none", False),
            ("Location", "Basra", True),
            ("Outlet", "any", False),
            ("Published", "no date", False),
        ]
        assert suggested_name(wording).startswith("United Nations · Actor (all of them) none · not Basra · Outlet any")
