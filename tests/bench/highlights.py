"""Is what is marked whole words of the original? `python -m tests.bench.highlights 2000`, on the articles of DATA_DIR.

From each of so many articles, drawn at random, a query is made of its own words: one of them (with its clitics, if it has such a
word), some of them, or a phrase. Looked at are the first hits as the search page shows them, and the article as its page does:

- every mark begins where a word begins and ends where one ends, by the product's own rule (`search.arabic` folds, words are what
  `search.extraction.scan.WORD` says), and by Unicode's categories alone: no letter, digit or sign stands on either side of it;
- without their marks, titles and whole articles equal what is stored, and a passage is a stretch of the body;
- a passage begins and ends with a sentence, or says that it was cut.
"""

import os
import random
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

import django

SEED = 11
SHOWN = 10
"""Violations that are printed."""
CLITICS = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ل", "ف")


def main(arguments: list[str]) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsindex.settings")
    django.setup()
    from search.models import Article  # noqa: PLC0415 - Django must be ready
    from search.query.find import find  # noqa: PLC0415
    from search.query.highlights import marked_article  # noqa: PLC0415
    from search.query.pages import PAGE_SIZE  # noqa: PLC0415
    from search.query.request import from_pairs  # noqa: PLC0415

    number = int(arguments[0]) if arguments else 2000
    dice = random.Random(SEED)
    keys = sorted(Article.objects.visible().exclude(body="").values_list("pk", flat=True))
    count: Counter[str] = Counter()
    start = time.perf_counter()
    for key in dice.sample(keys, min(number, len(keys))):
        article = Article.objects.get(pk=key)
        kind, query = _query(article.body, dice)
        request = from_pairs([("q", query)])
        count[f"queries: {kind}"] += 1
        title, body = marked_article(article, request)
        count["marks in whole articles"] += _check(query, "title", title, article.title, 0, count)
        count["marks in whole articles"] += _check(query, "body", body, article.body, 0, count)
        for hit in find(request, PAGE_SIZE).hits:
            count["hits"] += 1
            marks = _check(query, "title of a hit", hit.title, hit.article.title, 0, count)
            for passage in hit.passages:
                count["passages"] += 1
                marks += _check(query, "passage", passage, hit.article.body, passage.start, count)
                _check_ends(query, passage.text, hit.article.body, passage, count)
            count["marks in hits"] += marks
            count["hits without a mark"] += not marks
    print(f"{min(number, len(keys))} articles, {time.perf_counter() - start:.0f} s")
    for name, figure in sorted(count.items()):
        print(f"{figure:8} {name}")


def _query(body: str, dice: random.Random) -> tuple[str, str]:
    words = [word.strip("،؛.؟!:()[]«»\"'“”-") for word in body.split()]
    words = [word for word in words if len(word) > 3] or ["السعودية"]
    kind = dice.choice(["a word with clitics", "several words", "a phrase"])
    if kind == "several words":
        return kind, " ".join(dice.sample(words, min(len(words), dice.randint(2, 5))))
    if kind == "a phrase":
        start = dice.randrange(len(words))
        return kind, f'"{" ".join(words[start : start + dice.randint(2, 3)])}"'
    return kind, dice.choice([word for word in words if word.startswith(CLITICS)] or words)


def _check(query: str, where: str, segments: Iterable, original: str, at: int, count: Counter[str]) -> int:
    """The number of marks. Violations are counted."""
    shown = list(segments)
    text = "".join(segment.text for segment in shown)
    if original[at : at + len(text)] != text or (where != "passage" and text != original):
        _tell("VIOLATIONS: not the original", query, where, text[:80], count)
        return 0
    starts, ends = _words(original)
    marks = 0
    for segment in shown:
        if segment.marked:
            marks += 1
            start, end = at, at + len(segment.text)
            context = f"{original[max(0, start - 12) : start]}[{segment.text}]{original[end : end + 12]}"
            if start not in starts or end not in ends:
                _tell("VIOLATIONS: no whole words (the product's rule)", query, where, context, count)
            if _joins(original, start) or _joins(original, end) or not any(map(str.isalnum, segment.text)):
                _tell("VIOLATIONS: no whole words (Unicode)", query, where, context, count)
        at += len(segment.text)
    return marks


def _words(text: str) -> tuple[set[int], set[int]]:
    from search.arabic.folding import fold  # noqa: PLC0415
    from search.extraction.scan import WORD  # noqa: PLC0415

    folded = fold(text)
    spans = [folded.original_span(*found.span()) for found in WORD.finditer(folded.text)]
    return {start for start, _ in spans}, {end for _, end in spans}


def _joins(text: str, at: int) -> bool:
    """Whether a word goes on over position `at`: a letter, digit or sign on either side."""
    before, after = (next(_solid(part), "") for part in (reversed(text[:at]), text[at:]))
    sign_after = at < len(text) and unicodedata.category(text[at]) == "Mn"
    return sign_after or (_is_of_word(before) and _is_of_word(after))


def _solid(characters: Iterable[str]) -> Iterator[str]:
    """Without what has no shape of its own, and without combining signs."""
    return (one for one in characters if unicodedata.category(one) not in ("Mn", "Cf"))


def _is_of_word(character: str) -> bool:
    return bool(character) and unicodedata.category(character)[0] in "LN"


def _check_ends(query: str, text: str, body: str, passage, count: Counter[str]) -> None:
    start, end = passage.start, passage.start + len(text)
    count["passages that are cut"] += passage.cut_before or passage.cut_after
    begins = not body[:start].strip() or "\n" in body[:start][len(body[:start].rstrip()) :] or _ends(body[:start])
    stops = not body[end:].strip() or "\n" in body[end:][: len(body[end:]) - len(body[end:].lstrip())] or _ends(text)
    if not (begins or passage.cut_before) or not (stops or passage.cut_after):
        _tell("VIOLATIONS: cut inside a sentence without saying so", query, "passage", text, count)


def _ends(text: str) -> bool:
    return text.rstrip().rstrip("\"'»”’)]")[-1:] in tuple(".?!؟۔…")


def _tell(what: str, query: str, where: str, context: str, count: Counter[str]) -> None:
    count[what] += 1
    if count[what] <= SHOWN:
        print(f"{what}: {where} of {query!r}: {context!r}")


if __name__ == "__main__":
    main(sys.argv[1:])
