"""Secrets made at the first run, kept in `DATA_DIR`, readable by their owner only."""

import os
import secrets
from pathlib import Path


def read_or_make(path: Path) -> str:
    """The secret in the file at `path`; made (50 random bytes, URL-safe text) and written with mode 0600 if there is none.

    Two processes that start at once agree: the file appears whole, and the first one wins.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f".{path.name}.{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(50))
        try:
            path.hardlink_to(draft)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text().strip()
