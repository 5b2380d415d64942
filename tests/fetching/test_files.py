"""Files and folders become articles, and what cannot be read is said without stopping the rest."""

import gzip
import json
import os
from pathlib import Path

import pytest

from search.fetching.files import Unreadable, read_path, total_bytes
from search.types import RawPage

TEXT = "افتتح المجلس البلدي مكتبة جديدة في الحي القديم.\n"
RECORD = {"id": "7", "title": "مكتبة جديدة", "body": TEXT}


def only(path: Path) -> RawPage | Unreadable:
    (found,) = read_path(path)
    return found


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("page.txt", TEXT, "text/plain"),
        ("page", TEXT, "text/plain"),
        ("page.html", f"<p>{TEXT}</p>", "text/html"),
        ("page.XHTML", f"<p>{TEXT}</p>", "text/html"),
        ("page.php", f"<!DOCTYPE html>\n<html><body>{TEXT}</body></html>", "text/html"),
        ("page.txt", f'<?xml version="1.0"?>\n<html><body>{TEXT}</body></html>', "text/html"),
        ("page.json", json.dumps(RECORD), "application/json"),
        ("export", json.dumps(RECORD), "application/json"),
    ],
)
def test_the_suffix_or_else_the_first_bytes_tell_the_kind(
    tmp_path: Path, name: str, content: str, media_type: str
) -> None:
    page = only(write(tmp_path / name, content))
    assert isinstance(page, RawPage)
    assert (page.media_type, page.content, page.name) == (media_type, content.encode(), str(tmp_path / name))


@pytest.mark.parametrize("name", ["README.md", "table.csv", "rules.PY", "feed.xml"])
def test_a_file_of_another_kind_is_no_page(tmp_path: Path, name: str) -> None:
    found = only(write(tmp_path / name, TEXT))
    assert isinstance(found, Unreadable) and "leave it out" in found.reason


@pytest.mark.parametrize("packed", [False, True])
def test_json_lines_give_an_article_for_each_line_and_name_the_broken_one(tmp_path: Path, packed: bool) -> None:
    line = json.dumps(RECORD, ensure_ascii=False)
    content = f"{line}\n\n{{broken\n[1]\n{line}".encode()
    path = write(tmp_path / ("a.jsonl.gz" if packed else "a.jsonl"), gzip.compress(content) if packed else content)
    found = list(read_path(path))
    assert [item.name.rsplit(":", 1)[1] for item in found] == ["1", "3", "4", "5"]
    assert [type(item) for item in found] == [RawPage, Unreadable, Unreadable, RawPage]
    assert isinstance(found[0], RawPage) and found[0].content == line.encode()
    assert isinstance(found[1], Unreadable) and "not valid JSON" in found[1].reason


def test_a_json_file_may_hold_a_list_or_lines(tmp_path: Path) -> None:
    listed = list(read_path(write(tmp_path / "list.json", json.dumps([RECORD, 3, RECORD]))))
    assert [type(item) for item in listed] == [RawPage, Unreadable, RawPage]
    lines = list(read_path(write(tmp_path / "lines.json", "\n".join([json.dumps(RECORD)] * 3))))
    assert [item.name.rsplit(":", 1)[1] for item in lines] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("empty.txt", b"", "empty"),
        ("picture.jpg", b"\xff\xd8\xff\xe0rest", "not a text, HTML or JSON Lines file"),
        ("page.txt", b"ab\0cd", "not a text, HTML or JSON Lines file"),
        ("big.html", b"<p>" + b"x" * 20_000_001, "20 MB"),
        ("cut.jsonl.gz", gzip.compress(os.urandom(5000).hex().encode())[:800], "gzip"),
        ("broken.json", b"{]", "not valid JSON"),
        ("number.json", b"12", "no article"),
        ("deep.json", b"[" * 200_000, "not valid JSON"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, content: bytes, word: str) -> None:
    found = [item for item in read_path(write(tmp_path / name, content)) if isinstance(item, Unreadable)]
    assert word in found[-1].reason


def test_a_folder_goes_on_after_bad_files_and_links_that_lead_back(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    write(tmp_path / "b" / "two.txt", TEXT)
    write(tmp_path / "a.txt", TEXT)
    write(tmp_path / ".hidden", TEXT)
    write(tmp_path / "z.bin", b"\0\0")
    (tmp_path / "b" / "back").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    found = list(read_path(tmp_path))
    pages = [Path(item.name).name for item in found if isinstance(item, RawPage)]
    refused = {Path(item.name).name for item in found if isinstance(item, Unreadable)}
    assert pages == ["a.txt", "two.txt"]
    assert refused == {".hidden", "z.bin", "gone.txt"}
    assert total_bytes([tmp_path]) >= 2 * len(TEXT.encode())


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    found = only(tmp_path / "nothing.txt")
    assert isinstance(found, Unreadable) and "no such file" in found.reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = write(tmp_path / "closed.txt", TEXT)
    path.chmod(0)
    found = only(path)
    assert isinstance(found, Unreadable) and "right to read" in found.reason


def test_a_wide_encoding_is_text(tmp_path: Path) -> None:
    page = only(write(tmp_path / "wide.txt", TEXT.encode("utf-16")))
    assert isinstance(page, RawPage) and page.media_type == "text/plain"
