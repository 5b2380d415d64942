"""Numbers in words, as the news writes them."""

import pytest

from search.arabic.folding import fold_text
from search.calendars.numbers import read_number


@pytest.mark.parametrize(
    ("words", "value", "ordinal", "taken"),
    [
        ("ثلاثة أيام", 3, False, 1),
        ("خمسة عشر يوما", 15, False, 2),
        ("واحد وعشرين يوما", 21, False, 2),
        ("ثلاثين يوما", 30, False, 1),
        ("السابع عشر من", 17, True, 2),
        ("الحادي والعشرين من", 21, True, 2),
        ("العشرين من", 20, True, 1),
        ("الأولى", 1, True, 1),
        ("ألف وتسعمائة وثمانية وسبعون", 1978, False, 4),
        ("ألفين وخمسة عشر", 2015, False, 3),
        ("ألفين", 2000, False, 1),
    ],
)
def test_a_number_is_read_as_far_as_it_goes(words: str, value: int, ordinal: bool, taken: int) -> None:
    assert read_number(fold_text(words).split()) == (value, ordinal, taken)


def test_other_words_are_no_number() -> None:
    assert read_number(["كتاب"]) is None
