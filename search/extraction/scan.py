"""One text, folded and cut into words: what the matcher and every rule of extraction look at.

`Scan.line` is what patterns are matched on: folded words, each followed by one blank; a second blank-separated mark `|`
stands where something between two words (a full stop, a comma, a line feed) parts them for good. Blanks, quotation
marks, brackets and hyphens do not: `تنظيم "الدولة"` reads like `تنظيم الدولة`.
"""

import re
from bisect import bisect_right
from collections.abc import Container
from typing import Final

from search.arabic.folding import fold, fold_text

WORD: Final = re.compile(r"[^\W_]+")
QUOTES: Final = "\"'“”«»‘’„‹›"
_PLAIN: Final = re.compile(r"[^\W_]+(?: [^\W_]+)*")
_OPENING: Final = (*QUOTES, "(", "[")
_CLOSING: Final = (*QUOTES, ")", "]")
_SOFT: Final = re.compile(rf"[ \t\u00a0{QUOTES}()\[\]\-]{{0,5}}")


def line_of(text: str) -> str:
    """`Scan(text).line`, quicker for the plain words that most names are."""
    folded = fold_text(text)
    return folded + " " if _PLAIN.fullmatch(folded) else Scan(text).line


class Scan:
    """The words of one text.

    `words` are folded; `gaps[i]` is what stands before word i, `gaps[len(words)]` what stands after the last; `soft[i]`
    tells whether word i and the one before it may belong to one name; `vocabulary` are the different words.
    """

    __slots__ = ("_at", "_folded", "_spans", "gaps", "line", "soft", "text", "vocabulary", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded = fold(text)
        folded = self._folded.text
        self.words: list[str] = []
        self.gaps: list[str] = []
        self.soft: list[bool] = []
        self._spans: list[tuple[int, int]] = []
        self._at: list[int] = []
        parts: list[str] = []
        done = at = 0
        for match in WORD.finditer(folded):
            start, end = match.span()
            gap = folded[done:start]
            soft = gap == " " or _SOFT.fullmatch(gap) is not None
            if not soft and parts:
                parts.append("| ")
                at += 2
            word = match[0]
            self.words.append(word)
            self.gaps.append(gap)
            self.soft.append(soft and done > 0)
            self._spans.append((start, end))
            self._at.append(at)
            parts.append(word + " ")
            at += end - start + 1
            done = end
        self.gaps.append(folded[done:])
        self.soft.append(False)
        self.line = "".join(parts)
        self.vocabulary = frozenset(self.words)

    def where(self, words: Container[str]) -> list[int]:
        """The places of these words."""
        return [index for index, word in enumerate(self.words) if word in words]

    def word_at(self, position: int) -> tuple[int, int]:
        """Index of the word of `line` that covers that position, and the offset inside it."""
        index = bisect_right(self._at, position) - 1
        return index, position - self._at[index]

    def original_span(self, first: int, last: int, skip: int = 0) -> tuple[int, int]:
        """Characters of the text from word `first` (without its leading `skip` folded letters) to word `last`."""
        return self._folded.original_span(self._spans[first][0] + skip, self._spans[last][1])

    def written(self, index: int) -> str:
        """Word `index` as the text has it."""
        start, end = self.original_span(index, index)
        return self.text[start:end]

    def before(self, index: int, back: int = 1) -> str:
        """The word that stands `back` words before word `index` in one phrase, or an empty string."""
        at = index - back
        if at < 0 or not all(self.soft[at + 1 : index + 1]):
            return ""
        return self.words[at]

    def after(self, index: int, ahead: int = 1) -> str:
        """The word that stands `ahead` words behind word `index` in one phrase, or an empty string."""
        at = index + ahead
        if at >= len(self.words) or not all(self.soft[index + 1 : at + 1]):
            return ""
        return self.words[at]

    def quoted(self, first: int, last: int) -> bool:
        """Whether the words from `first` to `last` stand in quotation marks or brackets of their own."""
        return self.gaps[first].endswith(_OPENING) and self.gaps[last + 1].startswith(_CLOSING)
