"""The local Elasticsearch node, for a machine with neither a cluster nor Docker. Knows nothing of Django.

Everything of it (the built server, its data, logs and settings) lives in one ignored folder, `DATA_DIR/node`, which
each verb takes as `home`:

    prepare(home)              builds what is missing
    start(home) -> str         builds what is missing, starts the server, returns its base URL
    stop(home) -> bool         ends it; False if it was not running
    status(home) -> NodeStatus
    url(home) -> str | None    of the running node; cheap (two small files), sends no request

What is missing or goes wrong is a `NodeError` whose text names the remedy.
"""

from newsindex.node.errors import NodeError
from newsindex.node.process import NodeStatus, prepare, start, status, stop, url

__all__ = ["NodeError", "NodeStatus", "prepare", "start", "status", "stop", "url"]
