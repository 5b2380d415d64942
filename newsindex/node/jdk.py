"""Finds a Java that can build and run the server."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from newsindex.node.errors import NodeError
from newsindex.node.place import Account, reachable

OLDEST = 21  # what Elasticsearch 9 is compiled for
NEWEST = 25  # what Elasticsearch 9.2 is tested with; later ones are tried last
MODULE = "jdk.incubator.vector"  # the server's start script asks for it; run-time images without it exist

# Where packages put JDKs: Debian and Fedora, SDKMAN, macOS, Homebrew on both kinds of Mac.
SHELVES = (
    "/usr/lib/jvm/*",
    "~/.sdkman/candidates/java/*",
    "/Library/Java/JavaVirtualMachines/*/Contents/Home",
    "/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home",
    "/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home",
)


def find(account: Account | None, environ: Mapping[str, str] | None = None, shelves: tuple[str, ...] = SHELVES) -> Path:
    """The home folder of a fitting JDK: version 21 or later, with javac and the vector module.

    ES_JAVA_HOME, JAVA_HOME and PATH of `environ` (default: the process's) come first, then the newest on the shelves.
    `account`, if given, must be able to reach it. Raises NodeError naming what was found and did not fit.
    """
    environ = os.environ if environ is None else environ
    named = list(_named(environ))
    shelved = [folder for shelf in shelves for folder in _glob(shelf)]
    shelved.sort(key=lambda folder: (_version(folder) > NEWEST, -_version(folder), str(folder)))
    unfit: dict[Path, str] = {}
    for folder in (*named, *shelved):
        home = folder.resolve()
        reason = _unfit(home, account)
        if reason is None:
            return home
        if reason:
            unfit[home] = reason
    found = "; ".join(f"{home}: {reason}" for home, reason in unfit.items()) or "no Java at all"
    raise NodeError(
        f"The search server needs a JDK {OLDEST} or later, found {found}. Install one (Debian 13: apt install "
        "openjdk-21-jdk-headless; Debian 12: the package temurin-21-jdk of Eclipse Adoptium; macOS: brew install "
        "openjdk@21), or set JAVA_HOME to it."
    )


def _named(environ: Mapping[str, str]) -> Iterator[Path]:
    for variable in ("ES_JAVA_HOME", "JAVA_HOME"):
        if environ.get(variable):
            yield Path(environ[variable])
    javac = shutil.which("javac", path=environ.get("PATH", ""))
    if javac:
        yield Path(javac).resolve().parent.parent


def _glob(shelf: str) -> list[Path]:
    root, *parts = Path(shelf).expanduser().parts
    return [path for path in Path(root).glob(str(Path(*parts))) if path.is_dir()]


def _release(home: Path) -> dict[str, str]:
    """The file `release` that every JDK since 9 carries: NAME="value" lines, among them JAVA_VERSION and MODULES."""
    try:
        return dict(re.findall(r'^(\w+)="(.*)"$', (home / "release").read_text(encoding="utf-8"), re.MULTILINE))
    except (OSError, UnicodeDecodeError):
        return {}


def _version(home: Path) -> int:
    digits = re.match(r"\d+", _release(home).get("JAVA_VERSION", ""))
    return int(digits[0]) if digits else 0


def _unfit(home: Path, account: Account | None) -> str | None:
    """Why `home` will not do; None if it does, '' if it is no Java at all."""
    if not _release(home):
        return ""
    if (version := _version(home)) < OLDEST:
        return f"version {version}"
    if not ((home / "bin" / "java").is_file() and (home / "bin" / "javac").is_file()):
        return "a run-time without javac"
    if MODULE not in _release(home).get("MODULES", "").split():
        return f"without the module {MODULE}"
    if account is not None and not reachable(home / "bin" / "java", account):
        return "not readable for the account that runs the server for root"
    return None
