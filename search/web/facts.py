"""What an article names: its actors, locations and quoted sources, each with the search that finds more of it."""

from dataclasses import dataclass

from django.db.models import Count

from search.models import Article, Entity
from search.query.request import SearchRequest
from search.web.filters import TITLES
from search.web.links import search_url
from search.web.names import Name, name_of


@dataclass(frozen=True, slots=True)
class Fact:
    """`count` is how often the article names it."""

    name: Name
    count: int
    url: str


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    facts: tuple[Fact, ...]


def facts_of(article: Article) -> list[Group]:
    """One group for each kind that the article names anything of, most often named first."""
    counted = (
        article.mentions.filter(nested=False, entity__isnull=False)
        .order_by()
        .values_list("kind", "entity")
        .annotate(times=Count("pk"))
        .order_by("-times", "entity")
    )
    rows = list(counted)
    entities = Entity.objects.in_bulk({entity for _, entity, _ in rows})
    groups = []
    for kind in ("actor", "location", "source"):
        found = tuple(_fact(kind, entities[entity], times) for of, entity, times in rows if of == kind)
        if found:
            groups.append(Group(str(TITLES[kind]), found))
    return groups


def _fact(kind: str, entity: Entity, times: int) -> Fact:
    return Fact(name_of(entity, entity.key), times, search_url(SearchRequest(facets={kind: (entity.key,)})))
