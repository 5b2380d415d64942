"""Writes the settings that the local node starts with."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from newsindex.node.place import Place

# The first free port of each range is taken, so that every clone of the repository can run a node of its own.
HTTP_PORTS = "9200-9299"
TRANSPORT_PORTS = "9300-9399"

SETTINGS = """\
cluster.name: newsindex
node.name: newsindex
path.data: {data}
path.logs: {logs}
network.host: 127.0.0.1
http.port: {http}
transport.port: {transport}
# The server writes the ports that it got to logs/http.ports.
node.portsfile: true
discovery.type: single-node
xpack.security.enabled: false
# A nearly full disk would make every index read-only; this node holds a copy that can be rebuilt.
cluster.routing.allocation.disk.threshold_enabled: false
"""

# 512 MB is what the server settles at (measured: two writers with bulk chunks of 20 MB, then searches with nested
# aggregations, all served). The limits for bulk requests and aggregations are shares of the largest heap, so it may
# grow to the double when a corpus or an export is larger. ES_JAVA_OPTS of the environment overrides both.
JVM = """\
-Xms512m
-Xmx1g
-Xlog:disable
-Xlog:all=warning:stderr:utctime,level,tags
-XX:-HeapDumpOnOutOfMemoryError
"""


def write(place: Place, server: Path) -> Path:
    """A fresh settings folder for `server` (its own defaults plus ours); returns it.

    Files are created anew and never written through: the folder's parent belongs to the server's account, the writer
    may be root.
    """
    folder = place.run / "config"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o755)
    texts = {
        name: (server / "config" / name).read_text(encoding="utf-8") for name in ("jvm.options", "log4j2.properties")
    }
    texts["elasticsearch.yml"] = SETTINGS.format(
        data=_quoted(place.data), logs=_quoted(place.logs), http=HTTP_PORTS, transport=TRANSPORT_PORTS
    )
    texts["jvm.options.d/newsindex.options"] = JVM
    (folder / "jvm.options.d").mkdir(mode=0o755)
    for name, text in texts.items():
        with (folder / name).open("x", encoding="utf-8") as file:
            file.write(text)
    if place.account is not None:
        for path in (*folder.rglob("*"), folder):
            os.chown(path, place.account.uid, place.account.gid, follow_symlinks=False)
    return folder


def _quoted(path: Path) -> str:
    """`path` as a YAML string: in single quotes only the quote itself is special."""
    return "'" + str(path).replace("'", "''") + "'"
