"""The processes of the running product: web server, one worker, beat. They start and end together."""

import os
import shlex
import signal
import sys
from collections.abc import Mapping

from honcho.manager import SIGNALS, Manager


def run_together(commands: Mapping[str, list[str]], environment: Mapping[str, str]) -> int:
    """Runs `commands` (name to argument list) side by side, each line that they print under its name, until one of them
    ends or Ctrl-C, SIGTERM or a closed terminal comes; then ends all. Returns the exit status, 0 where a person ended it.
    """
    manager = Manager()
    for name, command in commands.items():
        manager.add_process(name, shlex.join(command), env={**os.environ, **environment})
    # honcho starts every process in a session of its own: without this a closed terminal would leave them running.
    signal.signal(signal.SIGHUP, lambda *_: os.kill(os.getpid(), signal.SIGTERM))
    manager.loop()
    ended_by_hand = manager.returncode in {ended["rc"] for ended in SIGNALS.values()}
    return 0 if ended_by_hand else int(manager.returncode or 0)


def python(*arguments: str) -> list[str]:
    """A command of this Python."""
    return [sys.executable, *arguments]
