"""HTML pages: the main text by trafilatura, checked against the page's own blocks; the header by its markup."""

import re
from collections import defaultdict
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Final

import trafilatura
from lxml.html import HtmlElement

from search.arabic.folding import fold_text
from search.cleaning.appeals import mark_appeals
from search.cleaning.asides import without_asides
from search.cleaning.blocks import AUTHOR, Block, blocks, densest
from search.cleaning.boxes import mark_boxes
from search.cleaning.bylines import AUTHOR_MARKED, is_person, read_byline, read_names
from search.cleaning.captions import is_only_a_credit
from search.cleaning.datelines import read_dateline
from search.cleaning.decks import mark_decks, read_decks, without_decks
from search.cleaning.endings import mark_endings
from search.cleaning.furniture import WIDGETS
from search.cleaning.header import read_masthead
from search.cleaning.headline import read_site, read_title
from search.cleaning.learned import mark_learned, mark_signatures
from search.cleaning.lines import Line, check_size, split
from search.cleaning.markup import Markup, read_markup
from search.cleaning.moments import read_date_line
from search.cleaning.openings import mark_openings
from search.cleaning.outlets import OutletList
from search.cleaning.passes import (
    mark_caption_copies,
    mark_captions,
    mark_controls,
    mark_copies,
    mark_end,
    mark_mastheads,
    mark_read_also,
)
from search.cleaning.pictures import read_captions
from search.cleaning.sections import section_of_tree
from search.cleaning.text import assemble
from search.cleaning.tree import (
    CELL_END,
    json_ld,
    parse,
    with_rows,
    without_layout_tables,
    without_pictures,
    without_scripts,
)
from search.cleaning.zones import mark_header_lines
from search.sentences import Sentence
from search.types import CleanArticle, UnreadablePage

_FOR_TRAFILATURA: Final = 20_000
_LONG: Final = 500_000
"""Tags and characters up to which trafilatura stays within half a second and 100 MB; pages with more are read by their blocks
alone."""

_HEADER_LINES: Final = 25
"""Blocks between headline and story at most: share bars, date, byline, picture and its caption."""

_SAVED: Final = re.compile(r"<!-- saved from url=\(\d{4}\)(https?://\S{4,2000}) -->")
_HEAD: Final = 10_000
"""What browsers write above a page that they save, and where."""

_FEW_WORDS: Final = 8
"""Words of the site's name and the newsroom together, at most."""
_SIGNS: Final = "-–—|/:،"
_SHORT: Final = 120
"""Characters of the longest lines of date, time and newsroom."""


def clean_html(text: str, outlets: OutletList) -> CleanArticle:
    """The article of a decoded HTML page. Raises UnreadablePage for a page that has no markup to parse."""
    text = without_pictures(text)
    saved = _SAVED.search(text[:_HEAD])
    scripts = json_ld(text)
    text = without_scripts(text)
    check_size(text)
    root = parse(text)
    if root is None:
        raise UnreadablePage(
            Sentence("The page has no HTML that can be parsed: save it again from a browser, or as text.")
        )
    markup = read_markup(with_rows(root), scripts)
    markup.url = markup.url or (saved and saved[1])
    found = list(blocks(root := without_asides(root)))
    story = _story(root, found, markup, text.count("<") <= _FOR_TRAFILATURA and len(text) <= _LONG)
    site = read_site(root, markup, outlets)
    title = read_title(markup, site, [block.text for block in found], outlets)
    decks = read_decks(found)
    whole = [piece for text in _below_headline(story, found, title) for piece in _apart(text, site)]
    story = without_decks(whole, decks)
    header = _header_lines(found, title, story, site)
    shown = {line.text for line in header}
    story = [*(text for text in whole[: len(whole) - len(story)] if text not in shown), *story]
    lines = [*header, *split("\n".join(story))]
    mark_learned(lines, outlets.learned)
    _mark_title(lines, title)
    _mark_site(lines, site)
    _mark_pictures(lines, root)
    mark_end(lines)
    mark_boxes(lines)
    mark_controls(lines)
    mark_appeals(lines)
    mark_mastheads(lines)
    _mark_authors(lines, found, story)
    mark_header_lines(lines, {*outlets.names, fold_text(site or "")}, edges=_HEADER_LINES)
    mark_signatures(lines, outlets.learned)
    mark_decks(lines, decks)
    mark_captions(lines)
    mark_caption_copies(lines)
    mark_copies(lines)
    mark_read_also(lines, {block.text for block in found if block.linked * 2 > len(block.text)})
    mark_endings(lines)
    mark_openings(lines)
    in_story = {*story, *decks}
    for line in lines:
        line.mark("body" if line.text in in_story else "furniture", "by its place in the page")
    article = assemble(lines, outlets)
    above = [block.text for block in found[: next((at for at, block in enumerate(found) if block.text == title), 0)]]
    issued, today = read_masthead(above)
    published = markup.published or article.published or issued
    if published and today and published.timetuple()[:3] == today.timetuple()[:3]:
        today = None  # a date above the headline, as Blogger has it
    outlet = (outlets.named(site) if site else None) or outlets.of_url(markup.url) or article.outlet
    return replace(
        article,
        title=title,
        outlet=outlet,
        published=published,
        dateline=None if _is_part(article.dateline, outlet) else article.dateline,
        fetched=article.fetched or today,
        updated=markup.updated or article.updated,
        authors=_authors(markup, site, article, outlets),
        url=markup.url,
        section=markup.section or section_of_tree(root, found, title),
    )


