"""All that reading an article depends on beside its own text, as one frozen, versioned value."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Final

from search.extraction.gazetteer import build_gazetteer
from search.gazetteers import content_hash, read_gazetteers
from search.pipeline import Knowledge

_APP: Final = Path(__file__).parent
_DATA: Final = _APP / "data"
_READING: Final = ("types.py", "pipeline.py", "gazetteers", "arabic", "calendars", "cleaning", "extraction")
"""The code that decides how an article is read: part of the version, so a better rule is seen as new knowledge."""


@cache
def from_files() -> Knowledge:
    """Knowledge as the CSV files in `search/data` have it; built once a process (about a second)."""
    entities, outlets = read_gazetteers(_DATA)
    return Knowledge(
        version=f"{content_hash(entities, outlets)}-{_code_hash()}",
        entities={(entity.kind, entity.key): entity for entity in entities},
        outlets=outlets,
        gazetteer=build_gazetteer(entities),
        learned={},
    )


def _code_hash() -> str:
    digest = hashlib.sha256()
    for name in _READING:
        root = _APP / name
        files = sorted(root.rglob("*.py")) if root.is_dir() else [root]
        for path in files:
            digest.update(path.relative_to(_APP).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]
