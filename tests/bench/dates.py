"""Measures the reading of dates on ../shared/data: `python -m tests.bench.dates [ARTICLES]`.

- dates_recognizers: hand-written specifications; 'found' is a date that overlaps the expected one, 'right' has its value.
  The specifications are of a calendar assistant: a bare number ('on the 15th') is a date to them and not to the news.
- news_saudi: no labels, but expressions that say one day twice must agree: a weekday beside a full date, a weekday after
  'yesterday' or 'today' against the day of publication, a Hijri day beside its Gregorian one.
"""

import gzip
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from search.arabic.folding import fold, fold_text
from search.calendars.expressions import _readings, find_dates
from search.calendars.lexer import read_items
from search.calendars.points import Point
from search.calendars.relative import day_shifted
from search.calendars.vocabulary import Kind

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
DATE_KINDS = ("DateExtractor", "DateParser", "DatePeriodExtractor", "DatePeriodParser")


def rows(name: str) -> Iterator[dict[str, Any]]:
    with gzip.open(DATA / name, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def expected_value(result: dict[str, Any]) -> str | None:
    """The value of a specification in our terms, its exclusive end of a period as the inclusive one."""
    past = result.get("past")
    if not past:
        return None
    if "date" in past:
        return str(past["date"])
    if "startDate" not in past:
        return None
    return f"{past['startDate']}/{past['endDate']}"


def as_days(value: str) -> tuple[date, date]:
    """First and last day of one of our values."""
    first, _, last = value.partition("/")

    def day(iso: str, end: bool) -> date:
        parts = [int(part) for part in iso.split("-")]
        if len(parts) == 3:
            return date(*parts)
        year, month = parts[0], parts[1] if len(parts) == 2 else 12 if end else 1
        return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1) if end else date(year, month, 1)

    return day(first, False), day(last or first, True)


def agrees(value: str, expected: str) -> bool:
    """Same days; the end of a period may be named inclusively or not."""
    first, last = as_days(value)
    wanted, _, until = expected.partition("/")
    if wanted.startswith("0001") or date.fromisoformat(wanted) != first:
        return False
    return not until or date.fromisoformat(until) - last in (timedelta(0), timedelta(1))


def measure_recognizers(verbose: bool) -> None:
    """Prints found and right for each kind of specification."""
    for kind in DATE_KINDS:
        count: Counter[str] = Counter()
        for row in rows("dates_recognizers.jsonl.gz"):
            if row["kind"] != kind:
                continue
            published = date.fromisoformat(row["ref"][:10]) if row["ref"] else None
            found = find_dates(row["input"], published)
            count["invented"] += not row["results"] and bool(found)
            for result in row["results"]:
                start = result["start"] if result["start"] >= 0 else row["input"].find(result["text"])
                end = start + result["length"]
                hits = [hit for hit in found if hit.start < end and hit.end > start]
                count["expected"] += 1
                count["found"] += bool(hits)
                value = expected_value(result)
                count["valued"] += value is not None
                right = value is not None and any(hit.value and agrees(hit.value, value) for hit in hits)
                count["right"] += right
                if verbose and (not hits or (value and not right)):
                    print("  ", kind, "|", row["input"], "|", result["text"], "|", value, "|", [h.value for h in hits])
        print(
            f"{kind:22} found {count['found']}/{count['expected']}"
            f"  right {count['right']}/{count['valued']}  invented {count['invented']}"
        )