def _story(root: HtmlElement, found: Sequence[Block], markup: Markup, small: bool) -> list[str]:
    """The lines of the main text. trafilatura's, unless the page's densest container has clearly more (it drops short
    paragraphs and unusual templates), or the article's own JSON-LD has when nothing else does."""
    blocks_of_story = densest(list(found))
    own = [block.text for block in blocks_of_story]
    extracted: list[str] = []
    if small:
        text = trafilatura.extract(
            without_layout_tables(deepcopy(root)),
            output_format="txt",
            include_comments=False,
            include_tables=False,
            favor_recall=True,
        )
        written = (text or "").replace(CELL_END, "\t").split("\n")
        texts = {block.text for block in found}
        lines = (line.strip() for line in written if line.strip())
        extracted = _as_blocks([line if line in texts else line.removeprefix("- ").strip() for line in lines], found)
    best = own if _size(own) > 1.15 * _size(extracted) else _with_gaps_filled(extracted, blocks_of_story, found)
    if _size(best) * 2 < len(markup.body):
        return [line.strip() for line in markup.body.split("\n") if line.strip()]
    return best


def _as_blocks(extracted: list[str], found: Sequence[Block]) -> list[str]:
    """`extracted`, with lines that are several blocks of the page written together as these blocks."""
    texts = {block.text for block in found}
    if all(line in texts for line in extracted):
        return extracted
    starts: dict[int, int] = {}
    pieces = ["".join(block.text.split()) for block in found]
    at = 0
    for number, piece in enumerate(pieces):
        starts[at] = number
        at += len(piece)
    starts[at] = len(found)
    page = "".join(pieces)
    lines: list[str] = []
    for line in extracted:
        bare = "".join(line.split())
        at = page.find(bare) if line not in texts else -1
        first, last = starts.get(at), starts.get(at + len(bare))
        if first is None or last is None or last - first < 2:
            lines.append(line)
        else:
            lines += [block.text for block in found[first:last]]
    return lines


