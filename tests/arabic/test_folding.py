"""Folding: equal to pyarabic where both do the same, and every position leads back to the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarabic import araby

from search.arabic.folding import REPLACEMENTS, fold, fold_text
from search.arabic.letters import DROPPED

arabic_text = st.text(
    st.one_of(
        st.sampled_from(sorted("".join(REPLACEMENTS["spelling"]))),
        st.characters(min_codepoint=0x600, max_codepoint=0x6FF),
    )
    | st.sampled_from("abcİßﬁ «»\n ءابتثجحخدذرزسشصضطظعغفقكلمنهوي"),
    max_size=80,
)


@given(arabic_text)
def test_the_map_leads_back(text: str) -> None:
    folded = fold(text)
    assert folded.text == fold_text(text)
    assert len(folded.starts) == len(folded.text) + 1
    assert list(folded.starts) == sorted(folded.starts)
    for at, letter in enumerate(folded.text):
        start, end = folded.original_span(at, at + 1)
        assert letter in fold_text(text[start:end])


@given(arabic_text)
def test_spans_of_neighbours_do_not_overlap(text: str) -> None:
    folded = fold(text)
    if len(folded.text) > 1:
        middle = len(folded.text) // 2
        first, second = folded.original_span(0, middle), folded.original_span(middle, len(folded.text))
        assert first[1] <= second[0] or folded.starts[middle - 1] == folded.starts[middle]


@given(arabic_text)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold_text(fold_text(text)) == fold_text(text)


@given(st.text(st.sampled_from([*araby.TASHKEEL, araby.TATWEEL, *araby.LETTERS, " "])))
def test_vowels_and_tatweel_as_pyarabic(text: str) -> None:
    assert fold_text(text, "exact") == araby.strip_tatweel(araby.strip_tashkeel(text))


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("مسؤول", "مسئول"),
        ("إيران", "ايران"),
        ("القرآن", "القران"),
        ("مدرسة", "مدرسه"),
        ("على", "علي"),
        ("کتاب ایران", "كتاب ايران"),
        ("ﻻ", "لا"),
        ("ﷲ", "الله"),
        ("٢٠٢٤ ۲۰۲۴", "2024 2024"),
        ("مُحَمَّدٌ", "محمد"),
        ("جــدا", "جدا"),
        ("أ\u200cب\u200f", "اب"),
        ("SDF", "sdf"),
    ],
)
def test_spellings_of_a_word_meet(written: str, same: str) -> None:
    assert fold_text(written) == fold_text(same)


def test_a_span_takes_the_vowel_signs_of_its_last_letter_along() -> None:
    text = "هجوماً كبيراً"
    start, end = fold(text).original_span(0, 5)
    assert text[start:end] == "هجوماً"


def test_nothing_dropped_is_a_letter() -> None:
    assert not any(character.isalpha() for character in DROPPED - {"ـ", *"\u06e5\u06e6"})
