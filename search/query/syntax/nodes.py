"""What a query says, as a tree. Words are as they were typed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from search.query.syntax.vocabulary import Field


@dataclass(frozen=True, slots=True)
class Word:
    """One word; of a piece with punctuation inside, the words that it is made of, all of them."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words side by side, in order."""

    text: str


@dataclass(frozen=True, slots=True)
class Near:
    """Words in any order with at most `between` others between them."""

    text: str
    between: int


@dataclass(frozen=True, slots=True)
class Wildcard:
    """A word in which `*` stands for any letters, also none, and `?` for one."""

    pattern: str


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """A word of which `edits` letters may differ. `similar` are such words that texts have, filled in by `similar`."""

    text: str
    edits: int
    similar: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """What names the entity or outlet called `name`. `keys` are filled in by `naming`. It stands at `start` to `end`."""

    facet: Field
    name: str
    start: int
    end: int
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Published:
    """On one of these days, both included; None is open."""

    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The text names one of these days, months or years (values of the facet)."""

    periods: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """`node` in the title alone."""

    node: "Node"


@dataclass(frozen=True, slots=True)
class Not:
    node: "Node"


@dataclass(frozen=True, slots=True)
class Must:
    """`node` is needed also where only most of the words are asked for, and where it is a function word."""

    node: "Node"


@dataclass(frozen=True, slots=True)
class And:
    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Together:
    """What stands side by side without an operator: all of it, or most of its words."""

    nodes: tuple["Node", ...] = ()


@dataclass(frozen=True, slots=True)
class Nothing:
    """A query that holds no word: it finds nothing."""


Filter = Named | Published | Mentioned
Text = Word | Phrase | Near | Wildcard | Fuzzy
Node = Text | Filter | Title | Not | Must | And | Or | Together | Nothing


def leaves(node: Node) -> Iterator[Node]:
    """What holds no other node, in the order of the text."""
    if isinstance(node, Title | Not | Must):
        yield from leaves(node.node)
    elif isinstance(node, And | Or | Together):
        for part in node.nodes:
            yield from leaves(part)
    else:
        yield node


def rewritten(node: Node, change: Callable[[Node], Node]) -> Node:
    """The tree with every leaf replaced by what `change` makes of it."""
    if isinstance(node, Title | Not | Must):
        return replace(node, node=rewritten(node.node, change))
    if isinstance(node, And | Or | Together):
        return replace(node, nodes=tuple(rewritten(part, change) for part in node.nodes))
    return change(node)
