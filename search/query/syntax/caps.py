"""What no query may exceed, held before anything is sent: a server that is asked for more takes seconds, or ends.

Measured on 31,000 articles (the design's figures): 5,000 words 14 s, 50 fuzzy words 12 s, 5,000 brackets the end of the server.
Each limit has its sentence in `faults`.
"""

from typing import Final

from search.query.request import MAX_QUERY

LENGTH: Final = MAX_QUERY
"""Characters."""

WORDS: Final = 40
"""Words and phrases of a query, and words of one phrase: more find nothing else."""

DEPTH: Final = 8
"""Brackets in brackets."""

WILDCARDS: Final = 4
"""Words with wildcards: each is looked up in the whole vocabulary."""

LETTERS_BEFORE_WILDCARD: Final = 2
"""With fewer, the article, or every third word of the language, would be asked for."""

WILDCARD_LENGTH: Final = 40
"""Letters of a word with wildcards: no word is longer, and the server refuses patterns of 1,000 characters."""

FUZZY: Final = 3
"""Fuzzy words, each compared with all words of its first letter."""

LETTERS_OF_FUZZY: Final = 3
"""A word of two letters has half of the vocabulary one letter away."""

EDITS: Final = 2
"""Letters that may differ (the server knows no more)."""

EXPANSIONS: Final = 30
"""Words that one fuzzy word may stand for; the nearest ones."""

DISTANCE: Final = 50
"""Words between those that stand near each other: a paragraph."""

NAMES: Final = 10
"""Names of actors, places, outlets and sources."""
