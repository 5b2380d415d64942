"""Who may see and change what: every route of the product, in both languages, by every method, for five people.

Routes are found in the resolver. A new one is taken for private until it stands in OPEN, and one whose arguments can't be
made fails (see `tests.web.routes`).
"""

import re
from dataclasses import dataclass
from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from search.models import Article, Preferences, SavedSearch
from search.people.groups import CURATOR, RESEARCHER, add_to
from tests.web import routes
from tests.web.routes import LANGUAGES, Route, World, all_routes

METHODS = ("GET", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "POST")

OPEN = {
    "search",
    "complete",
    "article",
    "guide",
    "facet",
    "login",
    "logout",
    "sign_up",
    "password_reset",
    "password_reset_done",
    "password_reset_confirm",
    "password_reset_complete",
    "admin:login",
}
"""Routes that who is not signed in may see. All others must send them to sign in, or away."""

NAME, NOTE, WORD, EMAIL = "اسم لا يعرفه غيرها", "ملاحظة لا يعرفها غيرها", "زرافةسرية", "owner@secret.example"

PEOPLE = ("anonymous", "owner", "researcher", "curator", "superuser")

HARM = {
    "name": "سُرق",
    "note": "سُرقت",
    "query": "q=stolen",
    "owner": "1",
    "username": "stolen",
    "email": "stolen@example.org",
    "language": "en",
    "time_zone": "UTC",
    "post": "yes",
    "action": "delete_selected",
    "_selected_action": "1",
    "password1": "a stolen password",
    "password2": "a stolen password",
    "new_password1": "a stolen password",
    "new_password2": "a stolen password",
}
"""What a POST sends: fields by which it would change something, if it could."""


@dataclass(frozen=True)
class Case:
    world: World
    people: dict[str, User | AnonymousUser]

    def client_of(self, person: str) -> Client:
        client = Client()
        if person != "anonymous":
            client.force_login(self.people[person])
        return client

    def state_of_the_owner(self) -> object:
        user = User.objects.values("username", "email", "password", "is_staff", "is_superuser", "is_active")
        return (
            list(SavedSearch.objects.filter(owner=self.world.owner.pk).values()),
            list(user.filter(pk=self.world.owner.pk)),
            list(Preferences.objects.filter(user=self.world.owner.pk).values()),
            list(User.groups.through.objects.filter(user=self.world.owner.pk).values_list("group")),
        )


@pytest.fixture
def case(corpus: dict[str, Article]) -> Case:
    people = {
        "owner": User.objects.create_user("owner", EMAIL, "a password of hers"),
        "researcher": User.objects.create_user("researcher", "r@example.org", "a password of his"),
        "curator": User.objects.create_user("curator", "c@example.org", "a password of hers", is_staff=True),
        "superuser": User.objects.create_superuser("superuser", "s@example.org", "a password of his"),
    }
    for name, group in (("owner", RESEARCHER), ("researcher", RESEARCHER), ("curator", CURATOR)):
        add_to(group, people[name])
    Preferences.objects.create(user=people["owner"], language="ar", time_zone="Asia/Damascus")
    saved = SavedSearch.objects.create(owner=people["owner"], name=NAME, note=NOTE, query=f"q={WORD}&actor=un")
    world = World(corpus["dam"], saved, people["owner"])
    return Case(world, {"anonymous": AnonymousUser(), **people})


@pytest.mark.parametrize("person", PEOPLE)
def test_nothing_leaks_and_nothing_is_changed(case: Case, person: str) -> None:
    before = case.state_of_the_owner()
    wrong: list[str] = []
    for route in all_routes():
        for language in LANGUAGES:
            address = route.address(case.world, language)
            client = case.client_of(person)
            for method in METHODS:
                if person == "owner" and method == "POST":
                    continue  # the owner may change what is theirs
                answer = _ask(client, method, address, route, person)
                if complaint := _complaint(answer, method, route, person):
                    wrong.append(f"{person} {method} {address}: {answer.status_code} {complaint}")
            if person != "owner" and case.state_of_the_owner() != before:
                pytest.fail(f"{person} changed what is the owner's at {address}")
    assert wrong == []


def _ask(client: Client, method: str, address: str, route: Route, person: str) -> HttpResponse:
    # A superuser may change people in the admin; what others' posts would do there must fail.
    data = {} if route.in_admin and person == "superuser" else HARM
    return client.generic(method, address) if method != "POST" else client.post(address, data)


def _complaint(answer: HttpResponse, method: str, route: Route, person: str) -> str:
    status = answer.status_code
    if status >= 500:
        return "is a fault"
    if method in ("PUT", "PATCH", "DELETE") and 200 <= status < 300 and not route.in_admin:
        return "is an answer to a method that means nothing here"
    if person == "anonymous" and route.name not in OPEN and status not in (302, 403, 404, 405):
        return "shows what needs signing in"
    may_enter = person in ("curator", "superuser") or route.name in OPEN or not route.in_admin
    if not may_enter and status not in (301, 302, 403, 404, 405):
        return "shows the admin to who is not of its staff"
    told = _told(answer)
    secrets = [NAME, NOTE, WORD, EMAIL]
    if person == "superuser" and route.in_admin:
        secrets.remove(EMAIL)  # who administers people sees their addresses
    if person != "owner" and (found := [secret for secret in secrets if secret in told]):
        return f"tells {found}"
    return ""


