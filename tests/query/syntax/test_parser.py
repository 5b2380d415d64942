"""The parser as data, without a server."""

import time

import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from search.query.syntax import caps
from search.query.syntax.nodes import (
    And,
    Fuzzy,
    Must,
    Named,
    Near,
    Node,
    Not,
    Nothing,
    Or,
    Phrase,
    Published,
    Title,
    Together,
    Wildcard,
    Word,
    leaves,
)  # fmt: skip
from search.query.syntax.parser import parse, repaired

A, B, C, D = (Word(letter) for letter in "abcd")


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("", Together()),
        ("a b", Together((A, B))),
        ("a، b؛ c؟", Together((A, B, C))),
        ("a - b – c", Together((A, B, C))),
        ("a OR b", Together((Or((A, B)),))),
        ("a AND b OR c", Together((Or((And((A, B)), C)),))),
        ("a OR b AND c", Together((Or((A, And((B, C)))),))),
        ("a b OR c d", Together((A, Or((B, C)), D))),
        ("a /أو b", Together((Or((A, B)),))),
        ("a /او b", Together((Or((A, B)),))),
        ("a /و b", Together((And((A, B)),))),
        ("a /ليس b", Together((A, Not(B)))),
        ("a -b", Together((A, Not(B)))),
        ("NOT NOT a", Together((A,))),
        ("a +b", Together((A, Must(B)))),
        ("a و b أو c ليس d", Together((A, Word("و"), B, Word("أو"), C, Word("ليس"), D))),
        ("a and b or not c", Together((A, Word("and"), B, Word("or"), Word("not"), C))),
        ("و/أو", Together((Word("و أو"),))),
        ("-(a b)", Together((Not(Together((A, B))),))),
        ("كوفيد-19 1-2 -b", Together((Word("كوفيد-19"), Word("1-2"), Not(B)))),
        ('«a b» “c d” "a"', Together((Phrase("a b"), Phrase("c d"), Phrase("a")))),
        ("”a b“", Together((Phrase("a b"),))),
        ('"a b"~٥', Together((Near("a b", 5),))),
        ("كتا* كت?ب", Together((Wildcard("كتا*"), Wildcard("كت?ب")))),
        ("كتاب?", Together((Or((Word("كتاب"), Wildcard("كتاب?"))),))),
        ("من هو الرئيس؟", Together((Word("من"), Word("هو"), Word("الرئيس")))),
        ("covid-19*", Together((And((Word("covid"), Wildcard("19*"))),))),
        ("كلمة~ كلمة~٢", Together((Fuzzy("كلمة", 1), Fuzzy("كلمة", 2)))),
        ("title:a", Together((Title(A),))),
        ("العنوان:a", Together((Title(A),))),
        ("Title:(a OR b)", Together((Title(Together((Or((A, B)),))),))),
        ("actor:x", Together((Named("actor", "x", 0, 6),))),
        ("-فاعل:«x y»", Together((Not(Named("actor", "x y", 1, 6)),))),
        ("actor:(x y OR z)", Together((Or((Named("actor", "x y", 0, 6), Named("actor", "z", 0, 6))),))),
        ("???", Nothing()),
        ("()", Nothing()),
    ],
)
def test_what_is_typed_is_understood(text: str, node: Node) -> None:
    assert parse(text).node == node
    assert not parse(text).faults or node == Nothing()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2023", ("2023-01-01", "2023-12-31")),
        ("٢٠٢٤-٠٢", ("2024-02-01", "2024-02-29")),
        ("2023-05-07", ("2023-05-07", "2023-05-07")),
        ("7/5/2023", ("2023-05-07", "2023-05-07")),
        ("[2023 TO 2024-02]", ("2023-01-01", "2024-02-29")),
        ("[2024-02 إلى 2023]", ("2023-01-01", "2024-02-29")),
        ("[* حتى 2023]", (None, "2023-12-31")),
        ("[2023 .. *]", ("2023-01-01", None)),
    ],
)
def test_dates(text: str, days: tuple[str | None, str | None]) -> None:
    (node,) = leaves(parse(f"تاريخ:{text}").node)
    assert isinstance(node, Published)
    assert tuple(day and day.isoformat() for day in (node.since, node.until)) == days


