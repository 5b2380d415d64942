"""Which indexes exist: the live one behind the alias that searches use, and the one being built beside it.

The server's own aliases hold this, so every process sees the same at once, and a server that was wiped or replaced is
noticed: index names are never used twice.
"""

import hashlib
import json
import secrets
from datetime import UTC, datetime
from typing import Any

from django.db import transaction
from elasticsearch import Elasticsearch, NotFoundError
from elasticsearch.dsl.connections import connections

from search.index.documents import ArticleDocument
from search.models import Nudge

LIVE = ArticleDocument._index._name
BUILDING = f"{LIVE}-building"


def server() -> Elasticsearch:
    """The client that settings configure."""
    return connections.get_connection()


def behind(alias: str) -> list[str]:
    """Names of the indexes that `alias` points to; empty where there is none."""
    try:
        return sorted(server().indices.get_alias(name=alias))
    except NotFoundError:
        return []


def create(alias: str) -> str:
    """Makes a new, empty index with the document's settings and mapping behind `alias`; returns its name. It gets the alias
    when it can be searched, and not before."""
    name = f"{LIVE}-{datetime.now(UTC):%Y%m%d%H%M%S}-{secrets.token_hex(3)}"
    definition = _definition()
    definition["mappings"]["_meta"] = {"definition": _fingerprint()}
    server().indices.create(index=name, **definition)
    server().indices.put_alias(index=name, name=alias)
    return name


def is_outdated() -> bool:
    """Whether the live index was made with other settings or another mapping than this version of the product has."""
    name = live()
    there = server().indices.get_mapping(index=name)[name]["mappings"].get("_meta", {})
    return bool(there.get("definition") != _fingerprint())


def _definition() -> dict[str, Any]:
    """Settings and mappings of the document, as the server takes them."""
    whole: dict[str, Any] = ArticleDocument._index.to_dict()
    return {"settings": whole["settings"], "mappings": whole["mappings"]}


def _fingerprint() -> str:
    return hashlib.sha256(json.dumps(_definition(), sort_keys=True).encode()).hexdigest()[:16]


def live() -> str:
    """The live index; made, empty, where there is none yet. Of several who find none, one makes it."""
    names = behind(LIVE)
    if names:
        return names[-1]
    with transaction.atomic():
        Nudge.objects.lock("index")
        return (behind(LIVE) or [create(LIVE)])[-1]


def all_targets() -> list[str]:
    """Every index that must follow the database: the live one first, then one that is being built."""
    return [live(), *behind(BUILDING)]


def promote(name: str) -> None:
    """Points the live alias at `name` in one step and removes the indexes that were there."""
    old = [index for index in behind(LIVE) if index != name]
    actions: list[dict[str, dict[str, str]]] = [
        {"add": {"index": name, "alias": LIVE}},
        {"remove": {"index": name, "alias": BUILDING}},
        *({"remove_index": {"index": index}} for index in old),
    ]
    server().indices.update_aliases(actions=actions)


def discard_unfinished() -> None:
    """Removes what a rebuild that was cut short left behind."""
    for name in behind(BUILDING):
        server().indices.delete(index=name)
