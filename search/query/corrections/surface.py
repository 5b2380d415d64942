"""Folded words as articles write them."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, Final

from elasticsearch.dsl import MultiSearch, Q, Search

from search.arabic.folding import fold_text
from search.arabic.letters import DROPPED
from search.index.documents import ArticleDocument
from search.index.groups import GROUPS
from search.index.levels import SPELLING
from search.query.passages import MARK_END, MARK_START, to_passage

_LOOKED_AT: Final = 10
"""Articles whose spelling is counted."""

_UNREAD: Final = dict.fromkeys(map(ord, DROPPED))


def surfaces(words: Iterable[str]) -> dict[str, str]:
    """Folded word -> how most of some articles that have it write it, without vowel signs. Of a word that none has nothing
    is said."""
    words = list(dict.fromkeys(words))
    together = MultiSearch()
    for word in words:
        together = together.add(_question(word))
    found = {}
    for word, answer in zip(words, together.execute(raise_on_error=False) if words else (), strict=True):
        spelt = Counter(_spellings(answer.to_dict(), word)) if answer is not None else Counter()
        if spelt:
            found[word] = spelt.most_common(1)[0][0]
    return found


def _question(word: str) -> Search:
    fields = [SPELLING.field(base, group) for base in ("title", "body") for group in GROUPS]
    asked = Search(index=ArticleDocument._index._name).query(Q("multi_match", query=word, fields=fields))
    asked = asked.source(False).extra(size=_LOOKED_AT, track_total_hits=False).params(ignore_unavailable=True)
    return asked.highlight_options(
        type="unified", pre_tags=[MARK_START], post_tags=[MARK_END], number_of_fragments=1, fragment_size=1
    ).highlight(*fields)


def _spellings(answer: dict[str, Any], word: str) -> Iterable[str]:
    for hit in answer["hits"]["hits"]:
        for texts in hit.get("highlight", {}).values():
            for segment in to_passage(texts[0]):
                if segment.marked and fold_text(segment.text) == word:
                    yield segment.text.translate(_UNREAD)
