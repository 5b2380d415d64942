"""`make test`: the whole suite against the real search server on SQLite, then all but the browser's on PostgreSQL with Redis.

What a browser sees does not depend on the database, and Chromium takes most of the time: the pages are asked on both. Nor
does what other gazetteer files are compiled to (`gazetteers`).

Arguments go to pytest; with any, only SQLite is used, unless DATABASE_URL says otherwise.
"""

import os
import secrets
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

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
        status = _suite("SQLite", environment, folder / "sqlite", arguments)
        if arguments or status:
            return status
        database, broker = stack.enter_context(services.postgresql(folder)), stack.enter_context(services.redis(folder))
        if not (database and broker):
            print("PostgreSQL or Redis is not installed: the suite ran on SQLite only.", file=sys.stderr)
            return 1 if os.environ.get("CI") else 0
        environment |= {"DATABASE_URL": database, "CELERY_BROKER_URL": broker}
        return _suite(
            "PostgreSQL and Redis", environment, folder / "postgresql-suite", ["-m", "not browser and not gazetteers"]
        )


def _suite(name: str, environment: dict[str, str], data: Path, arguments: list[str]) -> int:
    print(f"--- tests on {name}", file=sys.stderr, flush=True)
    own = {"DATA_DIR": str(data), "INDEX_PREFIX": f"test-{secrets.token_hex(4)}"}
    command = [sys.executable, "-m", "pytest", *arguments]
    return subprocess.run(command, cwd=_ROOT, env={**environment, **own}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
