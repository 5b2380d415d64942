"""A page that changes: its states are all kept, the latest is shown, in whatever order they arrive."""

from itertools import permutations
from pathlib import Path

import pytest

from search import knowledge
from search.ingest.ingest import ingest
from search.ingest.originals import discard, load
from search.models import Article, IngestRun

pytestmark = pytest.mark.django_db

_PAGE = """<html lang="ar"><head><title>جسر الرقة</title>
<link rel="canonical" href="https://example.org/bridge">
<meta property="article:published_time" content="2023-05-05T08:00:00+03:00">{updated}</head>
<body><nav>{menu}</nav><article><h1>جسر الرقة</h1>
<p>قال مهندس في الرقة إن المدينة أنجزت ترميم الجسر القديم، وإن الجسر {news} أمام السيارات.</p>
<p>وأضاف أن العمل استغرق ثلاثة أعوام، وأن مهندسين من المدينة كلها شاركوا فيه منذ بدايته.</p></article></body></html>"""


def page(path: Path, news: str, updated: str = "", menu: str = "الرئيسية") -> Path:
    tag = f'<meta property="article:modified_time" content="{updated}">' if updated else ""
    path.write_text(_PAGE.format(news=news, updated=tag, menu=menu), encoding="utf-8")
    return path


def summary(run: IngestRun) -> tuple[int, int, int, int]:
    return run.new, run.changed, run.unchanged, run.rejected


def test_a_changed_page_is_a_new_revision_and_the_old_one_is_kept(tmp_path: Path) -> None:
    path = page(tmp_path / "a.html", "سيفتح")
    ingest([path], knowledge.current())
    before = Article.objects.get()
    run = ingest([page(path, "فُتح")], knowledge.current())
    assert summary(run) == (0, 1, 0, 0)
    article = Article.objects.get()
    assert "فُتح" in article.body
    assert [revision.original for revision in article.revisions.all()] == [before.original, article.original]
    assert "سيفتح" in load(before.original).decode()


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_latest_state_is_shown_in_any_order_of_arrival(tmp_path: Path, order: tuple[int, ...]) -> None:
    states = [
        page(tmp_path / "first.html", "سيفتح"),
        page(tmp_path / "second.html", "يفتح الآن", "2023-05-05T12:00:00+03:00"),
        page(tmp_path / "third.html", "فُتح أمس", "2023-05-06T09:00:00+03:00"),
    ]
    for number in order:
        ingest([states[number]], knowledge.current())
    article = Article.objects.get()
    assert "فُتح أمس" in article.body
    assert article.revisions.count() == 3
    again = ingest([tmp_path], knowledge.current())
    assert summary(again) == (0, 0, 3, 0)
    assert "فُتح أمس" in Article.objects.get().body


def test_another_menu_is_no_other_state(tmp_path: Path) -> None:
    ingest([page(tmp_path / "a.html", "سيفتح")], knowledge.current())
    run = ingest([page(tmp_path / "b.html", "سيفتح", menu="الرئيسية | مباشر")], knowledge.current())
    assert summary(run) == (0, 0, 1, 0)
    assert Article.objects.get().revisions.count() == 1


def test_a_lost_original_does_not_end_the_ingest(tmp_path: Path) -> None:
    path = page(tmp_path / "a.html", "سيفتح")
    ingest([path], knowledge.current())
    discard(Article.objects.get().original)
    assert summary(ingest([page(path, "فُتح")], knowledge.current())) == (0, 1, 0, 0)
    assert "فُتح" in Article.objects.get().body


def test_better_rules_double_nothing(tmp_path: Path) -> None:
    """Without id and address an article is known by its words, and better rules may find other words in the same page."""
    path = tmp_path / "plain.txt"
    path.write_text(
        "جسر الرقة\n\nقال مهندس في الرقة إن المدينة أنجزت ترميم الجسر القديم وسيفتح قريباً.", encoding="utf-8"
    )
    ingest([path], knowledge.current())
    Article.objects.update(identity="by the words of before", knowledge_version="of before")
    assert summary(ingest([path], knowledge.current())) == (0, 1, 0, 0)
    assert Article.objects.count() == 1
