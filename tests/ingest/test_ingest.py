"""Ingest: what goes in is kept, what was in is not doubled, what is bad is said."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from search import knowledge
from search.ingest.ingest import ingest
from search.ingest.originals import load
from search.models import Article, IngestRun, Mention
from search.query.request import SearchRequest, from_pairs
from search.query.search import search

_STORY = (
    "قال مهندس في الرقة يوم الخميس 4 أيار 2023 إن المدينة أنجزت ترميم الجسر القديم.\n"
    "وأضاف أن الأمم المتحدة ساهمت في تمويل العمل، وأن الجسر سيفتح أمام السيارات قريباً."
)


def record(**changes: object) -> dict[str, object]:
    return {
        "id": "1",
        "title": "ترميم الجسر القديم",
        "body": _STORY,
        "date": "2023-05-05",
        "outlet": "صدى الميدان",
        "url": "https://example.org/bridge",
        "author": "سلمى الراوي",
    } | changes


def write(path: Path, *records: dict[str, object]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in records), encoding="utf-8")
    return path


def summary(run: IngestRun) -> tuple[int, int, int, int]:
    return run.new, run.changed, run.unchanged, run.rejected


@pytest.mark.django_db
class TestIngest:
    def test_a_record_keeps_what_it_says(self, tmp_path: Path) -> None:
        run = ingest([write(tmp_path / "a.jsonl", record())], knowledge.current())
        assert summary(run) == (1, 0, 0, 0)
        article = Article.objects.get()
        assert (article.title, article.given_id, article.url) == (
            "ترميم الجسر القديم",
            "1",
            "https://example.org/bridge",
        )
        assert article.outlet
        assert article.outlet.name_ar == "صدى الميدان"
        assert article.published.startswith("2023-05-05")
        assert article.authors == ["سلمى الراوي"]

    def test_mentions_are_offsets_into_the_text(self, tmp_path: Path) -> None:
        ingest([write(tmp_path / "a.jsonl", record())], knowledge.current())
        mentions = Mention.objects.select_related("article", "entity")
        for mention in mentions:
            assert getattr(mention.article, mention.field)[mention.start : mention.end] == mention.text
        assert {"الرقة"} <= {mention.text for mention in mentions if mention.kind == "location"}
        assert {"الأمم المتحدة"} <= {mention.text for mention in mentions if mention.kind == "actor"}
        assert "2023-05-04" in {mention.value for mention in mentions if mention.kind == "date"}

    def test_twice_the_same_changes_nothing(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.jsonl", record(), record(id="2", url="https://example.org/2"))
        ingest([path], knowledge.current())
        before = list(Article.objects.values_list("pk", "version", "modified"))
        assert summary(ingest([path], knowledge.current())) == (0, 0, 2, 0)
        assert list(Article.objects.values_list("pk", "version", "modified")) == before

    def test_a_record_that_changed_replaces_what_was_read(self, tmp_path: Path) -> None:
        ingest([write(tmp_path / "a.jsonl", record())], knowledge.current())
        run = ingest([write(tmp_path / "a.jsonl", record(title="افتتاح الجسر القديم"))], knowledge.current())
        assert summary(run) == (0, 1, 0, 0)
        assert Article.objects.get().title == "افتتاح الجسر القديم"
        assert Article.objects.get().version == 2

    def test_equal_ids_of_two_outlets_are_two_articles(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.jsonl", record(), record(outlet="بريد النهر", body=_STORY + " وشكر الأهالي العمال."))
        assert summary(ingest([path], knowledge.current())) == (2, 0, 0, 0)

    def test_the_original_bytes_are_kept(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.jsonl", record())
        ingest([path], knowledge.current())
        assert json.loads(load(Article.objects.get().original)) == record()

    def test_absurdly_long_values_do_not_end_the_ingest(self, tmp_path: Path) -> None:
        long = dict.fromkeys(("id", "title", "outlet", "author"), "طويل " * 900)
        path = write(tmp_path / "a.jsonl", record(**long, url="https://example.org/" + "a" * 5000), record())
        assert summary(ingest([path], knowledge.current())) == (2, 0, 0, 0)

    def test_what_cannot_be_read_is_rejected_and_the_rest_goes_on(self, tmp_path: Path) -> None:
        write(tmp_path / "a.jsonl", record())
        with (tmp_path / "a.jsonl").open("a") as lines:
            lines.write("{broken\n")
        write(tmp_path / "b.jsonl", record(id="3", url="https://example.org/3"))
        (tmp_path / "empty.txt").write_bytes(b"")
        (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
        run = ingest([tmp_path, tmp_path / "absent"], knowledge.current())
        assert summary(run) == (2, 0, 0, 4)
        names = {Path(rejection.name.rsplit(":", 1)[0]).name for rejection in run.rejections.all()}
        assert {"a.jsonl", "empty.txt", "picture.txt", "absent"} == names
        assert all(rejection.reason for rejection in run.rejections.all())
        assert run.finished


@pytest.mark.usefixtures("empty_index")
class TestCommand:
    def test_what_was_read_can_be_searched_at_once(self, tmp_path: Path) -> None:
        call_command("ingest", str(write(tmp_path / "a.jsonl", record())))
        assert search(SearchRequest(q="ترميم جسر")).total == 1
        assert search(from_pairs([("location", "raqqa")])).total == 1
        call_command("check_index")

    def test_a_rejection_makes_the_exit_status_1(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write(tmp_path / "a.jsonl", record())
        with pytest.raises(CommandError) as error:
            call_command("ingest", str(tmp_path / "a.jsonl"), str(tmp_path / "absent.txt"))
        assert error.value.returncode == 1
        shown = capsys.readouterr()
        assert "new 1, changed 0, unchanged 0, rejected 1" in shown.out
        assert "absent.txt" in shown.err
