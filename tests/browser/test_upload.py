"""Files brought in through the admin, as a curator does it."""

import pytest
from django.contrib.auth.models import Permission, User
from elasticsearch import Elasticsearch
from playwright.sync_api import Page, expect

from search.index.sync import drain
from search.ingest.retry import retry_what_was_asked
from search.ingest.uploads import read_uploads

_PAGE = "ترميم الجسر القديم\n\nقال مهندس في الرقة إن المدينة أنجزت ترميم الجسر القديم، وإنه سيفتح أمام السيارات قريباً."


@pytest.fixture
def curator(page: Page, empty_index: Elasticsearch) -> Page:
    """A page on which a curator is signed in."""
    person = User.objects.create_user("salwa", password="a password of hers")
    person.user_permissions.add(Permission.objects.get(codename="curate"))
    page.goto("/en/login/")
    page.get_by_label("Username").fill("salwa")
    page.get_by_label("Password").fill("a password of hers")
    page.get_by_role("button", name="Sign in").click()
    return page


@pytest.mark.parametrize(
    ("prefix", "link", "label", "send", "new", "rejected"),
    [
        ("/en", "Upload articles", "Files", "Upload", "new", "rejected"),
        ("", "إدخال مقالات", "الملفات", "رفع", "جديد", "مرفوض"),
    ],
)
def test_files_become_articles_and_the_report_says_of_each(
    curator: Page, prefix: str, link: str, label: str, send: str, new: str, rejected: str
) -> None:
    page = curator
    page.goto(f"{prefix}/admin/search/ingestrun/")
    page.get_by_role("link", name=link).click()
    page.get_by_label(label).set_input_files(
        [
            {"name": "جسر.txt", "mimeType": "text/plain", "buffer": _PAGE.encode()},
            {"name": "photo.png", "mimeType": "image/png", "buffer": b"\x89PNG\r\n\x1a\n"},
        ]
    )
    page.get_by_role("button", name=send, exact=True).click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    read_uploads()
    drain()
    # The report renews itself.
    expect(page.locator(".report dt", has_text=new).first.locator("+ dd")).to_have_text("1")
    expect(page.locator(".report dt", has_text=rejected).locator("+ dd")).to_have_text("1")
    expect(page.get_by_role("progressbar")).to_have_count(0)
    expect(page.locator(".rejections")).to_contain_text("photo.png")
    page.goto(f"{prefix}/?q=الجسر")
    expect(page.locator(".hit")).to_have_count(1)


def test_rejected_pages_are_tried_again(curator: Page) -> None:
    page = curator
    page.goto("/en/admin/search/ingestrun/upload/")
    menu = "<html><body><nav>الرئيسية</nav></body></html>".encode()
    page.get_by_label("Files").set_input_files([{"name": "menu.html", "mimeType": "text/html", "buffer": menu}])
    page.get_by_role("button", name="Upload", exact=True).click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    read_uploads()
    page.get_by_role("button", name="Try 1 page again").click()
    expect(page.get_by_role("status")).to_contain_text("being read again")
    retry_what_was_asked()
    expect(page.get_by_role("button", name="Try 1 page again")).to_be_visible()
    expect(page.locator(".rejections")).to_contain_text("No article text was found")


def test_who_may_not_curate_does_not_get_in(page: Page, empty_index: Elasticsearch) -> None:
    User.objects.create_user("nadir", password="a password of his")
    page.goto("/en/login/")
    page.get_by_label("Username").fill("nadir")
    page.get_by_label("Password").fill("a password of his")
    page.get_by_role("button", name="Sign in").click()
    page.goto("/en/admin/search/ingestrun/upload/")
    expect(page.get_by_label("Files")).to_have_count(0)
