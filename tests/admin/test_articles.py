"""Articles in the admin: found, corrected, hidden, restored, removed."""

import re
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from elasticsearch.dsl.connections import connections
from lxml import html

from search import knowledge
from search.index.sync import drain
from search.ingest.ingest import ingest
from search.ingest.originals import discard
from search.models import Article, Decision, IngestRun, Outlet, Removal
from search.query.request import SearchRequest
from search.query.search import search
from tests.admin.shown import act, text_of

Articles = dict[str, Article]


def change(client: Client, article: Article, **entered: str) -> str:
    """Sends the form of an article as a browser does that showed it now; returns the words of the next page."""
    outlet = str(article.outlet_id or "")
    shown = {"title": article.title, "outlet": outlet, "published": article.published}
    data = {"why": "", **shown, **{f"initial-{name}": value for name, value in shown.items()}, **entered}
    return text_of(client.post(page_of(article), data, follow=True))


def page_of(article: Article) -> str:
    return reverse("admin:search_article_change", args=[article.pk])


def listed(client: Client, query: str = "") -> list[str]:
    """Titles on the list."""
    answer = client.get(f"{reverse('admin:search_article_changelist')}?{query}")
    assert answer.status_code == 200
    return [str(article) for article in answer.context["cl"].result_list]


# --- the list ----------------------------------------------------------------------------------------------------------


def test_the_list_asks_as_much_for_fifty_as_for_three(client: Client, read: Articles) -> None:
    Article.objects.filter(pk=read["road"].pk).update(title="")
    with CaptureQueriesContext(connection) as three:
        listed(client)
    Article.objects.bulk_create(Article(identity=str(number), body="نص طويل") for number in range(80))
    with CaptureQueriesContext(connection) as fifty:
        assert len(listed(client)) == 50
    assert len(fifty) == len(three) <= 14
    whole_bodies = re.compile(r'(?<!SUBSTR\()(?<!SUBSTRING\()"search_article"\."body"')
    assert not [query["sql"] for query in fifty if whole_bodies.search(query["sql"])]


def test_a_row_without_a_title_is_called_by_its_beginning(client: Client, read: Articles) -> None:
    Article.objects.filter(pk=read["road"].pk).update(title="")
    assert any(title.startswith("افتتح طريق جديد") for title in listed(client))


@pytest.mark.parametrize("asked", ["طريق الحسكة", "road", "example.org/7"])
def test_found_by_title_id_and_address(client: Client, read: Articles, asked: str) -> None:
    Article.objects.filter(pk=read["road"].pk).update(url="https://example.org/7")
    assert listed(client, f"q={asked}") == [read["road"].title]


def test_filters(client: Client, read: Articles, curator: User) -> None:
    act(client, "article", "hide_articles", [read["road"].pk], answered=True, why="طلب")
    change(client, read["harvest"], published="")
    Article.objects.filter(pk=read["bridge"].pk).update(
        language="en", ingest_run=IngestRun.objects.create(origin=IngestRun.Origin.SAMPLE)
    )
    road, harvest, bridge = (read[name].title for name in ("road", "harvest", "bridge"))
    assert listed(client, "state=hidden") == [road]
    assert listed(client, "state=shown") == [harvest, bridge]
    assert listed(client, "state=corrected") == [harvest]
    assert listed(client, "dated=no") == [harvest]
    assert listed(client, "dated=yes") == [road, bridge]
    assert listed(client, "language=en") == [bridge]
    assert listed(client, "origin=sample") == [bridge]
    assert listed(client, "origin=command") == [harvest, road]
    assert listed(client, "published_on__year=2023&published_on__month=6") == [road]
    assert listed(client, f"outlet__id__exact={read['harvest'].outlet_id}") == [harvest]
    assert listed(client, "state=x&dated=x&origin=x") == [harvest, road, bridge]


def test_states_stand_in_the_list(client: Client, read: Articles) -> None:
    act(client, "article", "hide_articles", [read["road"].pk], answered=True, why="طلب")
    change(client, read["harvest"], title="القمح")
    page = html.fromstring(client.get(reverse("admin:search_article_changelist")).content.decode())
    states = {row.findtext(".//th//bdi"): row.findtext(".//*[@class='badge corrected']") for row in page.iter("tr")}
    assert states["القمح"] == "corrected"
    assert [badge.text for badge in page.findall(".//span[@class='badge hidden-article']")] == ["hidden"]


# --- corrections -------------------------------------------------------------------------------------------------------


def test_only_what_changed_is_decided(client: Client, read: Articles, curator: User) -> None:
    other = Outlet.objects.create(key="other", name_ar="نشرة أخرى")
    page = change(client, read["road"], outlet=str(other.pk), why="التذييل يسميها")
    decision = Decision.objects.get()
    assert (decision.field, decision.value, decision.before) == ("outlet", "other", "صدى-الميدان")
    assert (decision.person, decision.why) == (curator, "التذييل يسميها")
    assert "The article is corrected" in page
    assert "The page itself says: صدى الميدان" in page
    assert "outlet: نشرة أخرى (before: صدى الميدان)" in page
    assert "salwa" in page
    assert "التذييل يسميها" in page


