"""Who may enter the admin, and what it has for whom."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.db.models import QuerySet
from django.test import Client
from django.urls import reverse

from search.models import Article
from tests.admin.shown import act, text_of

Articles = dict[str, Article]


def test_who_is_not_signed_in_is_sent_to_sign_in(db: None) -> None:
    address = reverse("admin:search_article_changelist")
    answer = Client().get(address, follow=True)
    assert answer.redirect_chain[-1][0] == f"{reverse('login')}?next={address}"


def test_a_reader_is_told_that_it_is_not_for_them(db: None) -> None:
    client = Client()
    client.force_login(User.objects.create_user("reader"))
    assert client.get(reverse("admin:index"), follow=True).status_code == 403


def test_home_has_what_curators_need_and_no_more(client: Client) -> None:
    page = text_of(client.get(reverse("admin:index")))
    assert "What was read" in page
    assert all(table in page for table in ("Articles", "Mentions", "Entities", "Outlets", "Decisions", "Removals"))
    assert "Users" not in page
    assert "Authentication" not in page


def test_an_app_leads_home(client: Client) -> None:
    assert client.get("/en/admin/search/", follow=True).redirect_chain[-1][0] == reverse("admin:index")


def test_users_are_the_administrators_business(client: Client, curator: User) -> None:
    assert client.get(reverse("admin:auth_user_changelist")).status_code == 403
    curator.user_permissions.add(*_auth_permissions("view_user", "change_user", "add_user"))
    page = client.get(reverse("admin:auth_user_changelist"))
    assert page.status_code == 200
    assert "salwa" in text_of(page)


def _auth_permissions(*names: str) -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="auth", codename__in=names)


def test_an_administrator_does_not_make_a_superuser_nor_touch_one(client: Client, curator: User) -> None:
    curator.user_permissions.add(*_auth_permissions("view_user", "change_user"))
    root = User.objects.create_superuser("root", password="it is a secret")
    other = User.objects.create_user("other")
    group = Group.objects.create(name="friends")
    sent = {"username": "other", "is_active": "on", "is_superuser": "on", "groups": [group.pk]}
    client.post(reverse("admin:auth_user_change", args=[other.pk]), sent)
    other.refresh_from_db()
    assert not other.is_superuser
    assert list(other.groups.all()) == [group]
    assert client.post(reverse("admin:auth_user_change", args=[root.pk]), sent).status_code == 403
    passwords = {"password1": "quite another 77", "password2": "quite another 77"}
    client.post(reverse("admin:auth_user_password_change", args=[root.pk]), passwords)
    root.refresh_from_db()
    assert root.check_password("it is a secret")


@pytest.mark.parametrize(
    "table", ["article", "entity", "unconfirmedentity", "mention", "decision", "removal", "outlet"]
)
def test_nothing_is_deleted_or_added_by_the_way(client: Client, read: Articles, table: str) -> None:
    listed = client.get(reverse(f"admin:search_{table}_changelist"))
    assert listed.status_code == 200
    assert "Delete selected" not in text_of(listed)
    added = client.get(reverse(f"admin:search_{table}_add")).status_code
    assert added == (200 if table == "outlet" else 403)
    before = Article.objects.count()
    act(client, table, "delete_selected", [read["road"].pk], post="yes")
    assert Article.objects.count() == before


@pytest.mark.parametrize("key", ["x", "9" * 30, "-1", "٣"])
def test_keys_that_are_none_are_no_error_of_ours(client: Client, read: Articles, key: str) -> None:
    assert act(client, "article", "hide_articles", [key]).status_code == 400
    for table, query in (("mention", f"entity={key}"), ("mention", f"article={key}"), ("decision", f"article={key}")):
        assert client.get(f"{reverse(f'admin:search_{table}_changelist')}?{query}").status_code == 200
    assert client.get(f"/en/admin/search/article/{key}/change/", follow=True).status_code == 200


def test_removal_for_good_is_not_even_offered_without_the_right(client: Client, read: Articles) -> None:
    page = client.get(reverse("admin:search_article_change", args=[read["road"].pk]))
    assert "Remove for good" not in text_of(page)
    act(client, "article", "remove_articles", [read["road"].pk], answered=True, why="x", sure="yes")
    assert Article.objects.filter(pk=read["road"].pk).exists()
