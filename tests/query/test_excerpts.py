"""Which passages of an article are shown: whole sentences where they fit."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query.excerpts import excerpts, lead
from search.query.passages import Passage, Segment
from search.query.sentences import sentences

_MARKED = re.compile(r"\[([^\]]*)\]")


def marked(text: str) -> Passage:
    """`text`, in which brackets stand around what is marked."""
    pieces = _MARKED.split(text)
    return tuple(Segment(piece, marked=at % 2 == 1) for at, piece in enumerate(pieces) if piece)


def shown(text: str, most: int = 3) -> list[str]:
    return [
        "…" * excerpt.cut_before
        + "".join(f"[{segment.text}]" if segment.marked else segment.text for segment in excerpt)
        + "…" * excerpt.cut_after
        for excerpt in excerpts(marked(text), most)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("هل وصلت القافلة؟ نعم وصلت! ثم عادت.", ["هل وصلت القافلة؟", "نعم وصلت!", "ثم عادت."]),
        ("عنوان فرعي\n\nوصلت القافلة", ["عنوان فرعي", "وصلت القافلة"]),
        ("قال: «وصلنا.» ثم صمت.", ["قال: «وصلنا.»", "ثم صمت."]),
        ("وصل د. سالم و أ. منى إلى 3.5 كم.", ["وصل د. سالم و أ. منى إلى 3.5 كم."]),
        ("انتهت الجلسة.وغادر الوفد؟فورا", ["انتهت الجلسة.", "وغادر الوفد؟", "فورا"]),
        ("قالت (بي.بي.سي) إن example.org يعمل", ["قالت (بي.بي.سي) إن example.org يعمل"]),
        ("The U.S. team won. It was late.", ["The U.S. team won.", "It was late."]),
        ("انتظر… ثم عاد. ", ["انتظر…", "ثم عاد."]),
        (" \n ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected


def test_a_sentence_is_shown_whole_and_filled_with_its_neighbours_of_the_line() -> None:
    text = "سطر أول.\nهل عاد [الوفد]؟ نعم عاد مساء. وانتهت الجولة.\nسطر أخير عن [الوفد]."
    assert shown(text) == ["هل عاد [الوفد]؟ نعم عاد مساء. وانتهت الجولة.", "سطر أخير عن [الوفد]."]
    assert shown("بدأت الجولة أمس. ثم عاد [الوفد].") == ["بدأت الجولة أمس. ثم عاد [الوفد]."]


def test_of_a_long_sentence_what_stands_around_the_match_is_shown_between_clauses() -> None:
    before = "كلمات كثيرة تسبق الخبر في هذه الجملة الطويلة، " * 6
    after = "، وكلمات كثيرة تلي الخبر في هذه الجملة الطويلة" * 6
    (passage,) = shown(f"{before}وصل [الوفد] اليوم{after}.")
    assert passage.startswith("…كلمات كثيرة تسبق")
    assert "، وصل [الوفد] اليوم، " in passage
    assert passage.endswith("الجملة الطويلة…")
    assert len(passage) < 200


def test_a_number_is_not_cut_in_two() -> None:
    text = "كلمة " * 15 + "[الوفد] " + "1,000,000 " * 40
    (passage,) = shown(text)
    assert passage.endswith(" 1,000,000…")


def test_the_next_passage_shows_what_those_before_it_do_not() -> None:
    text = "\n".join([f"خبر عن [القافلة] رقم {number} في الطريق." for number in range(9)] + ["خبر عن [الجسر]."])
    assert shown(text, 2) == ["خبر عن [القافلة] رقم 0 في الطريق.", "خبر عن [الجسر]."]
    assert shown("ذكر [الجسر].\nذكر [القافلة] و[الجسر].\nذكر [للقافلة].", 1) == ["ذكر [القافلة] و[الجسر]."]


def test_forms_of_one_word_are_one_word() -> None:
    text = "\n".join(["أسعار [النفط] تهبط.", "المشتقات [النفطية] و[النفط] الخام.", "وزير [النفط] يحذر."])
    assert shown(text) == text.split("\n")


def test_a_phrase_over_the_end_of_a_sentence_keeps_both() -> None:
    assert shown("وصل [الوفد. ثم عاد] مساء.\nسطر آخر.") == ["وصل [الوفد. ثم عاد] مساء."]
    assert shown("وصل [الوفد\nثم عاد] مساء.") == ["وصل [الوفد\nثم عاد] مساء."]


def test_of_a_book_the_first_matches_are_enough() -> None:
    line = "عاد [الوفد] إلى [المدينة] بعد جولة طويلة."
    assert shown("\n".join([line] * 20_000)) == [line] * 3
    (passage,) = shown("كلمة " * 100_000 + line)
    assert passage.startswith("…كلمة ") and passage.endswith(line)


def test_the_beginning_stands_for_an_article_without_a_match() -> None:
    assert [excerpt.text for excerpt in lead("  جملة أولى. جملة ثانية.\nسطر ثان.")] == [
        "جملة أولى. جملة ثانية.\nسطر ثان."
    ]
    (excerpt,) = lead("كلمة " * 200)
    assert excerpt.cut_after and 200 < len(excerpt.text) <= 240 and excerpt.text.endswith("كلمة")
    (excerpt,) = lead("أ" * 1000)
    assert excerpt.cut_after and excerpt.text
    assert lead(" \n") == ()


@given(
    st.lists(
        st.tuples(
            st.text(st.sampled_from("اب ،.؟\n5x«»"), max_size=300),
            st.text(st.sampled_from("اب5"), min_size=1, max_size=12),
        ),
        min_size=1,
        max_size=12,
    ),
    st.text(st.sampled_from("اب ،.؟\n5x«»"), max_size=300),
)
def test_passages_are_stretches_of_the_text_apart_from_each_other(parts: list[tuple[str, str]], rest: str) -> None:
    pieces = [
        (text, marked) for plain, match in parts for text, marked in ((f"{plain} ", False), (match, True), (" ", False))
    ]
    body = tuple(Segment(text, marked) for text, marked in [*pieces, (rest, False)])
    text = "".join(segment.text for segment in body)
    found = excerpts(body, 3)
    assert 1 <= len(found) <= 3
    ends = []
    for excerpt in found:
        assert text.startswith(excerpt.text, excerpt.start)
        assert excerpt.text == excerpt.text.strip()
        assert any(segment.marked for segment in excerpt)
        assert {segment.text for segment in excerpt if segment.marked} <= {match for _, match in parts}
        ends.append((excerpt.start, excerpt.start + len(excerpt.text)))
    assert all(one[1] <= other[0] for one, other in zip(sorted(ends), sorted(ends)[1:], strict=False))
