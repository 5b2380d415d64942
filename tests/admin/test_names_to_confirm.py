"""The queue of names that no list has."""

import pytest
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from search.admin.entity_types import TYPES
from search.admin.likeliest import likeliest
from search.curation.names import Confirmed, WrongType, alias_of, confirm, not_a_name
from search.curation.undo import undo
from search.curation.vouching import Facts
from search.ingest.replay import replay_name_decisions
from search.models import Article, Decision, Entity
from tests.admin.shown import act, text_of

Articles = dict[str, Article]
QUEUE = "unconfirmedentity"


@pytest.fixture
def salem(read: Articles) -> Entity:
    """A person that no list has; two passages of one article name him."""
    return Entity.objects.get(name_ar="سالم الحمداني")


def queued(client: Client, query: str = "") -> list[str]:
    answer = client.get(f"{reverse(f'admin:search_{QUEUE}_changelist')}?{query}")
    assert answer.status_code == 200
    return [row.name_ar for row in answer.context["cl"].result_list]


def press(client: Client, verb: str, entity: Entity) -> HttpResponse:
    """A button beside the name."""
    return client.post(reverse(f"admin:search_{QUEUE}_changelist"), {"decide": f"{verb}-{entity.pk}"}, follow=True)


def test_the_queue_has_names_of_no_list_with_counts_and_passages(client: Client, salem: Entity) -> None:
    assert set(queued(client)) == set(
        Entity.objects.unconfirmed().filter(mentions__nested=False).values_list("name_ar", flat=True)
    )
    page = text_of(client.get(reverse(f"admin:search_{QUEUE}_changelist")))
    assert "قال المهندس سالم الحمداني أمس إن الرقة أنجزت" in page
    assert "الأمم المتحدة Confirm" not in page


def test_names_are_searched_and_filtered(client: Client, salem: Entity) -> None:
    assert queued(client, "q=الحمدانى") == ["سالم الحمداني"]
    assert "سالم الحمداني" in queued(client, "type=person")
    assert queued(client, "articles=2") == []
    assert queued(client, "articles=x") == queued(client)


def test_one_click_confirms(client: Client, salem: Entity) -> None:
    assert "1 name is decided" in text_of(press(client, "confirm", salem))
    assert "سالم الحمداني" not in queued(client)
    salem.refresh_from_db()
    assert not salem.is_unconfirmed
    decision = Decision.objects.get()
    assert (decision.kind, decision.exact, decision.person.get_username()) == ("confirm", "سالم الحمداني", "salwa")


def test_one_click_rejects_and_the_mentions_go(client: Client, salem: Entity, read: Articles) -> None:
    press(client, "reject", salem)
    replay_name_decisions()
    assert not read["bridge"].mentions.filter(entity=salem).exists()
    assert "سالم الحمداني" not in queued(client)


def test_a_likely_alias_is_offered_and_taken(client: Client, read: Articles) -> None:
    nations = Entity.objects.get(key="un")
    name = Entity.objects.create(kind="actor", key="unlisted-x", type="organisation", name_ar="منظمة الأمم المتحدة")
    read["bridge"].mentions.filter(entity=nations).update(entity=name)
    assert likeliest([name]) == {name.pk: nations}
    assert f"It is {nations.name_en}" in text_of(client.get(reverse(f"admin:search_{QUEUE}_changelist")))
    press(client, "alias", name)
    assert Decision.objects.get().entity == nations


@pytest.mark.parametrize(
    ("type_", "name", "meant"),
    [
        ("person", "الرئيس بشار الأسد", "bashar-al-assad"),
        ("person", "بشار محمد حافظ الأسد", "bashar-al-assad"),
        ("person", "سامي الراوي، بشار محمد الأسد", None),
        ("person", "بشار بن الأسد", None),
        ("person", "بشار أسد", None),
        ("person", "بشار الأسد الدمشقي", None),
        ("person", "الأسد", None),
        ("organisation", "مؤسسة بشار الأسد", None),
        ("organisation", "أصدقاء الأمم المتحدة", None),
        ("person", "الأمم المتحدة", None),
    ],
)
def test_whom_a_name_means(read: Articles, type_: str, name: str, meant: str | None) -> None:
    Entity.objects.get_or_create(kind="actor", key="bashar-al-assad", type="person", name_ar="بشار الأسد")
    entity = Entity.objects.create(kind="actor", key="unlisted-z", type=type_, name_ar=name)
    assert [found.key for found in likeliest([entity]).values()] == [meant] * bool(meant)


