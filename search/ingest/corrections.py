"""What people decided about one article -> what its reading takes into account."""

from typing import cast

from search.models import Article, Decision
from search.types import Correctable, Corrections, Quote


def corrections_of(article: Article) -> Corrections:
    """The decisions about `article` that stand, for `search.pipeline.read`. Of several about one field the last holds."""
    fields: dict[Correctable, str] = {}
    not_names = []
    for decision in article.decisions.standing():
        if decision.kind == Decision.Kind.FIELD:
            fields[cast(Correctable, decision.field)] = decision.value
        elif decision.kind == Decision.Kind.NOT_A_NAME:
            not_names.append(Quote(decision.exact, decision.prefix, decision.suffix))
    return Corrections(fields, tuple(not_names))
