"""Inputs that cannot be read, as values: the caller reports them and goes on with the next."""

from dataclasses import dataclass

from search.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input that no article can come from. `name` is its path, or `path:line` in JSON Lines; `reason` is one
    sentence for the ingest report that says what is wrong and what to do."""

    name: str
    reason: Sentence
