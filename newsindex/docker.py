"""The search server in Docker, from `docker/compose.yaml`. Knows nothing of Django."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

COMPOSE_FILE = Path(__file__).resolve().parent.parent / "docker" / "compose.yaml"

COMPOSE = ("docker", "compose", "-f", str(COMPOSE_FILE))

ANSWER_SECONDS = 3
START_SECONDS = 900  # the image has 600 MB; a slow line needs its time


class DockerError(Exception):
    """Docker could not start the search server; the text is a sentence that names the remedy."""


def available() -> bool:
    """Whether a Docker engine with Compose answers within three seconds."""
    if shutil.which("docker") is None:
        return False
    try:
        return all(
            subprocess.run(["docker", *words], capture_output=True, timeout=ANSWER_SECONDS, check=False).returncode == 0
            for words in (("version",), ("compose", "version"))
        )
    except (OSError, subprocess.TimeoutExpired):
        return False


def is_running() -> bool:
    """Whether the service `elasticsearch` runs already."""
    listed = subprocess.run(
        [*COMPOSE, "ps", "--status", "running", "--quiet", "elasticsearch"], capture_output=True, check=False
    )
    return bool(listed.stdout.strip())


def stop_search() -> None:
    """End the service `elasticsearch`; its data stay in their volume."""
    subprocess.run([*COMPOSE, "stop", "elasticsearch"], capture_output=True, check=False)


def start_search() -> str:
    """Start the service `elasticsearch`, wait until it is healthy, return its base URL.

    The port is ELASTICSEARCH_PORT of the environment, or 9200. Raises DockerError with Compose's last words.
    """
    if shutil.which("docker") is None:
        raise DockerError(
            "Docker is not installed: install it (Debian: apt install docker.io docker-compose), or use the local "
            "search server (manage.py node start)."
        )
    command = [*COMPOSE, "up", "-d", "--wait", "elasticsearch"]
    try:
        done = subprocess.run(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, timeout=START_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise DockerError(
            f"Docker did not bring the search server up in {START_SECONDS // 60} minutes: see docker compose -f "
            f"{COMPOSE_FILE} logs elasticsearch."
        ) from error
    if done.returncode != 0:
        last = "\n".join(done.stderr.strip().splitlines()[-5:])
        raise DockerError(
            "Docker could not start the search server: start its engine, set ELASTICSEARCH_PORT if the port is taken, "
            f"or use the local search server (manage.py node start).\n{last}"
        )
    return f"http://127.0.0.1:{os.environ.get('ELASTICSEARCH_PORT') or 9200}"
