"""What the markup of a page says is no part of the article: boxes of other articles and of newsletters, and labels for
screen readers."""

import re
from collections.abc import Iterator
from typing import Final

from lxml.html import HtmlElement

from search.arabic.folding import fold_text
from search.cleaning.blocks import blocks, densest
from search.cleaning.furniture import is_heading_of_links

_BOX: Final = re.compile(
    r"(?:^|[\s_-])(?:(?:jp-?)?related(?:-?(?:posts?|articles?|news))?|read-?also|also-?read|see-?also|more-on|newsletter"
    r"|most-?(?:read|viewed|popular|shared)|trending|recommended|recommendations?|you-may-like|correction|foot(?:er)?|copyrights?|disclaimer|(?:self-?)?promo|subscribe|subscription)(?:$|[\s_-])",
    re.I,
)
"""Classes and ids that templates give to boxes beside, below and within a story (WordPress, Drupal and hand-made ones)."""
_LABEL: Final = re.compile(r"(?:^|\s)(?:screen-reader-text|sr-only|visually-?hidden)(?:$|\s)", re.I)
_OF_A_BOX: Final = re.compile(r"list of \d|end of list", re.I)
"""Labels that say where a box begins and ends: `boxes.py` reads them."""
_BOX_TAGS: Final = ("div", "section", "aside", "ul", "ol", "figure")
_HEADINGS: Final = ("h2", "h3", "h4", "h5", "h6")
_LABEL_LENGTH: Final = 100
_AROUND: Final = " \t:：.…|/-–—•»«"


def without_asides(root: HtmlElement) -> HtmlElement:
    """The same tree without these boxes and labels, and without the lists below a heading of links to other articles. A box
    that holds a good part of the page's densest text stays, whatever its class, and so does whatever holds a headline.
    The lines of date and author that Drupal writes as the footer of an article become a division."""
    for footer in root.iter("footer"):
        if "meta" in (footer.get("class") or ""):
            footer.tag = "div"
    labels = [element for element in root.iter("span", "div", "h2", "a", "p") if _is_label(element)]
    unread = (label for label in labels if not _OF_A_BOX.match(str(label.text_content()).strip()))
    for element in (*_lists(root), *unread, *_boxes(root)):
        if element.getparent() is not None:
            element.drop_tree()
    return root


def _is_label(element: HtmlElement) -> bool:
    """Whether an element is a short text that only screen readers read out."""
    if not _LABEL.search(element.get("class") or "") or next(element.iter("h1"), None) is not None:
        return False
    return len(str(element.text_content())) < _LABEL_LENGTH


def _lists(root: HtmlElement) -> Iterator[HtmlElement]:
    """Headings of links to other articles that stand right above a list, and these lists, with the labels around them."""
    for heading in root.iter(*_HEADINGS):
        words = " ".join(fold_text(str(heading.text_content())[:_LABEL_LENGTH]).split())
        if not is_heading_of_links(words.strip(_AROUND)):
            continue
        box = [heading]
        for below in heading.itersiblings():
            box.append(below)
            if below.tag in ("ul", "ol"):
                after = below.getnext()
                yield from (*box, *([after] if after is not None and _is_label(after) else []))
            if not _is_label(below):
                break


def _boxes(root: HtmlElement) -> list[HtmlElement]:
    """The outermost boxes that hold no headline and less than a quarter of the densest text."""
    inside: set[HtmlElement] = set()
    found: list[tuple[HtmlElement, set[HtmlElement]]] = []
    for element in root.iter(*_BOX_TAGS):
        if element not in inside and _BOX.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
            held = set(element.iter())
            if not any(part.tag == "h1" for part in held):
                inside |= held
                found.append((element, held))
    if not found:
        return []
    story = densest(list(blocks(root)))
    quarter = sum(len(block.text) for block in story) / 4
    return [box for box, held in found if sum(len(one.text) for one in story if one.place in held) < quarter]
