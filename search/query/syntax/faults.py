"""What can be wrong with a query: the sentence that says so, and what mends it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from search.query.syntax import caps

_MOST_SHOWN: Final = 40
"""Characters of the query that a sentence repeats."""

_NUMBERS: Final = {
    "length": caps.LENGTH,
    "words": caps.WORDS,
    "depth": caps.DEPTH,
    "wildcards": caps.WILDCARDS,
    "fuzzy": caps.FUZZY,
    "distance": caps.DISTANCE,
    "names": caps.NAMES,
}
"""The limits that sentences name."""


@dataclass(frozen=True, slots=True)
class Edit:
    """`text[start:end]` of a query is to be `new`."""

    start: int
    end: int
    new: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """`where` are the words of the query that are at fault; `edit` mends it."""

    says: Promise
    where: str
    edit: Edit

    @property
    def sentence(self) -> str:
        """In the language of the page."""
        where = self.where if len(self.where) <= _MOST_SHOWN else f"{self.where[: _MOST_SHOWN - 1]}…"
        return str(self.says) % {"where": where, **_NUMBERS}


def edited(text: str, edits: Iterable[Edit]) -> str:
    """`text` with the edits made; of two that meet, the first alone."""
    pieces, at = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if edit.start >= at:
            pieces += [text[at : edit.start], edit.new]
            at = edit.end
    return " ".join("".join([*pieces, text[at:]]).split())


OPEN_BRACKET: Final = gettext_lazy(
    "The bracket before “%(where)s” is not closed, so brackets and operators are passed over."
)
CLOSED_BRACKET: Final = gettext_lazy(
    "A bracket is closed after “%(where)s” that was not opened, so brackets and operators are passed over."
)
OPEN_QUOTE: Final = gettext_lazy(
    "The quotation mark at “%(where)s” has no partner, so the words are searched for one by one."
)
LONE_OPERATOR: Final = gettext_lazy(
    "The operator %(where)s lacks a word beside it, so operators and brackets are passed over."
)
NO_FIELD: Final = gettext_lazy(
    "“%(where)s” is searched for as plain words: a colon stands only after the name of a field."
)
ADDRESS: Final = gettext_lazy(
    "“%(where)s” is a web address. It is searched for as plain words; in quotation marks, as it stands."
)
EMPTY_FIELD: Final = gettext_lazy(
    "After “%(where)s” the value must follow without a space. It is searched for as a plain word."
)
BAD_DATE: Final = gettext_lazy(
    "“%(where)s” is no date, so it is searched for as plain words. Write 2023, 2023-05, 2023-05-17 or [2023-05 TO 2023-07]."
)
UNKNOWN: Final[dict[str, Promise]] = {
    "actor": gettext_lazy("No actor is known by the name “%(where)s”, so the words themselves are searched for."),
    "location": gettext_lazy("No place is known by the name “%(where)s”, so the words themselves are searched for."),
    "outlet": gettext_lazy("No outlet is known by the name “%(where)s”, so the words themselves are searched for."),
    "source": gettext_lazy("No source is known by the name “%(where)s”, so the words themselves are searched for."),
}
NO_WORDS: Final = gettext_lazy("There is no word in “%(where)s” that could be searched for.")

REGULAR_EXPRESSION: Final = gettext_lazy(
    "“%(where)s” looks like a regular expression. These are not searched for, its words are."
)
LEADING_WILDCARD: Final = gettext_lazy("A word cannot begin with * or ?, so “%(where)s” is searched for without it.")
SHORT_WILDCARD: Final = gettext_lazy(
    "At least two letters must stand before * or ?, so “%(where)s” is searched for without it."
)
LONG_WILDCARD: Final = gettext_lazy("“%(where)s” is too long for a word with * or ?, so it is searched for without it.")
WILDCARD_IN_PHRASE: Final = gettext_lazy("Within quotation marks * stands for nothing: “%(where)s”.")
MANY_WILDCARDS: Final = gettext_lazy(
    "A query can have at most %(wildcards)s words with * or ?, so “%(where)s” is searched for without it."
)
SHORT_FUZZY: Final = gettext_lazy(
    "A word needs three letters for ~ to find similar ones, so “%(where)s” is searched for as it stands."
)
MANY_FUZZY: Final = gettext_lazy(
    "A query can have at most %(fuzzy)s words with ~, so “%(where)s” is searched for as it stands."
)
MANY_EDITS: Final = gettext_lazy(
    "After a word ~ stands alone or with 1 or 2, the number of letters that may differ: “%(where)s”."
)
NO_DISTANCE: Final = gettext_lazy(
    "After a phrase ~ needs a number, of words that may stand between, up to %(distance)s: “%(where)s”."
)
MANY_NAMES: Final = gettext_lazy(
    "A query can name at most %(names)s actors, places, outlets and sources, so “%(where)s” is searched for as words."
)
TOO_DEEP: Final = gettext_lazy(
    "Brackets can be nested at most %(depth)s deep, so brackets and operators are passed over."
)
TOO_MANY: Final = gettext_lazy("Only the first %(words)s words of a query are searched for: up to “%(where)s”.")
TOO_LONG: Final = gettext_lazy("Only the first %(length)s characters of a query are read: up to “%(where)s”.")
