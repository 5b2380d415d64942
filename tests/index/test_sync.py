"""The index follows the database: after a save, an update of many rows, a deletion, an outage, a wiped server."""

from concurrent.futures import ThreadPoolExecutor

from django.db import connection, transaction
from django.db.models import F
from elasticsearch import Elasticsearch

from search.index import targets
from search.index.check import find_drift
from search.index.rebuild import rebuild
from search.index.sync import drain
from search.models import Article, IndexEntry
from search.query.request import SearchRequest
from search.query.search import search

Corpus = dict[str, Article]


def held(server: Elasticsearch) -> dict[str, int]:
    server.indices.refresh(index=targets.LIVE)
    hits = server.search(index=targets.LIVE, size=100, version=True)["hits"]["hits"]
    return {hit["_source"]["given_id"]: hit["_version"] for hit in hits}


def test_everything_is_sent_once(corpus: Corpus, search_server: Elasticsearch) -> None:
    assert set(held(search_server)) == set(corpus)
    assert drain().sent == 0


def test_a_saved_article_is_sent_in_its_new_version(corpus: Corpus, search_server: Elasticsearch) -> None:
    corpus["dam"].title = "عنوان جديد"
    corpus["dam"].save(update_fields=["title"])
    assert corpus["dam"].version == 2
    assert drain().sent == 1
    assert held(search_server)["dam"] == 2


def test_an_update_of_many_rows_is_sent_too(corpus: Corpus, search_server: Elasticsearch) -> None:
    Article.objects.filter(given_id__in=["dam", "aid"]).update(language="und")
    assert drain().sent == 2
    assert held(search_server) | {"dam": 2, "aid": 2} == held(search_server)


def test_bulk_update_raises_the_version(corpus: Corpus) -> None:
    for article in corpus.values():
        article.dateline = "الرقة"
    Article.objects.bulk_update(corpus.values(), ["dateline"])
    assert drain().sent == len(corpus)


def test_what_is_deleted_leaves_the_index(corpus: Corpus, search_server: Elasticsearch) -> None:
    Article.objects.filter(given_id__in=["dam", "aid"]).delete()
    corpus["novel"].delete()
    assert drain().deleted == 3
    assert set(held(search_server)) == set(corpus) - {"dam", "aid", "novel"}
    assert not find_drift()


def test_what_is_rolled_back_is_not_sent(corpus: Corpus, search_server: Elasticsearch) -> None:
    class Cancelled(Exception):
        pass

    try:
        with transaction.atomic():
            Article.objects.filter(given_id="dam").update(title="لم يحدث")
            raise Cancelled
    except Cancelled:
        pass
    assert drain().sent == 0
    assert held(search_server)["dam"] == 1


def test_a_wiped_server_gets_everything_again(corpus: Corpus, search_server: Elasticsearch) -> None:
    search_server.indices.delete(index=targets.live())
    assert drain().sent == len(corpus)
    assert set(held(search_server)) == set(corpus)


def test_of_several_who_find_no_index_one_makes_it(corpus: Corpus, search_server: Elasticsearch) -> None:
    def look() -> str:
        try:
            return targets.live()
        finally:
            connection.close()

    search_server.indices.delete(index=targets.live())
    with ThreadPoolExecutor(4) as pool:
        names = {future.result() for future in [pool.submit(look) for _ in range(4)]}
    assert names == set(targets.behind(targets.LIVE))
    assert len(names) == 1


def test_an_older_version_never_replaces_a_newer_one(corpus: Corpus, search_server: Elasticsearch) -> None:
    corpus["dam"].save()
    drain()
    IndexEntry.objects.filter(article_id=corpus["dam"].pk).update(version=0)
    Article.objects.filter(pk=corpus["dam"].pk).update(version=F("version") - 1)
    drain()
    assert held(search_server)["dam"] == 2


def test_what_the_server_refuses_is_sent_again_later(corpus: Corpus, search_server: Elasticsearch) -> None:
    corpus["dam"].save()
    corpus["aid"].save()
    search_server.indices.put_settings(index=targets.live(), settings={"index.blocks.write": True})
    refused = drain()
    assert (refused.sent, refused.refused) == (0, 2)
    search_server.indices.put_settings(index=targets.live(), settings={"index.blocks.write": False})
    assert drain().sent == 2


def test_check_finds_missing_stale_and_ghost_and_the_next_drain_mends_them(
    corpus: Corpus, search_server: Elasticsearch
) -> None:
    index = targets.live()
    search_server.delete(index=index, id=str(corpus["dam"].pk), version=1, version_type="external_gte")
    search_server.index(index=index, id="999999", document={"given_id": "ghost"}, refresh=True)
    IndexEntry.objects.filter(article_id=corpus["aid"].pk).update(version=2)
    Article.objects.filter(pk=corpus["aid"].pk).update(title="تغيّر")
    drift = find_drift()
    assert drift.missing == (corpus["dam"].pk,)
    assert drift.stale == (corpus["aid"].pk,)
    assert drift.ghost == (999999,)
    drain()
    assert not find_drift()


def test_a_database_restored_from_a_backup_wins_after_a_check(corpus: Corpus, search_server: Elasticsearch) -> None:
    Article.objects.filter(given_id="dam").update(title="كما كان", version=7)
    drain()
    Article.objects.filter(given_id="dam").update(title="من النسخة الاحتياطية", version=2)
    find_drift()
    drain()
    assert not find_drift()
    assert search(SearchRequest(q="النسخة الاحتياطية")).total == 1


def test_a_rebuild_swaps_a_complete_index_in(corpus: Corpus, search_server: Elasticsearch) -> None:
    before = targets.live()
    rebuild()
    assert targets.live() != before
    assert not search_server.indices.exists(index=before)
    assert targets.behind(targets.BUILDING) == []
    assert not find_drift()
    assert drain().sent == 0


def test_a_rebuild_loses_no_change_made_meanwhile(corpus: Corpus, search_server: Elasticsearch) -> None:
    def change(_done: int) -> None:
        Article.objects.filter(given_id="dam").update(title="تغيّر في أثناء البناء")
        Article.objects.filter(given_id="novel").delete()
        drain()

    rebuild(change)
    assert not find_drift()
    assert "novel" not in held(search_server)


def test_a_rebuild_that_was_cut_short_is_cleared_away(corpus: Corpus, search_server: Elasticsearch) -> None:
    left = targets.create(targets.BUILDING)
    drain()
    rebuild()
    assert not search_server.indices.exists(index=left)
    assert not IndexEntry.objects.filter(index=left).exists()
