"""What hostile pages cost to clean, beside an ordinary page: `python -m tests.bench.hostile`.

The product's bound is 2 s a page (issue C); figures are of this machine, in one run.
"""

import contextlib
import time

from search.cleaning.clean import clean
from search.types import MediaType, RawPage, UnreadablePage
from tests.cleaning.hostile_pages import HOSTILE, PARAGRAPH


def seconds(media_type: MediaType, content: str) -> float:
    """How long one page takes."""
    start = time.perf_counter()
    with contextlib.suppress(UnreadablePage):
        clean(RawPage("p", content.encode(), media_type), ())
    return time.perf_counter() - start


def main() -> None:
    seconds("text/html", PARAGRAPH)
    ordinary = min(seconds("text/html", PARAGRAPH * 8) for _ in range(5))
    print(f"{ordinary:7.3f} s     1  an ordinary page")
    for name, (media_type, content) in HOSTILE.items():
        took = seconds(media_type, content)
        print(f"{took:7.3f} s {took / ordinary:5.0f}  {name}")


if __name__ == "__main__":
    main()
