"""What the markup of a page says about the article: JSON-LD, OpenGraph, meta tags, `<time>`, the canonical link.

Sources: schema.org (Article and its kinds), ogp.me, the meta names that news templates use (Dublin Core, parsely, sailthru).
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from lxml.html import HtmlElement

from search.arabic.folding import fold_text
from search.cleaning.bylines import read_byline, without_origin
from search.cleaning.datelines import is_medium
from search.cleaning.decoding import tidy
from search.cleaning.lines import Line
from search.cleaning.moments import mark_of, parse_moment
from search.cleaning.record import plain
from search.types import Moment

_ARTICLE_TYPES: Final = (
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "OpinionNewsArticle",
    "AnalysisNewsArticle",
    "BlogPosting",
    "LiveBlogPosting",
    "BackgroundNewsArticle",
    "ReviewNewsArticle",
    "WebPage",
)
_PUBLISHED: Final = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dcterms.issued",
    "dc.date.created",
    "og:article:published_time",
    "article.published",
    "publication_date",
    "pub_date",
    "pubdate",
    "publishdate",
    "publish_date",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
    "date",
    "cxenseparse:recs:publishtime",
)
_UPDATED: Final = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "og:article:modified_time",
    "article.updated",
    "dcterms.modified",
    "last-modified",
    "lastmod",
)
_AUTHORS: Final = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "article:author_name")
_TITLES: Final = ("og:title", "twitter:title", "dc.title", "parsely-title", "title")
_SITES: Final = ("og:site_name", "application-name", "dc.publisher")
_SECTIONS: Final = (
    "article:section",
    "og:article:section",
    "articlesection",
    "parsely-section",
    "section",
    "article.section",
    "pagesection",
)
_MASTHEAD: Final = re.compile(
    r"logo|brand|masthead|site-?(?:name|title)|(?:^|\W)site(?:$|\W)|banner|(?:^|\W)head\b", re.I
)
_HOME: Final = re.compile(r"(?:https?://[^/]+)?/?(?:index\.\w+|default\.\w+)?#?")
_ORGANISATIONS: Final = ("Organization", "NewsMediaOrganization", "Corporation", "WebSite")
_ACCOUNTS: Final = frozenset(
    fold_text(name)
    for name in (
        "admin|administrator|super user|editor|webmaster|user|root|news|staff|المحرر|محرر|المحررون|التحرير|الموقع|أدمن|الأدمن"
        "|المدير|المشرف|المراسل|مراسلون|كاتب|الكاتب|زائر|مدير الموقع|إدارة الموقع|غرفة الأخبار"
    ).split("|")
)
_ACCOUNT: Final = re.compile(r"[a-z0-9._-]+|[A-Za-z._-]+\d+")
"""The name under which somebody signs in, which is no person's: `homs2`."""
_DESKS: Final = frozenset(("هيئه", "فريق", "قسم", "اداره", "غرفه", "مكتب", "رئيس", "اسره"))
"""Accounts of editorial systems and the first words of desks' names, folded: they publish, but they are no authors."""


@dataclass(slots=True)
class Markup:
    """What a page's markup tells; every field is empty where it does not. `titles` in order of trust;
    `sites` are all names that the site gives itself, `mastheads` the headings that
    are no headlines."""

    titles: list[str] = field(default_factory=list)
    site: str | None = None
    sites: list[str] = field(default_factory=list)
    mastheads: list[str] = field(default_factory=list)
    section: str | None = None
    published: Moment | None = None
    updated: Moment | None = None
    authors: list[str] = field(default_factory=list)
    url: str | None = None
    body: str = ""


