"""Entities of the lists follow the lists."""

from django.core.management import call_command

from search.models import Article, Entity
from search.query.request import from_pairs
from search.query.search import search
from tests.curation.conftest import pages, read

__all__ = ["pages", "read"]


def test_a_rebuilt_index_knows_what_places_lie_in_by_now(corpus: dict[str, Article]) -> None:
    Entity.objects.filter(kind="location", key="raqqa").update(name_en="Old name")
    assert search(from_pairs([("location", "country-sy")])).total == 0
    call_command("rebuild_index", verbosity=0)
    assert Entity.objects.get(kind="location", key="raqqa").name_en == "Raqqa"
    assert search(from_pairs([("location", "country-sy")])).total == 3


def test_what_is_read_again_follows_too(read: dict[str, Article]) -> None:
    Entity.objects.filter(kind="location", key="raqqa").update(name_en="Old name", lat=None)
    call_command("reread", verbosity=0)
    raqqa = Entity.objects.get(kind="location", key="raqqa")
    assert raqqa.name_en == "Raqqa"
    assert raqqa.lat
