"""Records: one article as a JSON object with `id, title, body, date, updated, outlet, url, author, section`; and `fetched`
(or `crawled`) and `date_reliable`, which tell the day of a crawl from that of publication. Other fields mean nothing here."""

import html
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from lxml import etree
from lxml import html as lxml_html

from search.arabic.folding import fold_text
from search.cleaning.bylines import PLACES, header_parts, read_byline, read_names
from search.cleaning.datelines import Dateline, is_medium, read_dateline
from search.cleaning.decoding import tidy
from search.cleaning.endings import mark_endings
from search.cleaning.learned import mark_learned, mark_signatures
from search.cleaning.lines import Line, check_size, split
from search.cleaning.moments import parse_moment, read_date_line
from search.cleaning.outlets import OutletList
from search.cleaning.passes import mark_captions, mark_controls, mark_copies, mark_read_also
from search.cleaning.text import assemble
from search.cleaning.zones import mark_header_lines
from search.sentences import Sentence
from search.types import CleanArticle, Moment, UnreadablePage

_EDGES: Final = 3
"""Lines at either end of a body in which its dateline and byline stand, if it has them."""

_TAG: Final = re.compile(
    r"</?(?:p|br|div|span|a|b|i|u|em|strong|img|ul|ol|li|h[1-6]|font|table|tr|td|figure|blockquote)\b[^<>]*>", re.I
)
_ENTITY: Final = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});")
_BLOCKS: Final = (
    "p",
    "br",
    "div",
    "li",
    "tr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "figure",
    "ul",
    "ol",
    "table",
)
_FETCHED: Final = ("fetched", "fetched_at", "crawled", "crawled_at", "crawl_date")
_QUOTES: Final = '«»"“” :'
_NO_TEXT: Final = ("script", "style", "noscript", "iframe", "template")


def clean_record(text: str, outlets: OutletList) -> CleanArticle:
    """The article of a JSON object. What the object says goes before what its text says. Raises UnreadablePage where it
    is no object, a field has no text in it, or neither title nor body is there."""
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise UnreadablePage(
            Sentence("The record is not valid JSON (%(problem)s): write one object on each line.", problem=str(problem))
        ) from None
    if not isinstance(fields, Mapping):
        raise UnreadablePage(
            Sentence('The record is no JSON object: write one article as {"title": ..., "body": ...}.')
        )
    title = " ".join(plain(_text(fields, "title")).split())
    body = plain(_text(fields, "body"))
    if not title and not body.strip():
        raise UnreadablePage(Sentence("The record has neither a title nor a body: give it at least one of the two."))
    found = _clean_body(body, title, outlets)
    url = _text(fields, "url").strip() or None
    given_outlet = _text(fields, "outlet").strip()
    published, fetched = _dates(fields)
    signed = [_signature(name, outlets) for name in _names(fields.get("author"))]
    authors = tuple(dict.fromkeys(author for signature in signed for author in signature.authors))
    return replace(
        found,
        title=title,
        outlet=(outlets.named(given_outlet) if given_outlet else None) or outlets.of_url(url) or found.outlet,
        published=published or found.published,
        updated=parse_moment(_text(fields, "updated")) or found.updated,
        fetched=fetched,
        authors=authors or found.authors,
        dateline=found.dateline or next((signature.place for signature in signed if signature.place), None),
        section=next(iter(_text(fields, "section").split("\n")), "").strip() or None,
        url=url,
        given_id=_text(fields, "id").strip() or None,
    )


def plain(text: str) -> str:
    """Text without HTML: where it has tags, blocks become lines; entities become characters."""
    if _TAG.search(text):
        try:
            root = lxml_html.fragment_fromstring(text, create_parent="div")
        except (etree.ParserError, etree.XMLSyntaxError, ValueError):
            return html.unescape(_TAG.sub("\n", text))
        for element in root.iter(*_NO_TEXT):
            element.text = None
        for element in list(root.iter(*_BLOCKS)):
            element.text = "\n" + tidy(element.text or "")  # references may name characters that no tree takes back
            element.tail = "\n" + tidy(element.tail or "")
        return tidy(str(root.text_content()))
    return tidy(html.unescape(text)) if _ENTITY.search(text) else text


def _clean_body(body: str, title: str, outlets: OutletList) -> CleanArticle:
    """The body's lines. Only what is furniture for sure goes: the field holds an article, not a page."""
    check_size(body)
    lines = split(body)
    mark_learned(lines, outlets.learned)
    mark_controls(lines)
    mark_header_lines(lines, outlets.names, edges=_EDGES)
    mark_signatures(lines, outlets.learned)
    mark_captions(lines)
    mark_copies(lines)
    mark_read_also(lines)
    mark_endings(lines)
    if len(lines) > 1 and lines[0].text == title and lines[1].is_prose:  # a poem's title is its first verse
        lines[0].mark("furniture", "copy of the title")
    for line in lines:
        line.mark("body", "field")
    _keep_one(lines)
    return assemble(lines, outlets)


def _keep_one(lines: Sequence[Line]) -> None:
    """A body of which nothing would be left keeps its longest line that is no furniture: captions, datelines and dates
    stand beside a story, never in its stead."""
    if any(line.role == "body" for line in lines):
        return
    told = [line for line in lines if line.role != "furniture"]
    if told:
        longest = max(told, key=lambda line: len(line.text))
        longest.role, longest.why = "body", "all that the record holds"


def _text(fields: Mapping[str, object], name: str) -> str:
    """A field as text: a number as its digits, a list of texts as lines, '' where it is missing or null."""
    value = fields.get(name)
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = "\n".join(value)
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise UnreadablePage(
            Sentence("The field '%(name)s' of the record is not text: write it as a JSON string.", name=name)
        )
    return tidy(str(value))


def _dates(fields: Mapping[str, object]) -> tuple[Moment | None, Moment | None]:
    """(published, fetched). The date of a record that says `date_reliable: false`, or says that it is the date of the crawl
    and not that it is reliable, is that of the fetch."""
    given = parse_moment(_text(fields, "date"))
    fetched = next((moment for name in _FETCHED if (moment := parse_moment(_text(fields, name)))), None)
    reliable = fields.get("date_reliable", not fields.get("date_is_crawl_date"))
    if reliable:
        return given, fetched
    return None, fetched or parse_moment(_text(fields, "datetime")) or given


def _signature(name: str, outlets: OutletList) -> Dateline:
    """What the author field of a record names: often a dateline (`واس - الرياض`, `رنا حكيم (جدة)`) in the place of a name."""
    name = next((part for part in header_parts(name) if read_date_line(fold_text(part)) is None), "")
    line = Line(name, " ".join(fold_text(name).split()), False)
    if not name or is_medium(line.key.strip(_QUOTES), outlets.names) or outlets.known(name.strip(_QUOTES)):
        return Dateline(None, name or None)
    if found := read_dateline(line, outlets.names, sure=True):
        return found
    before, _from, place = name.rpartition(" من ")
    if before and fold_text(place) in PLACES:
        return _signature(before, outlets)._replace(place=place)
    return Dateline(None, None, read_byline(line) or read_names(name) or (name.rstrip(" :"),))


def _names(value: object) -> list[str]:
    names = value if isinstance(value, list) else [value]
    shown = (" ".join(plain(tidy(name)).split()) for name in names if isinstance(name, str))
    return [name for name in shown if name.strip(" :")]
