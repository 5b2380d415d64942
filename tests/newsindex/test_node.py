"""The local search server: found, built, started and stopped for real; its analysis answers by the stock names."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.core.management import CommandError, call_command

from newsindex import node
from newsindex.node import build, config, jdk, place

ROOT = Path(__file__).resolve().parents[2]
MODULES = "java.base jdk.compiler jdk.incubator.vector"


def make_jdk(folder: Path, version: str, modules: str = MODULES, javac: bool = True) -> Path:
    (folder / "bin").mkdir(parents=True)
    for name in ("java", "javac") if javac else ("java",):
        (folder / "bin" / name).touch(mode=0o755)
    (folder / "release").write_text(f'IMPLEMENTOR="made up"\nJAVA_VERSION="{version}"\nMODULES="{modules}"\n')
    return folder


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every account can enter; pytest's own are closed to others."""
    folder = Path(tempfile.mkdtemp(prefix="newsindex-test-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


# --- which Java


def test_java_home_wins_over_the_shelves(tmp_path: Path) -> None:
    named = make_jdk(tmp_path / "named", "21.0.2")
    make_jdk(tmp_path / "shelf" / "newer", "25.0.1")
    assert jdk.find(None, {"JAVA_HOME": str(named)}, (f"{tmp_path}/shelf/*",)) == named


def test_unfitting_javas_are_passed_over(tmp_path: Path) -> None:
    old = make_jdk(tmp_path / "shelf" / "old", "17.0.15")
    make_jdk(tmp_path / "shelf" / "jre", "24", javac=False)
    make_jdk(tmp_path / "shelf" / "small", "24", modules="java.base")
    (tmp_path / "shelf" / "not-a-java").mkdir()
    fitting = make_jdk(tmp_path / "shelf" / "fitting", "21.0.7")
    assert jdk.find(None, {"JAVA_HOME": str(old)}, (f"{tmp_path}/shelf/*",)) == fitting


def test_the_newest_tested_version_is_preferred(tmp_path: Path) -> None:
    for version in ("21", "25.0.3", "99"):
        make_jdk(tmp_path / version, version)
    assert jdk.find(None, {}, (f"{tmp_path}/*",)) == tmp_path / "25.0.3"


def test_without_a_fitting_java_the_error_says_what_was_found_and_what_to_install(tmp_path: Path) -> None:
    old = make_jdk(tmp_path / "old", "17.0.15")
    small = make_jdk(tmp_path / "small", "24", modules="java.base")
    with pytest.raises(node.NodeError) as raised:
        jdk.find(None, {}, (f"{tmp_path}/*",))
    text = str(raised.value)
    assert f"{old}: version 17" in text
    assert f"{small}: without the module jdk.incubator.vector" in text
    assert "apt install openjdk-21" in text
    assert "brew install" in text


# --- which folder


def test_a_closed_folder_on_the_way_is_noticed(open_folder: Path) -> None:
    inner = open_folder / "closed" / "inner"
    inner.mkdir(parents=True)
    stranger = place.Account(uid=os.getuid() + 4242, gid=os.getgid() + 4242)
    assert place.reachable(inner, stranger)
    (open_folder / "closed").chmod(0o700)
    assert not place.reachable(inner, stranger)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root starts the server as somebody else")
def test_root_below_a_closed_folder_gets_a_stand_in(
    open_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "FALLBACK", open_folder)
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    home = closed / "node"
    prepared = place.prepare(home)
    assert prepared.folder.parent == open_folder
    assert prepared.account is not None
    assert place.reachable(prepared.data, prepared.account)
    assert prepared.data.stat().st_uid == prepared.account.uid
    assert closed.stat().st_mode & 0o777 == 0o700
    assert place.find(home) == place.prepare(home) == prepared

    copied = closed / "copy"
    shutil.copytree(home, copied)
    assert place.prepare(copied).folder != prepared.folder


@pytest.mark.skipif(os.geteuid() != 0, reason="needs a folder of somebody else's")
def test_a_stand_in_made_by_somebody_else_is_refused(
    open_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "FALLBACK", open_folder)
    tmp_path.chmod(0o700)
    made = place.prepare(tmp_path / "node").folder
    os.chown(made, 65534, 65534)
    with pytest.raises(node.NodeError, match="was not made by this user"):
        place.prepare(tmp_path / "node")


# --- what is missing


def test_without_maven_the_error_names_the_package(open_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(open_folder))
    with pytest.raises(node.NodeError, match=r"apt install maven .*brew install maven"):
        build.server(place.prepare(open_folder / "node"), open_folder)


@pytest.mark.node
def test_without_a_network_the_error_says_so(open_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Maven itself, with an empty repository and a mirror on a closed port."""
    (open_folder / ".m2").mkdir()
    (open_folder / ".m2" / "settings.xml").write_text(
        "<settings><mirrors><mirror><id>closed</id><mirrorOf>*</mirrorOf><url>http://127.0.0.1:9/</url></mirror>"
        "</mirrors></settings>"
    )
    monkeypatch.setenv("MAVEN_OPTS", f"-Duser.home={open_folder}")
    prepared = place.prepare(open_folder / "node")
    with pytest.raises(node.NodeError, match="check the network") as raised:
        build.server(prepared, jdk.find(prepared.account))
    assert "build.log" in str(raised.value)


def test_the_container_and_the_local_node_are_the_same_version() -> None:
    compose = (ROOT / "docker" / "compose.yaml").read_text(encoding="utf-8")
    assert re.findall(r"elasticsearch/elasticsearch:(\S+)", compose) == [build.version()]


# --- not running


@pytest.mark.parametrize("pid", [os.getpid(), 2**22 + 7])
def test_a_stale_pid_file_is_not_a_running_node(open_folder: Path, pid: int) -> None:
    """After a crash or a reboot: the number belongs to another program (here: this one), or to none."""
    home = open_folder / "node"
    prepared = place.prepare(home)
    prepared.pid_file.write_text(f"{pid}\n")
    (prepared.logs / "http.ports").write_text("127.0.0.1:9200\n")
    assert node.url(home) is None
    assert not node.status(home).running
    assert node.stop(home) is False


def test_the_command_says_that_nothing_runs_and_exits_with_1(
    tmp_path: Path, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.DATA_DIR = tmp_path
    with pytest.raises(SystemExit) as ended:
        call_command("node", "status")
    assert ended.value.code == 1
    assert "not running" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


# --- a real one


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    """A home of its own, with a name as people give their folders; the repository's build is reused if there is one."""
    folder = Path(tempfile.mkdtemp(prefix="newsindex-test-أخبار اليوم-"))
    folder.chmod(0o755)
    built = place.find(django_settings.DATA_DIR / "node").build
    if (built / "stamp").is_file():
        shutil.copytree(built, place.prepare(folder).build)
    yield folder
    node.stop(folder)
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def server(home: Path) -> Iterator[str]:
    """A running node; port 9200 is taken by somebody, so that it has to look for another."""
    with ExitStack() as stack:
        taken = stack.enter_context(socket.socket())
        try:
            taken.bind(("127.0.0.1", 9200))
            taken.listen()
        except OSError:
            pass  # somebody else holds it already, which serves as well
        yield node.start(home)


def ask(url: str, path: str, body: object = None, method: str | None = None) -> Any:
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(f"{url}{path}", data, {"Content-Type": "application/json"}, method=method)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def terms(url: str, text: str, **analysis: object) -> list[str]:
    return [token["token"] for token in ask(url, "/_analyze", {"text": text, **analysis})["tokens"]]


@pytest.mark.node
def test_no_free_port_is_said_in_a_sentence(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        monkeypatch.setattr(config, "HTTP_PORTS", str(taken.getsockname()[1]))
        with pytest.raises(node.NodeError, match="found no free port"):
            node.start(home)
    assert node.url(home) is None


@pytest.mark.node
def test_a_server_that_does_not_come_up_shows_its_last_words(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ES_JAVA_OPTS", "-XX:+NoSuchOption")
    with pytest.raises(node.NodeError, match="did not come up") as raised:
        node.start(home)
    assert "NoSuchOption" in str(raised.value)


@pytest.mark.node
def test_it_runs_on_a_free_loopback_port(server: str, home: Path) -> None:
    assert re.fullmatch(r"http://127\.0\.0\.1:92\d\d", server)
    assert not server.endswith(":9200")
    assert ask(server, "/_cluster/health")["status"] == "green"
    found = node.status(home)
    assert (found.running, found.url, found.version) == (True, server, build.version())
    assert found.heap_max == 1024**3
    assert found.data_folder.is_relative_to(home)


@pytest.mark.node
def test_a_second_start_gives_the_same_node(server: str, home: Path) -> None:
    pid = node.status(home).pid
    assert node.start(home) == server
    assert node.status(home).pid == pid


@pytest.mark.node
def test_arabic_text_is_analyzed_as_by_the_stock_filters(server: str) -> None:
    found = terms(
        server,
        "الـكـتـاب المدرسون ١٢٣",
        tokenizer="standard",
        char_filter=[{"type": "mapping", "mappings": ["\\u0640=>"]}],
        filter=["lowercase", "decimal_digit", "arabic_normalization", {"type": "stemmer", "language": "arabic"}],
    )
    assert found == ["كتاب", "مدرس", "123"]


@pytest.mark.node
@pytest.mark.parametrize(
    ("analysis", "text", "expected"),
    [
        ({"tokenizer": "whitespace"}, "a-b c", ["a-b", "c"]),
        ({"tokenizer": "keyword", "filter": ["trim"]}, " a b ", ["a b"]),
        ({"tokenizer": "keyword", "filter": ["reverse"]}, "abc", ["cba"]),
        ({"tokenizer": "keyword", "filter": ["asciifolding"]}, "Café", ["Cafe"]),
        (
            {"tokenizer": "keyword", "filter": [{"type": "asciifolding", "preserve_original": True}]},
            "Café",
            ["Cafe", "Café"],
        ),
        ({"tokenizer": "keyword", "filter": ["persian_normalization"]}, "کتاب", ["كتاب"]),
        ({"tokenizer": "keyword", "filter": ["sorani_normalization"]}, "كوردي", ["کوردی"]),
        ({"tokenizer": "whitespace", "filter": ["unique"]}, "a b a", ["a", "b"]),
        ({"tokenizer": "whitespace", "filter": [{"type": "unique", "only_on_same_position": True}]}, "a a", ["a", "a"]),
        (
            {"tokenizer": "whitespace", "filter": ["keyword_repeat", "porter", "remove_duplicates"]},
            "running cat",
            ["running", "run", "cat"],
        ),
        (
            {
                "tokenizer": "whitespace",
                "filter": [{"type": "keyword_marker", "keywords": ["الله"]}, {"type": "stemmer", "language": "arabic"}],
            },
            "الله الكتب",
            ["الله", "كتب"],
        ),
        (
            {
                "tokenizer": "whitespace",
                "filter": [
                    {"type": "keyword_marker", "keywords_pattern": "runn.*"},
                    {"type": "stemmer", "name": "light_english"},
                ],
            },
            "running cats",
            ["running", "cat"],
        ),
        (
            {"tokenizer": "whitespace", "filter": [{"type": "length", "min": 2, "max": 3}]},
            "a bb ccc dddd",
            ["bb", "ccc"],
        ),
        (
            {"tokenizer": "keyword", "filter": [{"type": "edge_ngram", "min_gram": 2, "max_gram": 3}]},
            "abcd",
            ["ab", "abc"],
        ),
        ({"tokenizer": "keyword", "filter": [{"type": "edge_ngram", "side": "back"}]}, "abc", ["c", "bc"]),
        (
            {"tokenizer": "keyword", "filter": [{"type": "pattern_replace", "pattern": "^ال", "replacement": ""}]},
            "البيت",
            ["بيت"],
        ),
        (
            {
                "tokenizer": "keyword",
                "char_filter": [{"type": "pattern_replace", "pattern": "(a)B", "replacement": "$1-"}],
            },
            "aBaB",
            ["a-a-"],
        ),
        (
            {"tokenizer": "keyword", "char_filter": [{"type": "mapping", "mappings": ["a => \\u0628\\n", "=>=>->"]}]},
            "a=>",
            ["ب\n->"],
        ),
    ],
)
def test_each_stock_component_answers(server: str, analysis: dict[str, Any], text: str, expected: list[str]) -> None:
    # `porter` is no stock name: it stands for the stemmer, to keep the table narrow.
    filters = [{"type": "stemmer", "language": "porter"} if f == "porter" else f for f in analysis.get("filter", [])]
    assert terms(server, text, **{**analysis, "filter": filters}) == expected


@pytest.mark.node
def test_an_index_with_these_components_finds_what_was_written(server: str) -> None:
    """Settings as on a full cluster, a normalizer among them; wildcard terms pass the normalizing filters."""
    ask(
        server,
        "/articles",
        {
            "settings": {
                "analysis": {
                    "char_filter": {"no_kashida": {"type": "mapping", "mappings": ["\\u0640=>"]}},
                    "filter": {"light": {"type": "stemmer", "language": "arabic"}},
                    "analyzer": {
                        "stem": {
                            "tokenizer": "standard",
                            "char_filter": ["no_kashida"],
                            "filter": ["lowercase", "decimal_digit", "arabic_normalization", "light"],
                        }
                    },
                    "normalizer": {
                        "folded": {"char_filter": ["no_kashida"], "filter": ["lowercase", "arabic_normalization"]}
                    },
                }
            },
            "mappings": {
                "properties": {
                    "body": {"type": "text", "analyzer": "stem"},
                    "outlet": {"type": "keyword", "normalizer": "folded"},
                }
            },
        },
        "PUT",
    )
    ask(server, "/articles/_doc/1?refresh=true", {"body": "وصل الوزراء إلى بيروت", "outlet": "الأهـرام"})
    for query in ({"match": {"body": "الوزراء"}}, {"term": {"outlet": "الاهرام"}}, {"wildcard": {"body": "بيرو*"}}):
        assert ask(server, "/articles/_search", {"query": query})["hits"]["total"]["value"] == 1, query


@pytest.mark.node
def test_an_unknown_stemmer_is_refused_with_the_known_ones(server: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as raised:
        terms(server, "x", tokenizer="keyword", filter=[{"type": "stemmer", "language": "klingon"}])
    assert raised.value.code == 400
    answer = raised.value.read().decode()
    assert "klingon" in answer
    assert "arabic" in answer


@pytest.mark.node
def test_stop_ends_the_process_and_the_data_stay(home: Path, server: str) -> None:
    """Last in the file, for it ends the server of the module."""
    ask(server, "/kept/_doc/1?refresh=true", {"title": "خبر"})
    pid = node.status(home).pid
    assert node.stop(home) is True
    assert node.url(home) is None
    shown = subprocess.run(["ps", "-p", str(pid), "-o", "args="], capture_output=True, text=True, check=False)
    assert "-Des." not in shown.stdout
    again = node.start(home)
    assert ask(again, "/kept/_doc/1")["_source"] == {"title": "خبر"}
    assert node.stop(home) is True


def test_what_went_wrong_reaches_the_command_line(
    open_folder: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DATA_DIR = open_folder
    monkeypatch.setenv("PATH", str(open_folder))
    with pytest.raises(CommandError, match=r"JDK|Maven"):
        call_command("node", "start")
