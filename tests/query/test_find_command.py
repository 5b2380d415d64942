"""`manage.py find`: what the search page finds, for people and programs."""

import json
import sys
from collections.abc import Callable
from io import BytesIO, StringIO, TextIOWrapper
from urllib.parse import parse_qsl

import pytest
from django.core.management import CommandError, call_command, load_command_class
from elasticsearch import Elasticsearch
from elasticsearch.dsl.connections import connections

from search.index import targets
from search.models import Article
from search.query.request import from_pairs
from search.query.search import search

Corpus = dict[str, Article]
TypeIn = Callable[[bytes], None]


def find(*arguments: str) -> str:
    written = StringIO()
    call_command("find", *arguments, stdout=written)
    return written.getvalue()


@pytest.fixture
def type_in(monkeypatch: pytest.MonkeyPatch) -> TypeIn:
    def stdin(lines: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(lines)))

    return stdin


@pytest.mark.parametrize(
    ("arguments", "address"),
    [
        (["البصرة"], "q=البصرة"),
        (["البصرة", "--sort", "oldest"], "q=البصرة&sort=oldest"),
        (["", "--location", "raqqa", "--location", "basra", "--actor", "un"], "location=raqqa&location=basra&actor=un"),
        (["--since", "2022-01-20", "--until", "2022-11-11"], "since=2022-01-20&until=2022-11-11"),
        (["المياه", "--outlet", "sada-al-midan", "--copies", "all"], "q=المياه&outlet=sada-al-midan&copies=all"),
        (["--language", "ar"], "language=ar"),
        (["--not-location", "raqqa", "--source", "none"], "not-location=raqqa&source=none"),
        (
            ["--location", "raqqa", "--location", "basra", "--every", "location"],
            "location=raqqa&location=basra&every=location",
        ),
        (["--published", "none"], "published=none"),
        (
            ["المياه جسر رواية", "--match", "most", "--level", "spelling"],
            "q=المياه جسر رواية&match=most&level=spelling",
        ),
        (["رواية", "--actor", "nobody"], "q=رواية&actor=nobody"),
    ],
)
def test_finds_what_the_page_finds(corpus: Corpus, arguments: list[str], address: str) -> None:
    shown = search(from_pairs(parse_qsl(address)))
    found = json.loads(find(*arguments, "--json"))
    assert found["total"] == shown.total
    assert [hit["id"] for hit in found["hits"]] == [hit.article.given_id for hit in shown.hits]
    assert [hit["score"] for hit in found["hits"]] == [hit.score for hit in shown.hits]


def test_a_hit_says_what_is_known_of_it_and_what_matched(corpus: Corpus) -> None:
    hit = json.loads(find("ملوحة المياه", "--json", "--limit", "1"))["hits"][0]
    water = corpus["water"]
    assert (hit["id"], hit["key"], hit["title"]) == ("water", water.pk, water.title)
    assert (hit["language"], hit["published"]) == (water.language, water.published)
    assert [hit["title"][start:end] for start, end in hit["title_marks"]] == ["ملوحة", "المياه"]
    assert hit["passages"]
    for passage in hit["passages"]:
        assert water.body[passage["start"] :].startswith(passage["text"])
        assert {passage["text"][start:end] for start, end in passage["marks"]} <= {"ملوحة", "المياه"}


def test_people_read_title_outlet_day_and_passage(corpus: Corpus) -> None:
    lines = find("قافلة").splitlines()
    aid = corpus["aid"]
    assert aid.outlet
    assert lines[0] == "1 found, 1 shown"
    assert lines[2] == f"1. {aid.title}"
    assert lines[3] == f"   {aid.outlet.name_ar} · 2021-06-14 · [aid]"
    assert "قافلة" in lines[4]


def test_an_article_without_a_given_id_is_named_by_its_key(corpus: Corpus) -> None:
    Article.objects.filter(pk=corpus["aid"].pk).update(given_id="")
    assert json.loads(find("قافلة", "--json"))["hits"][0]["id"] == str(corpus["aid"].pk)


def test_many_queries_are_answered_line_by_line(corpus: Corpus, type_in: TypeIn) -> None:
    type_in("البصرة\n\n  \r\nلاشيءمنهذا\n\0\nقافلة\r\n".encode() + b"\xff\xfe\n" + "الكهرباء".encode())
    answers = [json.loads(line) for line in find("--lines").splitlines()]
    page = [hit.article.given_id for hit in search(from_pairs([("q", "البصرة")])).hits]
    assert answers[:7] == [page, [], [], [], [], ["aid"], []]
    assert len(answers) == 8 and "dam" in answers[7]


def test_filters_and_the_limit_hold_for_every_line(corpus: Corpus, type_in: TypeIn) -> None:
    type_in("البصرة\nالرقة\n".encode() * 120)
    answers = [json.loads(line) for line in find("--lines", "--actor", "un", "--limit", "1").splitlines()]
    assert answers == [["water"], ["aid"]] * 120


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        ([], 2, "Give the words"),
        (["--lines", "جسر"], 2, "standard input"),
        (["جسر", "--since", "yesterday"], 2, "write it like 2015-07-31"),
        (["جسر", "--limit", "0"], 2, "from 1 to 10000"),
        (["جسر", "--limit", "many"], 2, "from 1 to 10000"),
        (["جسر", "--sort", "best"], 2, "choose from"),
        (["جسر", "--level", "guess"], 2, "choose from"),
    ],
)
def test_what_can_not_be_asked_is_told_with_the_remedy(
    arguments: list[str], status: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        load_command_class("search", "find").run_from_argv(["manage.py", "find", *arguments])
    assert ended.value.code == status
    assert said in capsys.readouterr().err


def test_what_is_wrong_with_a_query_is_told(corpus: Corpus) -> None:
    told = StringIO()
    call_command("find", "(البصرة", stdout=StringIO(), stderr=told)
    assert "is not closed" in told.getvalue()


def test_a_key_that_nothing_has_is_told(corpus: Corpus) -> None:
    told = StringIO()
    call_command("find", "جسر", actor=["nobody"], stdout=StringIO(), stderr=told)
    assert told.getvalue() == "No actor has the key 'nobody': keys stand in the addresses of the search page.\n"


def test_a_server_that_is_away_is_told(corpus: Corpus, search_server: Elasticsearch) -> None:
    connections.create_connection("default", hosts=["http://127.0.0.1:1"])
    try:
        with pytest.raises(CommandError, match=r"did not answer .* start it") as ended:
            find("جسر")
    finally:
        connections.add_connection("default", search_server)
    assert ended.value.returncode == 1


def test_no_index_yet_finds_nothing(empty_index: Elasticsearch, type_in: TypeIn) -> None:
    empty_index.indices.delete(index=targets.live())
    assert json.loads(find("جسر", "--json"))["hits"] == []
    type_in("جسر\n".encode())
    assert find("--lines") == "[]\n"
