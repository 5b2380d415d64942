"""Words that texts have and that differ by a letter or two from those of a query.

They are asked for before the search, by the server's term suggester, and then searched for and marked as other words are:
the server compares words with a fuzzy query quickly, but builds the comparison again for each field of each hit to mark it,
which takes seconds.
"""

import time
from functools import lru_cache
from typing import Any, Final

from elasticsearch.dsl import Search

from search.index.documents import ArticleDocument
from search.index.groups import GROUPS
from search.index.levels import SPELLING
from search.query.server import ask
from search.query.syntax import caps
from search.query.syntax.nodes import Fuzzy, Node, leaves, rewritten
from search.query.syntax.parser import Parsed

_SECONDS: Final = 60
"""For so long what was found is kept: one page asks several times."""


def with_similar(parsed: Parsed) -> Parsed:
    """The tree with the similar words of its fuzzy words. Raises SearchUnavailable."""
    if not any(isinstance(leaf, Fuzzy) for leaf in leaves(parsed.node)):
        return parsed

    def change(node: Node) -> Node:
        if not isinstance(node, Fuzzy):
            return node
        similar = _similar(node.text, node.edits, int(time.monotonic() // _SECONDS))
        return Fuzzy(node.text, node.edits, similar)

    return Parsed(rewritten(parsed.node, change), parsed.faults)


@lru_cache(maxsize=256)
def _similar(word: str, edits: int, period: int) -> tuple[str, ...]:
    asked = Search(index=ArticleDocument._index._name).extra(size=0)
    for group in GROUPS:
        asked = asked.suggest(group, word, term=_term(SPELLING.field("body", group), edits))
    found = ask(asked).get("suggest", {}).values()
    # Of what the analyzer makes several words of, nothing is similar as a whole.
    options = [option for entries in found if len(entries) == 1 for option in entries[0]["options"]]
    options.sort(key=lambda option: (-option["score"], -option["freq"]))
    return tuple(dict.fromkeys(option["text"] for option in options))[: caps.EXPANSIONS]


def _term(field: str, edits: int) -> dict[str, Any]:
    return {
        "field": field,
        "suggest_mode": "always",
        "max_edits": edits,
        "prefix_length": 1,
        "min_word_length": caps.LETTERS_OF_FUZZY,
        "size": caps.EXPANSIONS,
        "accuracy": 0.1,  # edits are what counts here, not their share of the word
    }
