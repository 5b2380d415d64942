"""Copies in the database: one group for a story, whatever comes when, and whatever becomes of its members."""

import random
from datetime import date
from itertools import permutations

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from search.curation.hiding import hide
from search.curation.removal import remove_for_good
from search.curation.undo import undo
from search.ingest import copies
from search.ingest.copies import group_copies, out_of_date
from search.models import Appearance, Article, Band, Likeness, Outlet, Wording
from tests.copies import texts

pytestmark = pytest.mark.django_db(transaction=True)

BODIES = {
    "wire": texts.WIRE,
    "same words": texts.WIRE.replace("،", ""),
    "cut": texts.CUT,
    "edited": texts.EDITED,
    "same event": texts.SAME_EVENT,
    "head": "\n".join(texts.WIRE.split("\n")[:2]),
    "tail": "\n".join(texts.WIRE.split("\n")[1:]),
    "caption": "الجسر الجديد كما بدا أمس",
    "caption again": "الجسر الجديد كما بدا أمس",
}
DAYS = {
    "head": 7,
    "tail": 8,
    "wire": 3,
    "same words": 4,
    "cut": 5,
    "edited": 6,
    "same event": 3,
    "caption": 1,
    "caption again": 2,
}


def add(name: str, day: int | None = None, body: str | None = None) -> Article:
    published = date(2024, 5, day) if (day := day or DAYS.get(name)) else None
    return Article.objects.create(
        identity=name, title=name, body=BODIES[name] if body is None else body, published_on=published
    )


def stories() -> dict[str, tuple[str, str]]:
    """Identity of each visible article -> identities of those that stand for its exact copies and its group."""
    names = dict(Article.objects.values_list("pk", "identity"))
    rows = Appearance.objects.filter(article__hidden=False).values_list("article", "same", "story")
    return {names[key]: (names[same], names[story]) for key, same, story in rows}


GROUPED = {
    "wire": ("wire", "wire"),
    "same words": ("wire", "wire"),
    "cut": ("cut", "wire"),
    "edited": ("edited", "wire"),
    "same event": ("same event", "same event"),
    "caption": ("caption", "caption"),
    "caption again": ("caption again", "caption again"),
}


@pytest.mark.parametrize("one_by_one", [False, True])
def test_a_story_is_one_group_in_any_order_of_arrival(one_by_one: bool) -> None:
    orders = list(permutations(["wire", "same words", "cut", "edited"]))
    for order in orders[:: 5 if one_by_one else 7]:
        for name in ("caption", *order, "same event", "caption again"):
            add(name)
            if one_by_one:
                group_copies()
        group_copies()
        assert stories() == GROUPED
        Article.objects.all().delete()
        assert not Wording.objects.exists()


def test_every_appearance_keeps_its_outlet_address_day_and_source() -> None:
    for number, name in enumerate(("wire", "same words")):
        article = add(name)
        article.outlet = Outlet.objects.create(key=name.replace(" ", "-"), name_ar=name)
        article.url, article.source_name = f"https://{number}.example/story", f"{number}.html"
        article.save()
    group_copies()
    wording = Wording.objects.get()
    there = wording.appearances.order_by("pk").values_list(
        "article__outlet__key", "article__url", "article__published_on__day", "article__source_name"
    )
    assert list(there) == [
        ("wire", "https://0.example/story", 3, "0.html"),
        ("same-words", "https://1.example/story", 4, "1.html"),
    ]


def test_the_share_is_stated_each_way() -> None:
    add("wire")
    add("cut")
    group_copies()
    of_cut = Likeness.objects.get(wording__appearances__article__identity="cut")
    of_wire = Likeness.objects.get(wording__appearances__article__identity="wire")
    assert of_cut.share == 1
    assert 0.6 < of_wire.share < 0.9


def test_an_earlier_print_joins_what_was_apart_and_its_removal_parts_it() -> None:
    for name in ("head", "tail"):
        add(name)
    group_copies()
    assert stories() == {"head": ("head", "head"), "tail": ("tail", "tail")}
    wire = add("wire")
    group_copies()
    assert {story for _, story in stories().values()} == {"wire"}
    wire.delete()
    group_copies()
    assert stories() == {"head": ("head", "head"), "tail": ("tail", "tail")}


def test_a_member_that_is_rewritten_leaves_and_comes_back() -> None:
    articles = {name: add(name) for name in ("wire", "same words", "edited")}
    group_copies()
    for name in ("wire", "edited"):
        articles[name].body = texts.MONDAY
        articles[name].save()
    group_copies()
    assert stories() == {
        "wire": ("wire", "wire"),
        "edited": ("wire", "wire"),
        "same words": ("same words", "same words"),
    }
    for name in ("wire", "edited"):
        articles[name].body = BODIES[name]
        articles[name].save()
    group_copies()
    assert stories() == {name: GROUPED[name] for name in articles}
    assert Wording.objects.count() == 2


