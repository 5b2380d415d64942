"""A real headless Chromium against the real product: Django's live server, the real search server."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from search.index.sync import drain
from search.models import Article

# Playwright's loop runs in the tests' thread, and Django takes the tests' own queries for queries of a coroutine.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
_ARGUMENTS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()

NewPage = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "new_page" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if _CHROMIUM is None:
        word = "Chromium is missing: apt install chromium"
        if os.environ.get("CI"):
            pytest.fail(word)
        pytest.skip(word)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=_CHROMIUM, args=_ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def new_page(browser: Browser, live_server: LiveServer) -> Iterator[NewPage]:
    """Makes a page of a reader who was never here; takes Playwright's options of a context. Whatever the test is about,
    nothing may be written to the console (so no violation of the Content Security Policy), and nobody else be asked."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []
    asked: list[str] = []

    def complain(message: ConsoleMessage) -> None:
        # Chromium notes that a page came with a status of 404 or 503, which some are meant to.
        about_itself = message.text.startswith("Failed to load resource") and "/static/" not in message.location["url"]
        if message.type in ("error", "warning") and not about_itself:
            complaints.append(message.text)

    def make(**options: object) -> Page:
        context = browser.new_context(base_url=live_server.url, **options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", complain)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        return page

    yield make
    for context in contexts:
        context.close()
    assert complaints == []
    assert [url for url in asked if not url.startswith((live_server.url, "data:"))] == []


@pytest.fixture
def page(new_page: NewPage) -> Page:
    return new_page(viewport={"width": 1280, "height": 900})


@pytest.fixture
def many(corpus: dict[str, Article]) -> int:
    """The corpus and 45 short articles more; gives the number of all."""
    Article.objects.bulk_create(
        Article(
            identity=f"short-{number}",
            title=f"نشرة الطقس رقم {number}",
            body="سماء صافية ورياح خفيفة.",
            published=f"2020-{1 + number % 12:02}-15",
            published_on=date(2020, 1 + number % 12, 15),
        )
        for number in range(45)
    )
    drain()
    return len(corpus) + 45
