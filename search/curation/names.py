"""'This name is real', 'an alias of that entity', 'not a name': everywhere, or in one passage."""

from typing import Final

from django.contrib.auth.models import User
from django.db import transaction

from search import knowledge
from search.curation.vouching import Facts, confirmation, facts_of, settle_named
from search.ingest.store import reread
from search.models import Article, Decision, Entity, Mention, Nudge, articles_corrected

AROUND: Final = 40
"""Characters kept on either side of a passage: enough to tell it from others with the same words, few enough to be found
again when the page changed elsewhere."""


class NoName(ValueError):
    """The words can be no name; the text says why."""


class Confirmed(ValueError):
    """The name is vouched for already."""


class WrongType(ValueError):
    """The entity's kind has no such type."""


@transaction.atomic
def alias_of(exact: str, entity: Entity, person: User | None, why: str) -> Decision:
    """Wherever `exact` stands it names `entity` from now on, and no other. The articles that have it are read again by the
    next replay. Raises NoName."""
    return _decide(Decision.Kind.ALIAS, exact, entity, person, why)


@transaction.atomic
def confirm(entity: Entity, person: User | None, why: str, facts: Facts | None = None) -> Decision:
    """The entity, which no list has, is a real one: its name is a name wherever it stands, and it is what `facts` say, or
    else what the machine took it for. Read again as for an alias. Confirmed again with other facts it is what these say.
    Raises Confirmed where that changes nothing, or a list has it, and WrongType."""
    Nudge.objects.lock("names")
    entity.refresh_from_db()
    now = facts_of(entity)
    facts = facts or now
    if entity.is_listed or (facts == now and confirmation(entity)):
        raise Confirmed("A list or a person vouches for this name already: look at its page.")
    if facts != now and facts.type not in Entity.TYPES[entity.kind]:
        raise WrongType("A place has types of places, an actor those of actors: choose one that fits.")
    values = {"value": facts.to_text(), "before": now.to_text()}
    return _decide(Decision.Kind.CONFIRM, entity.name_ar, entity, person, why, **values)


@transaction.atomic
def not_a_name(exact: str, person: User | None, why: str) -> Decision:
    """`exact` names nothing, wherever it stands; read again as for an alias. Raises NoName."""
    return _decide(Decision.Kind.NOT_A_NAME, exact, None, person, why)


@transaction.atomic
def not_a_name_here(mention: Mention, person: User | None, why: str) -> Decision:
    """This passage names nothing. Its article is read again at once; FileNotFoundError where its original is lost."""
    text = str(getattr(mention.article, mention.field))
    decision = Decision.objects.create(
        kind=Decision.Kind.NOT_A_NAME,
        article=mention.article,
        exact=mention.text,
        prefix=text[max(0, mention.start - AROUND) : mention.start],
        suffix=text[mention.end : mention.end + AROUND],
        before=mention.entity.name_ar if mention.entity else "",
        person=person,
        why=why,
    )
    reread(mention.article_id, knowledge.current())
    articles_corrected.send(Article, keys=(mention.article_id,))
    return decision


def _decide(
    kind: Decision.Kind, exact: str, entity: Entity | None, person: User | None, why: str, **values: str
) -> Decision:
    exact = " ".join(exact.split())
    if not any(character.isalpha() for character in exact):
        raise NoName("A name needs at least one letter: write it as it stands in the articles.")
    # Keys of such decisions must be seen in their order: an article says up to which one it was read.
    Nudge.objects.lock("names")
    decision = Decision.objects.create(kind=kind, exact=exact, entity=entity, person=person, why=why, **values)
    settle_named(exact)
    if entity:
        entity.refresh_from_db()
    return decision
