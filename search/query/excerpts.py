"""The passages of an article that are shown for a query, or its beginning: whole sentences where they fit."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

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

_SEGMENTS: Final = 600
"""Segments of a text that are looked at: those of some 300 matches. A book may have ten thousand."""

_STEM: Final = 3
"""Letters of the shortest word that is taken for the stem of longer ones."""

_Span = tuple[int, int]


class _Mark(NamedTuple):
    """`words` are those that are marked, spelling, clitics and endings aside."""

    start: int
    end: int
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage from inside a text: where it begins there, and whether that is, and whether it ends, inside a sentence."""

    segments: Passage
    start: int
    cut_before: bool = False
    cut_after: bool = False

    @property
    def first_mark(self) -> int | None:
        """Where what is marked first begins in the text that the passage is from; None where nothing is."""
        at = self.start
        for segment in self.segments:
            if segment.marked:
                return at
            at += len(segment.text)
        return None

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
    looked_at = body[:_SEGMENTS]
    text, marks = "".join(segment.text for segment in looked_at), _marks(looked_at)
    spans = _unbroken(sentences(text), marks) if marks else []
    if len(body) > len(looked_at) and len(spans) > 1:
        spans.pop()  # it goes on behind what is looked at
    left = list(_stretches(text, spans, marks))
    chosen: list[Excerpt] = []
    shown: frozenset[str] = frozenset()
    while left and len(chosen) < most:
        best = max(left, key=lambda one: (len(one.words - shown), len(one.words), -one.start))
        best = _filled(best, text, spans)
        inside = [mark for mark in marks if best.start <= mark.start and mark.end <= best.end]
        chosen.append(Excerpt(_segments(text, best, inside), best.start, best.cut_before, best.cut_after))
        shown |= _words(inside)
        left = [one for one in left if one.end <= best.start or one.start >= best.end]
    return tuple(chosen)


def _marks(passage: Passage) -> list[_Mark]:
    words = {text: _bare_words(text) for text in {segment.text for segment in passage if segment.marked}}
    stems = _stems(word for found in words.values() for word in found)
    marks, at = [], 0
    for segment in passage:
        if segment.marked:
            marks.append(_Mark(at, at + len(segment.text), frozenset(stems[word] for word in words[segment.text])))
        at += len(segment.text)
    return marks


def _bare_words(text: str) -> list[str]:
    return list(map(_bare, fold_text(text).split()))


def _stems(words: Iterable[str]) -> dict[str, str]:
    """Each word with the shortest one that it begins with: the server finds oil in oily."""
    stems: dict[str, str] = {}
    for word in sorted(set(words)):
        before = next(reversed(stems.values()), "")
        stems[word] = before if len(before) >= _STEM and word.startswith(before) else word
    return stems


def _unbroken(spans: Iterable[_Span], marks: Sequence[_Mark]) -> list[_Span]:
    """The sentences, those joined that a match runs over the end of: phrases do."""
    joined: list[_Span] = []
    for start, end in spans:
        before = bisect_left(marks, (joined[-1][1],)) - 1 if joined else -1
        if before >= 0 and marks[before].end > joined[-1][1]:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


def _stretches(text: str, spans: Iterable[_Span], marks: Sequence[_Mark]) -> Iterator[_Stretch]:
    """Every sentence that has marks, or as many stretches of it as it takes to show them all."""
    number = 0
    for start, end in spans:
        inside: list[_Mark] = []
        while number < len(marks) and marks[number].start < end:
            inside.append(marks[number])
            number += 1
        if not inside:
            continue
        if end - start <= _LONGEST:
            yield _Stretch(start, end, _words(inside))
            continue
        while inside:
            group = [mark for mark in inside if mark.end - inside[0].start <= _ROOM] or inside[:1]
            yield _cut_out(text, start, end, group)
            inside = inside[len(group) :]


def _cut_out(text: str, start: int, end: int, marks: Sequence[_Mark]) -> _Stretch:
    """Of the sentence from `start` to `end`, what stands around `marks`."""
    first, last = marks[0].start, marks[-1].end
    before = max(0, _AIM - (last - first)) // 2
    begins = start if first - start <= before else cut_before(text, first - before, first)
    latest = max(last, begins + _AIM)
    ends = end if end - begins <= _LONGEST else cut_after(text, last, latest)
    return _Stretch(begins, ends, _words(marks), begins > start, ends < end)


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


def _segments(text: str, stretch: _Stretch, marks: Iterable[_Mark]) -> Passage:
    segments, at = [], stretch.start
    for start, end, _ in marks:
        segments += [Segment(text[at:start]), Segment(text[start:end], marked=True)]
        at = end
    segments.append(Segment(text[at : stretch.end]))
    return tuple(segment for segment in segments if segment.text)


def _words(marks: Iterable[_Mark]) -> frozenset[str]:
    return frozenset(word for mark in marks for word in mark.words)


def _bare(word: str) -> str:
    article = word.find(ARTICLE, 0, 4)
    if article >= 0 and PROCLITICS.fullmatch(word[:article]) and len(word) > article + 4:
        return word[article + 2 :]
    return word
