"""What kind of input a file is: its suffix decides, and where that says nothing its first bytes do."""

import codecs
import re
from pathlib import PurePath
from typing import Final, Literal

Kind = Literal["text", "html", "records", "object"]
"""`records` is JSON Lines; `object` is one JSON value (an article or a list of them)."""

_SUFFIXES: Final[dict[str, Kind]] = {
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".shtml": "html",
    ".jsonl": "records",
    ".ndjson": "records",
    ".json": "object",
}

_OTHER_SUFFIXES: Final = frozenset(
    ".7z .avi .bat .bmp .bz2 .c .cfg .conf .css .csv .db .doc .docx .epub .exe .gif .ico .ini .ipynb .jpeg .jpg .js .log .md "
    ".mdown .mkv .mov .mp3 .mp4 .odt .ods .ogg .parquet .pdf .png .ppt .pptx .py .rar .rst .rtf .sh .sql .sqlite .sqlite3 "
    ".svg .tar .tgz .tiff .toml .ts .tsv .wav .webm .webp .xls .xlsx .xml .xz .yaml .yml .zip .zst".split()
)
"""Suffixes that name another kind of file. Others tell nothing: pages that were saved by their URL end in anything."""

GZIP_MAGIC: Final = b"\x1f\x8b"
"""The first two bytes of every gzip file (RFC 1952)."""

SNIFFED: Final = 4096
"""Bytes that are looked at: a document's type and first tags stand there, and binary files show themselves."""

_WIDE_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_MARKUP: Final = re.compile(rb"(?i)<(?:!doctype\s+html|html|head|body|meta|title|article|div|p)[\s/>]")
_OTHER_MAGIC: Final = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"Rar!",
    b"BZh",
    b"\xfd7zXZ",
)


def kind_of(name: PurePath, head: bytes) -> Kind | None:
    """The kind of the file `name` (without .gz) whose (unpacked) bytes start with `head`; None for what is neither
    text, HTML nor JSON Lines. A text suffix on an HTML document is overruled by the document, and so is one of another
    kind of file: pages are saved as `view.js`."""
    if is_binary(head):
        return None
    told = _SUFFIXES.get(name.suffix.lower())
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if name.suffix.lower() in _OTHER_SUFFIXES:
        return "html" if start.startswith(b"<") and b"<html" in start[:1024].lower() else None
    if told in ("records", "object"):
        return told
    if _starts_with_markup(start):
        return "html"
    if told is None and start.startswith((b"{", b"[")) and b'"' in start[:200]:
        return "records" if start.startswith(b"{") and b"}\n" in start.replace(b"\r", b"") else "object"
    if told is None and _MARKUP.search(start):
        return "html"
    return told or "text"


def is_binary(head: bytes) -> bool:
    """Whether bytes are of no kind of text: a known magic number, or NUL without the mark of a wide encoding."""
    return head.startswith(_OTHER_MAGIC) or (b"\0" in head and not head.startswith(_WIDE_MARKS))


def _starts_with_markup(start: bytes) -> bool:
    found = _MARKUP.search(start[:1024])
    return found is not None and (found.start() == 0 or start.startswith((b"<?xml", b"<!--")))
