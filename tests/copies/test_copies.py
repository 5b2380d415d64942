"""What is a copy and what is not, on articles written for the purpose."""

import pytest

from search.copies.bands import BANDS, bands
from search.copies.comparison import copy_of, shared
from search.copies.words import TINY, copy_words
from tests.copies import texts


def share_band(one: str, other: str) -> bool:
    return bool(set(bands(copy_words(one))) & set(bands(copy_words(other))))


@pytest.mark.parametrize(
    "copy",
    [
        texts.WIRE.replace("\n", " ").replace("،", " ,"),
        texts.CUT,
        texts.WITH_A_PARAGRAPH_MORE,
        texts.EDITED,
        "المدينة – وكالات: " + texts.WIRE,
        texts.WIRE.replace("ة", "ه").replace("أ", "ا").replace("إ", "ا").replace("ى", "ي").replace("يربط", "يـربـط"),
    ],
    ids=["spaces and commas", "a paragraph cut", "a paragraph more", "edited", "another dateline", "another spelling"],
)
def test_a_wire_story_is_known_again(copy: str) -> None:
    assert copy_of(copy_words(texts.WIRE), copy_words(copy))
    assert share_band(texts.WIRE, copy)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (texts.WIRE, texts.SAME_EVENT),
        (texts.MONDAY, texts.FRIDAY),
        (texts.TO_ONE, texts.TO_ANOTHER),
        (texts.ONE_DAY, texts.NEXT_DAY),
        (texts.WIRE, f"{texts.SAME_EVENT}\n{texts.WITH_A_PARAGRAPH_MORE}\n{texts.MONDAY}\n{texts.TO_ONE}"),
    ],
    ids=["same event", "weather", "telegrams", "market report", "round-up"],
)
def test_another_story_is_no_copy(one: str, other: str) -> None:
    assert copy_of(copy_words(one), copy_words(other)) is None
    assert copy_of(copy_words(other), copy_words(one)) is None


def test_the_share_is_that_of_words_in_common_passages() -> None:
    whole, half = shared(tuple("abcdef"), tuple("abcxyzuvwabc")), shared(tuple("abcd"), tuple("wxyz"))
    assert (whole.of_first, whole.of_second) == (0.5, 0.5)
    assert (half.of_first, half.of_second) == (0, 0)


def test_a_cut_story_has_all_its_words_from_the_whole_one() -> None:
    found = copy_of(copy_words(texts.WIRE), copy_words(texts.CUT))
    assert found
    assert found.of_second == 1
    assert 0.5 < found.of_first < 1


def test_a_tiny_body_is_no_copy_of_anything() -> None:
    caption = " ".join(texts.WIRE.split()[: TINY - 1])
    assert copy_words(caption) == ()
    assert bands(copy_words(caption)) == ()
    assert copy_of(copy_words(caption), copy_words(caption)) is None
    assert copy_of(copy_words(""), copy_words(texts.WIRE)) is None
    shortest = copy_words(" ".join(texts.WIRE.split()[:TINY]))
    assert copy_of(shortest, shortest)


def test_bands_are_stored_keys() -> None:
    """The same in every process and version of Python, and within a signed 64-bit column."""
    keys = bands(copy_words(texts.WIRE))
    assert len(keys) == BANDS
    assert all(-(2**63) <= key < 2**63 for key in keys)
    assert keys[0] == -4913029219966518433


def test_surrogates_and_one_word_a_hundred_times() -> None:
    assert bands(copy_words("\ud800 كلمة " * 30))
    assert len(set(bands(copy_words("كلمة " * 100)))) == BANDS
