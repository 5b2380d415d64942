"""Demo people: so that a newcomer can try what a curator and a researcher see."""

import secrets
from typing import Final

from django.contrib.auth import get_user_model
from django.db import transaction

from search.people.groups import CURATOR, RESEARCHER, add_to

_PEOPLE: Final = {"demo-curator": CURATOR, "demo-researcher": RESEARCHER}

_BYTES: Final = 12
"""Random bytes of a password: 96 bits in 16 letters that can still be typed."""


@transaction.atomic
def make_demo_people() -> dict[str, str]:
    """A curator and a researcher. Returns user name -> password, the only place where the passwords ever stand."""
    passwords = {name: secrets.token_urlsafe(_BYTES) for name in _PEOPLE}
    for name, group in _PEOPLE.items():
        person = get_user_model().objects.create_user(name, password=passwords[name], is_staff=group == CURATOR)
        add_to(group, person)
    return passwords
