"""The original bytes of every article, content-addressed, so that it can be read again with better rules."""

import gzip
import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

from search.models import Rejection, Revision


def digest(content: bytes) -> str:
    """The name of `content` among the originals: its SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()


def keep(content: bytes) -> str:
    """Stores `content` (once, compressed) and returns its digest."""
    name = digest(content)
    path = _path(name)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        draft.write_bytes(gzip.compress(content, compresslevel=3, mtime=0))
        draft.replace(path)
    return name


def load(name: str) -> bytes:
    """The bytes that `keep` returned `name` for. FileNotFoundError where DATA_DIR lost them."""
    return gzip.decompress(_path(name).read_bytes())


def discard(name: str) -> None:
    """Deletes what `keep` returned `name` for; nothing where it is gone."""
    _path(name).unlink(missing_ok=True)


def discard_unused(names: Iterable[str]) -> None:
    """Deletes those of the originals that no article was read from, and that no rejection keeps."""
    names = set(names)
    for model in (Revision, Rejection):
        names -= set(model._default_manager.filter(original__in=names).values_list("original", flat=True))
    for name in names:
        discard(name)


def _path(name: str) -> Path:
    return Path(settings.ORIGINALS_DIR) / name[:2] / f"{name}.gz"