def test_a_member_that_becomes_tiny_stands_alone() -> None:
    articles = [add("wire"), add("same words")]
    group_copies()
    articles[1].body = BODIES["caption"]
    articles[1].save()
    group_copies()
    assert stories()["same words"] == ("same words", "same words")
    assert Appearance.objects.get(article=articles[1]).wording is None


def test_the_next_stands_for_a_hidden_representative_until_it_is_shown_again() -> None:
    articles = [add(name) for name in ("wire", "same words", "cut")]
    group_copies()
    decision = hide(articles[0], None, "")
    assert decision
    group_copies()
    assert stories()["same words"] == ("same words", "same words")
    assert stories()["cut"] == ("cut", "same words")
    undo(decision, None, "")
    group_copies()
    assert {story for _, story in stories().values()} == {"wire"}


def test_the_next_stands_for_one_that_was_removed_and_nothing_of_its_words_is_left() -> None:
    first = add("wire")
    add("cut")
    group_copies()
    remove_for_good(first, None, "asked")
    assert Wording.objects.count() == 1
    assert Likeness.objects.count() == 0
    assert Band.objects.values("wording").distinct().count() == 1
    assert stories() == {"cut": ("cut", "cut")}


def test_a_removal_that_was_cut_short_is_caught_up() -> None:
    first, _, _ = [add(name) for name in ("wire", "same words", "cut")]
    group_copies()
    with pytest.raises(KeyboardInterrupt), transaction.atomic():
        transaction.on_commit(_killed)
        first.delete()
    group_copies()
    assert stories() == {"same words": ("same words", "same words"), "cut": ("cut", "same words")}


def _killed() -> None:
    raise KeyboardInterrupt


def test_only_articles_whose_place_changed_get_a_new_version() -> None:
    add("same event")
    add("cut")
    group_copies()
    before = dict(Article.objects.values_list("identity", "version"))
    assert before == {"same event": 1, "cut": 1}
    add("wire")
    group_copies()
    assert dict(Article.objects.values_list("identity", "version")) == {"same event": 1, "cut": 2, "wire": 2}
    assert group_copies() == 0
    assert not out_of_date().exists()


def test_a_corrected_day_changes_who_stands_for_the_group() -> None:
    add("wire")
    cut = add("cut")
    group_copies()
    cut.published_on = date(2024, 5, 1)
    cut.save()
    group_copies()
    assert {story for _, story in stories().values()} == {"cut"}


def test_other_rules_compare_everything_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in GROUPED:
        add(name)
    group_copies()
    versions = dict(Article.objects.values_list("identity", "version"))
    monkeypatch.setattr(copies, "RULES", "another version")
    assert group_copies() == len(GROUPED)
    assert stories() == GROUPED
    assert dict(Article.objects.values_list("identity", "version")) == versions
    assert Wording.objects.count() == 4


def test_queries_do_not_grow_with_the_corpus() -> None:
    """Nor with the articles of a batch, but for the rows that one statement takes."""
    counted = []
    for start in (0, 60):
        for number in range(start, start + 60):
            words = " ".join(f"كلمة{number}ب{place}" for place in range(60))
            add(f"{number}", 1 + number % 20, body=words.replace("ب", "ت") if number % 2 else words)
        add(f"wire {start}", 1, body=texts.WIRE)
        with CaptureQueriesContext(connection) as seen:
            group_copies()
        counted.append(len(seen))
    assert counted[0] < 40
    assert counted[1] <= counted[0] + 3


def test_any_history_ends_as_if_all_had_come_at_once() -> None:
    """Two hundred random steps; after every tenth the groups are those of a database that is compared anew."""
    dice = random.Random(6)
    bodies = [texts.WIRE, texts.CUT, texts.EDITED, texts.WITH_A_PARAGRAPH_MORE, texts.MONDAY, texts.FRIDAY, "قصير"]
    for step in range(200):
        there = list(Article.objects.order_by("identity"))
        what = dice.choice(["add", "add", "edit", "hide", "date", "delete"]) if len(there) > 3 else "add"
        article = dice.choice(there) if there else None
        if what == "add" or article is None:
            add(f"article {step:03}", dice.choice([None, 1, 2, 3]), body=dice.choice(bodies))
        elif what == "edit":
            article.body = dice.choice(bodies)
            article.save()
        elif what == "hide":
            Article.objects.filter(pk=article.pk).update(hidden=not article.hidden)
        elif what == "date":
            Article.objects.filter(pk=article.pk).update(published_on=date(2024, 5, dice.randint(1, 5)))
        else:
            article.delete()
        if dice.random() < 0.5:
            group_copies()
        if step % 10 == 9:
            group_copies()
            found = stories()
            Wording.objects.all().delete()
            Appearance.objects.all().delete()
            group_copies()
            assert found == stories()
