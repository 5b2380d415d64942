"""Articles that name very much."""

from django.test import Client
from django.urls import reverse

from search.models import Article, Entity, Mention


def test_a_thousand_mentions_cost_no_more_queries_than_one(
    client: Client, corpus: dict[str, Article], django_assert_max_num_queries
) -> None:
    entities = Entity.objects.bulk_create(
        Entity(kind="actor", key=f"actor-{number}", type="person", name_ar="اسم") for number in range(1_000)
    )
    long = Article.objects.create(identity="long", title="نص طويل", body="اسم\n" * 1_000)
    Mention.objects.bulk_create(
        Mention(
            article=long,
            entity=one,
            field="body",
            kind="actor",
            type="person",
            text="اسم",
            start=at * 4,
            end=at * 4 + 3,
        )
        for at, one in enumerate(entities)
    )
    with django_assert_max_num_queries(4):
        page = client.get(reverse("article", args=[long.pk])).content.decode()
    assert page.count('<a class="mention actor"') == 1_000


def test_a_name_inside_a_longer_one_is_not_marked(client: Client, corpus: dict[str, Article]) -> None:
    corpus["dam"].mentions.update(nested=True)
    page = client.get(reverse("article", args=[corpus["dam"].pk])).content.decode()
    assert 'class="mention' not in page
