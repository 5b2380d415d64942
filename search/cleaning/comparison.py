"""A page as its reader saw it beside the article that was taken from it: what became of each line."""

import json
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from search.cleaning.blocks import blocks
from search.cleaning.decoding import decode, tidy
from search.cleaning.lines import split
from search.cleaning.outlets import outlet_list
from search.cleaning.record import plain
from search.cleaning.tree import parse, without_pictures, without_scripts
from search.cleaning.zones import mark_header_lines
from search.types import CleanArticle, OutletRecord, RawPage

Fate = Literal["title", "body", "caption", "header", "dropped"]
"""What became of a line. `header`: it told date, place, outlet, author or address, which are kept as facts."""

_FACTS: Final = ("id", "date", "outlet", "url", "author")
"""Fields of a record that are kept as facts."""

_HEADER_ROLES: Final = ("date", "byline", "dateline")
_INSIDE: Final = 20
"""Letters from which a line that stands within a longer one of the article is seen as kept, and not as the same by chance."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the page, what became of it, and the line of the article that it became: either may be missing.

    `page` is None for what the article says and no line of the page does (a headline that stands in the markup alone);
    `kept` is None for what is in neither title nor body. `field` names the field of a record.
    """

    page: str | None
    fate: Fate
    kept: str | None = None
    field: str = ""


@dataclass(frozen=True, slots=True)
class _Shown:
    text: str
    field: str = ""


def compare(raw: RawPage, article: CleanArticle, outlets: Sequence[OutletRecord]) -> tuple[Row, ...]:
    """Every line of `raw` in page order, and every line of `article`'s title and body in theirs, beside each other where
    they are the same. No line of either is lost; letters alone decide whether two are the same. `article` is what `clean`
    makes of the page with these outlets."""
    shown = list(_shown(raw))
    body = [text for line in article.body.split("\n") if (text := line.strip())]
    page_keys = [_key(line.text) if line.field in ("", "body") else "" for line in shown]
    kept_keys = [_key(text) for text in body]
    origin = _in_order(page_keys, kept_keys)
    became = {at: position for position, at in origin.items()}
    title_at = _title_position(shown, article.title, became)
    header = _header_lines(shown[: min(became, default=0)], article, outlets)
    fates = _fates(shown, page_keys, became, title_at, article, header)

    rows: list[Row] = []
    if article.title and title_at is None:
        rows.append(Row(None, "title", article.title))
    waiting = 0
    for at, (line, fate) in enumerate(zip(shown, fates, strict=True)):
        kept = None
        if at == title_at:
            kept = article.title
        elif at in became:
            rows += [Row(None, "body", text) for text in body[waiting : became[at]]]
            kept, waiting = body[became[at]], became[at] + 1
        rows.append(Row(line.text, fate, kept, line.field))
    return (*rows, *(Row(None, "body", text) for text in body[waiting:]))


def _shown(raw: RawPage) -> Iterator[_Shown]:
    """The lines of a page as its reader sees them: those of a text, the blocks of a page's visible text, the fields of a
    record with the lines of its body."""
    text = decode(raw.content)
    if raw.media_type == "application/json":
        yield from _fields(text)
        return
    if raw.media_type == "text/html":
        root = parse(without_scripts(without_pictures(text)))
        if root is not None:
            yield from (_Shown(block.text) for block in blocks(root, whole=True))
            return
    yield from (_Shown(line.text) for line in split(text))


def _fields(text: str) -> Iterator[_Shown]:
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError):
        fields = None
    if not isinstance(fields, Mapping):
        yield from (_Shown(line.text) for line in split(text))
        return
    for name, value in fields.items():
        written = tidy(_written(value))
        for line in split(plain(written) if name in ("title", "body") else written):
            yield _Shown(line.text, name)


def _written(value: object) -> str:
    """A field's value as text; a list of texts as lines."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "\n".join(value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _title_position(shown: Sequence[_Shown], title: str, became: Mapping[int, int]) -> int | None:
    key = _key(title)
    if not key:
        return None
    same = (at for at, line in enumerate(shown) if line.field in ("", "title") and at not in became)
    return next((at for at in same if _key(shown[at].text) == key), None)


def _fates(
    shown: Sequence[_Shown],
    keys: Sequence[str],
    became: Mapping[int, int],
    title_at: int | None,
    article: CleanArticle,
    header: Container[int],
) -> Iterator[Fate]:
    captions = {_key(caption) for caption in article.captions}
    dropped = set(article.dropped)
    body = _key(article.body)
    for at, line in enumerate(shown):
        if at == title_at:
            yield "title"
        elif at in became:
            yield "body"
        elif line.field and line.field != "body":
            yield "header" if line.field in _FACTS and line.text != "null" else "dropped"
        elif keys[at] in captions:
            captions.discard(keys[at])
            yield "caption"
        elif line.text not in dropped and len(keys[at]) >= _INSIDE and keys[at] in body:
            yield "body"
        elif at in header:
            yield "header"
        else:
            yield "dropped"


def _header_lines(above: Sequence[_Shown], article: CleanArticle, outlets: Sequence[OutletRecord]) -> set[int]:
    """Which of the lines above the story tell its date, place or author."""
    names = outlet_list(tuple(outlets)).names
    told = {_key(name) for name in (*article.authors, article.dateline or "") if name}
    found = set()
    for at, shown in enumerate(above):
        lines = split(shown.text)
        mark_header_lines(lines, names)
        if _key(shown.text) in told or any(line.role in _HEADER_ROLES for line in lines):
            found.add(at)
    return found


def _in_order(page: Sequence[str], kept: Sequence[str]) -> dict[int, int]:
    """Positions in `kept` -> positions in `page` of equal lines, rising in both. Lines that stand once in both hold the
    others in their places (the idea of patience diff), so that a repeated line cannot take those after it along."""
    anchors = _rising(_once_in_both(page, kept))
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, key in enumerate(page):
        places[key].append(at)
    found: dict[int, int] = {}
    next_page = next_kept = 0
    for anchor_page, anchor_kept in [*anchors, (len(page), len(kept))]:
        for position in range(next_kept, anchor_kept):
            same = places.get(kept[position], []) if kept[position] else []
            at = bisect_left(same, next_page)
            if at < len(same) and same[at] < anchor_page:
                found[position] = same[at]
                next_page = same[at] + 1
        if anchor_kept < len(kept):
            found[anchor_kept] = anchor_page
        next_page, next_kept = anchor_page + 1, anchor_kept + 1
    return found


def _once_in_both(page: Sequence[str], kept: Sequence[str]) -> list[tuple[int, int]]:
    """(position in page, position in kept) of the lines that each has once, in the order of `kept`."""
    counted = Counter(page)
    places = {key: at for at, key in enumerate(page) if key and counted[key] == 1}
    in_kept = Counter(kept)
    return [(places[key], at) for at, key in enumerate(kept) if in_kept[key] == 1 and key in places]


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of `pairs` whose first numbers rise, as the second ones do (patience sorting)."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for at, (first, _second) in enumerate(pairs):
        pile = bisect_left(tops, first)
        before.append(ends[pile - 1] if pile else None)
        tops[pile : pile + 1] = [first]
        ends[pile : pile + 1] = [at]
    chain: list[tuple[int, int]] = []
    step = ends[-1] if ends else None
    while step is not None:
        chain.append(pairs[step])
        step = before[step]
    return chain[::-1]


def _key(text: str) -> str:
    """The letters and digits of a line: spaces and marks differ between a page's markup and its main text."""
    return "".join(character for character in text if character.isalnum())
