"""Which folder the node uses, and which account runs it.

Elasticsearch refuses to run as root. For root it is started as an unprivileged account, in a folder which that account
can enter; a clone below a root home directory (mode 0700) is none, and no directory of the user's is opened for it.
"""

from __future__ import annotations

import errno
import hashlib
import os
import pwd
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsindex.node.errors import NodeError

# Not /tmp: the data shall outlive a reboot (the File Hierarchy Standard says that of /var/tmp).
FALLBACK = Path("/var/tmp")


@dataclass(frozen=True)
class Account:
    """An unprivileged account that root starts the server as."""

    uid: int
    gid: int

    def popen(self) -> dict[str, Any]:
        """Keyword arguments that make `subprocess` run as this account."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


@dataclass(frozen=True)
class Place:
    """Where things are. `folder` is `home` or its stand-in below /var/tmp; `account` is None unless root asks."""

    home: Path
    folder: Path
    account: Account | None

    @property
    def build(self) -> Path:
        """The unpacked server and Maven's output; written by whoever builds."""
        return self.folder / "build"

    @property
    def run(self) -> Path:
        """Settings, data, logs and pid file; written by the server."""
        return self.folder / "run"

    @property
    def data(self) -> Path:
        return self.run / "data"

    @property
    def logs(self) -> Path:
        return self.run / "logs"

    @property
    def temporary(self) -> Path:
        return self.run / "tmp"

    @property
    def pid_file(self) -> Path:
        return self.run / "node.pid"

    @property
    def log_file(self) -> Path:
        return self.logs / "newsindex.log"


def reachable(path: Path, account: Account) -> bool:
    """Whether `account` may enter every folder on the way to `path`, and read (and, a folder, enter) `path` itself."""

    def allowed(node: Path, wanted: int) -> bool:
        found = node.stat()
        if found.st_uid == account.uid:
            granted = found.st_mode >> 6
        elif found.st_gid == account.gid:
            granted = found.st_mode >> 3
        else:
            granted = found.st_mode
        return granted & wanted == wanted

    path = path.resolve()
    last = os.R_OK | os.X_OK if path.is_dir() else os.R_OK
    try:
        return all(allowed(parent, os.X_OK) for parent in path.parents) and allowed(path, last)
    except OSError:
        return False


def find(home: Path) -> Place:
    """The place of `home` as it stands; creates nothing, and names `home` itself where nothing was prepared yet."""
    home = home.resolve()
    stand_in = _stand_in(home)
    try:
        # A copied clone brings the file of another home along, so only the name made from this home counts.
        moved = (home / "location").read_text(encoding="utf-8").strip() == str(stand_in)
    except OSError:
        moved = False
    return Place(home, stand_in if moved else home, _account(home) if os.geteuid() == 0 else None)


def prepare(home: Path) -> Place:
    """The place of `home`, its folders created for the account that will run the server.

    Raises NodeError if a folder belongs to somebody else or cannot be written.
    """
    home = home.resolve()
    try:
        _folder(home)
        place = find(home)
        if place.account is not None and place.folder == home and not reachable(home, place.account):
            place = Place(home, _stand_in(home), place.account)
            _folder(place.folder)
            (home / "location").write_text(f"{place.folder}\n", encoding="utf-8")
        if place.folder != home:
            _refuse_foreign(place.folder)
            _folder(place.folder)
        _folder(place.run)
        for folder in (place.data, place.logs, place.temporary):
            _folder(folder)
            if place.account is not None:
                os.chown(folder, place.account.uid, place.account.gid, follow_symlinks=False)
        if place.account is not None:
            os.chown(place.run, place.account.uid, place.account.gid, follow_symlinks=False)
        else:
            for folder in (home, place.run, place.data, place.logs):
                if not os.access(folder, os.W_OK):
                    raise PermissionError(errno.EACCES, "not writable", str(folder))
    except PermissionError as error:
        raise NodeError(
            f"The folder {error.filename} of the search server belongs to another user: start it as that user, "
            "or set DATA_DIR to a folder of your own."
        ) from error
    except OSError as error:
        raise NodeError(
            f"The folder of the search server cannot be written ({error}): set DATA_DIR to a folder on another disk."
        ) from error
    return place


def _stand_in(home: Path) -> Path:
    return FALLBACK / f"newsindex-node-{hashlib.sha256(os.fsencode(home)).hexdigest()[:12]}"


def _account(home: Path) -> Account:
    """The account whose data lies in `home` already, else `nobody`."""
    try:
        owner = (home / "run" / "data").stat()
        if owner.st_uid != 0:
            return Account(owner.st_uid, owner.st_gid)
    except OSError:
        pass
    try:
        nobody = pwd.getpwnam("nobody")
    except KeyError as error:
        raise NodeError(
            "Elasticsearch refuses to run as root and there is no account 'nobody' to start it as: run this as an "
            "ordinary user."
        ) from error
    return Account(nobody.pw_uid, nobody.pw_gid)


def _folder(path: Path) -> None:
    """Create `path`; what is new and ours can be entered by the server's account whatever the umask is."""
    if not path.is_dir():
        path.mkdir(parents=True, exist_ok=True)
        path.chmod(0o755)


def _refuse_foreign(path: Path) -> None:
    """In /var/tmp anybody can put a folder under a name that they guess."""
    found = path.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid():
        raise NodeError(f"{path} was not made by this user: look at what it is, remove it and start again.")
