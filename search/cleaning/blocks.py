"""The text of a tree as a reader sees it: blocks in page order, and which of them hang together."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree
from lxml.html import HtmlElement

from search.cleaning.tree import CELL_END, NO_TEXT

_BLOCKS: Final = frozenset(
    "address article aside blockquote body br center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol option p pre section table tbody td tfoot th thead tr ul".split()
)
_BESIDE: Final = frozenset(("nav", "aside", "footer", "form", "button", "select", "head", *NO_TEXT))
_UNSEEN: Final = frozenset(("head", *NO_TEXT))
_BESIDE_ROLES: Final = frozenset(("navigation", "complementary", "contentinfo", "search", "dialog"))
_INLINE: Final = ("span", "a", "small", "em", "i", "b", "strong")
_APART: Final = re.compile(
    r"(?:^|[\s_-])(?:date|author|byline|writer|published|timestamp|views|post-?meta|(?:photo|image)?-?credits?|photographer)(?:$|[\s_-])",
    re.I,
)
"""Parts of a header that templates set beside each other without a space between."""

AUTHOR: Final = re.compile(r"(?:^|[\s_-])(?:author|byline|writer)(?:[\s_-]?name)?(?:$|\s)", re.I)
"""Classes of the element that holds an author's name."""

_SHORTEST: Final = 40
"""Characters from which a block counts for its container: shorter ones are items of menus."""


@dataclass(slots=True)
class Block:
    """One stretch of text between block tags. `linked` characters of it stand in links; `place` is its element."""

    text: str
    linked: int
    place: HtmlElement


def blocks(root: HtmlElement, *, whole: bool = False) -> Iterator[Block]:
    """The blocks of a tree in page order, without those of menus, side boxes, forms and footers unless the `whole` page is
    asked for."""
    around = set(_forms_around(root))
    pieces: list[str] = []
    linked = links = skipped = 0
    place = root
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if not isinstance(tag, str):
            continue
        if tag in _INLINE and _APART.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
            tag = "div"
        beside = (
            tag in _UNSEEN
            if whole
            else (tag in _BESIDE and element not in around) or element.get("role") in _BESIDE_ROLES
        )
        if tag in _BLOCKS and not skipped:
            if text := _text(pieces):
                yield Block(text, linked, place)
            pieces, linked = [], 0
            place = (
                element
                if event == "start" and tag != "br"
                else (element.getparent() if element.getparent() is not None else root)
            )
        skipped += beside if event == "start" else -beside
        links += (tag == "a") * (1 if event == "start" else -1)
        written = element.text if event == "start" else element.tail
        if written and not skipped:
            pieces.append(written)
            linked += len(written.strip()) * (event == "start" and links > 0)
    if text := _text(pieces):
        yield Block(text, linked, place)


def _text(pieces: list[str]) -> str:
    """One line, its cells parted by tabs; empty where there are only empty cells."""
    text = " ".join("".join(pieces).split()).replace(CELL_END, "\t")
    return "" if text.isspace() else text


def _forms_around(root: HtmlElement) -> Iterator[HtmlElement]:
    """The forms that hold most of a page's text, as all pages of ASP.NET are one form."""
    forms = list(root.iter("form"))
    if forms:
        half = len(str(root.text_content())) / 2
        yield from (form for form in forms if len(str(form.text_content())) > half)


def densest(found: list[Block]) -> list[Block]:
    """The blocks of the container that holds most of the text: the score of a block's length goes to its parent whole and
    to the next two ancestors in halves (the idea of Readability's scoring)."""
    scores: defaultdict[HtmlElement, float] = defaultdict(float)
    for block in found:
        own = len(block.text) - 2 * block.linked
        if own < _SHORTEST:
            continue
        share = float(own)
        ancestor: HtmlElement | None = (
            block.place if block.place.tag not in ("p", "h2", "h3", "h4", "span") else block.place.getparent()
        )
        for _ in range(3):
            if ancestor is None:
                break
            scores[ancestor] += share
            share /= 2
            ancestor = ancestor.getparent()
    if not scores:
        return []
    best = max(scores, key=lambda element: scores[element])
    inside = set(best.iter())
    return [block for block in found if block.place in inside and block.linked * 2 < len(block.text)]