def test_empty_means_not_known(client: Client, read: Articles) -> None:
    page = change(client, read["road"], outlet="", published="", title="")
    road = Article.objects.get(pk=read["road"].pk)
    assert (road.outlet, road.published, road.title) == (None, "", "")
    assert Decision.objects.count() == 3
    assert "published: not known" in page


def test_nothing_changed_is_no_decision(client: Client, read: Articles) -> None:
    assert "Nothing was changed" in change(client, read["road"], why="لا شيء")
    assert not Decision.objects.exists()


@pytest.mark.parametrize("written", ["أمس", "2023-13-01", "31/5/2023"])
def test_a_date_that_is_none(client: Client, read: Articles, written: str) -> None:
    assert "This is no date" in change(client, read["road"], published=written)
    assert not Decision.objects.exists()


def test_a_form_that_was_open_for_long_takes_nothing_back(client: Client, read: Articles) -> None:
    stale = Article.objects.select_related("outlet").get(pk=read["road"].pk)
    change(client, read["road"], title="عنوان جديد")
    change(client, stale, published="2023-06-02")
    road = Article.objects.get(pk=read["road"].pk)
    assert (road.title, road.published) == ("عنوان جديد", "2023-06-02")


def test_a_lost_original_is_said_and_nothing_changes(client: Client, read: Articles) -> None:
    road = read["road"]
    discard(road.original)
    assert "The original of this article is lost" in text_of(client.get(page_of(road)))
    assert "nothing was changed" in change(client, road, title="عنوان")
    assert not Decision.objects.exists()
    original = client.get(reverse("admin:search_article_original", args=[road.pk]))
    assert original.status_code == 404


def test_undoing_on_the_page(client: Client, read: Articles) -> None:
    road = read["road"]
    change(client, road, title="عنوان جديد")
    decision = Decision.objects.get()
    asked = act(client, "decision", "undo_decisions", [decision.pk], back=page_of(road))
    assert "Both decisions stay on record" in text_of(asked)
    page = act(client, "decision", "undo_decisions", [decision.pk], back=page_of(road), answered=True, why="أخطأت")
    assert page.redirect_chain[-1][0] == page_of(road)
    assert "1 decision is undone" in text_of(page)
    assert "undone by salwa" in text_of(page)
    assert f"undoing of: title: عنوان جديد (before: {road.title})" in text_of(page)
    assert Article.objects.get(pk=road.pk).title == road.title
    again = act(client, "decision", "undo_decisions", [decision.pk], answered=True)
    assert "undone already" in text_of(again)


# --- hidden, restored, removed -------------------------------------------------------------------------------------------


def test_hiding_asks_why_first(client: Client, read: Articles) -> None:
    road = read["road"]
    asked = act(client, "article", "hide_articles", [road.pk], back=page_of(road))
    assert road.title in text_of(asked)
    assert "leaves every search at once" in text_of(asked)
    assert "This field is required" in text_of(
        act(client, "article", "hide_articles", [road.pk], answered=True, why=" ")
    )
    assert not Article.objects.get(pk=road.pk).hidden
    page = act(client, "article", "hide_articles", [road.pk], back=page_of(road), answered=True, why="ليس خبراً")
    assert "1 article is hidden" in text_of(page)
    assert Decision.objects.get().why == "ليس خبراً"
    shown = act(client, "article", "restore_articles", [road.pk], back=page_of(road), answered=True, why="خبر")
    assert "1 article is shown again" in text_of(shown)
    assert not Article.objects.get(pk=road.pk).hidden
    assert "None of the selected articles is hidden" in text_of(act(client, "article", "restore_articles", [road.pk]))


def test_no_more_at_once_than_can_be_done(client: Client, read: Articles) -> None:
    Article.objects.bulk_create(Article(identity=str(number), body="نص") for number in range(120))
    page = act(client, "article", "hide_articles", [read["road"].pk], select_across="1")
    assert "Select at most 100 rows" in text_of(page)


def test_back_leads_nowhere_else(client: Client, read: Articles) -> None:
    page = act(
        client, "article", "hide_articles", [read["road"].pk], back="https://evil.example/", answered=True, why="طلب"
    )
    assert page.redirect_chain[-1][0] == reverse("admin:search_article_changelist")


def test_removal_is_asked_about_twice(remover: Client, read: Articles) -> None:
    road = read["road"]
    keys = [road.pk]
    assert "not let in again" in text_of(act(remover, "article", "remove_articles", keys))
    again = act(remover, "article", "remove_articles", keys, answered=True, why="طلب صاحب الحق")
    assert "Really remove for good?" in text_of(again)
    assert "طلب صاحب الحق" in text_of(again)
    assert Article.objects.filter(pk=road.pk).exists()
    page = act(remover, "article", "remove_articles", keys, answered=True, why="طلب صاحب الحق", sure="yes")
    assert "1 article is removed for good" in text_of(page)
    assert not Article.objects.filter(pk=road.pk).exists()
    removal = Removal.objects.get()
    assert removal.person is not None
    listed_there = text_of(remover.get(reverse("admin:search_removal_changelist")))
    assert "amin" in listed_there
    assert "طلب صاحب الحق" in listed_there
    assert road.title not in listed_there


