"""Pages as copied from a browser: text without markup, the article somewhere between menus and boxes."""

from collections.abc import Sequence
from dataclasses import replace

from search.arabic.folding import fold_text
from search.cleaning.appeals import mark_appeals
from search.cleaning.boxes import mark_boxes
from search.cleaning.endings import mark_endings
from search.cleaning.header import read_header
from search.cleaning.learned import mark_learned, mark_signatures, signature
from search.cleaning.lines import Line, check_size, split
from search.cleaning.outlets import OutletList, outlet_of_text
from search.cleaning.passes import (
    mark_caption_copies,
    mark_captions,
    mark_controls,
    mark_copies,
    mark_country_lists,
    mark_end,
    mark_mastheads,
    mark_read_also,
)
from search.cleaning.printed import mark_printed
from search.cleaning.sections import read_section
from search.cleaning.zones import mark_header_lines, mark_zones
from search.types import CleanArticle


def clean_text(text: str, outlets: OutletList) -> CleanArticle:
    """The article of a decoded text page. Its title is '' where the page begins with the story."""
    check_size(text)
    lines = split(text)
    mark_learned(lines, outlets.learned)
    mark_printed(lines)
    mark_end(lines)
    mark_boxes(lines)
    mark_controls(lines)
    mark_appeals(lines)
    mark_mastheads(lines)
    mark_country_lists(lines)
    mark_header_lines(lines, outlets.names)
    mark_signatures(lines, outlets.learned)
    mark_captions(lines)
    mark_caption_copies(lines)
    mark_copies(lines)
    mark_read_also(lines)
    mark_endings(lines)
    mark_zones(lines)
    return replace(assemble(lines, outlets), section=read_section(lines))


def assemble(lines: Sequence[Line], outlets: OutletList) -> CleanArticle:
    """The article that lines with roles make up. What is neither title, story nor caption goes to `dropped`."""
    shown: set[str] = set()
    for line in lines:
        if line.role == "caption" and line.text in shown:
            line.role, line.why = "furniture", "second copy of a caption"
        elif line.role == "caption":
            shown.add(line.text)
    header = read_header(lines, outlets.names)
    body = "\n".join(line.text for line in lines if line.role == "body")
    dropped = tuple(line.text for line in lines if line.role not in ("title", "body", "caption"))
    outlet = outlet_of_text(body, header.sources, dropped, outlets)
    signed = signature(lines, outlets.learned)
    own = outlet is not None and header.dateline is not None and fold_text(header.dateline) == fold_text(outlet)
    return CleanArticle(
        title=next((line.text for line in lines if line.role == "title"), ""),
        body=body,
        outlet=outlet,
        published=header.published,
        updated=header.updated,
        fetched=header.fetched,
        authors=header.authors or signed.authors,
        dateline=(None if own else header.dateline) or signed.place,  # `OUTLET - خاص` names no place
        captions=tuple(line.text for line in lines if line.role == "caption"),
        dropped=dropped,
    )
