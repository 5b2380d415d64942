"""All that reading an article depends on beside its own text, as one frozen, versioned value."""

import hashlib
from collections import defaultdict
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from search.cleaning.learned import NOTHING, Kind, Learned, LearnedLine, in_use, outlet_key
from search.extraction.gazetteer import build_gazetteer
from search.gazetteers import content_hash, read_gazetteers
from search.models import FurnitureLine
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


def current() -> Knowledge:
    """Knowledge of the files, with what was learned from the articles and what curators decided about it, as the database
    has it at this moment. Its version is that of the files where nothing was learned, and changes with what is in use."""
    learned = _learned_furniture()
    if not learned:
        return from_files()
    used = hashlib.blake2b(digest_size=8)
    for outlet in sorted(learned):
        used.update(repr((outlet, learned[outlet].sorted())).encode())
    return replace(from_files(), version=f"{from_files().version}-{used.hexdigest()}", learned=learned)


def _learned_furniture() -> dict[str, Learned]:
    lines: defaultdict[str, list[LearnedLine]] = defaultdict(list)
    decided: defaultdict[str, dict[str, bool]] = defaultdict(dict)
    for row in FurnitureLine.objects.select_related("outlet"):
        outlet = outlet_key(row.outlet.name_ar)
        if row.verdict:
            decided[outlet][row.key] = row.verdict == FurnitureLine.Verdict.DROP
        if row.learned:
            kind: Kind = row.kind  # type: ignore[assignment]  # the column holds no other
            lines[outlet].append(LearnedLine(row.key, kind, row.count, row.share, (), row.text))
    used = {outlet: in_use(lines[outlet], decided[outlet]) for outlet in {*lines, *decided}}
    return {outlet: learned for outlet, learned in used.items() if learned != NOTHING}


def _code_hash() -> str:
    digest = hashlib.sha256()
    for name in _READING:
        root = _APP / name
        files = sorted(root.rglob("*.py")) if root.is_dir() else [root]
        for path in files:
            digest.update(path.relative_to(_APP).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]
