"""manage.py remove ARTICLE... --why REASON : removes articles for good."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q

from search.curation.removal import remove_for_good
from search.ingest.identity import canonical_url
from search.models import Article


class Command(BaseCommand):
    help = (
        "Removes articles for good: text, original page, mentions, decisions and index entries. Only a note stays that "
        "something was removed, when and why. This cannot be undone; to take an article away for a time, hide it in the admin."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "articles",
            nargs="+",
            metavar="ARTICLE",
            help="its number, the id that was given with it, its address, or its page here (/article/NUMBER/)",
        )
        parser.add_argument("--why", required=True, help="the reason, which is kept: it is all that will be left")

    def handle(self, *, articles: list[str], why: str, **_options: Any) -> None:
        if not why.strip():
            raise CommandError("Say why with --why: the reason is all that will be left of the article.")
        # All are looked for before the first is removed: a mistyped one then costs nothing.
        found = {article.pk: article for article in map(_article, articles)}
        for article in found.values():
            remove_for_good(article, None, why)
            self.stdout.write(f"article {article.pk} removed for good")
        self.stdout.write(f"{len(found)} removed; backups and exports made before are not touched")


def _article(named: str) -> Article:
    """The one article that a key, given id or address names. Raises CommandError."""
    page, _, number = named.strip("/").rpartition("article/")
    known_as = Q(given_id=named) | Q(url=named)
    if not page and number.isascii() and number.isdecimal():
        known_as = Q(pk=int(number)) if number != named else known_as | Q(pk=int(number))
    found = list(Article.objects.filter(known_as).only("title", "identity", "original")[:2])
    if not found and "://" in named:
        host_and_path = canonical_url(named).removeprefix("//")
        near = Article.objects.filter(url__contains=host_and_path).only("url", "title", "identity", "original")
        found = [article for article in near if canonical_url(article.url) == canonical_url(named)][:2]
    if not found:
        raise CommandError(f"There is no article '{named}': give its number, given id or address. Nothing was removed.")
    if len(found) > 1:
        raise CommandError(
            f"'{named}' names more than one article: name the page of the one that is meant, like "
            f"/article/{found[0].pk}/. Nothing was removed."
        )
    return found[0]
