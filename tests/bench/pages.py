"""How well whole pages are read: `python -m tests.bench.pages [-v] [folder] [NAME...]`.

For the golden pairs of `tests/data/pages`, or of another folder of that form: the share of the story's characters that is
kept, lines of furniture left in it, and how many pages have each field of the header right. `-v` names what is wrong. NAME:
only pages whose names hold it.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from search.cleaning.clean import clean
from search.types import RawPage, UnreadablePage
from tests.cleaning.test_pages import MEDIA_TYPES, OUTLETS, PAGES, as_written

_HEADER = ("title", "outlet", "published", "updated", "authors", "dateline", "section", "captions", "fetched", "url")


def main(arguments: list[str]) -> None:
    verbose = "-v" in arguments
    folders = [Path(name) for name in arguments if Path(name).is_dir()]
    names = [name for name in arguments if name != "-v" and not Path(name).is_dir()]
    pages = sorted(path for path in (folders or [PAGES])[0].iterdir() if not path.name.endswith(".expected.json"))
    chosen = [page for page in pages if not names or any(name in page.name for name in names)]
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for page in chosen:
        expected = json.loads((page.parent / f"{page.stem}.expected.json").read_text(encoding="utf-8"))
        try:
            article = clean(RawPage(page.name, page.read_bytes(), MEDIA_TYPES[page.suffix]), OUTLETS)
            found = as_written(article, expected)
        except UnreadablePage as problem:
            found = dict.fromkeys(expected) | {"body": [str(problem)]}
        body = [str(line) for line in found["body"]]  # type: ignore[attr-defined]
        lost = [line for line in expected["body"] if line not in body]
        left = [line for line in body if line not in expected["body"]]
        asked["characters"] += sum(map(len, expected["body"]))
        right["characters"] += sum(len(line) for line in expected["body"] if line in body)
        right["left"] += len(left)
        right["pages"] += found == expected
        wrong = [name for name in _HEADER if name in expected and found[name] != expected[name]]
        asked.update(name for name in _HEADER if name in expected)
        right.update(name for name in _HEADER if name in expected and name not in wrong)
        if verbose and found != expected:
            print(page.name)
            for name in wrong:
                print(f"  {name}: {found[name]!r} for {expected[name]!r}")
            for kind, lines in (("lost", lost), ("left", left)):
                for line in lines:
                    print(f"  {kind}: {line[:110]}")
            if not lost and not left and body != expected["body"]:
                print("  body: the lines are there, in another order or twice")
    print(f"{len(chosen)} pages, {right['pages']} wholly right")
    print(
        f"  {right['characters'] / max(1, asked['characters']):.4f} of the story kept, {right['left']} other lines in it"
    )
    print("  right: " + ", ".join(f"{name} {right[name]}/{asked[name]}" for name in _HEADER if asked[name]))


if __name__ == "__main__":
    main(sys.argv[1:])
