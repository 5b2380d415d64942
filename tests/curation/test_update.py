"""After an update of newsindex whose gazetteers say something else, only articles that this can touch are read again."""

from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from search import knowledge
from search.curation.names import not_a_name
from search.ingest.replay import replay_name_decisions
from search.models import Article, ListsRead

pytestmark = pytest.mark.gazetteers

Articles = dict[str, Article]
Change = Callable[[str, str], None]


def forget() -> None:
    """As a new process, which reads the files anew."""
    for kept in (knowledge._files, knowledge._counting, knowledge._entities, knowledge._from_tables, knowledge._with):
        kept.cache_clear()


@pytest.fixture
def update(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Change]:
    """Adds lines to a file of a copy of `search/data`, and makes it the product's."""
    shipped = knowledge._DATA
    folder = tmp_path / "data"
    folder.mkdir()

    def change(name: str, lines: str) -> None:
        for path in shipped.iterdir():
            if path.is_file():
                (folder / path.name).unlink(missing_ok=True)
                (folder / path.name).symlink_to(path)
        text = (shipped / name).read_text(encoding="utf-8")
        (folder / name).unlink()
        (folder / name).write_text(text + lines, encoding="utf-8")
        monkeypatch.setattr(knowledge, "_DATA", folder)
        forget()

    yield change
    monkeypatch.undo()
    forget()


def reread() -> str:
    told = StringIO()
    call_command("reread", stdout=told)
    return told.getvalue()


def versions() -> dict[str, int]:
    return dict(Article.objects.values_list("given_id", "version"))


VALLEY = "blue-valley-forces,armed_group,قوات الوادي الأزرق,Blue Valley Forces,,,,sy,test\n"


def test_a_new_row_reads_the_articles_that_have_its_names(read: Articles, update: Change) -> None:
    before = versions()
    update("actors.csv", VALLEY)
    assert reread() == "1 of 3 articles are to be read again\n1 articles read again\n"
    assert {name for name, version in versions().items() if version != before[name]} == {"road"}
    assert read["road"].mentions.filter(entity__key="blue-valley-forces", nested=False).exists()
    assert set(Article.objects.values_list("knowledge_version", flat=True)) == {knowledge.from_files().version}
    assert reread() == "0 of 3 articles are to be read again\n0 articles read again\n"


def test_a_row_that_is_gone_reads_the_articles_that_named_it(read: Articles, update: Change) -> None:
    update("actors.csv", VALLEY)
    reread()
    update("actors.csv", "")
    assert reread().startswith("1 of 3 ")
    assert not read["road"].mentions.filter(entity__key="blue-valley-forces").exists()


def test_what_people_decided_stands_after_an_update(read: Articles, update: Change, curator: object) -> None:
    not_a_name("قوات الوادي الأزرق", curator, "")  # type: ignore[arg-type]
    replay_name_decisions()
    update("actors.csv", VALLEY)
    assert reread().startswith("1 of 3 ")
    assert not read["road"].mentions.filter(entity__key="blue-valley-forces").exists()


def test_a_killed_reread_goes_on(read: Articles, update: Change) -> None:
    update("actors.csv", VALLEY)
    old = Article.objects.get(given_id="road").knowledge_version
    reread()
    Article.objects.filter(given_id="road").mark_read(knowledge_version=old)
    assert reread().startswith("1 of 3 ")


def test_other_outlets_read_all(read: Articles, update: Change) -> None:
    update("media.csv", "made-up-daily,صحيفة ما كانت,Made Up Daily,,made-up.example,sy,,test\n")
    assert reread().startswith("3 of 3 ")


def test_where_the_lists_of_before_are_not_known_all_are_read(read: Articles, update: Change) -> None:
    ListsRead.objects.all().delete()
    update("actors.csv", VALLEY)
    assert reread().startswith("3 of 3 ")


def test_other_code_reads_all(read: Articles) -> None:
    row = ListsRead.objects.get()
    lists = row.version.partition("-")[0]
    ListsRead.objects.create(version=f"{lists}-of-before", content=row.content)
    Article.objects.all().mark_read(knowledge_version=f"{lists}-of-before")
    assert reread().startswith("3 of 3 ")


def test_lists_that_no_article_was_read_with_are_dropped(read: Articles, update: Change) -> None:
    update("actors.csv", VALLEY)
    reread()
    update("actors.csv", VALLEY.replace("blue", "green"))
    reread()
    assert ListsRead.objects.count() <= 2
    assert ListsRead.objects.filter(version=knowledge.from_files().version).exists()
