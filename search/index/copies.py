"""The place of an article among its copies, as its document has it."""

from typing import Any

from search.models import Appearance, Article


def copies(article: Article) -> dict[str, Any]:
    """`same` and `story`: the keys of the articles that stand for its exact copies and for its group, its own without any.
    `copied`: whether it has any. `standing`: of the members of a group that match a search, the one with the lowest number
    stands for it (the representative, one with the same words, one that stands for other words, one that does not).
    """
    try:
        place = article.appearance
    except Appearance.DoesNotExist:
        return {"same": article.pk, "story": article.pk, "copied": False, "standing": 0}
    if article.pk == place.story:
        standing = 0
    elif place.same == place.story:
        standing = 1
    else:
        standing = 2 if article.pk == place.same else 3
    return {"same": place.same, "story": place.story, "copied": place.copied, "standing": standing}
