"""The captions of a page's pictures, by where its markup puts them."""

import re
from collections.abc import Collection, Iterator
from typing import Final

from lxml.html import HtmlElement

from search.cleaning.lines import Line
from search.cleaning.passes import CAPTION_LIMIT

_CAPTION: Final = re.compile(
    r"caption|(?:photo|img|image|pic)[-_]?(?:cap|desc|legend)|(?:^|[\s_-])(?:cap|legend)(?:$|[\s_-])", re.I
)
"""Classes and ids that templates give to captions (WordPress, Drupal, Joomla, and hand-made ones in the same manner)."""

_MARKED: Final = re.compile(
    r"(?:wp|image|img|photo|figure|picture|featured)[-_]?caption(?:[-_]?text)?(?:$|[\s_-])", re.I
)
"""Classes that say it also without a picture beside them."""

_CREDIT: Final = re.compile(r"(?:^|[\s_-])(?:credits?|photographer)(?:$|[\s_-])", re.I)
_HEADINGS: Final = ("h1", "h2", "h3", "h4")
_FEW_WORDS: Final = 25


def read_captions(root: HtmlElement) -> frozenset[str]:
    """The texts, with single spaces, that stand as captions: `figcaption`; elements marked as a caption, by a class that leaves
    no doubt or beside a picture;
    and the few words, no sentence, that share their cell or division with nothing but a picture."""
    return frozenset(text for text in _found(root) if text and len(text) <= CAPTION_LIMIT)


def _found(root: HtmlElement) -> Iterator[str]:
    for element in root.iter("figcaption"):
        yield _text(element)
    for element in root.iter("p", "div", "span", "dd"):
        if _MARKED.search(element.get("class") or ""):
            yield _text(element)
    for picture in root.iter("img", "amp-img"):
        place: HtmlElement | None = picture.getparent()
        if place is not None and (centred := _centred_below(place)):
            yield centred
        for _ in range(3):
            if place is None or place.tag in ("body", "article", "main", "tr", "table"):
                break
            text = _text(place)
            if len(text) > 2 * CAPTION_LIMIT or next(place.iter(*_HEADINGS), None) is not None:
                break
            for element in place.iter():
                marks = f"{element.get('class') or ''} {element.get('id') or ''}"
                if isinstance(element.tag, str) and element is not place and _CAPTION.search(marks):
                    yield _text(element)
            if text:
                line = Line(text, text, False)
                if 2 <= line.words <= _FEW_WORDS and not line.is_sentence and next(place.iter("a"), None) is None:
                    yield text
                break
            place = place.getparent()


def _centred_below(place: HtmlElement) -> str:
    """The few words, no sentence, that are centred right below a paragraph with nothing but a picture; else ''."""
    below = place.getnext()
    if below is None or place.tag not in ("p", "div") or below.tag not in ("p", "div") or _text(place):
        return ""
    text = _text(below) if "center" in f"{below.get('style') or ''} {below.get('align') or ''}" else ""
    line = Line(text, text, False)
    return text if 2 <= line.words <= _FEW_WORDS and not line.is_sentence else ""


def _text(element: HtmlElement) -> str:
    """The text of an element; without a part that is marked as the picture's credit, which is no part of what it shows."""
    credits = {inside for inside in element.iter("span", "div", "small") if _CREDIT.search(inside.get("class") or "")}
    if not credits or element in credits:
        return " ".join(str(element.text_content()).split())
    return " ".join("".join(_without(element, credits)).split())


def _without(element: HtmlElement, left_out: Collection[HtmlElement]) -> Iterator[str]:
    if element not in left_out:
        yield element.text or ""
        for inside in element:
            yield from _without(inside, left_out)
            yield inside.tail or ""
