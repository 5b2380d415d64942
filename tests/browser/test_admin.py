"""A curator at work in the admin, in both languages: what is decided there shows in the search at once."""

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from elasticsearch import Elasticsearch
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from search import knowledge
from search.curation.fields import correct
from search.curation.gazetteers import propose
from search.gazetteers import COLUMNS
from search.index.sync import drain
from search.ingest.ingest import ingest
from search.ingest.replay import replay_name_decisions
from search.models import Article, Decision, Entity, Outlet

LANGUAGES = ["", "/en"]

_PAGE = """صوت الوادي
الرئيسية
محليات

فتح الطريق بين الرقة والحسكة

كتب: سامي الراوي
2023-05-05

قال المهندس سامر الحموي أمس إن الطريق بين الرقة والحسكة فتح من جديد أمام الشاحنات.
وأضاف المهندس سامر الحموي أن الأمم المتحدة مولت العمل كله على مدى ثلاثة أشهر.

اقرأ أيضاً: ترميم الجسر القديم
جميع الحقوق محفوظة
"""

_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "preload": False}
"""As for readers' pages but for best practices: Django's own headings skip a level. Without preloading, by which axe would
write the sheets that Django's `forms.css` imports into the page, against the Content Security Policy."""

_NOT_OURS = {"exclude": [[".select2-selection__rendered"]]}
"""Select2, which Django ships, has a text box within its combo box that only has a name when something is chosen."""


@pytest.fixture
def articles(empty_index: Elasticsearch, tmp_path: Path) -> dict[str, Article]:
    """Two articles that were really read, a page and a record, both in the index."""
    (tmp_path / "page.txt").write_text(_PAGE, encoding="utf-8")
    record = {
        "id": "harvest",
        "title": "موسم القمح في الحسكة",
        "body": "بدأ الفلاحون في الحسكة حصاد القمح، ويتوقعون محصولاً أفضل من محصول العام الماضي.",
        "date": "2023-06-10",
        "outlet": "نشرة الحقول",
    }
    (tmp_path / "record.json").write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    ingest([tmp_path], knowledge.current())
    Outlet.objects.create(key="valley", name_ar="صوت الوادي", name_en="Voice of the Valley")
    drain()
    return {"road": Article.objects.get(given_id=""), "harvest": Article.objects.get(given_id="harvest")}


@pytest.fixture
def curator(articles: dict[str, Article], page: Page, live_server: LiveServer) -> Page:
    """A page of somebody who may do all of it."""
    User.objects.create_superuser("salwa", password="a long secret")
    page.goto("/login/")
    page.fill("#id_username", "salwa")
    page.fill("#id_password", "a long secret")
    page.locator("main button").click()
    expect(page.locator(".who")).to_contain_text("salwa")
    return page


def words(prefix: str, arabic: str, english: str) -> str:
    return english if prefix else arabic


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_a_wrong_outlet_is_corrected_and_gone_from_the_facet(
    curator: Page, articles: dict[str, Article], prefix: str
) -> None:
    page = curator
    page.goto(f"{prefix}/admin/")
    page.get_by_role("link", name=words(prefix, "مقالات", "Articles")).click()
    page.locator("#searchbar").fill("القمح")
    page.locator("#searchbar").press("Enter")
    page.get_by_role("link", name="موسم القمح في الحسكة").click()
    page.locator(".select2-selection").click()
    page.locator(".select2-search__field").fill("صوت")
    page.get_by_role("option", name=words(prefix, "صوت الوادي", "Voice of the Valley")).click()
    page.locator("#id_why").fill("التذييل يسميها")
    page.get_by_role("button", name=words(prefix, "احفظ", "Save")).click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    expect(page.locator(".field-outlet .help")).to_contain_text("نشرة الحقول")
    expect(page.locator("#decisions tbody tr")).to_contain_text("التذييل يسميها")
    page.goto(f"{prefix}/")
    expect(page.locator("#outlet-valley")).to_be_visible()
    expect(page.get_by_role("link", name="نشرة الحقول")).to_have_count(0)

    page.goto(f"{prefix}/admin/search/article/{articles['harvest'].pk}/change/")
    page.locator("#decisions").get_by_role("button", name=words(prefix, "تراجع", "Undo")).click()
    page.locator("#id_why").fill("أخطأت")
    page.locator(".submit-row input[type=submit]").click()
    expect(page.locator("#decisions .badge.undone")).to_contain_text("salwa")
    page.goto(f"{prefix}/")
    expect(page.locator("#filters a.choice", has_text="نشرة الحقول")).to_have_count(1)


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_hidden_and_restored(curator: Page, articles: dict[str, Article], prefix: str) -> None:
    page = curator
    address = f"{prefix}/admin/search/article/{articles['road'].pk}/change/"
    page.goto(address)
    page.get_by_role("button", name=words(prefix, "إخفاء", "Hide")).click()
    page.locator("#id_why").fill("ليس خبراً")
    page.locator(".submit-row input[type=submit]").click()
    expect(page.locator(".acts .badge")).to_have_text(words(prefix, "مخفي", "hidden"))
    page.goto(f"{prefix}/?q=الشاحنات")
    expect(page.locator(".hit")).to_have_count(0)
    page.goto(address)
    page.get_by_role("button", name=words(prefix, "إعادة", "Restore")).click()
    page.locator("#id_why").fill("خبر")
    page.locator(".submit-row input[type=submit]").click()
    expect(page.locator(".acts .badge")).to_have_count(0)
    page.goto(f"{prefix}/?q=الشاحنات")
    expect(page.locator(".hit")).to_have_count(1)


