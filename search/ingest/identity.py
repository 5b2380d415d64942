"""What makes two inputs the same article."""

import hashlib
from urllib.parse import urlsplit, urlunsplit

from search.arabic.folding import fold_text
from search.types import CleanArticle

_TRACKING = ("utm_", "fbclid", "gclid")


def identity(article: CleanArticle) -> str:
    """A SHA-256 in hex: of the id that was given with it (ids of different outlets are different), else of its address,
    else of its words (spelling, spaces and punctuation aside)."""
    if article.given_id:
        basis = f"id\n{article.outlet or ''}\n{article.given_id}"
    elif article.url:
        basis = f"url\n{canonical_url(article.url)}"
    else:
        words = "".join(c if c.isalnum() else " " for c in fold_text(f"{article.title}\n{article.body}")).split()
        basis = "content\n" + " ".join(words)
    return hashlib.sha256(basis.encode("utf-8", "surrogatepass")).hexdigest()


def canonical_url(url: str) -> str:
    """`url` without what does not change the page: scheme, `www.`, fragment, tracking parameters, final slash."""
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").removeprefix("www.")
    if parts.port not in (None, 80, 443):
        host = f"{host}:{parts.port}"
    query = "&".join(pair for pair in parts.query.split("&") if pair and not pair.startswith(_TRACKING))
    return urlunsplit(("", host, parts.path.rstrip("/"), query, ""))
