"""`make test`: the whole suite against the real search server on SQLite, then all but the browser's on PostgreSQL with Redis.

What a browser sees does not depend on the database, and Chromium takes most of the time: the pages are asked on both, and
the browser's tests run beside the others. Nor does what other gazetteer files are compiled to (`gazetteers`) depend on it.

Arguments go to pytest; with any, only SQLite is used, unless DATABASE_URL says otherwise.
"""

import os
import secrets
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TextIO

from newsindex import node, search_server
from tests import services

_ROOT = Path(__file__).resolve().parent.parent
_NODE_DATA = Path(os.environ.get("DATA_DIR", _ROOT / "var"))


def main(arguments: list[str]) -> int:
    services.install()
    with ExitStack() as stack:
        try:
            server = search_server.provide(os.environ.get("ELASTICSEARCH_URL", ""), _NODE_DATA)
        except node.NodeError as error:
            print(error, file=sys.stderr)
            return 1
        if server.stop:
            stack.callback(server.stop)
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="newsindex-test-")))
        # The servers run as users of their own, who must be able to enter.
        folder.chmod(0o755)
        environment = {**os.environ, "ELASTICSEARCH_URL": server.url}
        if arguments:
            return _suite("SQLite", environment, folder / "sqlite", arguments).wait()
        log = stack.enter_context((folder / "browser.log").open("w+"))
        browser = _suite("SQLite, in the browser", environment, folder / "browser", ["-m", "browser"], log)
        stack.callback(browser.kill)
        status = _suite("SQLite", environment, folder / "sqlite", ["-m", "not browser"]).wait()
        status = status or _on_postgresql(environment, folder)
        seen = browser.wait()
        log.seek(0)
        print(log.read(), file=sys.stderr, flush=True)
        return status or seen


def _on_postgresql(environment: dict[str, str], folder: Path) -> int:
    with services.postgresql(folder) as database, services.redis(folder) as broker:
        if not (database and broker):
            print("PostgreSQL or Redis is not installed: the suite ran on SQLite only.", file=sys.stderr)
            return 1 if os.environ.get("CI") else 0
        environment = {**environment, "DATABASE_URL": database, "CELERY_BROKER_URL": broker}
        chosen = ["-m", "not browser and not gazetteers"]
        return _suite("PostgreSQL and Redis", environment, folder / "postgresql-suite", chosen).wait()


def _suite(
    name: str, environment: dict[str, str], data: Path, arguments: list[str], log: TextIO | None = None
) -> subprocess.Popen[bytes]:
    """Starts the tests; what they say goes to `log`, if one is given."""
    print(f"--- tests on {name}", file=log or sys.stderr, flush=True)
    own = {"DATA_DIR": str(data), "INDEX_PREFIX": f"test-{secrets.token_hex(4)}"}
    command = [sys.executable, "-m", "pytest", *arguments]
    return subprocess.Popen(command, cwd=_ROOT, env={**environment, **own}, stdout=log, stderr=log)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
