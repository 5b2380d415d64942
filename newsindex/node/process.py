"""Starts, stops and describes the server process of one home folder."""

from __future__ import annotations

import fcntl
import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsindex.node import build, config, jdk, place
from newsindex.node.errors import NodeError
from newsindex.node.place import Place

START_SECONDS = 180  # a start takes about 10; a loaded machine with a large index gets its time
STOP_SECONDS = 60


@dataclass(frozen=True)
class NodeStatus:
    """What is known about the node of one home folder; heap figures are bytes and None unless it answers."""

    running: bool
    url: str | None
    pid: int | None
    version: str
    heap_used: int | None
    heap_max: int | None
    data_folder: Path
    log_file: Path


def start(home: Path) -> str:
    """Start the node of `home` (build it first if need be) and return its base URL, like `http://127.0.0.1:9200`.

    Returns at once if it runs. Progress goes to stderr. Two callers at the same time get the same node.
    Raises NodeError naming what is missing or what went wrong.
    """
    if running := url(home):
        return running
    where = place.prepare(home)
    with _lock(where):
        if running := url(home):
            return running
        if (pid := _pid(where)) is not None:
            _end(pid, where)  # it lives without having said its port: left over from a start that was broken off
        java = jdk.find(where.account)
        server = build.server(where, java)
        print("Starting the search server ...", file=sys.stderr)
        _launch(where, server, java)
        started = url(home)
        if started is None:
            raise _failure(where)
        _wait_for_indices(started)
        return started


def prepare(home: Path) -> None:
    """Fetch and build the server of `home` if need be, so that a start takes seconds. Raises NodeError."""
    where = place.prepare(home)
    with _lock(where):
        build.server(where, jdk.find(where.account))


def stop(home: Path) -> bool:
    """End the node of `home` and wait until it is gone; False if it was not running.

    Raises NodeError if another user started it.
    """
    where = place.find(home)
    pid = _pid(where)
    if pid is None:
        return False
    _end(pid, where)
    return True


def url(home: Path) -> str | None:
    """The base URL of the running node of `home`, or None. Reads two small files and sends no request."""
    where = place.find(home)
    if _pid(where) is None:
        return None
    try:
        lines = (where.logs / "http.ports").read_text(encoding="utf-8").split()
    except OSError:
        return None
    return f"http://{lines[0]}" if lines else None


def status(home: Path) -> NodeStatus:
    """What is known about the node of `home`; asks it for its heap."""
    where = place.find(home)
    pid, address = _pid(where), url(home)
    heap = _heap(address) if address else {}
    return NodeStatus(
        running=address is not None,
        url=address,
        pid=pid,
        version=build.version(),
        heap_used=heap.get("heap_used_in_bytes"),
        heap_max=heap.get("heap_max_in_bytes"),
        data_folder=where.data,
        log_file=where.log_file,
    )


@contextmanager
def _lock(where: Place) -> Iterator[None]:
    """One start at a time in each home folder; the kernel frees the lock if its holder dies."""
    with (where.home / "lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _launch(where: Place, server: Path, java: Path) -> None:
    settings = config.write(where, server)
    for stale in (where.pid_file, where.logs / "http.ports", where.log_file):
        stale.unlink(missing_ok=True)
    passed = {name: value for name in ("PATH", "ES_JAVA_OPTS") if (value := os.environ.get(name))}
    environ = {
        **passed,
        **build.UTF8_PATHS,
        "ES_JAVA_HOME": str(java),
        "ES_PATH_CONF": str(settings),
        "ES_TMPDIR": str(where.temporary),
        "HOME": str(where.run),
    }
    # A file and no pipe: the server inherits it, and a pipe would keep the caller waiting for its end.
    with (where.folder / "start.log").open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            [server / "bin" / "elasticsearch", "-d", "-p", where.pid_file],
            cwd=where.run,
            env=environ,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            **(where.account.popen() if where.account else {}),
        )
    try:
        code = process.wait(START_SECONDS)
    except BaseException as error:
        # Whether time is up or the user broke off: no half-started server stays behind.
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if isinstance(error, subprocess.TimeoutExpired):
            raise _failure(where) from error
        raise
    if code != 0:
        raise _failure(where)


def _failure(where: Place) -> NodeError:
    """Why the server did not come up, from what it wrote."""
    lines: list[str] = []
    for path in (where.log_file, where.folder / "start.log"):
        try:
            lines += path.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            continue
    text = "\n".join(lines)
    if "BindHttpException" in text or "BindTransportException" in text:
        return NodeError(
            f"The search server found no free port (HTTP {config.HTTP_PORTS}, transport {config.TRANSPORT_PORTS}): "
            "end the programs that hold them and start again."
        )
    if "failed to obtain node locks" in text:
        return NodeError(
            f"Another search server uses {where.data}: end that process (its command line names {where.temporary}) and "
            "start again."
        )
    if "java.lang.OutOfMemoryError" in text or "insufficient memory" in text or "Cannot allocate memory" in text:
        return NodeError("The search server got no memory (it needs 1.5 GB): end other programs and start again.")
    shown = [line[:400] for line in lines if line.strip() and not line.lstrip().startswith("at ")][-8:]
    return NodeError(
        f"The search server did not come up; its last words follow, the rest is in {where.log_file}.\n"
        + "\n".join(shown)
    )


def _pid(where: Place) -> int | None:
    """The process id of the node, or None where the pid file is absent or stale.

    After a crash or a reboot the number may belong to another program, and a copied clone brings the file of another
    node along: the process counts only if its command line names this node's folder for temporary files (the one path
    of ours that the server's command line is sure to hold).
    """
    try:
        pid = int(where.pid_file.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None
    return pid if _is_node(pid, where) else None


def _is_node(pid: int, where: Place) -> bool:
    return f"-Djava.io.tmpdir={where.temporary}" in _command_line(pid)


def _command_line(pid: int) -> str:
    """The command line of a process; empty if there is none, or if it has ended and waits to be collected."""
    if Path("/proc/self/cmdline").exists():
        try:
            return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            return ""
    shown = subprocess.run(["ps", "-ww", "-o", "args=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return shown.stdout


def _end(pid: int, where: Place) -> None:
    try:
        os.kill(pid, signal.SIGTERM)
        until = time.monotonic() + STOP_SECONDS
        while _is_node(pid, where):  # the server removes its pid file some time before it ends
            if time.monotonic() > until:
                os.kill(pid, signal.SIGKILL)  # what was acknowledged is in its transaction log
            time.sleep(0.1)
    except ProcessLookupError:
        pass
    except PermissionError as error:
        raise NodeError(
            f"The search server (process {pid}) was started by another user: stop it as that user."
        ) from error


def _wait_for_indices(address: str) -> None:
    """Let the indices of an earlier run open, so that the first search after a start finds them."""
    try:
        _get(f"{address}/_cluster/health?wait_for_status=yellow&timeout=60s", seconds=70)
    except OSError:
        return  # an answer in time is a courtesy: the server is up, and says itself what an index lacks


def _heap(address: str) -> dict[str, int]:
    try:
        nodes = _get(f"{address}/_nodes/_local/stats/jvm", seconds=5)["nodes"]
    except (OSError, ValueError, KeyError):
        return {}
    for node in nodes.values():
        return dict(node["jvm"]["mem"])
    return {}


def _get(address: str, seconds: float) -> Any:
    # No proxy of the environment: the node listens on this machine only.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(address, timeout=seconds) as answer:
        return json.load(answer)
