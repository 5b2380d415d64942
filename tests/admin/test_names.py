"""What curators decide about names: of entities, and of passages."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from search.curation.names import alias_of, not_a_name
from search.ingest.originals import discard
from search.ingest.replay import replay_name_decisions
from search.models import Article, Decision, Entity, Mention
from tests.admin.shown import act, text_of

Articles = dict[str, Article]


def named(article: Article) -> set[tuple[str, str]]:
    return set(article.mentions.filter(entity__isnull=False, nested=False).values_list("text", "entity__key"))


def listed(client: Client, table: str, query: str = "") -> list[str]:
    answer = client.get(f"{reverse(f'admin:search_{table}_changelist')}?{query}")
    assert answer.status_code == 200
    return [str(row) for row in answer.context["cl"].result_list]


@pytest.fixture
def salem(read: Articles) -> Entity:
    """A person that no list has; two passages of one article name him."""
    return Entity.objects.get(name_ar="سالم الحمداني")


def test_entities_are_found_by_any_name_in_any_spelling(client: Client, salem: Entity) -> None:
    assert listed(client, "entity", "q=سالم الحمدانى") == ["سالم الحمداني"]
    assert "الأمم المتحدة" in listed(client, "entity", "q=United Nations")
    assert listed(client, "entity", "q=لا أحد بهذا الاسم") == []


def test_who_is_called_just_so_comes_first(client: Client, read: Articles) -> None:
    for number in range(3):
        Entity.objects.create(kind="actor", key=f"a{number}", type="organisation", name_ar=f"أمانة الرقة {number}")
    Entity.objects.create(kind="actor", key="z", type="organisation", name_ar="الرقة الجديدة")
    assert listed(client, "entity", "q=Raqqa")[0] == "الرقة"
    assert listed(client, "entity", "q=الرقة")[:2] == ["الرقة", "الرقة الجديدة"]


def test_filters_of_entities(client: Client, salem: Entity) -> None:
    assert "سالم الحمداني" in listed(client, "entity", "listed=no")
    assert "سالم الحمداني" not in listed(client, "entity", "listed=yes")
    assert set(listed(client, "entity", "kind__exact=location")) == set(
        Entity.objects.filter(kind="location").values_list("name_ar", flat=True)
    )
    assert "سالم الحمداني" in listed(client, "entity", "type=person")


def test_articles_of_entities_are_counted_in_one_query(
    client: Client, salem: Entity, django_assert_max_num_queries
) -> None:
    with django_assert_max_num_queries(9):
        answer = client.get(reverse("admin:search_entity_changelist"))
    counts = {row.name_ar: row.articles_counted for row in answer.context["cl"].result_list}
    assert counts["سالم الحمداني"] == 1
    assert counts["الرقة"] == 2


def test_the_page_of_an_entity(client: Client, curator: User, read: Articles) -> None:
    raqqa = Entity.objects.get(kind="location", key="raqqa")
    alias_of("عروس الفرات", raqqa, curator, "")
    page = text_of(client.get(reverse("admin:search_entity_change", args=[raqqa.pk])))
    assert "عروس الفرات added by salwa" in page
    assert "Raqqa" in page
    assert "ترميم الجسر القديم في الرقة" in page  # a passage
    assert "Save" not in page


def test_an_entity_becomes_an_alias_of_another(client: Client, curator: User, read: Articles, salem: Entity) -> None:
    other = Entity.objects.create(kind="actor", key="hamdani", type="person", name_ar="سالم بن الحمداني")
    asked = text_of(act(client, "entity", "alias", [salem.pk]))
    assert "1 article has it, and will be read again" in asked
    assert "This field is required" in text_of(act(client, "entity", "alias", [salem.pk], answered=True))
    told = act(client, "entity", "alias", [salem.pk], answered=True, entity=other.pk, why="هو نفسه")
    assert "1 name is decided" in text_of(told)
    decision = Decision.objects.get()
    assert (decision.exact, decision.entity, decision.person, decision.why) == (
        "سالم الحمداني",
        other,
        curator,
        "هو نفسه",
    )
    replay_name_decisions()
    assert ("سالم الحمداني", "hamdani") in named(read["bridge"])


def test_an_alias_is_added_in_two_steps(client: Client, read: Articles) -> None:
    raqqa = Entity.objects.get(kind="location", key="raqqa")
    assert "is said next" in text_of(act(client, "entity", "one_more", [raqqa.pk]))
    sure = text_of(act(client, "entity", "one_more", [raqqa.pk], answered=True, words="الجسر القديم"))
    assert "1 article has it" in sure
    assert not Decision.objects.exists()
    sent = {"words": "الجسر القديم", "sure": "الجسر القديم"}
    assert "1 name is decided" in text_of(act(client, "entity", "one_more", [raqqa.pk], answered=True, **sent))
    replay_name_decisions()
    assert ("الجسر القديم", "raqqa") in named(read["bridge"])
    sent = {"words": "123", "sure": "123"}
    assert "A name needs at least one letter" in text_of(
        act(client, "entity", "one_more", [raqqa.pk], answered=True, **sent)
    )
    both = list(Entity.objects.values_list("pk", flat=True)[:2])
    assert "Select one entity" in text_of(act(client, "entity", "one_more", both))


def test_an_entity_is_not_a_name(client: Client, read: Articles, salem: Entity) -> None:
    assert "name nothing" in text_of(act(client, "entity", "no_name", [salem.pk]))
    act(client, "entity", "no_name", [salem.pk], answered=True, why="صفة")
    replay_name_decisions()
    assert not Mention.objects.filter(text="سالم الحمداني").exists()


def test_mentions_stand_in_their_context(client: Client, read: Articles, django_assert_max_num_queries) -> None:
    road = read["road"]
    with django_assert_max_num_queries(10):
        answer = client.get(f"{reverse('admin:search_mention_changelist')}?article={road.pk}&kind__exact=location")
    shown = {(row.before, row.text, row.after[:10]) for row in answer.context["cl"].result_list}
    assert ("طريق جديد إلى ", "الحسكة", "") in shown
    assert any(before.endswith("افتتح طريق جديد بين ") and text == "الرقة" for before, text, _ in shown)
    assert road.title in text_of(answer)
    assert listed(client, "mention", "q=الحسكة&field__exact=title") == ["الحسكة"]


def test_not_a_name_here_for_two_passages_of_one_article(client: Client, read: Articles) -> None:
    road = read["road"]
    keys = list(road.mentions.filter(text="الحسكة").values_list("pk", flat=True))
    assert len(keys) == 2
    assert "the same words elsewhere stay" in text_of(act(client, "mention", "not_here", keys))
    told = text_of(act(client, "mention", "not_here", keys, answered=True, why="اسم نشرة"))
    assert "2 passages name nothing any more" in told
    assert not road.mentions.filter(text="الحسكة").exists()
    assert road.mentions.filter(text="الرقة").exists()


def test_of_a_lost_original_no_passage_is_decided(client: Client, read: Articles) -> None:
    discard(read["bridge"].original)
    key = read["bridge"].mentions.filter(text="الرقة")[0].pk
    assert "nothing was changed" in text_of(act(client, "mention", "not_here", [key], answered=True))
    assert not Decision.objects.exists()


def test_passages_decide_for_everywhere(client: Client, read: Articles) -> None:
    keys = list(Mention.objects.filter(text="الرقة").values_list("pk", flat=True))
    assert "2 articles have it" in text_of(act(client, "mention", "nowhere", keys))
    act(client, "mention", "nowhere", keys, answered=True, why="")
    assert Decision.objects.get().exact == "الرقة"  # once, however often it was selected
    un = Entity.objects.get(key="un")
    act(client, "mention", "alias", keys, answered=True, entity=un.pk)
    replay_name_decisions()
    assert ("الرقة", "un") in named(read["road"])


def test_the_same_name_is_told_apart_to_choose_from(client: Client, read: Articles) -> None:
    Entity.objects.create(kind="actor", key="raqqa-council", type="organisation", name_ar="الرقة")
    asked = {"term": "الرقة", "app_label": "search", "model_name": "decision", "field_name": "entity"}
    answer = client.get(reverse("admin:autocomplete"), asked).json()
    assert {"الرقة (actor)", "Raqqa (location)"} <= {choice["text"] for choice in answer["results"]}


def test_decisions_say_how_many_articles_wait(client: Client, curator: User, read: Articles) -> None:
    not_a_name("الرقة", curator, "اسم نشرة")
    page = text_of(client.get(reverse("admin:search_decision_changelist")))
    assert "الرقة is no name anywhere" in page
    assert "3 articles are still to be looked through" in page
    assert "اسم نشرة" in page
    replay_name_decisions()
    assert "to be looked through" not in text_of(client.get(reverse("admin:search_decision_changelist")))
    act(client, "decision", "undo_decisions", [Decision.objects.get().pk], answered=True, why="أخطأت")
    page = text_of(client.get(reverse("admin:search_decision_changelist")))
    assert "undone by salwa" in page
    assert len(listed(client, "decision", "state=stands")) == 0
    assert len(listed(client, "decision", "state=undone")) == len(listed(client, "decision", "state=undoing")) == 1
    assert len(listed(client, "decision", "q=الرقة")) == 2
