"""A person's word is final: it shows at once, stands at every new reading, and only another decision undoes it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.utils.timezone import now

from search import knowledge
from search.curation.fields import NoSuchValue, correct
from search.curation.hiding import hide
from search.curation.names import NoName, alias_of, not_a_name, not_a_name_here
from search.curation.undo import NotStanding, undo
from search.ingest.ingest import ingest
from search.ingest.originals import discard
from search.ingest.replay import replay_name_decisions, touched_by
from search.models import Article, Decision, Entity, Mention, Outlet

Articles = dict[str, Article]


def named(article: Article) -> set[tuple[str, str]]:
    """(words, key of the entity) of all that the article names, dates aside."""
    mentions = article.mentions.filter(entity__isnull=False, nested=False)
    return set(mentions.values_list("text", "entity__key"))


def dates(article: Article) -> list[str]:
    return list(article.mentions.filter(kind="date").values_list("value", flat=True))


def reread_by_command(_pages: Path) -> None:
    call_command("reread", every=True, verbosity=0)


def ingest_again_with_better_rules(pages: Path) -> None:
    Article.objects.update(knowledge_version="of last year")
    ingest([pages], knowledge.current())


def ingest_a_changed_page(pages: Path) -> None:
    pages.write_text(pages.read_text(encoding="utf-8").replace("العمل", "العمل كله"), encoding="utf-8")
    ingest([pages], knowledge.current())


@pytest.mark.parametrize("happens", [reread_by_command, ingest_again_with_better_rules, ingest_a_changed_page])
def test_every_decision_stands_when_the_corpus_is_read_again(
    read: Articles, pages: Path, curator: User, happens: Callable[[Path], None]
) -> None:
    other = Outlet.objects.create(key="other", name_ar="نشرة أخرى")
    bridge, road, harvest = read["bridge"], read["road"], read["harvest"]
    correct(bridge, "outlet", other.key, curator, "التذييل يسمي نشرة أخرى")
    correct(bridge, "title", "الجسر القديم", curator, "")
    correct(bridge, "published", "2023-05-20", curator, "")
    hide(harvest, curator, "ليس خبراً")
    not_a_name("الأمم المتحدة", curator, "")
    alias_of("الوادي الأزرق", Entity.objects.get(kind="location", key="raqqa"), curator, "")
    not_a_name_here(road.mentions.get(field="title", text="الحسكة"), curator, "")
    replay_name_decisions()
    happens(pages)
    replay_name_decisions()

    assert Article.objects.count() == 3
    for article in (bridge, road, harvest):
        article.refresh_from_db()
    assert (bridge.title, bridge.outlet, bridge.published) == ("الجسر القديم", other, "2023-05-20")
    assert dates(bridge) == ["2023-05-19"]  # yesterday is seen from the day that the curator gave
    assert harvest.hidden
    assert ("الأمم المتحدة", "un") not in named(bridge)
    assert ("الوادي الأزرق", "raqqa") in named(road)
    assert not road.mentions.filter(field="title", text="الحسكة").exists()
    assert road.mentions.filter(field="body", text="الحسكة").exists()
    assert Decision.objects.standing().count() == 7


def test_undoing_brings_back_what_the_machine_read(read: Articles, curator: User) -> None:
    before = {name: (one.title, one.outlet, one.published, named(one), dates(one)) for name, one in read.items()}
    bridge, road = read["bridge"], read["road"]
    made = [
        correct(bridge, "outlet", "", curator, ""),
        correct(bridge, "published", "", curator, ""),
        correct(bridge, "title", "عنوان", curator, ""),
        hide(road, curator, ""),
        not_a_name("سالم الحمداني", curator, ""),
        alias_of("الجسر القديم", Entity.objects.get(key="un"), curator, ""),
        not_a_name_here(road.mentions.get(field="title", text="الحسكة"), curator, ""),
    ]
    replay_name_decisions()
    bridge.refresh_from_db()
    assert (bridge.outlet, bridge.published, bridge.published_on) == (None, "", None)
    assert ("سالم الحمداني", "unlisted-سالم-الحمداني") not in named(bridge)
    for decision in made:
        assert decision is not None
        undo(decision, curator, "أخطأت")
    replay_name_decisions()
    after = {}
    for name, one in read.items():
        one.refresh_from_db()
        after[name] = (one.title, one.outlet, one.published, named(one), dates(one))
    assert after == before
    assert not road.hidden
    assert Decision.objects.count() == 2 * len(made)
    assert not Decision.objects.standing().exists()


def test_an_undone_correction_leaves_the_one_before_it(read: Articles, curator: User) -> None:
    bridge = read["bridge"]
    first = correct(bridge, "title", "الأول", curator, "")
    second = correct(bridge, "title", "الثاني", curator, "")
    undo(second, curator, "")
    bridge.refresh_from_db()
    assert bridge.title == "الأول"
    with pytest.raises(NotStanding):
        undo(second, curator, "")
    undo(first, curator, "")
    with pytest.raises(NotStanding):
        undo(first.reversed_by, curator, "")
    bridge.refresh_from_db()
    assert bridge.title == "ترميم الجسر القديم في الرقة"


def test_a_decision_says_who_when_why_and_what_was_before(read: Articles, curator: User) -> None:
    start = now()
    decision = correct(read["bridge"], "published", "2023-05-20", curator, "التاريخ في أسفل الصفحة")
    assert (decision.person, decision.why, decision.before) == (curator, "التاريخ في أسفل الصفحة", "2023-05-05")
    assert start <= decision.made <= now()


def test_only_articles_with_the_name_are_read_again(read: Articles, curator: User) -> None:
    assert touched_by("الأمم المتحدة") == 1
    assert touched_by("لقوات الوادي") == 1
    absent = [f"اسم لا يرد {number}" for number in range(500)]
    assert touched_by(*absent) == 0
    assert touched_by(*absent, "الأمم المتحدة", "لقوات الوادي") == 2
    versions = dict(Article.objects.values_list("given_id", "version"))
    not_a_name("الأمم المتحدة", curator, "")
    done = replay_name_decisions()
    assert (done.read, done.passed) == (1, 2)
    changed = {
        name for name, version in Article.objects.values_list("given_id", "version") if version != versions[name]
    }
    assert changed == {"bridge"}
    assert replay_name_decisions().read == 0


def test_the_later_of_two_decisions_about_one_name_holds(read: Articles, curator: User) -> None:
    raqqa = Entity.objects.get(kind="location", key="raqqa")
    not_a_name("الوادي الأزرق", curator, "")
    alias = alias_of("الوادي الأزرق", raqqa, curator, "")
    replay_name_decisions()
    assert ("الوادي الأزرق", "raqqa") in named(read["road"])
    undo(alias, curator, "")
    replay_name_decisions()
    assert ("الوادي الأزرق", "raqqa") not in named(read["road"])


def test_two_spellings_of_one_who_is_on_no_list(read: Articles, curator: User) -> None:
    unlisted = Entity.objects.get(key="unlisted-سالم-الحمداني")
    alias_of("الجسر القديم", unlisted, curator, "")
    replay_name_decisions()
    assert {("سالم الحمداني", unlisted.key), ("الجسر القديم", unlisted.key)} <= named(read["bridge"])


@pytest.mark.parametrize(
    ("field", "value"), [("outlet", "no-such-outlet"), ("published", "أمس"), ("published", "2023-13-01")]
)
def test_a_value_that_cannot_be_is_refused(read: Articles, curator: User, field: str, value: str) -> None:
    with pytest.raises(NoSuchValue):
        correct(read["bridge"], field, value, curator, "")  # type: ignore[arg-type]
    assert not Decision.objects.exists()


def test_a_name_has_letters(read: Articles, curator: User) -> None:
    with pytest.raises(NoName):
        not_a_name(" ،.", curator, "")


def test_a_lost_original_leaves_all_as_it_was(read: Articles, curator: User) -> None:
    bridge = read["bridge"]
    discard(bridge.original)
    with pytest.raises(FileNotFoundError):
        correct(bridge, "title", "عنوان", curator, "")
    assert not Decision.objects.exists()
    not_a_name("الرقة", curator, "")
    assert replay_name_decisions().read == 2
    assert Mention.objects.filter(article=bridge, text="الرقة").exists()
    assert not Mention.objects.filter(article=read["road"], text="الرقة").exists()


def test_a_decision_is_heeded_against_all_that_the_machine_takes_the_name_for(read: Articles, curator: User) -> None:
    """An engineer's name, behind his title: rules and tagger are sure that it is a person's."""
    alias_of("سالم الحمداني", Entity.objects.get(kind="location", key="raqqa"), curator, "")
    replay_name_decisions()
    mentions = read["bridge"].mentions.filter(text="سالم الحمداني", nested=False)
    assert set(mentions.values_list("kind", "entity__key")) == {("location", "raqqa")}
