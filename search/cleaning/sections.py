"""The section of the newspaper that an article stands in, in the page's own words: a path above the headline, or its kicker."""

import re
from collections.abc import Sequence
from typing import Final

from lxml.html import HtmlElement

from search.arabic.folding import fold_text
from search.cleaning.blocks import Block
from search.cleaning.furniture import SECTION_LINE, WIDGETS
from search.cleaning.lines import Line

_STEP: Final = re.compile(r"\s*[|›>←»]\s*|\s+[/\\ـ•·–-]\s+|/")
_HOME: Final = frozenset(map(fold_text, ("الرئيسية", "الصفحة الرئيسية", "الصفحة الأولى", "الأولى", "البداية", "home")))
_LAST_STEPS: Final = frozenset(map(fold_text, ("النص الكامل", "تفاصيل الخبر", "الخبر", "التفاصيل")))
_PATH: Final = re.compile(r"bread|crumb|(?:^|[\s_-])path(?:$|[\s_-])", re.I)
_CATEGORY: Final = re.compile(
    r"(?:^|[\s_-])(?:cat|category|terms-list|rubrique|post-cats|section-?(?:title|name)|kicker)(?:$|[\s_-])", re.I
)
_MOST_STEPS: Final = 8
_PATH_LENGTH: Final = 250
_DECK: Final = 4
_BELOW: Final = 3
"""Blocks below a headline among which its section may stand, beside date and author."""
_LONGEST: Final = 5
"""Words of a section's name at most."""


def read_section(lines: Sequence[Line]) -> str | None:
    """The section of a text page whose lines have their roles: the last step of a path that begins at the home page, or the
    line of section names right above the headline, where it is no last line of a menu. None where the page does not tell."""
    title = next((at for at, line in enumerate(lines) if line.role == "title"), None)
    if title is None:
        return None
    headline = lines[title].key
    for line in reversed(lines[:title]):
        if section := section_of_path(line.text, headline):
            return section
    above = [line for line in lines[:title] if line.role != "date" and line.words]
    if not above or not (_may_be_kicker(above[-1]) or above[-1].words >= _DECK):
        return None
    kicker = above[-1]
    if kicker.words >= _DECK and len(above) > 1 and _may_be_kicker(above[-2]):  # a sentence stands above the headline
        kicker, above = above[-2], above[:-1]
    menu = len(above) > 1 and _may_be_kicker(above[-2]) and SECTION_LINE.fullmatch(above[-2].key) is not None
    again = _is_again(kicker, above if menu and SECTION_LINE.fullmatch(kicker.key) else lines)
    if not again and len(above) > 1 and _may_be_kicker(above[-2]) and _is_again(above[-2], above):
        return above[-2].text  # a section, and its part below
    apart = kicker.apart and len(above) > 2 and not above[-2].apart  # a menu without blank lines ends above it
    in_menu = not apart and len(above) > 1 and _may_be_kicker(above[-2]) and SECTION_LINE.fullmatch(above[-2].key)
    return kicker.text if again or (SECTION_LINE.fullmatch(kicker.key) and not in_menu) else None


def _is_again(kicker: Line, lines: Sequence[Line]) -> bool:
    """Whether another line of the page says the same: an item of the menu, or the section beside another headline."""
    return any(line is not kicker and line.key == kicker.key for line in lines)


def section_of_tree(root: HtmlElement, found: Sequence[Block], title: str) -> str | None:
    """The section of an HTML page: the last step of its path of links, else the line of section names right above the
    headline among its blocks."""
    headline = " ".join(fold_text(title).split())
    for element in root.iter("ol", "ul", "nav", "div", "p", "span", "td"):
        if _PATH.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
            steps = [" ".join(text.split()) for text in element.itertext() if text.strip(" \n\t|/\\›»>«←·•-")]
            if steps and " ".join(fold_text(steps[0]).split()) not in _HOME:  # the site's name, or no home at all
                named = len(steps) > 1 and not SECTION_LINE.fullmatch(fold_text(steps[0]))
                steps = ["الرئيسية", *steps[named:]]
            if len(steps) <= _MOST_STEPS and (section := section_of_path(" › ".join(steps), headline)):
                return section
    at = next((at for at, block in enumerate(found) if title and block.text == title), 0)
    for block in reversed(found[:at]):
        if len(block.text) < _PATH_LENGTH and (section := section_of_path(block.text, headline)):
            return section
    if marked := _marked(root, headline):
        return marked
    for block in found[at + 1 : at + 1 + _BELOW] if at else ():
        if SECTION_LINE.fullmatch(fold_text(block.text)) and len(block.text.split()) <= _LONGEST:
            return block.text
    kicker, before = (fold_text(found[place].text) if place >= 0 else "" for place in (at - 1, at - 2))
    if not SECTION_LINE.fullmatch(kicker) or len(kicker.split()) > _LONGEST or SECTION_LINE.fullmatch(before):
        return None
    return found[at - 1].text


def _marked(root: HtmlElement, headline: str) -> str | None:
    """The one section that the markup names as such: a link marked as the article's category, or the only link in an element
    that is. Menus and boxes name several, of which none tells."""
    named: dict[str, str] = {}
    for element in root.iter("a", "span", "div", "li"):
        marks = f"{element.get('class') or ''} {element.get('rel') or ''}"
        if _CATEGORY.search(marks):
            links = list(element.iter("a"))
            text = " ".join(str(links[0].text_content()).split()) if len(links) == 1 else ""
            if 1 <= len(text.split()) <= _LONGEST and fold_text(text) != headline:
                named.setdefault(fold_text(text), text)
    return next(iter(named.values())) if len(named) == 1 else None


def section_of_path(text: str, headline: str) -> str | None:
    """The last step of a path from the home page, the headline (folded) left out; None for other texts."""
    steps = [step for step in _STEP.split(text.strip(" |/>›»")) if step]
    if len(steps) == 1 and steps[0].split()[0] in ("الرئيسية", "الرئيسيه") and headline:
        middle = fold_text(text).removeprefix("الرئيسيه ")  # a path copied without its signs
        if not middle.endswith(f" {headline}"):
            return None
        steps = ["الرئيسية", " ".join(text.split()[1 : len(text.split()) - len(headline.split())])]
    if "|" in text and len(steps) > 2 and all(SECTION_LINE.fullmatch(fold_text(step)) for step in steps[1:]):
        return None  # a menu in one line
    if len(steps) < 2 or " ".join(fold_text(steps[0]).split()) not in _HOME:
        return None
    keys = [" ".join(fold_text(step).split()) for step in steps]
    while len(keys) > 1 and (keys[-1] in _LAST_STEPS or (headline and (keys[-1] in headline or headline in keys[-1]))):
        keys.pop()
    section = steps[len(keys) - 1].strip(" |/>›»:")
    return section if len(keys) > 1 and 1 <= len(section.split()) <= _LONGEST else None


def _may_be_kicker(line: Line) -> bool:
    known = line.why in ("control", "date") and WIDGETS.fullmatch(line.key) is not None
    return line.role == "furniture" and not known and 1 <= line.words <= _LONGEST
