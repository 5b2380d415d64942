"""What a person sees of an answer of the admin, and how its forms are sent."""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from lxml import html


def text_of(response: HttpResponse) -> str:
    """The words of the page, with single spaces, without the marks that isolate names."""
    words = html.fromstring(response.content.decode()).text_content()
    return " ".join(words.replace("\u2068", "").replace("\u2069", "").split())


def act(client: Client, table: str, action: str, keys: list[int], **fields: Any) -> HttpResponse:
    """Chooses an action of a list; with `answered=True` it is the page in between that is sent. Follows to the next page."""
    answered = fields.pop("answered", False)
    data = {"action": action, "_selected_action": keys, **fields}
    data |= {"answered": "yes"} if answered else {"index": "0"}
    return client.post(reverse(f"admin:search_{table}_changelist"), data, follow=True)
