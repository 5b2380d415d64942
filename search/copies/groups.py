"""From pairs of copies to groups, each with the article that represents it."""

from collections.abc import Collection, Hashable, Iterable, Mapping
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def representatives(in_order: Iterable[Key], copies: Mapping[Key, Collection[Key]]) -> dict[Key, Key]:
    """Each article with the one that represents it: itself, or the first of `in_order` that it is a copy of and that
    represents itself.

    `copies` names, for each article that has any, all its copies. Groups are not joined through a common member: a chain
    of light edits leads from Monday's weather to Friday's, but every member is a copy of its representative.
    """
    found: dict[Key, Key] = {}
    for article in in_order:
        if article in found:
            continue
        found[article] = article
        for copy in copies.get(article, ()):
            found.setdefault(copy, article)
    return found
