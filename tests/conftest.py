"""What every test may use: the real search server with indexes of its own, and a small corpus."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from elasticsearch import Elasticsearch

from search.index import targets
from search.models import Article
from tests import corpus as made_up

SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_configure(config: pytest.Config) -> None:
    """The tests empty their indexes: they must never meet those that somebody works with."""
    if not os.environ.get("INDEX_PREFIX", "").startswith("test-"):
        pytest.exit("Run the tests with `make test` (ARGS='tests/query -k facets' for some of them).", returncode=2)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with real pages and data sets, which lies beside the repository and not in it."""
    if not SHARED.is_dir():
        pytest.skip("../shared is absent")
    return SHARED


@pytest.fixture(scope="session")
def search_server() -> Iterator[Elasticsearch]:
    """The real server. All indexes of this run are gone afterwards."""
    server = targets.server()
    server.cluster.health(wait_for_status="yellow", timeout="30s")
    yield server
    _remove_indexes(server)


@pytest.fixture
def empty_index(search_server: Elasticsearch, transactional_db: None) -> Iterator[Elasticsearch]:
    """The server without an index of ours, and a database whose commits are real."""
    _remove_indexes(search_server)
    yield search_server
    _remove_indexes(search_server)


@pytest.fixture
def corpus(empty_index: Elasticsearch) -> dict[str, Article]:
    """The made-up articles of `tests/data/corpus.json`, stored and indexed, by their given ids."""
    return made_up.load()


def _remove_indexes(server: Elasticsearch) -> None:
    for name in server.indices.get(index=f"{settings.INDEX_PREFIX}-*", expand_wildcards="all"):
        server.indices.delete(index=name)