@pytest.mark.parametrize(
    ("text", "node", "mended", "sentence"),
    [
        ("(a OR b", Together((A, B)), "(a OR b)", "The bracket before “a OR b” is not closed"),
        ("a OR b)", Together((A, B)), "a OR b", "A bracket is closed after “a OR b”"),
        ('"a b', Together((A, B)), '"a b"', 'The quotation mark at “"a b” has no partner'),
        ('a b"', Together((A, B)), "a b", 'The quotation mark at “"” has no partner'),
        ("a «b", Together((A, B)), "a «b»", "has no partner"),
        ('"a" "b', Together((Phrase("a"), B)), '"a" "b"', "has no partner"),
        ("a OR", Together((A,)), "a", "The operator OR lacks a word"),
        ("/أو a", Together((A,)), "a", "The operator /أو lacks a word"),
        ("OR", Together((Word("OR"),)), '"OR"', "The operator OR lacks a word"),
        ("a 13:01", Together((A, Word("13 01"))), 'a "13:01"', "“13:01” is searched for as plain words"),
        ("قال: a", Together((Word("قال"), A)), "قال a", "“قال:” is searched for as plain words"),
        ("foo:a", Together((Word("foo a"),)), "foo a", "a colon stands only after the name of a field"),
        (
            "a https://b.c/d?e=(f)*",
            Together((A, Word("https b c d e f"))),
            'a "https://b.c/d?e=(f)*"',
            "is a web address",
        ),
        ("title: a", Together((Word("title"), A)), "title:a", "the value must follow without a space"),
        ("date:2023-13", Together((Word("2023-13"),)), "2023-13", "“date:2023-13” is no date"),
        ("date:[2023 TO 2024", Together((Word("2023 TO 2024"),)), "date:[2023 TO 2024]", "is no date"),
        ("/a.*b/", Together((Word("a b"),)), "a b", "looks like a regular expression"),
        ("*كتاب", Together((Word("كتاب"),)), "كتاب", "A word cannot begin with *"),
        ("ال*", Together((Word("ال"),)), "ال", "At least two letters must stand before *"),
        ("في~", Together((Word("في"),)), "في", "A word needs three letters for ~"),
        ("كلمة~9", Together((Fuzzy("كلمة", 2),)), "كلمة~2", "1 or 2"),
        ('"a b"~999', Together((Near("a b", 50),)), '"a b"~50', "up to 50"),
        ("؟!", Nothing(), "", "There is no word in “؟!”"),
    ],
)
def test_what_is_wrong_is_said_and_mended(text: str, node: Node, mended: str, sentence: str) -> None:
    parsed = parse(text)
    assert parsed.node == node
    with override("en"):
        assert sentence in parsed.faults[0].sentence
    assert repaired(text, parsed.faults) == mended
    assert not parse(mended).faults


def test_where_nothing_can_be_mended_words_are_offered() -> None:
    text = "mentioned:[title: AND  /ليس  /ليس ("
    assert repaired(text, parse(text).faults) == ""


def test_a_bracket_does_not_take_a_phrase_or_an_exclusion_with_it() -> None:
    assert parse('"a b" -c (d').node == Together((Phrase("a b"), Not(C), D))


@pytest.mark.parametrize(
    "text",
    [
        "(" * 10_000,
        "(a " * 10_000,
        "a" * 10_000,
        "a " * 5_000,
        "a OR " * 5_000,
        "NOT " * 5_000 + "a",
        "-" * 10_000,
        '"' * 9_999,
        "«" * 9_999,
        "a~ " * 5_000,
        "aaa* " * 5_000,
        "title:" * 5_000,
        "actor:x " * 5_000,
        "https://" * 5_000,
        "[" * 9_999,
        "date:[" * 5_000,
        "/" * 9_999,
        "*?~:" * 5_000,
        "ﷺ" * 500,
        "و.ب." * 120,
        "كتاب " * 39 + "ﷺ ﷺ",
    ],
)
def test_a_huge_query_is_cheap_and_within_the_caps(text: str) -> None:
    start = time.process_time()
    parsed = parse(text)
    assert parsed.faults
    assert not parse(repaired(text, parsed.faults)).faults
    assert time.process_time() - start < 0.25
    found = list(leaves(parsed.node))
    assert len(found) <= caps.WORDS + caps.WILDCARDS
    assert sum(isinstance(leaf, Wildcard) for leaf in found) <= caps.WILDCARDS
    assert sum(isinstance(leaf, Fuzzy) for leaf in found) <= caps.FUZZY


_SIGNS = st.sampled_from(
    ["(", ")", '"', "«", "»", "“", "-", "+", "*", "?", "~", "~1", "~9", ":", "[", "]", "/", "\\", " ", "  ", "\n", "،", "؟",
     " AND ", " OR ", " NOT ", " /و ", " /أو ", " /ليس ", "title:", "عنوان:", "date:", "actor:", "مكان:", "mentioned:", "2023",
     "2023-13", " TO ", "http://", "a", "كتاب", "ال", "\0", "\u200f", "\u064b", "ﷺ", "😀"]
)  # fmt: skip


@settings(max_examples=1000, deadline=None)
@given(st.one_of(st.lists(_SIGNS, max_size=40).map("".join), st.text(max_size=600)))
def test_whatever_is_typed_is_read_and_what_is_mended_has_no_fault(text: str) -> None:
    parsed = parse(text)
    assert len(list(leaves(parsed.node))) <= 3 * caps.WORDS
    for fault in parsed.faults:
        assert fault.sentence
        assert 0 <= fault.edit.start <= fault.edit.end <= len(text)
    assert not parse(repaired(text, parsed.faults)).faults
