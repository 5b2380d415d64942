"""Groups and what they may."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.management import call_command

from search.people.demo import make_demo_people
from search.people.groups import ADMINISTRATOR, CURATOR, RESEARCHER, add_to, make_groups

pytestmark = pytest.mark.django_db

SAVED = {f"search.{action}_savedsearch" for action in ("add", "change", "delete", "view")}
PEOPLE = {f"auth.{action}_{what}" for action in ("add", "change", "delete", "view") for what in ("user", "group")}


@pytest.mark.parametrize(
    ("group", "may"),
    [
        (RESEARCHER, SAVED),
        (CURATOR, SAVED | {"search.curate"}),
        (ADMINISTRATOR, SAVED | {"search.curate", "search.remove_article"} | PEOPLE),
    ],
)
def test_a_member_may_what_the_group_may(group: str, may: set[str]) -> None:
    person = User.objects.create_user("salwa")
    add_to(group, person)
    assert person.get_all_permissions() == may


def test_migrating_again_mends_a_group_and_takes_nothing_away() -> None:
    group = Group.objects.get(name=RESEARCHER)
    extra = Permission.objects.get(codename="view_article")
    group.permissions.set([extra])
    Group.objects.filter(name=CURATOR).delete()
    call_command("migrate", verbosity=0)
    make_groups()
    assert group.permissions.count() == len(SAVED) + 1
    assert Group.objects.filter(name=CURATOR).count() == 1


def test_demo_people_can_sign_in_and_their_passwords_stand_nowhere() -> None:
    passwords = make_demo_people()
    assert set(passwords) == {"demo-curator", "demo-researcher"}
    for name, password in passwords.items():
        person = User.objects.get(username=name)
        assert person.check_password(password)
        assert password not in str(User.objects.filter(pk=person.pk).values())
    curator, researcher = (User.objects.get(username=f"demo-{group}") for group in (CURATOR, RESEARCHER))
    assert curator.has_perm("search.curate") and curator.is_staff
    assert researcher.has_perm("search.add_savedsearch") and not researcher.is_staff
    assert not researcher.has_perm("search.curate")