def test_who_comes_too_late_is_told_so(client: Client, curator: User, salem: Entity) -> None:
    confirm(salem, curator, "")
    assert "Somebody else decided" in text_of(press(client, "confirm", salem))
    assert Decision.objects.count() == 1


@pytest.mark.parametrize("button", ["confirm-x", "burn-1", "", "confirm-" + "9" * 30])
def test_no_other_button_does_anything(client: Client, salem: Entity, button: str) -> None:
    answer = client.post(reverse(f"admin:search_{QUEUE}_changelist"), {"decide": button})
    assert answer.status_code == 400
    assert not Decision.objects.exists()


def test_confirming_with_type_and_english_name(client: Client, salem: Entity, read: Articles) -> None:
    act(client, QUEUE, "confirm_names", [salem.pk], type="party", name_en="Salem", why="known", answered=True)
    replay_name_decisions()
    salem.refresh_from_db()
    assert (salem.type, salem.name_en, salem.is_unconfirmed) == ("party", "Salem", False)
    assert set(read["bridge"].mentions.filter(entity=salem, nested=False).values_list("type", flat=True)) == {"party"}
    page = text_of(client.get(reverse("admin:search_decision_changelist")))
    assert "سالم الحمداني (Salem) is confirmed: party" in page


def test_undoing_gives_back_what_the_machine_took_it_for(curator: User, salem: Entity, read: Articles) -> None:
    first = confirm(salem, curator, "", Facts("party", "Salem"))
    undo(first, curator, "")
    salem.refresh_from_db()
    assert (salem.type, salem.name_en, salem.is_unconfirmed) == ("person", "", True)


def test_an_alias_of_a_name_vouches_for_it(curator: User, salem: Entity, read: Articles) -> None:
    alias = alias_of("أبو خالد", salem, curator, "")
    assert not salem.is_unconfirmed
    undo(alias, curator, "")
    salem.refresh_from_db()
    assert salem.is_unconfirmed


def test_types_fit_the_kind(client: Client, curator: User, salem: Entity) -> None:
    assert {key for kind in Entity.TYPES.values() for key in kind} == set(TYPES)
    with pytest.raises(WrongType):
        confirm(salem, curator, "", Facts("city"))
    page = act(client, QUEUE, "confirm_names", [salem.pk])
    assert "armed group" in text_of(page)
    assert "governorate" not in text_of(page)
    page = act(client, QUEUE, "confirm_names", [salem.pk], type="city", why="", answered=True)
    assert "Not all of these names can be of this type" in text_of(page)
    assert not Decision.objects.exists()


def test_actors_and_places_at_once_are_confirmed_as_they_were_found(client: Client, salem: Entity) -> None:
    place = Entity.objects.create(kind="location", key="unlisted-hill", type="other", name_ar="تل الغراب")
    salem.mentions.first().article.mentions.create(entity=place, kind="location", text="تل", start=0, end=2)
    both = [salem.pk, place.pk]
    assert "have no type in common" in text_of(act(client, QUEUE, "confirm_names", both))
    act(client, QUEUE, "confirm_names", both, type="person", why="", answered=True)
    assert not Decision.objects.exists()
    act(client, QUEUE, "confirm_names", both, type="", why="", answered=True)
    assert set(Entity.objects.confirmed().values_list("name_ar", "type")) == {
        ("سالم الحمداني", "person"),
        ("تل الغراب", "other"),
    }


