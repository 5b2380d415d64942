"""'This article is shown to nobody', and its undoing."""

from django.contrib.auth.models import User
from django.db import transaction

from search.models import Article, Decision, articles_withdrawn


@transaction.atomic
def hide(article: Article, person: User | None, why: str) -> Decision | None:
    """Takes `article` out of every search and page at once. None where it is hidden already."""
    article = Article.objects.select_for_update().get(pk=article.pk)
    if article.hidden:
        return None
    decision = Decision.objects.create(kind=Decision.Kind.HIDE, article=article, person=person, why=why)
    apply_hiding(article)
    return decision


def apply_hiding(article: Article) -> None:
    """Makes `article` hidden or shown, as the decisions about it say."""
    hidden = article.decisions.standing().filter(kind=Decision.Kind.HIDE).exists()
    Article.objects.filter(pk=article.pk).update(hidden=hidden)
    if hidden:
        articles_withdrawn.send(Article, keys=(article.pk,))