@pytest.mark.usefixtures("empty_index")
class TestSearch:
    """What people decided is in the search as soon as the page says so."""

    def outlets(self) -> dict[str, int]:
        (facet,) = (facet for facet in search(SearchRequest()).facets if facet.name == "outlet")
        return {value.key: value.count for value in facet.values}

    def test_a_wrong_outlet_is_gone_from_the_facet(self, client: Client, read: Articles) -> None:
        drain()
        assert self.outlets() == {"صدى-الميدان": 2, "نشرة-الحقول": 1}
        change(client, read["harvest"], outlet=str(read["road"].outlet_id))
        assert self.outlets() == {"صدى-الميدان": 3}
        act(client, "decision", "undo_decisions", [Decision.objects.get().pk], answered=True)
        assert self.outlets() == {"صدى-الميدان": 2, "نشرة-الحقول": 1}

    def test_hidden_and_restored(self, client: Client, read: Articles) -> None:
        drain()
        act(client, "article", "hide_articles", [read["road"].pk], answered=True, why="طلب")
        assert search(SearchRequest()).total == 2
        act(client, "article", "restore_articles", [read["road"].pk], answered=True, why="خبر")
        assert search(SearchRequest()).total == 3

    def test_a_server_that_is_away_is_no_error(self, client: Client, read: Articles) -> None:
        drain()
        server = connections.get_connection()
        connections.create_connection("default", hosts=["http://127.0.0.1:1"])
        try:
            assert "The article is corrected" in change(client, read["road"], title="عنوان جديد")
        finally:
            connections.add_connection("default", server)
        assert drain().sent == 1
        assert search(SearchRequest(q="عنوان جديد")).total == 1


# --- the original ------------------------------------------------------------------------------------------------------


def test_the_original_is_a_file_of_which_nothing_runs(client: Client, read: Articles) -> None:
    answer = client.get(reverse("admin:search_article_original", args=[read["road"].pk]))
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "طريق جديد" in answer.content.decode()


def test_a_very_long_page_stays_usable(client: Client, read: Articles, tmp_path: Path) -> None:
    lines = [f"قال المهندس في السطر رقم {number} إن العمل مستمر في كل الأحياء." for number in range(3_000)]
    (tmp_path / "long.txt").write_text("عنوان الصفحة الطويلة\n\n" + "\n".join(lines), encoding="utf-8")
    ingest([tmp_path / "long.txt"], knowledge.current())
    page = client.get(page_of(Article.objects.latest("pk")))
    assert len(page.context["rows"]) == 1_000
    assert "more lines are not shown here" in text_of(page)
    assert len(page.content) < 1_000_000


def test_a_page_beside_its_text(client: Client, read: Articles) -> None:
    rows = {row.page: row.fate for row in client.get(page_of(read["road"])).context["rows"]}
    assert rows[read["road"].title] == "title"
    assert rows[read["road"].body.split("\n")[0]] == "body"
    assert rows["2023-06-01"] == "header"


def test_a_corrected_title_stands_beside_that_of_the_page(client: Client, read: Articles) -> None:
    change(client, read["road"], title="عنوان مصحح")
    (row,) = (row for row in client.get(page_of(read["road"])).context["rows"] if row.fate == "title")
    assert (row.page, row.kept) == (read["road"].title, "عنوان مصحح")


def test_whom_an_article_names_leads_to_the_passages(client: Client, read: Articles) -> None:
    named = client.get(page_of(read["bridge"])).context["named"]
    raqqa = next(entity for entity in named if entity.url.endswith("kind__exact=location"))
    passages = client.get(raqqa.url).context["cl"].result_list
    assert len(passages) == raqqa.count == 2


def test_every_state_of_a_page_can_be_looked_at(client: Client, read: Articles, pages: Path) -> None:
    road = read["road"]
    assert "in turn" not in text_of(client.get(page_of(road)))
    pages.write_text(pages.read_text(encoding="utf-8").replace("استغرق عاماً", "استغرق عامين"), encoding="utf-8")
    ingest([pages], knowledge.current())
    shown = client.get(page_of(road))
    assert "in turn" in text_of(shown)
    links = [link for link in html.fromstring(shown.content).xpath("//a/@href") if "revision=" in link]
    states = [client.get(link).content.decode() for link in links]
    assert ["عامين" in state for state in states] == [True, False]
    other = reverse("admin:search_article_original", args=[read["bridge"].pk])
    assert client.get(f"{other}?{links[0].partition('?')[2]}").status_code == 404