def test_a_later_word_about_the_name_outdoes_the_confirmation(curator: User, salem: Entity, read: Articles) -> None:
    def is_confirmed() -> bool:
        salem.refresh_from_db()
        return salem.vouched

    confirmed = confirm(salem, curator, "", Facts("party", "Salem"))
    # The same name in another spelling.
    rejected = not_a_name("سالم  الحمدانى", curator, "")
    assert not is_confirmed()
    assert (salem.type, salem.name_en) == ("person", "")
    undo(rejected, curator, "")
    assert is_confirmed()
    assert (salem.type, salem.name_en) == ("party", "Salem")
    elsewhere = alias_of("سالم الحمداني", Entity.objects.get(key="un"), curator, "")
    assert not is_confirmed()
    undo(confirmed, curator, "")
    undo(elsewhere, curator, "")
    assert not is_confirmed()


def test_two_names_of_no_list_become_one(client: Client, curator: User, salem: Entity, read: Articles) -> None:
    other = Entity.objects.create(kind="actor", key="unlisted-y", type="person", name_ar="أبو خالد")
    confirm(other, curator, "")
    merged = alias_of("سالم الحمداني", other, curator, "")
    assert set(Entity.objects.confirmed()) == {other}
    assert "سالم الحمداني" not in queued(client)
    replay_name_decisions()
    assert not read["bridge"].mentions.filter(entity=salem).exists()
    assert read["bridge"].mentions.filter(entity=other).exists()
    undo(merged, curator, "")
    replay_name_decisions()
    assert read["bridge"].mentions.filter(entity=salem).exists()
    assert "سالم الحمداني" in queued(client)


def test_confirming_again_corrects_and_undoing_brings_the_former_back(curator: User, salem: Entity) -> None:
    confirm(salem, curator, "", Facts("person", "Salim"))
    with pytest.raises(Confirmed):
        confirm(salem, curator, "", Facts("person", "Salim"))
    again = confirm(salem, curator, "", Facts("person", "Salem"))
    salem.refresh_from_db()
    assert salem.name_en == "Salem"
    undo(again, curator, "")
    salem.refresh_from_db()
    assert (salem.name_en, salem.vouched) == ("Salim", True)


def test_on_its_page_an_entity_is_confirmed_and_corrected(client: Client, salem: Entity) -> None:
    address = reverse("admin:search_entity_change", args=[salem.pk])
    assert "Confirm" in text_of(client.get(address))
    act(client, "entity", "confirm_names", [salem.pk], type="person", name_en="Salim", why="", answered=True)
    page = text_of(client.get(address))
    assert "confirmed by a person" in page
    assert "Correct its type or English name" in page
    form = act(client, "entity", "confirm_names", [salem.pk])
    assert 'value="Salim"' in form.content.decode()
    act(client, "entity", "confirm_names", [salem.pk], type="party", name_en="", why="", answered=True)
    salem.refresh_from_db()
    assert (salem.type, salem.name_en) == ("party", "")
    listed = Entity.objects.get(key="un")
    refused = act(client, "entity", "confirm_names", [listed.pk], type="party", why="", answered=True)
    assert "vouches for this name already" in text_of(refused)
    assert "Confirm" not in text_of(client.get(reverse("admin:search_entity_change", args=[listed.pk])))
    chosen = client.get(f"{reverse('admin:search_entity_changelist')}?listed=person").context["cl"].result_list
    assert chosen == [salem]


def test_a_confirmed_name_is_found_where_nothing_else_tells(curator: User, salem: Entity, read: Articles) -> None:
    confirm(salem, curator, "")
    replay_name_decisions()
    mentions = read["bridge"].mentions.filter(entity=salem, nested=False)
    assert set(mentions.values_list("method", flat=True)) == {"gazetteer"}


def test_the_queue_takes_a_fixed_number_of_queries(
    client: Client, salem: Entity, django_assert_max_num_queries
) -> None:
    with django_assert_max_num_queries(14):
        client.get(reverse(f"admin:search_{QUEUE}_changelist"))
