"""The passages of an article that are shown for a query, or its beginning: whole sentences where they fit."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from search.arabic.clitics import PROCLITICS
from search.arabic.folding import fold_text
from search.arabic.letters import ARTICLE
from search.query.passages import Passage, Segment
from search.query.sentences import cut_after, cut_before, sentences

_AIM: Final = 180
"""Characters that a passage aims at: it is filled with whole sentences up to there."""

_LONGEST: Final = 240
"""Characters of a sentence that is still shown whole; of a longer one a stretch is shown."""

_ROOM: Final = 140
"""Characters from the first to the last match of such a stretch: the rest is for the words around them."""

_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage from inside a text: where it begins there, and whether that is, and whether it ends, inside a sentence."""

    segments: Passage
    start: int
    cut_before: bool = False
    cut_after: bool = False

    def __iter__(self) -> Iterator[Segment]:
        return iter(self.segments)

    @property
    def text(self) -> str:
        return "".join(segment.text for segment in self.segments)


@dataclass(frozen=True, slots=True)
class _Stretch:
    start: int
    end: int
    words: frozenset[str]
    cut_before: bool = False
    cut_after: bool = False


def lead(text: str) -> tuple[Excerpt, ...]:
    """The beginning of a text that has nothing marked; nothing of an empty one."""
    spans = list(sentences(text[: 2 * _LONGEST]))
    if not spans:
        return ()
    start, end = spans[0]
    if end - start > _LONGEST:
        end = cut_after(text, start + 1, start + _LONGEST)
        return (Excerpt((Segment(text[start:end]),), start, cut_after=True),)
    end = max(stop for _, stop in spans if stop - start <= _LONGEST)
    return (Excerpt((Segment(text[start:end]),), start),)


def excerpts(body: Passage, most: int) -> tuple[Excerpt, ...]:
    """The best `most` passages of a marked text, best first: each next one is that which shows the most words that those
    before it do not, so that a rare word of the query is not crowded out by a common one; of equals the one with more words,
    then the earlier one."""
    text, marks = "".join(segment.text for segment in body), _marks(body)
    spans = _unbroken(sentences(text), marks) if marks else []
    left = list(_stretches(text, spans, marks))
    chosen: list[Excerpt] = []
    shown: frozenset[str] = frozenset()
    while left and len(chosen) < most:
        best = max(left, key=lambda one: (len(one.words - shown), len(one.words), -one.start))
        best = _filled(best, text, spans)
        inside = [mark for mark in marks if best.start <= mark[0] and mark[1] <= best.end]
        chosen.append(Excerpt(_segments(text, best, inside), best.start, best.cut_before, best.cut_after))
        shown |= _words(text, inside)
        left = [one for one in left if one.end <= best.start or one.start >= best.end]
    return tuple(chosen)


def _marks(passage: Passage) -> list[_Span]:
    marks, at = [], 0
    for segment in passage:
        if segment.marked:
            marks.append((at, at + len(segment.text)))
        at += len(segment.text)
    return marks


def _unbroken(spans: Iterable[_Span], marks: Sequence[_Span]) -> list[_Span]:
    """The sentences, those joined that a match runs over the end of: phrases do."""
    joined: list[_Span] = []
    for start, end in spans:
        before = bisect_left(marks, (joined[-1][1],)) - 1 if joined else -1
        if before >= 0 and marks[before][1] > joined[-1][1]:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


def _stretches(text: str, spans: Iterable[_Span], marks: Sequence[_Span]) -> Iterator[_Stretch]:
    """Every sentence that has marks, or as many stretches of it as it takes to show them all."""
    number = 0
    for start, end in spans:
        inside: list[_Span] = []
        while number < len(marks) and marks[number][0] < end:
            inside.append(marks[number])
            number += 1
        if not inside:
            continue
        if end - start <= _LONGEST:
            yield _Stretch(start, end, _words(text, inside))
            continue
        while inside:
            group = [mark for mark in inside if mark[1] - inside[0][0] <= _ROOM] or inside[:1]
            yield _cut_out(text, start, end, group)
            inside = inside[len(group) :]


def _cut_out(text: str, start: int, end: int, marks: Sequence[_Span]) -> _Stretch:
    """Of the sentence from `start` to `end`, what stands around `marks`."""
    first, last = marks[0][0], marks[-1][1]
    before = max(0, _AIM - (last - first)) // 2
    begins = start if first - start <= before else cut_before(text, first - before, first)
    latest = max(last, begins + _AIM)
    ends = end if end - begins <= _LONGEST else cut_after(text, last, latest)
    return _Stretch(begins, ends, _words(text, marks), begins > start, ends < end)


def _filled(best: _Stretch, text: str, spans: Sequence[_Span]) -> _Stretch:
    """With the sentences behind it on its line, as far as there is room, and else those before it."""
    if best.cut_before or best.cut_after:
        return best
    for start, end in spans:
        if start >= best.end and end - best.start <= _AIM and "\n" not in text[best.end : start]:
            best = replace(best, end=end)
    for start, end in reversed(spans):
        if end <= best.start and best.end - start <= _AIM and "\n" not in text[end : best.start]:
            best = replace(best, start=start)
    return best


def _segments(text: str, stretch: _Stretch, marks: Iterable[_Span]) -> Passage:
    segments, at = [], stretch.start
    for start, end in marks:
        segments += [Segment(text[at:start]), Segment(text[start:end], marked=True)]
        at = end
    segments.append(Segment(text[at : stretch.end]))
    return tuple(segment for segment in segments if segment.text)


def _words(text: str, marks: Iterable[_Span]) -> frozenset[str]:
    """The marked words, spelling and clitics aside."""
    folded = " ".join(fold_text(text[start:end]) for start, end in marks)
    return frozenset(map(_bare, folded.split()))


def _bare(word: str) -> str:
    article = word.find(ARTICLE, 0, 4)
    if article >= 0 and PROCLITICS.fullmatch(word[:article]) and len(word) > article + 4:
        return word[article + 2 :]
    return word
