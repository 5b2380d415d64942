"""Articles that were really read, a curator and an administrator, and Django's client for each."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import Permission, User
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.utils.translation import override

from search.models import Article
from tests.curation.conftest import curator, pages, read

__all__ = ["curator", "pages", "read"]


def may(user: User, *names: str) -> User:
    """The user with these rights."""
    kind = ContentType.objects.get_for_model(Article)
    for name in names:
        user.user_permissions.add(Permission.objects.get_or_create(codename=name, content_type=kind)[0])
    return User.objects.get(pk=user.pk)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Addresses, and so the pages, are the English ones; the browser tests see both languages."""
    with override("en"):
        yield


@pytest.fixture
def client(curator: User) -> Client:
    """A curator's."""
    client = Client()
    client.force_login(may(curator, "curate"))
    return client


@pytest.fixture
def remover(db: None) -> Client:
    """Of somebody who may remove for good as well."""
    client = Client()
    client.force_login(may(User.objects.create_user("amin"), "curate", "remove_article"))
    return client
