"""Making an account, coming in, a forgotten password, the account: in both languages, with and without JavaScript."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from search.models import Article, Preferences, SavedSearch
from search.people.groups import RESEARCHER
from tests import services
from tests.browser.signing_in import PASSWORD, researcher, signed_in


class Mailbox(Message):
    """Keeps what it receives."""

    def __init__(self) -> None:
        super().__init__()
        self.mails: list[EmailMessage] = []

    def handle_message(self, message: object) -> None:
        self.mails.append(message_from_bytes(bytes(message), policy=default))  # type: ignore[call-overload, arg-type]


@pytest.fixture
def mailbox(settings) -> Iterator[Mailbox]:
    """A real SMTP server that the product is told of."""
    box = Mailbox()
    server = Controller(box, hostname="127.0.0.1", port=services.free_port())
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = server.hostname, server.port
    settings.DEFAULT_FROM_EMAIL = "newsindex@example.org"
    yield box
    server.stop()


def _sign_up(page: Page, name: str, email: str, password: str = PASSWORD) -> None:
    page.locator("[name=username]").fill(name)
    page.locator("[name=email]").fill(email)
    page.locator("[name=password1]").fill(password)
    page.locator("[name=password2]").fill(password)
    page.locator("main form button").click()


def _sign_in(page: Page, name: str, password: str = PASSWORD) -> None:
    page.locator("[name=username]").fill(name)
    page.locator("[name=password]").fill(password)
    page.locator("main form button").click()


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize(
    ("prefix", "sign_in", "make"), [("", "تسجيل الدخول", "إنشاء حساب"), ("/en", "Sign in", "Make an account")]
)
def test_an_account_is_made_and_leads_back(
    new_page, corpus: dict[str, Article], prefix: str, sign_in: str, make: str, javascript: bool
) -> None:
    page = new_page(java_script_enabled=javascript, viewport={"width": 1280, "height": 900})
    page.goto(f"{prefix}/?q=الرقة")
    page.get_by_role("link", name=sign_in).click()
    page.get_by_role("link", name=make).click()
    _sign_up(page, "سلمى", "salwa@example.org")
    expect(page.locator(".hit")).to_have_count(3)
    expect(page.locator(".who")).to_contain_text("سلمى")
    person = User.objects.get(username="سلمى")
    assert person.email == "salwa@example.org"
    assert [group.name for group in person.groups.all()] == [RESEARCHER]
    assert Preferences.objects.get(user=person).language == prefix[1:] or "ar"


def test_what_is_taken_or_too_easy_is_refused_with_a_sentence(page: Page, corpus: dict[str, Article]) -> None:
    researcher("salwa", "salwa@example.org")
    page.goto("/en/sign-up/")
    _sign_up(page, "SALWA", "Salwa@Example.org", "short")
    main = page.locator("main")
    expect(main).to_contain_text("A user with that username already exists.")
    expect(main).to_contain_text("There is an account with this e-mail address already.")
    expect(main).to_contain_text("This password is too short. Take 8 characters at least.")
    page.goto("/sign-up/")
    _sign_up(page, "SALWA", "Salwa@Example.org", "short")
    expect(main).to_contain_text("لهذا البريد الإلكتروني حساب قائم")
    expect(main).to_contain_text("اكتب 8 حروف على الأقل")
    assert not re.search("[a-z]{4}", " ".join(main.locator(".errorlist").all_inner_texts()))
    page.locator("[name=email]").fill("")
    assert not page.evaluate("document.querySelector('[name=email]').checkValidity()")
    assert User.objects.count() == 1


def test_a_closed_site_says_so(page: Page, corpus: dict[str, Article], settings) -> None:
    settings.SIGN_UP = False
    page.goto("/en/login/")
    expect(page.get_by_role("link", name="Make an account")).to_have_count(0)
    page.goto("/en/sign-up/")
    expect(page.locator("main")).to_contain_text("Ask whoever runs newsindex here")
    assert page.locator("main form").count() == 0


@pytest.mark.parametrize(
    ("prefix", "forgotten", "subject"),
    [("", "أنسيت كلمة المرور؟", "كلمة مرور جديدة في"), ("/en", "Forgotten your password?", "A new password for")],
)
def test_a_forgotten_password_is_replaced_by_mail(
    page: Page, corpus: dict[str, Article], mailbox: Mailbox, prefix: str, forgotten: str, subject: str
) -> None:
    person = researcher("salwa", "salwa@example.org")
    page.goto(f"{prefix}/login/")
    page.get_by_role("link", name=forgotten).click()
    page.locator("[name=email]").fill("SALWA@example.org")
    page.locator("main form button").click()
    expect(page).to_have_url(re.compile(r"/password-reset/sent/$"))
    (mail,) = mailbox.mails
    assert (mail["To"], mail["From"]) == ("salwa@example.org", "newsindex@example.org")
    assert str(mail["Subject"]).strip().startswith(subject)
    text = mail.get_content()
    assert "salwa" in text
    (link,) = re.findall(r"http://\S+", text)
    page.goto(link)
    # The secret of the link leaves the address bar at once.
    expect(page).to_have_url(re.compile(rf"^http://[^/]+{prefix}/password-reset/\w+/set-password/$"))
    for field in ("new_password1", "new_password2"):
        page.locator(f"[name={field}]").fill("another one 88")
    page.locator("main form button").click()
    page.locator("main a.button").click()
    _sign_in(page, "salwa", "another one 88")
    expect(page.locator(".who")).to_contain_text("salwa")
    person.refresh_from_db()
    assert person.check_password("another one 88")
    page.goto(link)
    expect(page.locator("main form")).to_have_count(0)
    expect(page.locator("main a.button")).to_have_attribute("href", f"{prefix}/password-reset/")


def test_mail_comes_in_the_language_of_who_gets_it(page: Page, corpus: dict[str, Article], mailbox: Mailbox) -> None:
    Preferences.objects.create(user=researcher("salwa"), language="ar")
    page.goto("/en/password-reset/")
    page.locator("[name=email]").fill("salwa@example.org")
    page.locator("main form button").click()
    expect(page.get_by_role("heading", name="Look into your mail")).to_be_visible()
    (mail,) = mailbox.mails
    assert "لاختيارها اتبع هذا الرابط" in mail.get_content()
    assert "/en/" not in mail.get_content()


def test_who_has_no_account_gets_no_mail_and_the_same_answer(
    page: Page, corpus: dict[str, Article], mailbox: Mailbox
) -> None:
    page.goto("/en/password-reset/")
    page.locator("[name=email]").fill("nobody@example.org")
    page.locator("main form button").click()
    expect(page.get_by_role("heading", name="Look into your mail")).to_be_visible()
    assert mailbox.mails == []


def test_signing_in_leads_to_the_persons_language(page: Page, corpus: dict[str, Article]) -> None:
    Preferences.objects.create(user=researcher("salwa"), language="en")
    page.goto("/?q=الرقة")
    page.get_by_role("link", name="تسجيل الدخول").click()
    _sign_in(page, "salwa")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator(".hit")).to_have_count(3)
    # An address says its language itself.
    page.goto("/")
    expect(page.locator("html")).to_have_attribute("lang", "ar")


def test_an_address_that_names_a_language_keeps_it(page: Page, corpus: dict[str, Article]) -> None:
    Preferences.objects.create(user=researcher("salwa"), language="ar")
    page.goto("/en/?q=الرقة")
    page.get_by_role("link", name="Sign in").click()
    _sign_in(page, "salwa")
    expect(page.locator("html")).to_have_attribute("lang", "en")


@pytest.mark.parametrize("javascript", [True, False])
def test_the_account(new_page, corpus: dict[str, Article], live_server, javascript: bool) -> None:
    person = researcher("salwa")
    researcher("omar")
    SavedSearch.objects.create(owner=person, name="بحث", seen="2024-05-06T20:30:00Z")
    page = new_page(java_script_enabled=javascript, viewport={"width": 1280, "height": 900})
    signed_in(page, person, live_server.url).goto("/")
    page.get_by_role("link", name="حساب salwa").click()
    page.get_by_label("لغة الصفحات والرسائل").select_option("English")
    page.get_by_label("المنطقة الزمنية").select_option("دمشق")
    page.get_by_label("البريد الإلكتروني").fill("OMAR@example.org")
    page.get_by_role("button", name="احفظ").click()
    expect(page.locator(".errorlist")).to_contain_text("لهذا البريد الإلكتروني حساب قائم")
    page.get_by_label("البريد الإلكتروني").fill("new@example.org")
    page.get_by_role("button", name="احفظ").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("status").filter(has_text="Your account is saved.")).to_be_visible()
    expect(page.get_by_label("Time zone")).to_have_value("Asia/Damascus")
    person.refresh_from_db()
    assert person.email == "new@example.org"
    page.goto("/en/searches/")
    expect(page.locator(".entry time")).to_have_text("6 May 2024, 23:30")


def test_another_password(page: Page, corpus: dict[str, Article], live_server) -> None:
    person = researcher("salwa")
    signed_in(page, person, live_server.url).goto("/en/account/")
    page.get_by_role("link", name="Change the password").click()
    page.get_by_label("Old password").fill(PASSWORD)
    page.get_by_label("New password", exact=True).fill("another one 88")
    page.get_by_label("New password confirmation").fill("another one 88")
    page.get_by_role("button", name="Change the password").click()
    expect(page.get_by_role("status").filter(has_text="Your password is changed.")).to_be_visible()
    person.refresh_from_db()
    assert person.check_password("another one 88")
