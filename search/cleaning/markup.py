"""What the markup of a page says about the article: JSON-LD, OpenGraph, meta tags, `<time>`, the canonical link.

Sources: schema.org (Article and its kinds), ogp.me, the meta names that news templates use (Dublin Core, parsely, sailthru).
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from lxml.html import HtmlElement

from search.cleaning.decoding import tidy
from search.cleaning.moments import parse_moment
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
    "dcterms.modified",
    "last-modified",
    "lastmod",
)
_AUTHORS: Final = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "article:author_name")
_TITLES: Final = ("og:title", "twitter:title", "dc.title", "parsely-title", "title")
_SITES: Final = ("og:site_name", "application-name", "dc.publisher")


@dataclass(slots=True)
class Markup:
    """What a page's markup tells; every field is empty where it does not. `titles` in order of trust."""

    titles: list[str] = field(default_factory=list)
    site: str | None = None
    published: Moment | None = None
    updated: Moment | None = None
    authors: list[str] = field(default_factory=list)
    url: str | None = None
    body: str = ""


def read_markup(root: HtmlElement, json_ld: list[str]) -> Markup:
    """Reads the head of a parsed page and the texts of its JSON-LD scripts (which a flattened tree no longer has)."""
    markup = Markup()
    for thing in _things(json_ld):
        _add_json_ld(markup, thing)
    metas = _metas(root)
    markup.titles += [metas[name] for name in _TITLES if name in metas]
    markup.titles += [" ".join(str(heading.text_content()).split()) for heading in root.iter("h1")][:3]
    markup.titles += [" ".join(str(title.text_content()).split()) for title in root.iter("title")][:1]
    site = next((metas[name] for name in _SITES if name in metas), None)
    markup.site = metas.get("og:site_name") or markup.site or site
    markup.published = markup.published or _first_moment(metas, _PUBLISHED) or _time_element(root)
    markup.updated = markup.updated or _first_moment(metas, _UPDATED)
    if not markup.authors:
        markup.authors = [metas[name] for name in _AUTHORS if name in metas and "://" not in metas[name]][:1]
    canonical = [link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    markup.url = next((link for link in (*canonical, metas.get("og:url"), markup.url) if link and "://" in link), None)
    markup.titles = [title for title in (plain(title).strip() for title in markup.titles) if title]
    return markup


def _add_json_ld(markup: Markup, thing: Mapping[str, Any]) -> None:
    kinds = thing.get("@type")
    kinds = [kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else []
    if not any(kind in _ARTICLE_TYPES for kind in kinds):
        return
    weak = "WebPage" in kinds
    if not weak and (headline := _string(thing.get("headline") or thing.get("name"))):
        markup.titles.append(headline)
    markup.published = markup.published or parse_moment(_string(thing.get("datePublished")))
    markup.updated = markup.updated or parse_moment(_string(thing.get("dateModified")))
    markup.site = markup.site or next(iter(_names(thing.get("publisher"))), None)
    if not weak:
        markup.authors = markup.authors or _names(thing.get("author"))
        markup.body = markup.body or plain(_string(thing.get("articleBody")))
        markup.url = markup.url or _string(thing.get("url")) or None


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


def _time_element(root: HtmlElement) -> Moment | None:
    """The date of the first `<time>` that is marked as that of publication, or of the only one."""
    elements = list(root.iter("time"))
    marked = [
        element
        for element in elements
        if element.get("pubdate") is not None
        or element.get("itemprop") == "datePublished"
        or any(word in (element.get("class") or "") for word in ("publish", "entry-date"))
    ]
    chosen = marked[:1] or (elements if len(elements) == 1 else [])
    for element in chosen:
        if moment := parse_moment(element.get("datetime") or "") or parse_moment(str(element.text_content())):
            return moment
    return None


def _names(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    names = (_string(item.get("name")) if isinstance(item, Mapping) else _string(item) for item in values)
    return [name for name in names if name and "://" not in name]


def _string(value: object) -> str:
    if isinstance(value, list) and value:
        value = value[0]
    return tidy(value).strip() if isinstance(value, str) else ""
