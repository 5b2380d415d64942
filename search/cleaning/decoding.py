"""Bytes of a page to text, whatever its encoding and whatever it says about it."""

import codecs
import re
from typing import Final

import ftfy
from charset_normalizer import from_bytes

_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED: Final = re.compile(rb"""(?i)(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""")
_DECLARATION_SEEN: Final = 4096
"""Bytes in which a declaration is looked for; the HTML standard asks for it in the first 1,024."""

_SAMPLE: Final = 100_000
"""Bytes by which an encoding is chosen where the page names none that fits."""

_ARABIC_CODECS: Final = ("windows-1256", "iso-8859-6")
"""Single-byte encodings of Arabic that pages were saved in before UTF-8, most frequent first."""

_ARABIC_LETTER: Final = re.compile("[\u0621-\u064a]")
_FREQUENT: Final = re.compile(r"(?<!\w)(?:في|من|على|إلى|الى|أن|ان|التي|الذي|عن|مع|هذا|بعد)(?!\w)")
"""The words that every Arabic text of some lines has: an encoding that yields none of them is the wrong one."""

_UNWANTED: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
"""Control characters, lone surrogates and Unicode's noncharacters (the highlighter marks passages with U+FDD0 ff.)."""

_LINE_ENDS: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")

_BYTE_OF_1256: Final = {bytes([code]).decode("cp1256"): code for code in range(256)}
_WESTERN: Final = re.compile("[ØÙÃÚÛÿŸ╪┘][\u0080-\u00ff\u0152-\u03c0\u2013-\u25a0]")
_ARABIC: Final = re.compile("[طظ][\u0080-\u00bf\u0152-\u203a\u2122\u06a9-\u06d2]")
"""What the two bytes of an Arabic letter in UTF-8 look like when read as Western text, or as Arabic Windows text."""

_MOST_TIMES: Final = 3
"""How often a text is taken back through the same wrong encoding: pages that passed two careless systems exist."""


def decode(content: bytes) -> str:
    """The text of a page, tidied as by `tidy`. In this order: byte order mark, strict UTF-8, UTF-8 with a few broken
    bytes, what the page declares, the Arabic single-byte encoding that reads best, a guess by charset-normalizer. Bytes
    that fit nowhere become U+FFFD; nothing is raised."""
    for mark, codec in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return tidy(content[len(mark) :].decode(codec, "replace"))
    return tidy(_repaired(_utf8(content) or _declared(content) or _single_byte(content) or _guessed(content)))


def tidy(text: str) -> str:
    r"""`text` with every kind of line end as \n and without characters that no text may hold."""
    return _UNWANTED.sub("", _LINE_ENDS.sub("\n", text))


def _utf8(content: bytes) -> str | None:
    """UTF-8, also when some bytes in a hundred letters are broken, as in pages that were cut off or patched together."""
    try:
        return content.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        text = content.decode("utf-8", "replace")
    text = text.rstrip("\ufffd") if content[-1] > 0x7F else text  # cut off within a character
    broken = text.count("\ufffd")
    return text if broken * 20 < _beyond_ascii(text) - broken else None


def _declared(content: bytes) -> str | None:
    found = _DECLARED.search(content[:_DECLARATION_SEEN])
    if found is None:
        return None
    try:
        codec = codecs.lookup(found[1].decode("ascii")).name
        text = content.decode(codec)
    except (LookupError, UnicodeError, ValueError):
        return None
    return text if reads_as_arabic(text[:_SAMPLE]) else None


def _single_byte(content: bytes) -> str | None:
    start = content[:_SAMPLE]
    best = max(_ARABIC_CODECS, key=lambda codec: len(_FREQUENT.findall(start.decode(codec, "replace"))))
    return content.decode(best, "replace") if reads_as_arabic(start.decode(best, "replace")) else None


def _guessed(content: bytes) -> str:
    best = from_bytes(content[:_SAMPLE]).best()
    if best is not None:
        return content.decode(best.encoding, "replace")
    return content.decode("utf-8", "replace")


def reads_as_arabic(text: str) -> bool:
    """Whether most of the characters beyond ASCII are Arabic letters, and the frequent words are among them."""
    letters = len(_ARABIC_LETTER.findall(text))
    return letters * 2 > _beyond_ascii(text) and (letters < 200 or _FREQUENT.search(text) is not None)


def _beyond_ascii(text: str) -> int:
    """How many characters of a text are not ASCII (lone surrogates left out)."""
    return len(text) - len(text.encode("ascii", "ignore"))


def _repaired(text: str) -> str:
    """Text of which lines were UTF-8, were read in another encoding (more than once, maybe) and saved again, with these
    lines as they first were. Lines without the marks of that are not touched."""
    if not _WESTERN.search(text) and not _ARABIC.search(text):
        return text
    return "\n".join(_repaired_line(line) for line in text.split("\n"))


def _repaired_line(line: str) -> str:
    if len(_WESTERN.findall(line)) >= 2:
        fixed = str(ftfy.fix_encoding(line))
        if _better(fixed, line):
            line = fixed
    for _ in range(_MOST_TIMES):
        if len(_ARABIC.findall(line)) * 8 < len(line):
            break
        once = b"".join(
            character.encode("utf-8", "replace") if (byte := _BYTE_OF_1256.get(character)) is None else bytes([byte])
            for character in line
        )
        original = once.decode("utf-8", "replace")
        if original.count("\ufffd") * 50 >= len(original) or not (_better(original, line) or _ARABIC.search(original)):
            break
        line = original
    return line


def _better(fixed: str, line: str) -> bool:
    """Whether most of what a repair yields beyond ASCII is Arabic, with fewer letters than were there: two made one."""
    return len(fixed) < len(line) and reads_as_arabic(fixed)
