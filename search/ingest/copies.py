"""Finds, for articles that are new or changed, those whose words are the same or nearly the same.

What is to do is the difference between the articles and their appearances (`Appearance.seen`), so a killed worker delays it
and loses nothing. An article is compared with those that share a band of its fingerprint, a few of millions.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from itertools import combinations
from typing import Final

from django.db import transaction
from django.db.models import Exists, F, Min, OuterRef, QuerySet

from search.copies.bands import bands
from search.copies.comparison import copy_of
from search.copies.words import copy_words
from search.ingest.groups import settle
from search.knowledge import code_hash
from search.models import Appearance, Article, Band, Likeness, Nudge, Wording

BATCH: Final = 100
"""Articles a transaction: half a second."""

MOST_COMPARED: Final = 200
"""Wordings that one is compared with, those with most bands in common first. Among 31,030 articles the most is 60; more
would be one frame filled in daily for years, of which the rest is no nearer."""

RULES: Final = code_hash(("arabic", "calendars/numbers.py", "copies"))
"""The code that decides what a copy is: where it changed, everything is compared anew."""

Words = Mapping[int, Sequence[str]]


def group_copies(tell: Callable[[int], object] = lambda done: None) -> int:
    """Compares every article that is new or changed and brings the groups up to date; returns the number of articles.

    `tell` is called with the number done since the last call.
    """
    done = 0
    while keys := list(out_of_date().order_by("pk").values_list("pk", flat=True)[:BATCH]):
        with transaction.atomic():
            Nudge.objects.lock("copies")
            _compare(keys)
            settle()
        done += len(keys)
        tell(len(keys))
    there = Article.objects.visible().filter(pk=OuterRef("lead"))
    if lost := list(Wording.objects.filter(~Exists(there), lead__isnull=False).values_list("pk", flat=True)):
        _settle_again(lost)  # whoever removed the article was killed before `settle_without` did it
    return done


def out_of_date() -> QuerySet[Article]:
    """Articles that were not compared as they are now."""
    held = Appearance.objects.filter(article=OuterRef("pk"), seen=OuterRef("version"), rules=RULES)
    return Article.objects.filter(~Exists(held))


def settle_without(key: int) -> None:
    """Called before article `key` is deleted: once that is committed, nothing of its words is left, and its group is settled
    anew. Not before: removal holds the article, grouping holds the wordings, and each would wait for the other."""
    wordings = set(Wording.objects.filter(appearances__article=key).values_list("pk", flat=True))
    wordings |= set(Likeness.objects.filter(wording__in=wordings).values_list("other", flat=True))
    if wordings:
        transaction.on_commit(partial(_settle_again, wordings))


@transaction.atomic
def _settle_again(wordings: Collection[int]) -> None:
    Nudge.objects.lock("copies")
    Wording.objects.filter(pk__in=wordings).update(settled=False)
    settle()


def _compare(keys: Collection[int]) -> None:
    """Gives each article its wording, with bands and likenesses where it is a new one."""
    before = Appearance.objects.in_bulk(keys)
    words: dict[str, Sequence[str]] = {}
    read: dict[int, tuple[str | None, int]] = {}
    for key, body, version in Article.objects.filter(pk__in=keys).values_list("pk", "body", "version"):
        digest = None
        if its := copy_words(body):
            digest = _digest(its)
            words[digest] = its
        read[key] = digest, version
    wordings = {wording.digest: wording for wording in Wording.objects.filter(digest__in=words)}
    new = Wording.objects.bulk_create(Wording(digest=digest) for digest in words if digest not in wordings)
    wordings |= {wording.digest: wording for wording in new}

    rows = [
        Appearance(
            article_id=key,
            wording=wordings[digest] if digest else None,
            same=key,
            story=key,
            seen=version,
            rules=RULES,
        )
        for key, (digest, version) in read.items()
    ]
    Appearance.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["article"], update_fields=["wording", "seen", "rules"]
    )
    touched = {row.wording_id for row in (*rows, *before.values())}
    Wording.objects.filter(pk__in=touched - {None}).update(settled=False)
    _stand_alone([key for key, row in before.items() if row.wording_id and not read[key][0]])
    _find_likenesses({wording.pk: words[wording.digest] for wording in new})


def _digest(words: Sequence[str]) -> str:
    return hashlib.sha256("\n".join((RULES, *words)).encode("utf-8", "surrogatepass")).hexdigest()


def _stand_alone(keys: Collection[int]) -> None:
    """What became too short to be a copy is none any more."""
    grouped = Appearance.objects.filter(pk__in=keys).exclude(same=F("pk"), copied=False)
    if changed := list(grouped.values_list("pk", flat=True)):
        Article.objects.filter(pk__in=changed).update()
        Appearance.objects.filter(pk__in=changed).update(same=F("pk"), story=F("pk"), copied=False, seen=F("seen") + 1)


def _find_likenesses(new: Words) -> None:
    """Compares new wordings, given with their words, with those that share a band."""
    keys = {wording: bands(words) for wording, words in new.items()}
    Band.objects.bulk_create(Band(wording_id=wording, key=key) for wording, its in keys.items() for key in its)
    sharing: dict[int, list[int]] = defaultdict(list)
    theirs = {key for its in keys.values() for key in its}
    for key, wording in Band.objects.filter(key__in=theirs).values_list("key", "wording").order_by("wording"):
        sharing[key].append(wording)
    in_common: dict[int, Counter[int]] = defaultdict(Counter)
    for wordings in sharing.values():
        for one, other in combinations(wordings, 2):
            if other in new:
                in_common[other][one] += 1
            elif one in new:
                in_common[one][other] += 1
    compared = {wording: dict(found.most_common(MOST_COMPARED)) for wording, found in in_common.items()}
    words = {**_words_of({other for found in compared.values() for other in found if other not in new}), **new}
    rows = []
    for one, found in compared.items():
        for other in found:
            if other in words and (share := copy_of(words[one], words[other])):
                rows.append(Likeness(wording_id=one, other_id=other, share=share.of_first))
                rows.append(Likeness(wording_id=other, other_id=one, share=share.of_second))
    Likeness.objects.bulk_create(rows)


def _words_of(wordings: Collection[int]) -> Words:
    """The words of stored wordings, read from one of the articles that have them."""
    some = Appearance.objects.filter(wording__in=wordings).values("wording").annotate(one=Min("article")).values("one")
    found = Article.objects.filter(pk__in=some).values_list("appearance__wording", "body")
    return {wording: copy_words(body) for wording, body in found}
