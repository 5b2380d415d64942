"""Where the search server comes from: the cluster that is named, else Docker, else the local node."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from newsindex import docker, node


@dataclass(frozen=True, slots=True)
class SearchServer:
    """A server that answers at `url`. `stop` ends it if this call started it, and is None otherwise."""

    url: str
    stop: Callable[[], object] | None = None


def prepare(url: str, data_dir: Path) -> None:
    """Everything about the server that takes long and can be done beforehand; nothing where `url` names a cluster.

    Raises node.NodeError."""
    if not url and not docker.available():
        node.prepare(data_dir / "node")


def provide(url: str, data_dir: Path) -> SearchServer:
    """A server that answers. `url` is what the environment names, or empty.

    Raises node.NodeError or docker.DockerError, each with a sentence that names the remedy."""
    if url:
        return SearchServer(url)
    if docker.available():
        was_running = docker.is_running()
        return SearchServer(docker.start_search(), stop=None if was_running else docker.stop_search)
    home = data_dir / "node"
    was_running = node.url(home) is not None
    return SearchServer(node.start(home), stop=None if was_running else lambda: node.stop(home))
