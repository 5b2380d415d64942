"""All names that a search can be narrowed to, to be found by the beginning of any of their words: kept in each process.

The names are those of the gazetteers, with what people decided, and those that only texts have. They stand one after the other in
one text, beside a table of where their words begin, in the order of what follows there (a suffix array over words): some 40 bytes
a name, and a beginning is found in 20 steps.
"""

import heapq
import math
import re
import threading
import time
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.db import connection
from django.db.models import Max
from elasticsearch.dsl import A, Search

from search import knowledge
from search.arabic.folding import fold_text
from search.arabic.letters import ARTICLE
from search.index.documents import ArticleDocument
from search.models import Article, Decision, Entity, Outlet
from search.query.server import SearchUnavailable, ask
from search.types import UNLISTED

_MOST: Final = 30_000
"""Names of each kind, those that most articles have."""

_KEPT: Final = 200
"""How many times as long as their building took a process keeps its names, whatever comes in meanwhile: some ten minutes for
the 40,000 names of 31,000 articles."""

_LONGEST: Final = 60
"""Letters of a beginning that are compared."""

_NO_LETTER: Final = re.compile(r"[\W_]+")
_WORD: Final = re.compile(r"[^ \n]+")

_INSIDE: Final = 3.0
_OTHER_NAME: Final = 5.0
"""How many times more articles a name must have to be offered first where a word inside it begins so, or where it is called
so besides."""

_WAYS: Final = 4
"""A name's own beginning or a word inside it, of the proper name or another one."""

Named = tuple[str, int]
"""The facet, and the key of the row of the entity or outlet in the database."""


@dataclass(frozen=True, slots=True)
class NameIndex:
    """`ranked` are ways to be found, in the order in which they are offered, each with what is found. `starts` are the places
    in `text` where words begin, in the order of the text there; `ranks` tell which way to be found each of them is."""

    ranked: tuple[Named, ...]
    text: str
    starts: "array[int]"
    ranks: "array[int]"

    def beginning_with(self, beginning: str, most: int) -> list[Named]:
        """What has a name with a word, or words in a row, that begin so (folded): those that somebody vouches for first, then
        by articles, a name's own beginning before other words of it, and its proper name before what it is called besides."""
        size = len(beginning)

        def there(start: int) -> str:
            return self.text[start : start + size]

        first = bisect_left(self.starts, beginning, key=there)
        last = bisect_right(self.starts, beginning, lo=first, key=there)
        best = heapq.nsmallest(most * _WAYS, set(self.ranks[first:last]))
        return list(dict.fromkeys(self.ranked[rank] for rank in best))[:most]


@dataclass(frozen=True, slots=True)
class _Kept:
    version: object
    until: float
    names: NameIndex


_kept: dict[str, _Kept] = {}
_reading: Final = threading.Lock()


def at_hand() -> NameIndex | None:
    """The names that this process has, at once: nobody who types waits for them to be read. They are read in a thread where
    they are old, and where there are none yet."""
    kept = _kept.get("names")
    if (kept is None or time.monotonic() >= kept.until) and _reading.acquire(blocking=False):
        threading.Thread(target=_read, daemon=True).start()
    return kept.names if kept else None


def names() -> NameIndex:
    """The names of today, read now if they are old. Raises SearchUnavailable."""
    kept = _kept.get("names")
    start = time.monotonic()
    if kept and start < kept.until:
        return kept.names
    version = _version()
    made = kept.names if kept and kept.version == version else _build()
    end = time.monotonic()
    _kept["names"] = _Kept(version, end + _KEPT * (end - start), made)
    return made


def _read() -> None:
    try:
        names()
    except SearchUnavailable:
        pass  # asked again at the next letter
    finally:
        connection.close()
        _reading.release()


def forget() -> None:
    """The names are read anew when they are asked for next."""
    _kept.clear()


def _version() -> object:
    return (
        knowledge.last_decision(),
        *(model.objects.aggregate(last=Max("pk"))["last"] for model in (Article, Entity, Outlet)),
        Article.objects.aggregate(last=Max("modified"))["last"],
    )


def folded(text: str) -> str:
    """Words alone, as names are compared: parted by one space each."""
    return _NO_LETTER.sub(" ", fold_text(text)).strip()


@dataclass(frozen=True, slots=True)
class _Entry:
    named: Named
    unconfirmed: bool
    articles: int
    proper: tuple[str, ...]
    others: tuple[str, ...]


def _build() -> NameIndex:
    text: list[str] = []
    length = 0
    found: list[tuple[int, tuple[bool, float], Named]] = []
    for entry in _entries():
        own = {folded(form) for form in entry.proper} - {""}
        for form in (*own, *({folded(form) for form in entry.others} - own - {""})):
            for at in _word_starts(form):
                less = (_INSIDE if at > len(ARTICLE) else 1) * (1 if form in own else _OTHER_NAME)
                rank = entry.unconfirmed, math.log(less / entry.articles)
                found.append((length + at, rank, entry.named))
            text.append(form)
            length += len(form) + 1
    whole = "\n".join([*text, ""])
    ranked = sorted({(rank, named) for _, rank, named in found})
    rank_of = {pair: number for number, pair in enumerate(ranked)}
    found.sort(key=lambda one: whole[one[0] : one[0] + _LONGEST])
    return NameIndex(
        tuple(named for _, named in ranked),
        whole,
        array("I", (start for start, _, _ in found)),
        array("I", (rank_of[rank, named] for _, rank, named in found)),
    )


def _entries() -> Iterator[_Entry]:
    articles, forms = _articles(), _forms()
    rows = Entity.objects.values_list("pk", "kind", "key", "name_ar", "name_en", "vouched")
    for pk, kind, key, name_ar, name_en, vouched in rows.iterator():
        if count := articles[kind].get(key):
            unconfirmed = key.startswith(UNLISTED) and not vouched
            yield _Entry((kind, pk), unconfirmed, count, (name_ar, name_en), tuple(forms.get((kind, key), ())))
    for pk, key, name_ar, name_en in Outlet.objects.values_list("pk", "key", "name_ar", "name_en"):
        if count := articles["outlet"].get(key):
            yield _Entry(("outlet", pk), False, count, (name_ar, name_en), ())


def _word_starts(form: str) -> Iterator[int]:
    """Where the words begin, and where they do without the article."""
    for word in _WORD.finditer(form):
        yield word.start()
        if word[0].startswith(ARTICLE) and len(word[0]) > len(ARTICLE) + 1:
            yield word.start() + len(ARTICLE)


def _articles() -> dict[str, dict[str, int]]:
    """Facet -> key -> number of articles."""
    asked = Search(index=ArticleDocument._index._name).extra(size=0)
    for facet in ("actor", "location", "outlet"):
        asked.aggs.bucket(facet, A("terms", field=facet, size=_MOST))
    answer: dict[str, Any] = ask(asked).get("aggregations", {})
    found: dict[str, dict[str, int]] = {"actor": {}, "location": {}, "outlet": {}}
    for facet, values in answer.items():
        found[facet] = {bucket["key"]: bucket["doc_count"] for bucket in values["buckets"]}
    return found


def _forms() -> dict[tuple[str, str], list[str]]:
    """Kind and key -> what the gazetteers and people have an entity called. Not what stands for it: Moscow is no name of
    Russia."""
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for record in knowledge.entities().values():
        found[record.kind, record.key] += [form.text for form in record.forms if form.role != "metonym"]
    decided = Decision.objects.about_names().standing().exclude(entity=None).exclude(exact="")
    for kind, key, exact in decided.values_list("entity__kind", "entity__key", "exact"):
        found[kind, key].append(exact)
    return found