def _told(answer: HttpResponse) -> str:
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    headers = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
    return f"{headers}\n{body.decode(errors='replace')}"


@pytest.mark.parametrize("person", ["researcher", "curator", "superuser"])
def test_somebody_elses_is_like_one_that_is_not_there(case: Case, person: str) -> None:
    client = case.client_of(person)
    nobodys = SavedSearch(uuid=uuid4())
    others = [route for route in all_routes() if "<uuid:uuid>" in "".join(map(str, route.parts))]
    assert len(others) >= 4
    for route in others:
        for language in LANGUAGES:
            for method in METHODS:
                theirs = _ask(client, method, route.address(case.world, language), route, person)
                missing = World(case.world.article, nobodys, case.world.owner)
                none = _ask(client, method, route.address(missing, language), route, person)
                assert theirs.status_code in (404, 405)
                assert theirs.status_code == none.status_code, (route.name, method)
                assert _bare(theirs, case.world.saved) == _bare(none, nobodys), (route.name, method)


def _bare(answer: HttpResponse, saved: SavedSearch) -> str:
    told = _told(answer).replace(str(saved.uuid), "UUID")
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", told)


def test_the_owner_sees_what_is_theirs(case: Case) -> None:
    client = case.client_of("owner")
    for language in LANGUAGES:
        for route in all_routes():
            if route.name not in ("saved_searches", "edit_saved_search", "delete_saved_search"):
                continue
            told = _told(client.get(route.address(case.world, language)))
            assert NAME in told and WORD in told, route.name


def test_no_post_goes_without_its_token(case: Case) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(case.people["owner"])
    before = case.state_of_the_owner()
    for route in all_routes():
        for language in LANGUAGES:
            answer = client.post(route.address(case.world, language), HARM)
            assert answer.status_code in (301, 302, 403, 404, 405), route.name
            assert case.state_of_the_owner() == before, route.name


def test_private_pages_are_kept_by_no_cache(case: Case) -> None:
    client = case.client_of("owner")
    for route in all_routes():
        if route.name in OPEN or route.in_admin:
            continue
        answer = client.get(route.address(case.world, "en"))
        if answer.status_code == 200:
            assert "no-store" in answer.headers.get("Cache-Control", ""), route.name
    assert "private" in client.get("/").headers["Cache-Control"]


def test_a_saved_search_in_the_address_tells_nobody_else(case: Case) -> None:
    address = f"/en/?q=الرقة&saved={case.world.saved.uuid}"
    assert NAME in _told(case.client_of("owner").get(address))
    for person in ("anonymous", "researcher", "curator", "superuser"):
        answer = case.client_of(person).get(address)
        assert NAME not in _told(answer), person
        # What starts from the page goes on without it.
        assert answer.headers["HX-Push-Url"].endswith("/en/?q=%D8%A7%D9%84%D8%B1%D9%82%D8%A9"), person


@pytest.mark.parametrize("route", ["saved_searches", "save_search", "saved_search", "edit_saved_search"])
def test_who_is_in_no_group_may_save_nothing(case: Case, route: str) -> None:
    outsider = User.objects.create_user("outsider", "o@example.org", "a password of hers")
    client = Client()
    client.force_login(outsider)
    found = next(one for one in all_routes() if one.name == route)
    answer = client.get(found.address(case.world, "en"))
    assert answer.status_code == 403
    assert "Not allowed" in _told(answer)
    assert "Save this search" not in _told(client.get("/en/"))


@pytest.mark.parametrize("then", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"])
def test_next_leads_to_no_other_site(case: Case, then: str) -> None:
    passwords = {"username": "owner", "password": "a password of hers", "next": then}
    new = {"username": "new", "email": "new@example.org", "password1": "qutuf dani 77", "password2": "qutuf dani 77"}
    answers = [
        Client().post(reverse("login"), passwords),
        Client().post(reverse("sign_up"), {**new, "next": then}),
        case.client_of("owner").post(reverse("logout"), {"next": then}),
        case.client_of("owner").get(reverse("sign_up"), {"next": then}),
        case.client_of("owner").get(reverse("login"), {"next": then}),
    ]
    assert [answer.status_code for answer in answers] == [302] * 5
    assert [answer.headers["Location"] for answer in answers if "evil" in answer.headers["Location"]] == []


def test_a_closed_corpus_is_closed_on_every_route(case: Case, settings) -> None:
    settings.PUBLIC_SEARCH = False
    client = Client()
    for route in all_routes():
        for language in LANGUAGES:
            told = _told(client.get(route.address(case.world, language)))
            assert case.world.article.title not in told, route.name


def test_a_route_without_a_rule_fails(case: Case) -> None:
    with pytest.raises(routes.NoRule):
        Route("new_page", ("new/<int:nobody_knows>/",)).address(case.world, "ar")
