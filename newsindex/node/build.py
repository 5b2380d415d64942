"""Builds the server that `docker/node/pom.xml` describes, when it is missing or its sources changed."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

from newsindex.node.errors import NodeError
from newsindex.node.place import Place

SOURCES = Path(__file__).resolve().parents[2] / "docker" / "node"

# In a locale without UTF-8 Java cannot open files below a folder with an Arabic name.
UTF8_PATHS = {"LC_ALL": "C.UTF-8"}


def version(sources: Path = SOURCES) -> str:
    """The pinned version of Elasticsearch, as pom.xml says it."""
    found = re.search(r"<elasticsearch\.version>([^<]+)<", (sources / "pom.xml").read_text(encoding="utf-8"))
    if found is None:
        raise NodeError(f"{sources / 'pom.xml'} names no elasticsearch.version: restore the file from the repository.")
    return found[1]


def server(place: Place, jdk: Path) -> Path:
    """The folder of the built server; builds it with Maven on `jdk` first if need be, with a word on stderr.

    Raises NodeError if Maven is missing or fails.
    """
    folder = place.build / f"elasticsearch-{version()}"
    stamp = place.build / "stamp"
    wanted = _fingerprint()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted and (folder / "bin" / "elasticsearch").is_file():
        return folder
    mvn = shutil.which("mvn")
    if mvn is None:
        raise NodeError(
            "Maven is needed to fetch the search server and is not installed: apt install maven (Debian), "
            "brew install maven (macOS)."
        )
    started = time.monotonic()
    print(f"Building the search server, Elasticsearch {version()} (first time: 150 MB to fetch) ...", file=sys.stderr)
    shutil.rmtree(place.build, ignore_errors=True)
    _package(mvn, jdk, place)
    stamp.write_text(wanted, encoding="utf-8")
    print(f"Built in {time.monotonic() - started:.0f} s.", file=sys.stderr)
    return folder


def _package(mvn: str, jdk: Path, place: Place) -> None:
    log = place.folder / "build.log"
    command = [mvn, "-B", "-q", "-f", str(SOURCES / "pom.xml"), f"-DbuildDirectory={place.build}", "package"]
    with log.open("w", encoding="utf-8") as output:
        # The server's account must be able to read what is built here, whatever the umask is.
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**os.environ, **UTF8_PATHS, "JAVA_HOME": str(jdk)},
            umask=0o022,
            check=False,
        )
    if done.returncode == 0:
        return
    text = log.read_text(encoding="utf-8", errors="replace")
    errors = [line.removeprefix("[ERROR] ") for line in text.splitlines() if line.startswith("[ERROR] ")]
    if any("Could not transfer" in line or "Could not find artifact" in line for line in errors):
        raise NodeError(
            "Maven could not fetch the search server: check the network, or a proxy or mirror in "
            f"~/.m2/settings.xml, and start again (the whole report: {log}).\n{errors[0]}"
        )
    last = "\n".join(errors[:5] or text.splitlines()[-5:])
    raise NodeError(f"Maven could not build the search server: see {log} and start again.\n{last}")


def _fingerprint() -> str:
    """A hash over every source file (path and content), the version among them."""
    digest = hashlib.sha256()
    for path in sorted([SOURCES / "pom.xml", *(p for p in (SOURCES / "src").rglob("*") if p.is_file())]):
        digest.update(f"{path.relative_to(SOURCES)}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
