"""Settings as the environment makes them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]


def _read(names: str, tmp_path: Path, **environment: str) -> str:
    unset = {"DEBUG", "BIND", "SIGN_UP", "EMAIL_URL", "DEFAULT_FROM_EMAIL"}
    rest = {name: value for name, value in os.environ.items() if name not in unset}
    code = f"from newsindex import settings as s; print(*({names}))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=_ROOT,
        env={**rest, "DATA_DIR": str(tmp_path), **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("environment", "mail"),
    [
        ({}, "console None None"),
        ({"DEBUG": "0"}, "smtp localhost 25"),
        ({"DEBUG": "0", "EMAIL_URL": ""}, "smtp localhost 25"),
        ({"EMAIL_URL": "smtp+tls://me:secret@mail.example.org:587"}, "smtp mail.example.org 587"),
    ],
)
def test_mail(environment: dict[str, str], mail: str, tmp_path: Path) -> None:
    assert _read("s.EMAIL_BACKEND.split('.')[-2], s.EMAIL_HOST, s.EMAIL_PORT", tmp_path, **environment) == mail


@pytest.mark.parametrize(
    ("environment", "open_"),
    [
        ({}, "True"),
        ({"BIND": "0.0.0.0"}, "False"),
        ({"BIND": "0.0.0.0", "SIGN_UP": "1"}, "True"),
        ({"SIGN_UP": "0"}, "False"),
    ],
)
def test_sign_up_is_open_on_loopback_only(environment: dict[str, str], open_: str, tmp_path: Path) -> None:
    assert _read("s.SIGN_UP,", tmp_path, **environment) == open_
