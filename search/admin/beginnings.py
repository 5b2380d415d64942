"""What articles without a title are called: their first words, cut out by the database."""

from collections.abc import Iterable
from typing import Final

from django.db.models.functions import Substr

from search.models import Article

_LENGTH: Final = 120


def beginnings_of(keys: Iterable[int]) -> dict[int, str]:
    """By the articles' keys; no query where there are none."""
    wanted = list(keys)
    found = Article.objects.filter(pk__in=wanted).order_by() if wanted else Article.objects.none()
    return dict(found.annotate(beginning=Substr("body", 1, _LENGTH)).values_list("pk", "beginning"))
