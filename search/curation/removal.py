"""Removal for good: after a takedown nothing of an article is left but the record that it was removed, and why."""

from functools import partial

from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from search.ingest.originals import discard_unused
from search.models import Article, Rejection, Removal, articles_withdrawn


@transaction.atomic
def remove_for_good(article: Article, person: User | None, why: str) -> Removal:
    """Deletes the article with its mentions, decisions and revisions, its originals (unless another article was read from the
    same bytes), what the admin's log calls it, and at once its entries in the index. It is not let in again by ingest.

    Copies outside newsindex's reach (backups, exports) are the operator's. Raises ValueError without a reason.
    """
    if not why.strip():
        raise ValueError("Say why the article is removed: it is all that will be left of it.")
    article = Article.objects.select_for_update().get(pk=article.pk)
    removal, _created = Removal.objects.get_or_create(
        identity=article.identity, defaults={"original": article.original, "person": person, "why": why}
    )
    key = article.pk
    originals = {article.original, *article.revisions.values_list("original", flat=True)}
    Rejection.objects.filter(original__in=originals).update(original="")
    kind = ContentType.objects.get_for_model(Article)
    LogEntry.objects.filter(content_type=kind, object_id=str(key)).delete()
    article.delete()
    articles_withdrawn.send(Article, keys=(key,))
    transaction.on_commit(partial(discard_unused, originals))
    return removal