def measure_news(articles: list[dict[str, Any]], verbose: bool) -> None:
    """Prints the shares of expressions that agree with themselves."""
    count: Counter[str] = Counter()
    for article in articles:
        published = date.fromisoformat(article["date"])
        text = article["title"] + "\n" + article["body"]
        folded = fold_text(text)
        items = read_items(folded)
        readings = list(_readings(items, folded, None))
        for reading in readings:
            inner = items[reading.first : reading.last]
            words = {item.kind: item.value for item in inner if item.parts}
            phrase = folded[inner[0].start : inner[-1].end]
            said = reading.says
            if isinstance(said, Point) and said.weekday is not None and said.day and said.year:
                days = said.days(said.year)
                near = 1 if said.hijri else 0
                name = "weekday and Hijri date" if said.hijri else "weekday and full date"
                right = bool(days) and any(
                    (days[0] + timedelta(days=off)).weekday() == said.weekday for off in range(-near, near + 1)
                )
                note(count, name, right, phrase, verbose)
            if isinstance(said, Point) and said.weekday is not None and said.day and article["date_reliable"]:
                value = next((e.value for e in find_dates(text, published) if fold_text(e.text) == phrase), None)
                if value and "/" not in value:
                    day = date.fromisoformat(value)
                    if said.year is None:
                        off = (day.weekday() - said.weekday + 3) % 7 - 3
                        note(count, "weekday and date without year", abs(off) <= said.hijri, phrase, verbose)
                    if abs((day - published).days) < 7 and said.direction is None:
                        weekday = next(item for item in inner if item.kind == Kind.WEEKDAY)
                        bare = find_dates(folded[max(0, inner[0].start - 200) : weekday.end], published)[-1].value
                        note(count, "same from the bare weekday", bare == value, f"{phrase} {published}", verbose)
            if article["date_reliable"] and Kind.WEEKDAY in words and (Kind.DAY_WORD in words or Kind.TODAY in words):
                offset = words.get(Kind.DAY_WORD, words.get(Kind.TODAY, 0))
                day = published + timedelta(days=offset)
                agrees_alone = day.weekday() == words[Kind.WEEKDAY]
                note(count, "day word and weekday, alone", agrees_alone, f"{phrase} {published}", verbose)
                read = date.fromisoformat(day_shifted(published, offset, words[Kind.WEEKDAY]).first or "")
                note(count, "day word and weekday, as read", read.weekday() == words[Kind.WEEKDAY], phrase, verbose)
        for left, right_ in pairwise(readings):
            pair = [r.says for r in (left, right_) if isinstance(r.says, Point) and r.says.day and r.says.year]
            between = "".join(item.kind for item in items[left.last : right_.first])
            if len(pair) == 2 and pair[0].hijri != pair[1].hijri and set(between) <= set("q(-/,"):
                ends = [point.days(point.year) for point in pair]
                ok = all(ends) and abs((ends[0][0] - ends[1][0]).days) <= 1
                phrase = folded[items[left.first].start : items[right_.last - 1].end]
                note(count, "Hijri and Gregorian", ok, phrase, verbose)
    for name in sorted({key[0] for key in count}):
        right, wrong = count[name, True], count[name, False]
        print(f"{name:32} {right}/{right + wrong} agree ({right / (right + wrong):.3f})")


def note(count: Counter[Any], name: str, right: bool, phrase: str, verbose: bool) -> None:
    count[name, right] += 1
    if verbose and not right:
        print("  ", name, "|", phrase)


def measure_speed(articles: list[dict[str, Any]]) -> None:
    """Prints milliseconds for 1,700 characters, and what a text ten times as long costs."""
    bodies = [article["body"] for article in articles[:2000]]
    size = sum(map(len, bodies))
    start = time.process_time()
    found = sum(len(find_dates(body, date(2015, 8, 1))) for body in bodies)
    each = (time.process_time() - start) / size * 1_700_000
    long = "\n".join(bodies)
    start = time.process_time()
    find_dates(long, date(2015, 8, 1))
    whole = (time.process_time() - start) / size * 1_700_000
    fold_start = time.process_time()
    for body in bodies:
        fold(body)
    folding = (time.process_time() - fold_start) / size * 1_700_000
    print(f"speed: {each:.3f} ms for 1,700 characters (folding {folding:.3f}), as one text {whole:.3f}; {found} dates")


def main() -> None:
    verbose = "-v" in sys.argv
    if not DATA.is_dir():
        print(f"skipped: {DATA} is absent")
        return
    limit = next((int(argument) for argument in sys.argv[1:] if argument.isdigit()), 31_030)
    articles = list(rows("news_saudi.jsonl.gz"))[:: max(1, 31_030 // limit)]
    measure_recognizers(verbose)
    measure_news(articles, verbose)
    measure_speed(articles)


if __name__ == "__main__":
    main()
