"""The map between a text and its folded form holds for whatever can stand in a text."""

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st
from pyarabic import araby

from search.arabic.folding import Folded, fold, fold_text
from search.arabic.letters import BIDI_AND_JOIN_CONTROLS, DROPPED, PRESENTATION_FORMS, VOWELS

LEVELS = ("exact", "spelling")
LIGATURES = sorted(shape for shape, letters in PRESENTATION_FORMS.items() if len(letters) > 1)

letters = st.sampled_from([*araby.LETTERS, *"یکگھہەپچژڤۆ"])
marks = st.sampled_from(sorted(VOWELS | BIDI_AND_JOIN_CONTROLS | {"ـ"}))
shapes = st.sampled_from(sorted(PRESENTATION_FORMS))
anything = st.characters() | st.characters(
    categories=["Cs", "Cc", "Cf", "Mn", "Cn"]
)  # surrogates, NUL, controls, no letters
texts = st.text(letters | marks | shapes | anything | st.sampled_from("İΣςßﬁ \0\n«»٠۹9"), max_size=60)


def spans(folded: Folded) -> list[tuple[int, int]]:
    size = len(folded.text)
    return [(start, end) for start in range(size) for end in range(start + 1, min(size, start + 7) + 1)]


@given(texts, st.sampled_from(LEVELS))
@example("ﻷ\u0651ﷲ\u200f", "spelling")
@example("\ud800\0ـ", "exact")
@example("ΑΣ ΑΣΑ", "spelling")
@example("مسو\u0654ول", "spelling")
def test_positions_never_go_back_and_stay_inside(text: str, level: str) -> None:
    folded = fold(text, level)
    assert folded.text == fold_text(text, level) and folded.original is text
    starts = list(folded.starts)
    assert len(starts) == len(folded.text) + 1 and starts[-1] == len(text)
    assert starts == sorted(starts) and all(0 <= start <= len(text) for start in starts)


@given(texts, st.sampled_from(LEVELS))
@example("ﻷ\u0651ﷲ\u200f", "spelling")
@example("مسو\u0654ول", "spelling")
def test_a_span_leads_to_the_passage_that_folds_to_it(text: str, level: str) -> None:
    """Whole, where it begins and ends with characters of the original; a part of a ligature leads to the ligature."""
    folded = fold(text, level)
    for start, end in spans(folded):
        first, last = folded.original_span(start, end)
        assert 0 <= first < last <= len(text)
        passage = fold_text(text[first:last], level)
        whole = folded.starts[start - 1] != first if start else True
        if whole and folded.starts[end] != folded.starts[end - 1]:
            assert passage == folded.text[start:end]
        else:
            assert folded.text[start:end] in passage


@given(texts, st.sampled_from(LEVELS))
def test_spans_side_by_side_share_no_character_but_a_ligature(text: str, level: str) -> None:
    folded = fold(text, level)
    for middle in range(1, len(folded.text)):
        left, right = folded.original_span(0, middle), folded.original_span(middle, len(folded.text))
        assert left[1] <= right[0] or text[right[0]] in LIGATURES


@given(texts)
def test_what_is_dropped_and_only_that_lies_between(text: str) -> None:
    folded = fold(text)
    shown = set(folded.starts[:-1])
    assert all(fold_text(character) == "" for at, character in enumerate(text) if at not in shown)


@given(st.text(letters | marks, max_size=40))
def test_decomposed_text_is_matched_like_composed(text: str) -> None:
    plain = "".join(letter for letter in text if letter not in DROPPED)
    assert fold_text(unicodedata.normalize("NFD", plain)) == fold_text(plain)


@given(st.text(st.sampled_from([*araby.LIGUATURES, *araby.LETTERS, " "]), max_size=40))
def test_lam_alef_as_pyarabic(text: str) -> None:
    assert fold_text(text) == fold_text(araby.normalize_ligature(text))


@given(st.text(st.sampled_from([*set(araby.LETTERS) - {araby.ALEF_MAKSURA}, *araby.TASHKEEL, " "]), max_size=40))
def test_alef_and_teh_as_pyarabic(text: str) -> None:
    """Not so the final alef maksura, which pyarabic reads as alef and the press writes for yeh."""
    assert fold_text(text) == fold_text(araby.normalize_teh(araby.normalize_alef(text)))


def test_a_ligature_is_found_by_each_of_its_letters() -> None:
    for ligature in LIGATURES:
        folded = fold(f"ب{ligature}\u064eب")
        for at in range(1, len(folded.text) - 1):
            start, end = folded.original_span(at, at + 1)
            assert start == 1 < end <= 3, ligature
