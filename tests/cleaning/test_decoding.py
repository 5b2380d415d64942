"""Pages in old, wrong and broken encodings come out as readable Arabic."""

import pytest

from search.cleaning.decoding import decode

TEXT = "افتتح المجلس البلدي مكتبة جديدة في الحي القديم من المدينة.\nوقال رئيس المجلس إن البناء استغرق عامين على الأقل."


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "windows-1256", "iso-8859-6"])
def test_every_usual_encoding_of_arabic(codec: str) -> None:
    content = TEXT.encode(codec)
    if codec == "utf-16-le":
        content = b"\xff\xfe" + content
    assert decode(content) == TEXT


@pytest.mark.parametrize("declared", ["iso-8859-1", "utf-8", "windows-1252", "no-such-codec", "windows-1256"])
def test_a_wrong_declaration_is_overruled(declared: str) -> None:
    head = f'<meta http-equiv="content-type" content="text/html; charset={declared}">'
    assert decode((head + TEXT).encode("windows-1256")) == head + TEXT
    assert decode((head + TEXT).encode()) == head + TEXT


@pytest.mark.parametrize("wrong", ["cp1252", "cp1256", "latin-1"])
def test_text_that_was_read_in_the_wrong_encoding_and_saved_is_repaired(wrong: str) -> None:
    garbled = "".join(bytes([byte]).decode(wrong, "ignore") or chr(byte) for byte in TEXT.encode())
    assert decode(garbled.encode()) == TEXT


def test_a_few_broken_bytes_do_not_cost_the_page() -> None:
    content = TEXT.encode()
    assert decode(content[:30] + b"\xff" + content[30:-1]).startswith(TEXT[:14])
    assert TEXT[40:90] in decode(content[:30] + b"\xff" + content[30:-1])


def test_characters_that_no_text_may_hold_are_gone_and_line_ends_are_one() -> None:
    assert (
        decode("أ\ufdd0ب\ud800ج\0د\ufffeه\U0001ffffو\r\nز\rح\u2028ط".encode("utf-8", "surrogatepass"))
        == "أبجدهو\nز\nح\nط"
    )


def test_bytes_of_no_encoding_raise_nothing() -> None:
    assert isinstance(decode(bytes(range(256)) * 40), str)
    assert decode(b"") == ""