def test_selected_on_the_list(curator: Page, articles: dict[str, Article]) -> None:
    page = curator
    page.goto("/en/admin/search/article/")
    page.locator("#action-toggle").check()
    page.locator("select[name=action]").select_option("hide_articles")
    page.get_by_role("button", name="Go").click()
    expect(page.locator(".ask .rows li")).to_have_count(2)
    page.get_by_role("link", name="No, go back").click()
    expect(page.locator("#result_list tbody tr")).to_have_count(2)
    assert not Article.objects.filter(hidden=True).exists()


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_an_alias_and_not_a_name(curator: Page, articles: dict[str, Article], prefix: str) -> None:
    page = curator
    person = Entity.objects.filter(name_ar__contains="سامر الحموي").first()
    assert person
    page.goto(f"{prefix}/admin/search/entity/{person.pk}/change/")
    page.get_by_role("button", name=words(prefix, "هذا اسم آخر لـ…", "This is an alias of …")).click()
    expect(page.locator(".tells")).to_contain_text(words(prefix, "مقال واحد", "1 article"))
    page.locator(".select2-selection").click()
    page.locator(".select2-search__field").fill("الحسكة")
    page.get_by_role("option").filter(has_text=words(prefix, "مكان", "location")).first.click()
    page.locator(".submit-row input[type=submit]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    replay_name_decisions()
    page.goto(f"{prefix}/admin/search/mention/?article={articles['road'].pk}&q=سامر الحموي")
    expect(page.locator("#result_list .field-means").first).to_have_text(words(prefix, "الحسكة", "Al-Hasakah"))

    page.goto(f"{prefix}/admin/search/mention/?article={articles['road'].pk}&q=الأمم المتحدة")
    page.locator("#action-toggle").check()
    page.locator("select[name=action]").select_option("not_here")
    page.locator(".actions button").click()
    expect(page.locator(".rows mark")).to_have_text("الأمم المتحدة")
    page.locator(".submit-row input[type=submit]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    page.goto(f"{prefix}/")
    expect(page.locator("#actor-un")).to_have_count(0)
    page.goto(f"{prefix}/admin/search/decision/")
    expect(page.locator("#result_list tbody tr")).to_have_count(2)
    expect(page.locator("#result_list mark")).to_have_text("الأمم المتحدة")


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_a_name_is_confirmed_by_one_click_on_a_telephone(
    curator: Page, articles: dict[str, Article], prefix: str
) -> None:
    page = curator
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{prefix}/admin/search/unconfirmedentity/")
    row = page.locator("#result_list tbody tr").filter(has=page.get_by_role("link", name="سامر الحموي"))
    expect(row.locator("mark").first).to_contain_text("سامر الحموي")
    table = page.locator("#result_list").bounding_box()
    assert table
    assert table["width"] <= 360
    row.get_by_role("button", name=words(prefix, "تأكيد", "Confirm")).click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    expect(row).to_have_count(0)
    assert Entity.objects.confirmed().filter(name_ar="سامر الحموي").exists()


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_removed_for_good(curator: Page, articles: dict[str, Article], prefix: str) -> None:
    page = curator
    page.goto(f"{prefix}/admin/search/article/{articles['road'].pk}/change/")
    page.get_by_role("button", name=words(prefix, "حذف نهائي", "Remove for good")).click()
    page.locator("#id_why").fill("طلب صاحب الحق")
    page.locator(".submit-row input[type=submit]").click()
    expect(page.locator("h1")).to_have_text(words(prefix, "أتريد الحذف النهائي حقاً؟", "Really remove for good?"))
    assert Article.objects.count() == 2
    page.locator(".submit-row input[type=submit]").click()
    expect(page.locator("#result_list tbody tr")).to_have_count(1)
    page.goto(f"{prefix}/?q=الشاحنات")
    expect(page.locator(".hit")).to_have_count(0)
    page.goto(f"{prefix}/admin/search/removal/")
    expect(page.locator("#result_list tbody tr")).to_contain_text("طلب صاحب الحق")


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_the_original_beside_the_text(curator: Page, articles: dict[str, Article], prefix: str) -> None:
    page = curator
    page.goto(f"{prefix}/admin/search/article/{articles['road'].pk}/change/")
    dropped = page.locator(".comparison tr.dropped").filter(has_text="الرئيسية")
    expect(dropped.locator(".fate")).to_have_text(words(prefix, "مستبعد", "dropped"))
    expect(dropped.locator(".kept")).to_have_text("")
    body = page.locator(".comparison tr.body").first
    assert body.locator(".page").inner_text() == body.locator(".kept").inner_text()
    expect(page.locator(".comparison tr.title .kept")).to_have_text("فتح الطريق بين الرقة والحسكة")
    left, right = body.locator(".page").bounding_box(), body.locator(".kept").bounding_box()
    assert left and right
    assert (left["x"] > right["x"]) == (not prefix)
    with page.expect_download() as download:
        page.locator("#original").get_by_role("link").first.click()
    assert download.value.suggested_filename == f"article-{articles['road'].pk}.txt"
    assert Path(download.value.path()).read_text(encoding="utf-8") == _PAGE


def _addresses(articles: dict[str, Article]) -> list[str]:
    entity = Entity.objects.get(kind="location", key="raqqa")
    outlet = Outlet.objects.get(key="valley")
    tables = ["article", "outlet", "entity", "unconfirmedentity", "mention", "decision", "removal", "gazetteerimport"]
    row = "new-town,town,بلدة الريحان,Al-Rayhan,الريحان الجديدة,country-sy,35.1,40.2,,ours"
    made = propose("places", [f"{','.join(COLUMNS['places'])}\n", row], "mine.csv", False, None)
    return [
        "/admin/",
        *(f"/admin/search/{table}/" for table in tables),
        f"/admin/search/article/{articles['road'].pk}/change/",
        f"/admin/search/entity/{entity.pk}/change/",
        f"/admin/search/outlet/{outlet.pk}/change/",
        "/admin/search/outlet/add/",
        "/admin/auth/user/",
        "/admin/search/gazetteerimport/import/",
        f"/admin/search/gazetteerimport/{made.pk}/change/",
    ]


@pytest.mark.parametrize("prefix", LANGUAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(curator: Page, articles: dict[str, Article], prefix: str, scheme: str) -> None:
    page = curator
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{prefix}/admin/search/article/{articles['road'].pk}/change/")
    page.get_by_role("button", name=words(prefix, "إخفاء", "Hide")).click()
    _assert_no_violation(page)
    page.locator("#id_why").fill("ليس خبراً")
    page.locator(".submit-row input[type=submit]").click()
    assert Decision.objects.exists()
    for address in _addresses(articles):
        page.goto(prefix + address)
        _assert_no_violation(page)


def _assert_no_violation(page: Page) -> None:
    found = Axe().run(page, context=_NOT_OURS, options=_RULES)
    assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_nothing_sticks_out_on_a_telephone(curator: Page, articles: dict[str, Article], prefix: str) -> None:
    page = curator
    correct(articles["road"], "title", "عنوان آخر", None, "سبب طويل لا يتسع له سطر واحد على شاشة هاتف")
    page.set_viewport_size({"width": 360, "height": 740})
    for address in _addresses(articles):
        page.goto(prefix + address)
        inside = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        assert page.evaluate(inside), page.url


def test_the_other_language_is_one_click_away(curator: Page, articles: dict[str, Article]) -> None:
    page = curator
    page.goto("/admin/search/article/?state=shown")
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(page.url.split("/en/")[0] + "/en/admin/search/article/?state=shown")
    expect(page.locator("html")).to_have_attribute("dir", "ltr")
