"""What the pure steps (fetch, clean, extract) hand to each other. Frozen, without Django, safe to send between processes.

Offsets everywhere are Python characters into the named text, `text[start:end]`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, Literal

from search.sentences import Sentence

MediaType = Literal["text/plain", "text/html", "application/json"]
MentionKind = Literal["actor", "location", "date", "source"]
EntityKind = Literal["actor", "location"]
TextField = Literal["title", "body"]
MentionMethod = Literal["gazetteer", "context", "short name", "tagger", "date rule"]
"""How a mention was found: a name of a list as it stands; by what surrounds it (a title, a head noun, quotation marks, the
word before an everyday word); as the short form of a name that the article has in full; by the statistical tagger."""
Correctable = Literal["title", "outlet", "published"]

Moment = date | datetime
"""A date where only the day is known; a naive datetime where the page gives a time without its zone; else an aware one."""


@dataclass(frozen=True, slots=True)
class RawPage:
    """One article as it arrived: a text page, an HTML page, or one JSON record (a line of JSON Lines).

    `name` tells people where it came from (a path, `path:line` or URL); `content` is the original, byte for byte.
    """

    name: str
    content: bytes
    media_type: MediaType


@dataclass(frozen=True, slots=True)
class CleanArticle:
    """An article without page furniture. Texts are as written (never normalised); paragraphs of `body` are separated by
    one line feed. `dropped` are the lines that were taken for furniture, in page order. `outlet` is a name as found, or
    as the outlet list has it; None where the page does not tell. `section` is the newspaper's own word for it. `fetched` is
    when the page was got or printed, where that is all that a date in it says: never shown as publication."""

    title: str
    body: str
    outlet: str | None = None
    published: Moment | None = None
    updated: Moment | None = None
    authors: tuple[str, ...] = ()
    dateline: str | None = None
    captions: tuple[str, ...] = ()
    url: str | None = None
    given_id: str | None = None
    section: str | None = None
    fetched: Moment | None = None
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write an entity's name.

    role: `name` counts wherever it stands; `short` only after a full form in the same article; `ordinary` is also an
    everyday word and needs a context word before it; `metonym` is a place that stands for a state (Moscow); `decided` is a
    name because a person said so, and nothing that the machine thinks of it counts.
    """

    text: str
    role: Literal["name", "short", "ordinary", "metonym", "decided"] = "name"


@dataclass(frozen=True, slots=True)
class EntityRecord:
    """An entity of the gazetteer. `key` is unique within `kind`; `parent` is the key of the entity that it is part of
    (same kind). `lat` and `lon` in decimal degrees, for locations."""

    kind: EntityKind
    key: str
    type: str
    name_ar: str
    name_en: str
    forms: tuple[Form, ...]
    parent: str | None = None
    lat: float | None = None
    lon: float | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class OutletRecord:
    """A publisher of news: its names as pages write them, and its web domains."""

    key: str
    name_ar: str
    name_en: str
    names: tuple[str, ...]
    domains: tuple[str, ...] = ()


UNLISTED: Final = "unlisted-"
"""How the keys of entities begin that no list has."""

NO_KEY: Final = "none"
"""What no entity and no outlet may have as its key: in searches it stands for articles without any."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One passage of the title or body that names an entity or a date.

    `id` is the entity's key (None for a date), `canonical` its name in the language of the article, `value` the ISO 8601
    date (`2024-01-23`, `2022-11`, `2014`, `start/end`) or None where it can't be known. `nested` marks a name inside a
    longer one, which is kept but not counted.

    `confidence` (0 to 1) is how often mentions that were found so are right (`search/extraction/confidence.py`).
    `ambiguous` marks a name that can be a state or a place where the text does not tell which: `kind` is then the likelier.
    `cited` marks what the article names as its source: a person, organisation or outlet that says something there. A cited
    outlet is of kind 'source'; whoever else is cited stays an actor, and is a source as well.
    """

    field: TextField
    kind: MentionKind
    type: str
    canonical: str
    id: str | None
    text: str
    start: int
    end: int
    value: str | None = None
    nested: bool = False
    method: MentionMethod = "gazetteer"
    confidence: float = 1.0
    ambiguous: bool = False
    cited: bool = False

    @property
    def unconfirmed(self) -> bool:
        """Whether neither a list nor a person vouches for the entity: it was found in this text alone."""
        return self.id is not None and self.id.startswith(UNLISTED)


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage held by its words and what stands around it, so that it is found again in a changed text (the text quote
    selector of the W3C's Web Annotation model). Empty `prefix` and `suffix` mean wherever the words stand."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Corrections:
    """What people decided about one article, for its reading: fields that say otherwise than the page (an outlet as its key
    or a name, a date as ISO 8601, '' for not known), and passages that are no names."""

    fields: Mapping[Correctable, str] = field(default_factory=dict)
    not_names: tuple[Quote, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.fields or self.not_names)


@dataclass(frozen=True, slots=True)
class Draft:
    """What the product makes of one page before it is stored. `decisions_seen` as in `Knowledge`."""

    raw: RawPage
    article: CleanArticle
    language: str
    mentions: tuple[Mention, ...]
    knowledge_version: str
    decisions_seen: int = 0


class UnreadablePage(ValueError):
    """The page cannot become an article; `sentence` says why and what to do, for the ingest report."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.sentence = sentence