def read_markup(root: HtmlElement, json_ld: list[str]) -> Markup:
    """Reads the head of a parsed page and the texts of its JSON-LD scripts (which a flattened tree no longer has)."""
    markup = Markup()
    things = list(_things(json_ld))
    known = {str(thing["@id"]): thing for thing in things if thing.get("@id") and len(thing) > 2}
    for thing in things:
        _add_json_ld(markup, thing, known)
    metas = _metas(root)
    markup.titles += [metas[name] for name in _TITLES if name in metas]
    for heading in root.iter("h1"):
        shown = " ".join(str(heading.text_content()).split())
        (markup.mastheads if is_masthead(heading) else markup.titles).append(shown)
    markup.titles += [" ".join(str(title.text_content()).split()) for title in root.iter("title")][:1]
    sites = [metas[name] for name in _SITES if name in metas]
    markup.sites += sites
    markup.site = metas.get("og:site_name") or markup.site or next(iter(sites), None)
    markup.section = markup.section or next((metas[name] for name in _SECTIONS if name in metas), None)
    markup.published = markup.published or _first_moment(metas, _PUBLISHED) or _time_element(root)
    markup.updated = markup.updated or _first_moment(metas, _UPDATED) or _said_of_time(root, "updated")
    named = [*markup.authors, *(metas[name] for name in _AUTHORS if name in metas), *_author_elements(root)]
    authors = [author for name in named if (author := _author(name, markup.sites))]
    markup.authors = authors if markup.authors and _author(markup.authors[0], markup.sites) else authors[:1]
    canonical = [link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    markup.url = next((link for link in (*canonical, metas.get("og:url"), markup.url) if link and "://" in link), None)
    markup.titles = [title for title in (plain(title).strip() for title in markup.titles) if title]
    return markup


def is_masthead(element: HtmlElement) -> bool:
    """Whether an element, or one of the two around it, is marked as the site's logo or name, or leads to its home page."""
    place: HtmlElement | None = element
    for _ in range(3):
        if place is None or not isinstance(place.tag, str):
            return False
        marks = f"{place.get('class') or ''} {place.get('id') or ''} {place.get('src') or ''}"
        href = place.get("href")
        if _MASTHEAD.search(marks) or (href is not None and href and _HOME.fullmatch(href)):
            return True
        place = place.getparent()
    return False


def _add_json_ld(markup: Markup, thing: Mapping[str, Any], known: Mapping[str, Mapping[str, Any]]) -> None:
    kinds = _kinds(thing)
    if "WebSite" in kinds or "NewsMediaOrganization" in kinds:
        markup.sites += _names(thing, known, organisations=True)
    if "BreadcrumbList" in kinds:
        markup.section = markup.section or _last_step(thing)
    if not any(kind in _ARTICLE_TYPES for kind in kinds):
        return
    weak = "WebPage" in kinds
    if not weak and (headline := _string(thing.get("headline") or thing.get("name"))):
        markup.titles.append(headline)
    markup.published = markup.published or parse_moment(_string(thing.get("datePublished")))
    markup.updated = markup.updated or parse_moment(_string(thing.get("dateModified")))
    publishers = _names(thing.get("publisher"), known, organisations=True)
    markup.site = markup.site or next(iter(publishers), None)
    markup.sites += publishers
    if not weak:
        markup.section = _string(thing.get("articleSection")) or markup.section
        markup.authors = markup.authors or _names(thing.get("author") or thing.get("creator"), known)
        markup.body = markup.body or plain(_string(thing.get("articleBody")))
        markup.url = markup.url or _string(thing.get("url")) or None


def _last_step(thing: Mapping[str, Any]) -> str | None:
    """The section that a path of links leads through: its second step, where that is not the article itself."""
    items = thing.get("itemListElement")
    steps = [item for item in items if isinstance(item, Mapping)] if isinstance(items, list) else []
    names = [
        _string(step.get("name")) or next(iter(_names(step.get("item"), {}, organisations=True)), "") for step in steps
    ]
    return names[1] if len(names) > 1 and names[1] and len(names[1].split()) <= 4 else None


def _author(name: str, sites: list[str]) -> str | None:
    """A person's name without the mark before it; None for accounts, desks, media and addresses."""
    name = without_origin(" ".join(plain(name).split()).strip(" :|-–"))
    key = fold_text(name)
    if marked := read_byline(Line(name, key, False)):
        name, key = marked[0], fold_text(marked[0])
    if not key or key in _ACCOUNTS or key.split()[0] in _DESKS or "://" in key or "@" in key or len(key.split()) > 6:
        return None
    if (
        _ACCOUNT.fullmatch(name)
        or is_medium(key, ())
        or any(fold_text(site) in key or key in fold_text(site) for site in sites if site)
    ):
        return None
    return name


def _author_elements(root: HtmlElement) -> Iterator[str]:
    """Authors that elements of the page are marked with: microdata, hCard and links of `rel="author"`."""
    for element in root.iter("span", "a", "div", "p", "address"):
        if (
            element.get("itemprop") == "author"
            or element.get("rel") == "author"
            or element.get("itemprop") == "creator"
        ):
            named = next((inside for inside in element.iter() if inside.get("itemprop") == "name"), element)
            yield str(named.text_content())


def _things(json_ld: list[str]) -> Iterator[Mapping[str, Any]]:
    """The objects of JSON-LD, those in lists and graphs included; broken scripts are passed over."""
    for script in json_ld:
        try:
            value = json.loads(script.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
        except (ValueError, RecursionError):
            continue
        stack = [value]
        while stack:
            thing = stack.pop()
            if isinstance(thing, list):
                stack.extend(reversed(thing))
            elif isinstance(thing, dict):
                yield thing
                stack.extend(thing[key] for key in ("@graph", "mainEntity") if key in thing)


def _metas(root: HtmlElement) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            metas.setdefault(name, content)
    return metas


def _first_moment(metas: Mapping[str, str], names: tuple[str, ...]) -> Moment | None:
    return next((moment for name in names if name in metas and (moment := parse_moment(metas[name]))), None)


def _said_of_time(root: HtmlElement, kind: str) -> Moment | None:
    """The moment of the first `<time>` with the words before it that say `published` or `updated`."""
    for element in root.iter("time"):
        before, parent = element.getprevious(), element.getparent()
        written = before.tail if before is not None else parent.text if parent is not None else ""
        if mark_of(fold_text(written or "")) == kind and (moment := parse_moment(element.get("datetime") or "")):
            return moment
    return None


def _time_element(root: HtmlElement) -> Moment | None:
    """The date of the first `<time>` that is marked as that of publication, by its words or its class, or of the only one."""
    if moment := _said_of_time(root, "published"):
        return moment
    elements = list(root.iter("time"))
    marked = [
        element
        for element in elements
        if element.get("pubdate") is not None
        or element.get("itemprop") == "datePublished"
        or any(word in (element.get("class") or "") for word in ("publish", "entry-date"))
    ]
    elsewhere = [element for element in root.iter("span", "abbr", "div") if element.get("itemprop") == "datePublished"]
    for element in (*marked[:1], *elsewhere[:1], *(elements if len(elements) == 1 else ())):
        written = (element.get("datetime"), element.get("content"), element.get("title"), str(element.text_content()))
        if moment := next((moment for text in written if text and (moment := parse_moment(text))), None):
            return moment
    return None


def _names(value: object, known: Mapping[str, Mapping[str, Any]], organisations: bool = False) -> list[str]:
    """The names of one or several things, those that are only referred to by `@id` looked up; of persons, or of any."""
    names = []
    for item in value if isinstance(value, list) else [value]:
        thing = known.get(str(item.get("@id")), item) if isinstance(item, Mapping) and "name" not in item else item
        if isinstance(thing, Mapping):
            if organisations or not any(kind in _ORGANISATIONS for kind in _kinds(thing)):
                names.append(_string(thing.get("name")))
        else:
            names.append(_string(thing))
    return [name for name in names if name and "://" not in name]


def _kinds(thing: Mapping[str, Any]) -> list[object]:
    kinds = thing.get("@type")
    return kinds if isinstance(kinds, list) else [kinds]


def _string(value: object) -> str:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    return tidy(value).strip() if isinstance(value, str) else ""
