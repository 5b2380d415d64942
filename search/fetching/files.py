"""Files and folders to articles."""

import gzip
import os
import zlib
from collections.abc import Iterable, Iterator
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from search.fetching.records import LINE_LIMIT, read_lines, read_object
from search.fetching.sniffing import GZIP_MAGIC, SNIFFED, kind_of
from search.fetching.unreadable import Unreadable
from search.sentences import Sentence
from search.types import RawPage

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

__all__ = ["Unreadable", "read_path", "total_bytes"]

PAGE_LIMIT: Final = 20_000_000
"""Bytes of one page: saved pages with their pictures inlined stay below, and it can be held in memory."""

_SURELY_SMALL: Final = 5_000_000
_DENSEST: Final = 100
"""A gzip file is refused that unpacks to more than 5 MB and a hundred times its size. (News text packs to a quarter, a
crawl with all its repeated markup to a twentieth; bombs to a thousandth.)"""

_NEITHER: Final = Sentence(
    "The file is not a text, HTML or JSON Lines file: leave it out, or convert it to one of these."
)
_BOMB: Final = Sentence(
    "The gzip file unpacks to more than a hundred times its size, which no news does: look where it comes from, and pack "
    "it again from the pages themselves."
)
_TOO_BIG: Final = Sentence(
    "The page is bigger than 20 MB: split it into one file for each article, or save them as JSON Lines."
)


def read_path(path: Path) -> Iterator[RawPage | Unreadable]:
    """Everything under `path`, a file or a folder, in sorted order; inputs that cannot be read come as Unreadable and
    the rest goes on. Never raises for what it finds on the disk. JSON Lines are streamed."""
    try:
        if path.is_dir():
            yield from _read_folder(path)
        else:
            yield from _read_file(path)
    except OSError as problem:
        yield Unreadable(_name(path), _sentence(problem))


def total_bytes(paths: Iterable[Path]) -> int:
    """Bytes on the disk of all files under `paths`: the measure of a progress bar, which a caller moves on by the
    length of each page's content. (Packed files count packed: the bar ends late there, never early.)"""
    return sum(_size(file) for path in paths for file in ([path] if not path.is_dir() else _files(path)))


def _read_folder(folder: Path) -> Iterator[RawPage | Unreadable]:
    empty = True
    for file in _files(folder):
        empty = False
        if file.name.startswith("."):
            yield Unreadable(_name(file), _NEITHER)
            continue
        try:
            yield from _read_file(file)
        except OSError as problem:
            yield Unreadable(_name(file), _sentence(problem))
    if empty:
        yield Unreadable(_name(folder), Sentence("The folder holds no files: name one that does."))


def _files(folder: Path) -> Iterator[Path]:
    """All files below `folder`, sorted by path, hidden folders left out. A linked folder is entered once, so that links
    that lead back to where they stand come to an end."""
    seen: set[tuple[int, int]] = set()
    for place, folders, names in os.walk(folder, followlinks=True):
        status = Path(place).stat()
        identity = (status.st_dev, status.st_ino)
        if identity in seen:
            folders.clear()
            continue
        seen.add(identity)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            yield Path(place, name)


def _read_file(path: Path) -> Iterator[RawPage | Unreadable]:
    name = _name(path)
    if path.exists() and not path.is_file():
        yield Unreadable(name, Sentence("The path is neither a file nor a folder: name a file that holds articles."))
        return
    with path.open("rb") as stream:
        packed = stream.peek(2)[:2] == GZIP_MAGIC
        if not packed:
            yield from _read_stream(path, name, stream)
            return
        inner = path.with_suffix("") if path.suffix.lower() == ".gz" else path
        try:
            with gzip.open(stream) as unpacked, BufferedReader(_Bounded(unpacked, stream)) as bounded:
                yield from _read_stream(inner, name, bounded)
        except _TooDense:
            yield Unreadable(name, _BOMB)
        except (EOFError, zlib.error, gzip.BadGzipFile) as problem:
            yield Unreadable(
                name,
                Sentence("The gzip file is damaged or cut off (%(problem)s): fetch it again.", problem=str(problem)),
            )


class _TooDense(ValueError):
    """Raised while reading a gzip file that unpacks to much more than text does."""


class _Bounded(RawIOBase):
    """What a gzip file unpacks to, up to the size at which no text is so dense."""

    def __init__(self, unpacked: gzip.GzipFile, packed: IO[bytes]) -> None:
        self._unpacked = unpacked
        self._packed = packed
        self._read = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        place = memoryview(buffer).cast("B")
        chunk = self._unpacked.read1(len(place))
        self._read += len(chunk)
        if self._read > _SURELY_SMALL and self._read > _DENSEST * self._packed.tell():
            raise _TooDense
        place[: len(chunk)] = chunk
        return len(chunk)


def _read_stream(path: Path, name: str, stream: "BufferedReader[Any]") -> Iterator[RawPage | Unreadable]:
    head = stream.peek(SNIFFED)[:SNIFFED]
    if not head:
        yield Unreadable(name, Sentence("The file is empty (0 bytes): fetch it again, or leave it out."))
        return
    kind = kind_of(path, head)
    if kind is None:
        yield Unreadable(name, _NEITHER)
        return
    if kind == "records":
        yield from read_lines(name, stream)
        return
    limit = PAGE_LIMIT if kind != "object" else LINE_LIMIT
    content = stream.read(limit + 1)
    if len(content) > limit:
        yield Unreadable(name, _TOO_BIG)
    elif kind == "object":
        yield from read_object(name, content)
    else:
        yield RawPage(name, content, "text/html" if kind == "html" else "text/plain")


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _name(path: Path) -> str:
    """The path as text; bytes of a file name that are no UTF-8 become question marks, so that it can be stored."""
    return str(path).encode("utf-8", "replace").decode("utf-8")


def _sentence(problem: OSError) -> Sentence:
    if isinstance(problem, FileNotFoundError):
        return Sentence("There is no such file or folder: check the spelling of the path.")
    if isinstance(problem, PermissionError):
        return Sentence("The file may not be read: give the user who runs newsindex the right to read it.")
    return Sentence(
        "The file cannot be read (%(problem)s): check the disk, or leave it out.",
        problem=problem.strerror or str(problem),
    )