def _with_gaps_filled(extracted: list[str], own: Sequence[Block], found: Sequence[Block]) -> list[str]:
    """`extracted` with those paragraphs of the densest container that stand between two of its own and are missing, and
    with the rows of a table below its last; all in the order of the page."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, block in enumerate(found):
        places[block.text].append(at)
    placed: list[tuple[int, str]] = []
    before = -1
    for text in extracted:
        before = next((at for at in places[text] if at > before), before)
        placed.append((before, text))
    have = set(extracted)
    known = [at for block in own if block.text in have for at in places[block.text]]
    if len(known) < 2:
        return extracted
    first, last = min(known), max(known)
    inside = set(map(id, own))
    for at, block in enumerate(found):
        if id(block) in inside and block.text not in have and at > first and (at < last or "\t" in block.text):
            placed.append((at, block.text))
    return [text for _at, text in sorted(placed, key=lambda line: line[0])]


def _below_headline(story: list[str], found: Sequence[Block], title: str) -> list[str]:
    """The story without the lines at its start that stand above the page's headline, and without the headline: what lies
    between headline and story comes with the header."""
    texts = [block.text for block in found]
    prose = next((line.text for line in split("\n".join(story)) if line.is_prose), None)
    end = texts.index(prose) if prose in texts else len(texts)
    headline = next((at for at in reversed(range(end)) if title and texts[at] == title), None)
    if headline is None:
        return story
    above = {title, *texts[:headline]}
    start = next((at for at, text in enumerate(story) if text not in above), len(story))
    return story[start:] if start < len(story) else story


def _header_lines(found: Sequence[Block], title: str, story: Sequence[str], site: str | None) -> list[Line]:
    """The blocks between the headline and the story, as lines: date, byline and caption stand there. The site's name
    beside a date is a line of its own."""
    if not story:
        return []
    texts = [block.text for block in found]
    first = next((texts.index(text) for text in story if text in texts), None)
    if first is None:
        return []
    key = fold_text(title)
    above = range(max(0, first - _HEADER_LINES), first)
    start = next((at + 1 for at in reversed(above) if title and fold_text(found[at].text) == key), None)
    if start is None:
        start = max(0, first - 6)
    return split("\n\n".join(piece for block in found[start:first] for piece in _apart(block.text, site)))


def _apart(text: str, site: str | None) -> list[str]:
    """A header line whose date stands before the site's name, as two lines; any other as it is."""
    before, name, after = text.partition(site) if site and len(text) < _SHORT else (text, "", "")
    if name and read_date_line(" ".join(fold_text(before).split())) is not None:
        return [before.strip(), name + after]
    return [text]


def _mark_site(lines: Sequence[Line], site: str | None) -> None:
    """The site's name above the story, alone or with the newsroom behind a dash: `SITE - المحرر`."""
    for line in lines:
        if not site or line.is_prose:
            return
        rest = line.text.removeprefix(site).strip()
        if line.text.startswith(site) and (not rest or (rest[0] in _SIGNS and line.words <= _FEW_WORDS)):
            told = rest and read_dateline(line, {fold_text(site)}, sure=True)
            named = rest and read_names(rest.lstrip(_SIGNS + " "))
            line.mark("dateline" if named or (told and told.authors) else "furniture", "the site's name")


def _mark_pictures(lines: Sequence[Line], root: HtmlElement) -> None:
    captions = read_captions(root)
    for line in lines:
        if line.text in captions and not WIDGETS.fullmatch(line.key):
            line.mark("furniture" if is_only_a_credit(line.key) else "caption", "beside a picture")


def _mark_title(lines: Sequence[Line], title: str) -> None:
    """Copies of the headline among the lines, and the menus above the first of them."""
    copies = [at for at, line in enumerate(lines) if title and line.text == title]
    for at in copies:
        lines[at].mark("furniture", "copy of the title")
    for line in lines[: copies[0]] if copies else ():
        if not line.is_prose and not line.is_sentence:
            line.mark("furniture", "above the title")


def _mark_authors(lines: Sequence[Line], found: Sequence[Block], story: Sequence[str]) -> None:
    """A name alone above the story, by its given name or because the markup says that the author stands there."""
    marked = {block.text for block in found if AUTHOR.search(block.place.get("class") or "")}
    for line in lines:
        if line.text in story[:1] or line.is_prose:
            return
        named = read_byline(line) is not None
        if is_person(line) or (line.text in marked and 2 <= line.words <= 5 and not named):
            line.mark("byline", AUTHOR_MARKED)


def _authors(markup: Markup, site: str | None, article: CleanArticle, outlets: OutletList) -> tuple[str, ...]:
    """The authors of the markup, unless it names the outlet as one; else those of the byline."""
    key = fold_text(site or "")
    names = (name for name in markup.authors if fold_text(name) != key and not outlets.known(name))
    return tuple(dict.fromkeys(names)) or article.authors


def _is_part(dateline: str | None, outlet: str | None) -> bool:
    """Whether a dateline names the outlet and no place: `السنابل - خاص` on the pages of a network of that name."""
    return bool(dateline and outlet) and f" {fold_text(dateline or '')} " in f" {fold_text(outlet or '')} "


def _size(lines: Sequence[str]) -> int:
    return sum(map(len, lines))
