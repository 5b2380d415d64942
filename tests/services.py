"""The real services that the tests run against: started for this run, on free ports, with data that ends with it."""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DEBIAN_PACKAGES = {
    "chromium": "chromium",
    "redis-server": "redis-server",
    "postgres": "postgresql",
}
"""Program that a test needs -> Debian's package that has it."""

FONTS = "fonts-noto-core"
"""So that Arabic shows as Arabic on screenshots."""


def install() -> None:
    """Installs with apt what is missing, where that is possible: as root on Debian and its kin."""
    missing = [package for program, package in DEBIAN_PACKAGES.items() if find(program) is None]
    if not missing or os.geteuid() != 0 or shutil.which("apt-get") is None:
        return
    print(f"Installing {', '.join(missing)} for the tests ...", file=sys.stderr, flush=True)
    quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
    subprocess.run(["apt-get", "update", "-qq"], check=False, **quiet)
    subprocess.run(
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing, FONTS], check=False, **quiet
    )


def find(program: str) -> Path | None:
    """Where a program is; Debian keeps PostgreSQL's in a folder for each version."""
    if found := shutil.which(program):
        return Path(found)
    versions = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"), key=lambda path: int(path.parts[4]))
    return versions[-1] if versions else None


@contextmanager
def postgresql(folder: Path) -> Iterator[str | None]:
    """A PostgreSQL server; yields its DATABASE_URL, or None where it is not installed. It refuses root, as the search
    server does, so root starts it as the user that Debian's package made."""
    program = find("postgres")
    if program is None:
        yield None
        return
    account = "postgres" if os.geteuid() == 0 else None
    programs = program.resolve().parent
    data = folder / "postgresql"
    data.mkdir(mode=0o700)
    if account:
        shutil.chown(data, account, pwd.getpwnam(account).pw_gid)
    port = free_port()
    options = f"-h 127.0.0.1 -p {port} -k {data} -c fsync=off"
    run = {"user": account, "cwd": data, "stdout": subprocess.DEVNULL}
    initdb = ["--auth=trust", "--username=postgres", "--encoding=UTF8", "--no-sync"]
    subprocess.run([programs / "initdb", "-D", data, *initdb], check=True, **run)
    control = [programs / "pg_ctl", "-D", data, "-w"]
    subprocess.run([*control, "-l", data / "log", "-o", options, "start"], check=True, **run)
    try:
        yield f"postgres://postgres@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=True, **run)


@contextmanager
def redis(folder: Path) -> Iterator[str | None]:
    """A Redis server; yields its address as a broker, or None where it is not installed."""
    program = find("redis-server")
    if program is None:
        yield None
        return
    port = free_port()
    command = [program, "--bind", "127.0.0.1", "--port", str(port), "--save", "", "--dir", str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        process.terminate()
        process.wait()


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int, seconds: float = 20) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(f"Nothing answers on port {port}.")
