"""What a new installation needs once: its tables and a first administrator."""

import socket
from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management import call_command

from newsindex.secrets import read_or_make

ADMINISTRATOR = "admin"


def make_tables() -> None:
    """Brings the database up to the code, quietly; changes nothing where it is."""
    call_command("migrate", verbosity=0, interactive=False)


def make_administrator(data_dir: Path) -> Path | None:
    """The first administrator, with a password made for this installation. The file that holds it, or None if there are
    people already."""
    people = get_user_model()
    if people._default_manager.exists():
        return None
    file = data_dir / "admin_password"
    people._default_manager.create_superuser(ADMINISTRATOR, password=read_or_make(file))
    return file


def port_is_free(host: str, port: int) -> bool:
    """Whether a web server could listen there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True
