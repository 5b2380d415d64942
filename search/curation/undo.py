"""Undoing: a decision that reverses another one, which stays on record."""

from django.contrib.auth.models import User
from django.db import transaction

from search import knowledge
from search.curation.hiding import apply_hiding
from search.curation.vouching import settle_named
from search.ingest.entities import follow
from search.ingest.store import reread
from search.models import Article, Decision, Nudge, articles_corrected


class NotStanding(ValueError):
    """The decision was undone already, or is itself an undoing."""


@transaction.atomic
def undo(decision: Decision, person: User | None, why: str) -> Decision:
    """Reverses `decision`: its article is at once as it was without it; a name is read as before by the next replay.

    Raises NotStanding, and FileNotFoundError where the original of its article is lost.
    """
    if decision.article_id is None:
        Nudge.objects.lock("names")
    decision = Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    if not Decision.objects.standing().filter(pk=decision.pk).exists():
        raise NotStanding("This was undone already, or is itself an undoing: decide anew instead.")
    reversal = Decision.objects.create(
        reverses=decision,
        kind=decision.kind,
        article=decision.article,
        field=decision.field,
        entity=decision.entity,
        exact=decision.exact,
        prefix=decision.prefix,
        suffix=decision.suffix,
        person=person,
        why=why,
    )
    if decision.kind == Decision.Kind.GAZETTEER:
        follow(knowledge.records()[0])
    elif decision.article is None:
        settle_named(decision.exact)
    if decision.article is not None:
        if decision.kind == Decision.Kind.HIDE:
            apply_hiding(decision.article)
        else:
            reread(decision.article.pk, knowledge.current())
        articles_corrected.send(Article, keys=(decision.article.pk,))
    return reversal
