"""The headline of an HTML page and the name of its site, which the page's <title> carries side by side."""

import re
from collections.abc import Sequence
from typing import Final

from lxml.html import HtmlElement

from search.arabic.folding import fold_text
from search.cleaning.furniture import SECTION_LINE, WIDGETS
from search.cleaning.markup import Markup, is_masthead
from search.cleaning.outlets import OutletList

_SEPARATOR: Final = re.compile(r"\s+(?:[|\-–—:»«•›·~/*ـ]|::)\s+|\s?\|\s?")
_COLON: Final = re.compile(r":\s+")
"""Between a site's name and the headline (Blogger); elsewhere a part of the headline."""
_KIND: Final = re.compile(r"(?:صحيفه|جريده|موقع|شبكه|وكاله|قناه|مجله|بوابه|منصه|مدونه) ")
_TAIL: Final = re.compile(r" (?:نيوز|نت|الاخباريه?|اونلاين|اون لاين|برس|news|online|net)$")
"""Words that a site's name has in one place and not in another, folded."""
_DOMAIN: Final = re.compile(r"(?:www\.)?[\w-]+\.(?:com|net|org|news|tv|[a-z]{2})")
_LONGEST_NAME: Final = 5
"""Words of a site's name at most."""
_LONGEST_TITLE: Final = 400
"""Characters of a title that may be a headline with its sections and site; broken pages have whole articles in one."""
_LEAST_WORDS: Final = 4
_LEAST_SHARE: Final = 0.4
"""Words of a line, and its share of the <title>, from which it is the page's own headline and no section."""

_ARABIC: Final = re.compile("[\u0621-\u064a]")
_RIGHTS: Final = re.compile(r"©|\(c\)|copyright|حقوق|reserved|reserves")


def read_site(root: HtmlElement, markup: Markup, outlets: OutletList) -> str | None:
    """The site's name: as the markup gives it, or the part at the end or start of <title> that the page says again where
    sites name themselves: in a copyright line, as the logo's text, in the masthead or the link to the home page; or a name
    that stands there as a heading or is that of a known outlet; or the end of <title> that says what it is (`صحيفة ...`)."""
    if markup.site:
        return _in_arabic(markup.site)
    for element in root.iter("img", "h1"):
        name = " ".join((element.get("alt") or "" if element.tag == "img" else str(element.text_content())).split())
        own = element.tag == "h1" and any(fold_text(name) == fold_text(title) for title in markup.mastheads)
        if name and len(name.split()) <= _LONGEST_NAME and (own or (outlets.known(name) and is_masthead(element))):
            return name
    written = " ".join(str(next(root.iter("title"), root).text or "").split())
    parts = [part.strip() for part in _SEPARATOR.split(written)]
    before_colon = _COLON.split(written, maxsplit=1)
    for part in dict.fromkeys([*([parts[-1], parts[0]] if len(parts) > 1 else []), *before_colon[:-1]]):
        key = fold_text(part)
        common = SECTION_LINE.fullmatch(key) or WIDGETS.fullmatch(key)
        short = 1 <= len(part.split()) <= _LONGEST_NAME and len(key) > 2
        says_so = len(parts) > 1 and part == parts[-1] and _KIND.match(key)
        if short and not common and (says_so or _is_said_again(root, key)):
            return part
    return None


def read_title(markup: Markup, site: str | None, texts: Sequence[str], outlets: OutletList) -> str:
    """The headline: the first title of the markup that is not the site's own name, without the site's name at its end or
    start, and as its longer form where it was cut off. Where it still carries a section, the line of the page that it
    ends or starts with. `texts` are the lines of the page."""
    names = {bare for name in (site, *markup.sites) if name and (bare := _bare(fold_text(name)))}
    shown = [_without_site(title, names, outlets) for title in markup.titles if len(title) <= _LONGEST_TITLE]
    shown = [title for title in shown if title and _bare(fold_text(title)) not in names and not outlets.known(title)]
    if not shown:
        return ""
    stem = shown[0].rstrip(" .…")
    longer = (title for title in shown if len(title) > len(stem) and title.startswith(stem) and len(title) < 250)
    return _own_line(next(longer, shown[0]) if stem != shown[0] else shown[0], texts)


def _own_line(title: str, texts: Sequence[str]) -> str:
    """The longest line of the page that stands at the end or start of the title, with a separator between; or the title."""
    ends = {title[found.end() :] for found in _SEPARATOR.finditer(title)}
    starts = {title[: found.start()] for found in _SEPARATOR.finditer(title)}
    if not ends:
        return title
    candidates = {
        part for part in ends | starts if len(part.split()) >= _LEAST_WORDS and len(part) >= _LEAST_SHARE * len(title)
    }
    return max(candidates.intersection(texts), key=len, default=title) if title not in texts else title


def _in_arabic(site: str) -> str:
    """The Arabic one of two names between which a bar stands (`Atlas24 | أطلس 24`); else the name as it is."""
    arabic = [part.strip() for part in site.split("|") if _ARABIC.search(part)]
    return arabic[0] if len(arabic) == 1 and "|" in site else site


def _without_site(title: str, names: set[str], outlets: OutletList) -> str:
    """A title without parts at its end or start that are a site's name; other tails are the newsroom's own words."""
    title = " ".join(title.split())
    while True:
        colon = _COLON.search(title)
        if colon and _is_site(title[: colon.start()], names, outlets):
            title = title[colon.end() :].strip()
        separators = list(_SEPARATOR.finditer(title))
        if not separators:
            return title
        first, last = separators[0], separators[-1]
        if _is_site(title[last.end() :], names, outlets):
            title = title[: last.start()].strip()
        elif _is_site(title[: first.start()], names, outlets):
            title = title[first.end() :].strip()
        else:
            return title


def _is_site(part: str, names: set[str], outlets: OutletList) -> bool:
    key = fold_text(part.strip())
    return _bare(key) in names or outlets.known(part) is not None or _DOMAIN.fullmatch(key) is not None


def _bare(key: str) -> str:
    """A site's folded name without the words that come and go."""
    return _TAIL.sub("", _KIND.sub("", " ".join(key.split())))


def _is_said_again(root: HtmlElement, key: str) -> bool:
    named = re.compile(rf"(?<!\w)(?:ل|ل?موقع |ل?صحيفه |ل?جريده )?{re.escape(key)}(?!\w)")
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag in ("title", "option"):
            continue
        shown = element.get("alt") if element.tag == "img" else element.text
        text = fold_text(" ".join((shown or "").split())) if shown and len(shown) < 300 else ""
        if text == key and is_masthead(element):
            return True
        for written in (text, _tail(element)):
            if written and _RIGHTS.search(written) and named.search(written):
                return True
    return False


def _tail(element: HtmlElement) -> str:
    tail = element.tail
    return fold_text(" ".join(tail.split())) if tail and len(tail) < 300 else ""
