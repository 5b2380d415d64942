"""People of the tests, and a browser in which one of them is signed in."""

from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Page

from search.people.groups import RESEARCHER, add_to

PASSWORD = "qutuf dani 77"


def researcher(name: str, email: str = "") -> User:
    person = User.objects.create_user(name, email or f"{name}@example.org", PASSWORD)
    add_to(RESEARCHER, person)
    return person


def signed_in(page: Page, person: User, live_server_url: str) -> Page:
    """`page`, whose browser holds a session of `person`."""
    client = Client()
    client.force_login(person)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server_url}])
    return page
