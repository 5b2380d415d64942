"""The markup of a page as a tree, with all its text: parsers drop what is nested too deep, and this notices."""

import re
from collections.abc import Sequence
from typing import Final

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

from search.cleaning.decoding import tidy

_ARABIC: Final = re.compile("[\u0621-\u064a]")
_ANY_TAG: Final = re.compile(r"<[^<>]*>")
_PICTURE: Final = re.compile(r"data:(?:image|font)/[^\"'()\s<>]*")
_KEPT_TAG: Final = re.compile(
    r"</?(?:p|h[1-6]|li|br|meta|link|title|time|body|head|html|article)(?:\s[^<>]*)?/?>", re.I
)
_BLOCK_TAG: Final = re.compile(
    r"</?(?:div|section|td|tr|blockquote|main|header|footer|nav|aside|ul|ol)(?:\s[^<>]*)?>", re.I
)
_DEPTH: Final = 200
"""Tags open at once from which a page is flattened before parsing: libxml2 drops what is nested deeper than 256."""

_FEW_LETTERS: Final = 30
"""Letters that a tree may lack: less than a sentence."""

_OPENING: Final = re.compile(
    r"<(/?)(?:div|span|font|b|i|u|em|strong|table|ul|ol|section|blockquote|center|article|main)\b", re.I
)
CELL_END: Final = "\u241f"
"""Divides the cells of a row (the symbol for a unit separator: trafilatura drops what cannot be printed)."""

_LAYS_OUT: Final = ("h1", "h2", "h3", "p", "div", "img", "table", "form", "script", "input")
_LARGEST_TABLE: Final = 20_000
NO_TEXT: Final = ("script", "style", "noscript", "template", "svg", "iframe")


def parse(markup: str) -> HtmlElement | None:
    """The tree of a page, flattened where the parser would lose some of its text (nested too deep, cut off inside a tag);
    None where nothing can be parsed. Time is linear in the length of `markup`."""
    if _too_deep(markup):
        return _parse(flatten(markup))
    root = _parse(markup)
    written = len(_ARABIC.findall(_ANY_TAG.sub(" ", without_scripts(markup))))
    read = _letters(root)
    if written - read <= _FEW_LETTERS:
        return root
    flat = _parse(flatten(markup))
    return flat if _letters(flat) > read + _FEW_LETTERS else root


def without_pictures(markup: str) -> str:
    """Markup without pictures that are written into it."""
    return _PICTURE.sub("", markup)


def without_layout_tables(root: HtmlElement) -> HtmlElement:
    """The same tree, in which tables that hold headings, paragraphs or divisions became divisions: they lay out a page."""
    for table in list(root.iter("table")):
        if next(table.iter("h1", "h2", "p", "div"), None) is not None:
            for element in table.iter("table", "tbody", "tr", "td"):
                element.tag = "div"
    return root


def with_rows(root: HtmlElement) -> HtmlElement:
    """The same tree, in which tables of figures became divisions with a paragraph for each row, its cells divided by
    `CELL_END`: two rows of two cells or more, and hardly a link in them. Lay-out tables stay as they are."""
    for table in list(root.iter("table")):
        if any(inside is not table for inside in table.iter(*_LAYS_OUT)):
            continue
        rows = list(table.iter("tr"))
        cells = _cells(rows)
        if sum(len(row) > 1 for row in cells) < 2:
            continue
        written = sum(len(cell) for row in cells for cell in row)
        if sum(len(str(link.text_content())) for link in table.iter("a")) * 2 > written:
            continue
        for part in list(table.iter("table", "thead", "tbody", "tfoot")):
            part.tag = "div"
        for row, texts in zip(rows, cells, strict=True):
            tail = row.tail
            row.clear()
            row.tag, row.text, row.tail = "p", CELL_END.join(text for text in texts if text), tail and tidy(tail)
    return root


def json_ld(markup: str) -> list[str]:
    """The texts of a page's JSON-LD scripts, in order."""
    return [text for tag, text in _scripts(markup) if "ld+json" in tag.lower()]


def flatten(markup: str) -> str:
    """Markup with nothing but headings, paragraphs and what the head says; other blocks become paragraph breaks."""
    bare = without_scripts(markup)
    bare = _BLOCK_TAG.sub("<p>", bare)
    return _ANY_TAG.sub(lambda tag: tag[0] if _KEPT_TAG.fullmatch(tag[0]) or tag[0] == "<p>" else "", bare)


def without_scripts(markup: str) -> str:
    """Markup without comments and the elements whose content nobody reads."""
    text = _without(markup, "<!--", "-->")
    for name in NO_TEXT:
        text = _without(text, f"<{name}", f"</{name}>")
    return text


def _parse(markup: str) -> HtmlElement | None:
    try:
        parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
        return lxml_html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None


def _cells(rows: Sequence[HtmlElement]) -> list[list[str]]:
    """The texts of the cells of each row; [] for more text than a table has (broken markup may hold all rows in one cell)."""
    cells: list[list[str]] = []
    written = 0
    for row in rows:
        cells.append([" ".join(tidy(str(cell.text_content())).split()) for cell in row if cell.tag in ("td", "th")])
        written += sum(map(len, cells[-1]))
        if written > _LARGEST_TABLE:
            return []
    return cells


def _letters(root: HtmlElement | None) -> int:
    return len(_ARABIC.findall(str(root.text_content()))) if root is not None else 0


def _too_deep(markup: str) -> bool:
    depth = 0
    for found in _OPENING.finditer(markup):
        depth += -1 if found[1] else 1
        if depth > _DEPTH:
            return True
        depth = max(depth, 0)
    return False


def _scripts(markup: str) -> list[tuple[str, str]]:
    """(opening tag, content) of each script; linear, as `_without` is."""
    found, at, lower = [], 0, markup.lower()
    while (start := lower.find("<script", at)) >= 0 and (inside := markup.find(">", start)) >= 0:
        end = lower.find("</script", inside)
        if end < 0:
            break
        found.append((markup[start:inside], markup[inside + 1 : end]))
        at = end
    return found


def _without(text: str, opening: str, closing: str) -> str:
    """`text` without each stretch from `opening` to `closing`. An opening that is never closed is left (browsers show the
    rest of such a page as text). Linear, unlike a lazy pattern on a page of a thousand openings."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = text
    kept, at = [], 0
    while (start := lower.find(opening, at)) >= 0:
        end = lower.find(closing, start)
        if end < 0:
            break
        kept.append(text[at:start])
        at = end + len(closing)
    return "".join([*kept, text[at:]])
