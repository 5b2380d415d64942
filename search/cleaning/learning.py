"""What an outlet's pages have in common beside their stories: learned from the articles that rules alone make of them.

A line that recurs is not yet furniture. What tells is where it stands (nothing but recurring lines between it and an end of
the page; or a story around it: a heading), on how many pages, and what it is made of. Versions of one story are one page here:
a paragraph that they share recurs nowhere else.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from search.arabic.folding import fold_text
from search.cleaning.bylines import has_given_name
from search.cleaning.furniture import WIDGETS
from search.cleaning.learned import EDGES, Kind, LearnedLine, in_use
from search.cleaning.lines import Line, split
from search.cleaning.signatures import learn_signatures
from search.cleaning.templates import is_contact, template

MOST_PAGES: Final = 5_000
"""Pages of an outlet that are looked at: enough for shares of a thousandth, and a bound for time and memory."""

_RECURS: Final = 3
"""Stories from which on a line is looked at: two may be a story and its sequel."""
_VERSIONS: Final = 5
"""A paragraph on so many pages at most ties them to one story; one on more is rather a notice that all pages carry."""
_SAMPLES: Final = 5
_WORDS_OF_A_HEADING: Final = 8
_WORDS_OF_A_LINK: Final = 4
"""Words from which on a line that equals the title of another article is a link to it, and no heading of that name."""

_EDGE_SHARES: Final = ((3, 0.5), (5, 0.1), (10, 0.003))
"""(stories, share of the outlet's stories) from which on a line at an end of the story is furniture. Above it, where
captions name the same people again, three times the share, up to three quarters. Set on a labelled sample: see
tests/bench/README.md."""
_SHARE_OF_SENTENCES: Final = 0.2
_INSIDE: Final = (20, 0.8)
"""(stories, share) from which on a short line is furniture though stories stand around it: on four of five pages."""
_SHARE_OF_FORMULAS: Final = 0.5
_SHARE_OF_LABELS: Final = 0.01

_FORMULA: Final = frozenset(
    fold_text(word)
    for word in "الله والله بالله لله السلام والسلام بسم الحمد اللقاء نلتقي نلتقيكم دمتم تحياتي تحيات تهانينا مبروك القصد".split()
)
"""Words of the formulas that letters and columns open and close with: text, though many of them have it."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of an outlet as rules alone read it: `lines` is the story that they kept, `header` captions, and the title
    where it was looked for among the lines; `dropped` what they did not keep; `title` that of the article."""

    id: str
    title: str
    lines: tuple[str, ...]
    header: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


@dataclass(slots=True)
class _Seen:
    """Where and how one template was seen: `at_end` with nothing but recurring lines between it and an end of the story,
    `above` at the upper one, `tail` anywhere below the last prose."""

    stories: set[int] = field(default_factory=set)
    samples: dict[str, None] = field(default_factory=dict)
    texts: Counter[str] = field(default_factory=Counter)
    times: int = 0
    at_end: int = 0
    above: int = 0
    tail: int = 0
    sentences: int = 0
    prose: int = 0

    def note(self, page: str, story: int, line: Line, *, above: bool, below: bool, tail: bool) -> None:
        """Counts one more line of this template."""
        self.stories.add(story)
        self.texts[line.text] += 1
        self.times += 1
        self.sentences += line.is_sentence
        self.prose += line.is_prose
        self.at_end += above or below
        self.above += above and not below
        self.tail += tail
        if len(self.samples) < _SAMPLES:
            self.samples[page] = None

    @property
    def written(self) -> str:
        """The line as seen most often."""
        return min(self.texts, key=lambda text: (-self.texts[text], text))


def learn(outlet: str, pages: Iterable[Page]) -> tuple[LearnedLine, ...]:
    """The recurring lines of an outlet of that name that are no story, with what they are, by kind and key. The same
    pages give the same lines in any order; of more than MOST_PAGES an arbitrary but fixed choice is looked at."""
    chosen = sorted(_without_copies(pages), key=lambda page: _digest(page.id))[:MOST_PAGES]
    if len(chosen) < _RECURS:
        return ()
    read = [split("\n".join(page.lines)) for page in chosen]
    stories = _stories(read)
    total = len(set(stories))
    titles = {ending for page in chosen for ending in _endings(template(fold_text(page.title)))}
    seen = _observe(chosen, read, stories)
    found = [*_starts(chosen, read, stories, total), *_labels(chosen, read, stories, total)]
    starts = in_use(found, {})
    signed = ((page.id, story, page.dropped, lines) for page, story, lines in zip(chosen, stories, read, strict=True))
    found += learn_signatures(signed, outlet, total, starts)
    signatures = in_use(found, {})
    for key in sorted(seen):
        kind = _kind(key, seen[key], total, titles)
        if kind and not signatures.read(seen[key].written[signatures.start_of(seen[key].written) :]):
            found.append(_row(key, kind, seen[key], total))
    once = {line.key: line for line in reversed(found)}
    return tuple(sorted(once.values(), key=lambda line: (line.kind, line.key)))


def _kind(key: str, seen: _Seen, total: int, titles: set[str]) -> Kind | None:
    """What a recurring line is; None for text of stories, and for names, which `signatures` looks at."""
    count, share = len(seen.stories), len(seen.stories) / total
    words = key.split()
    if not any(word not in "@0" for word in words) and "@" not in words:
        return None
    if seen.sentences * 2 > seen.times or seen.prose * 2 > seen.times:
        outside = seen.at_end >= 0.9 * seen.times
        return "furniture" if outside and count >= 5 and share >= _SHARE_OF_SENTENCES else None
    if is_contact(key):
        return "furniture"
    if key in titles and seen.tail >= 0.9 * seen.times:
        return "furniture"
    if not _FORMULA.isdisjoint(words) and share < _SHARE_OF_FORMULAS:
        return None
    if seen.at_end >= 0.9 * seen.times and not seen.written.endswith((".", ":", "!", "؟", "،")):
        above = seen.above * 2 > seen.times
        if any(count >= least and share >= (min(3 * part, 0.75) if above else part) for least, part in _EDGE_SHARES):
            return None if _is_name(seen.written) else "furniture"
        return None
    if count >= _INSIDE[0] and share >= _INSIDE[1]:
        return "furniture"
    return "heading" if len(words) <= _WORDS_OF_A_HEADING and seen.at_end * 2 < seen.times else None


def _observe(pages: Sequence[Page], read: Sequence[list[Line]], stories: Sequence[int]) -> dict[str, _Seen]:
    """Every template that recurs, with all that is asked about it."""
    keys = [[template(line.key) for line in lines] for lines in read]
    headers = [split("\n".join(page.header)) for page in pages]
    of_key: defaultdict[str, set[int]] = defaultdict(set)
    for story, own, header in zip(stories, keys, headers, strict=True):
        for key in (*own, *(template(line.key) for line in header)):
            of_key[key].add(story)
    recurring = {key for key, where in of_key.items() if key and len(where) >= _RECURS}
    seen: defaultdict[str, _Seen] = defaultdict(_Seen)
    for page, header, lines, own, story in zip(pages, headers, read, keys, stories, strict=True):
        for line in header:
            if (key := template(line.key)) in recurring:
                seen[key].note(page.id, story, line, above=True, below=False, tail=False)
        known = [
            key in recurring or is_contact(key) or (line.key != "" and not key)
            for key, line in zip(own, lines, strict=True)
        ]
        last = max((at for at, line in enumerate(lines) if line.is_prose), default=len(lines))
        for at, (line, key) in enumerate(zip(lines, own, strict=True)):
            if key in recurring:
                above, below = all(known[:at]), all(known[at + 1 :])
                seen[key].note(page.id, story, line, above=above, below=below, tail=at > last)
    return seen


def _labels(
    pages: Sequence[Page], read: Sequence[list[Line]], stories: Sequence[int], total: int
) -> Iterator[LearnedLine]:
    """Words that last lines begin with, always the same, and go on with something else on every page."""
    groups: defaultdict[str, list[int]] = defaultdict(list)
    inside: Counter[str] = Counter()
    ends = 0
    for at, lines in enumerate(read):
        for line in lines[:-1]:
            inside[_first_two(line)] += 1
        if lines:
            ends += lines[-1].text.endswith(".")
            groups[_first_two(lines[-1])].append(at)
    for first, where in sorted(groups.items()):
        count = len({stories[at] for at in where})
        if not first or count < 10 or count / total < _SHARE_OF_LABELS or inside[first] > 0.1 * len(where):
            continue
        lasts = [_single_spaced(read[at][-1].text) for at in where]
        label = _common_beginning(lasts)
        ending = sum(read[at][-1].text.endswith(".") for at in where) / len(where)
        if len({text[len(label) :][:20] for text in lasts}) < count / 2 or ending > 0.3:
            continue
        others = (ends - ending * len(where)) / max(1, len(read) - len(where))
        if (label.endswith(":") and len(label) > 8) or (others > 0.5 and len(template(label).split()) >= 3):
            samples = tuple(pages[at].id for at in where[:_SAMPLES])
            yield LearnedLine(label, "label", count, round(count / total, 4), samples, read[where[0]][-1].text[:200])


def _starts(
    pages: Sequence[Page], read: Sequence[list[Line]], stories: Sequence[int], total: int
) -> Iterator[LearnedLine]:
    """Controls that stand alone on some pages (`Next Previous`), where others have them written on to the first line."""
    alone = Counter(key for page in pages for line in page.dropped[:EDGES] if (key := template(fold_text(line))))
    begins: defaultdict[str, list[int]] = defaultdict(list)
    for at, lines in enumerate(read):
        if lines:
            words = template(fold_text(lines[0].text[:200])).split()
            for size in range(2, min(len(words), 6)):
                begins[" ".join(words[:size])].append(at)
    for key, where in sorted(begins.items()):
        count = len({stories[at] for at in where})
        if alone[key] >= _RECURS and count >= _RECURS and WIDGETS.fullmatch(key):
            samples = tuple(pages[at].id for at in where[:_SAMPLES])
            yield LearnedLine(key, "start", count, round(count / total, 4), samples, read[where[0]][0].text[:200])


def _stories(read: Sequence[list[Line]]) -> list[int]:
    """For each page the number of its story: pages that share a paragraph which few have are versions of one."""
    parent = list(range(len(read)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    where: defaultdict[bytes, list[int]] = defaultdict(list)
    for at, lines in enumerate(read):
        for text in {line.text for line in lines if line.is_prose}:
            where[_digest(fold_text(text))].append(at)
    for shared in where.values():
        if 1 < len(shared) <= _VERSIONS:
            for at in shared[1:]:
                parent[root(at)] = root(shared[0])
    return [root(at) for at in range(len(read))]


def _without_copies(pages: Iterable[Page]) -> Iterator[Page]:
    """One of several pages with the same text: the one with the first id."""
    first: dict[bytes, Page] = {}
    for page in pages:
        text = "".join("".join((*page.header, *page.lines)).split())
        if text:
            own = _digest(text)
            first[own] = min(first.get(own, page), page, key=lambda other: other.id)
    return iter(first.values())


def _row(key: str, kind: Kind, seen: _Seen, total: int) -> LearnedLine:
    count = len(seen.stories)
    return LearnedLine(key, kind, count, round(count / total, 4), tuple(islice(seen.samples, _SAMPLES)), seen.written)


def _common_beginning(texts: Sequence[str]) -> str:
    """The longest beginning that nine of ten texts have; to its colon, if it has one."""
    common = ""
    while True:
        following = Counter(text[len(common)] for text in texts if len(text) > len(common) and text.startswith(common))
        best = min(following.items(), key=lambda item: (-item[1], item[0]), default=("", 0))
        if best[1] < 0.9 * len(texts):
            return common[: common.rfind(":") + 1] or common.strip()
        common += best[0]


def _endings(title: str) -> Iterator[str]:
    """A title, and what it ends with: links leave out what a series has in common."""
    words = title.split()
    return (" ".join(words[at:]) for at in range(len(words) - _WORDS_OF_A_LINK + 1))


def _is_name(text: str) -> bool:
    """Whether a line can be a signature, which goes to its field and not to the furniture."""
    words = text.split()
    return 2 <= len(words) <= 4 and text.replace(" ", "").isalpha() and has_given_name(text)


def _first_two(line: Line) -> str:
    return " ".join(fold_text(line.text[:100]).split()[:2])


def _single_spaced(text: str) -> str:
    return " ".join(fold_text(text[:300]).split())


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
