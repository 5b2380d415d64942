"""What an article names, for its page: each mention with its kinds, the search that finds more of it, and how far to trust
it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from search.models import Article, Mention
from search.query.request import SearchRequest
from search.web import days, locales
from search.web.filters import SINGULAR, TITLES
from search.web.links import search_url
from search.web.names import name_of

NOT_CONFIRMED: Final = gettext_lazy("Not confirmed: found in the texts, and on no list")

KINDS: Final[Mapping[str, Promise]] = {
    **{kind: TITLES[kind] for kind in ("actor", "location", "source")},
    "date": gettext_lazy("Dates"),
}
_ONE: Final[Mapping[str, Promise]] = {**SINGULAR, "date": pgettext_lazy("mention", "Date")}


@dataclass(frozen=True, slots=True)
class Link:
    """A mention in the text: `text[start:end]`, its kinds (who is cited is a source besides), and what a reader is told about
    it, line by line. `url` is None for a date that can't be known."""

    start: int
    end: int
    kinds: tuple[str, ...]
    told: str
    url: str | None


def mentions_of(article: Article) -> list[Mention]:
    """Those that count, in text order, with their entities: one query."""
    return list(article.mentions.filter(nested=False).select_related("entity").order_by("field", "start"))


def kinds_of(mention: Mention) -> tuple[str, ...]:
    """The facets that the mention counts in."""
    return (mention.kind, "source") if mention.cited and mention.kind != "source" else (mention.kind,)


def links(mentions: Iterable[Mention], field: str) -> list[Link]:
    """The mentions of one field."""
    return [
        Link(mention.start, mention.end, kinds_of(mention), "\n".join(_told(mention)), url_of(mention))
        for mention in mentions
        if mention.field == field
    ]


def url_of(mention: Mention) -> str | None:
    """The search for all that names the same; None for a date that can't be known."""
    if mention.entity is None:
        return days.url_of(mention.value) if mention.value else None
    return entity_url(mention.kind, mention.entity.key)


def entity_url(kind: str, key: str) -> str:
    """The search for all that names the entity as an actor, location or source."""
    return search_url(SearchRequest(facets={kind: (key,)}))


def _told(mention: Mention) -> Iterable[str]:
    kinds = _("%(one)s, %(other)s") if len(kinds_of(mention)) > 1 else "%(one)s"
    one, *others = (str(_ONE[kind]) for kind in kinds_of(mention))
    kind = kinds % {"one": one, "other": "".join(others).lower()}
    if mention.entity:
        name = name_of(mention.entity, mention.entity.key).text
    else:
        name = days.called(mention.value) if mention.value else _("the text does not tell which day")
    yield f"{name} ({kind})"
    if mention.entity:
        yield _("Found: %(how)s. Of such finds about %(share)s are right.") % {
            "how": mention.get_method_display(),
            "share": locales.percent(mention.confidence),
        }
        if mention.ambiguous:
            yield _("State or place: the text does not tell.")
        if mention.entity.is_unconfirmed:
            yield f"{NOT_CONFIRMED}."
