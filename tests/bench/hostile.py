"""What hostile files and pages cost, each in a process of its own: `python -m tests.bench.hostile [NAME...]`.

The product's bounds are 2 s and 300 MB each (issue 5); figures are of this machine, in one run. Time is that of reading and
cleaning (processor time); memory is the process's peak, beside that of one which reads an ordinary page.
"""

import contextlib
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from search.cleaning.clean import clean
from search.fetching.files import read_path
from search.types import MediaType, RawPage, UnreadablePage
from tests.cleaning.hostile_pages import HOSTILE, PARAGRAPH
from tests.fetching.hostile_files import HOSTILE_FILES

SECONDS = 2.0
MEGABYTES = 300


def main(names: list[str]) -> int:
    over = 0
    pages: dict[str, Callable[[Path], object]] = {"an ordinary page": _of(("text/html", PARAGRAPH * 8))}
    pages |= {name: _of(page) for name, page in HOSTILE.items()}
    pages |= {name: hostile.write for name, hostile in HOSTILE_FILES.items()}
    suffixes = {name: hostile.suffix for name, hostile in HOSTILE_FILES.items()}
    kinds: dict[MediaType, str] = {"text/html": ".html", "text/plain": ".txt", "application/json": ".json"}
    suffixes |= {name: kinds[media_type] for name, (media_type, _) in HOSTILE.items()}
    context = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as folder:
        for name, write in pages.items():
            if names and not any(wanted in name for wanted in names):
                continue
            path = Path(folder) / f"page{suffixes.get(name, '.html')}"
            write(path)
            results = context.SimpleQueue()
            process = context.Process(target=_measure, args=(str(path), results))
            process.start()
            seconds, megabytes, what = results.get()
            process.join()
            path.unlink()
            bad = seconds > SECONDS or megabytes > MEGABYTES
            over += bad
            print(f"{seconds:7.2f} s {megabytes:5.0f} MB {'OVER' if bad else '    '} {name}: {what}", flush=True)
    print(f"{over} over {SECONDS:.0f} s or {MEGABYTES} MB")
    return over


def _of(page: tuple[MediaType, str]) -> Callable[[Path], object]:
    return lambda path: path.write_text(page[1], "utf-8")


def _measure(path: str, results: "multiprocessing.SimpleQueue[tuple[float, float, str]]") -> None:
    with contextlib.suppress(UnreadablePage):  # what is loaded at first use is no cost of the page
        clean(RawPage("p", (PARAGRAPH * 3).encode(), "text/html"), ())
    start = time.process_time()
    said = []
    for found in read_path(Path(path)):
        try:
            said.append(f"{len(clean(found, ()).body):,} characters" if isinstance(found, RawPage) else found.reason)
        except UnreadablePage as problem:
            said.append(str(problem))
        said = said[-2:]
    seconds = time.process_time() - start
    results.put((seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, " / ".join(said)[:110]))


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1:]) else 0)
