"""The pattern of a name finds it in text as written just where its folded letters stand in the folded text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.arabic.folding import fold_text
from search.arabic.spellings import pattern_of, without_ligatures


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", fold_text(text))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("إدارة المنارة", "وقالت ادارةُ المنـــارة"),
        ("عبد الكريم", "عبدالكريم"),
        ("المنارة", "للمناره"),
        ("Al-Manara", "AL MANARA"),
        ("السلام", "ﺍﻟﺴﻼﻡ"),
    ],
)
def test_spellings_of_a_name(name: str, text: str) -> None:
    wanted = letters(name).removeprefix("ال")
    assert pattern_of(wanted).search(without_ligatures(text))


@given(st.text(alphabet="أاىيةهكگبـَ ﻻ-_1٢", min_size=1, max_size=4), st.text(alphabet="أاىيةهكگبـَ ﻻ-_1٢.", max_size=30))
def test_it_agrees_with_folding(name: str, text: str) -> None:
    wanted = letters(name)
    if wanted:
        assert bool(pattern_of(wanted).search(without_ligatures(text))) == (wanted in letters(text))
