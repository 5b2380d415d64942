"""Matches and mentions in one text: both are whole, and the text is as it was."""

from hypothesis import given
from hypothesis import strategies as st

from search.query.passages import Segment
from search.web.mentions import Link
from search.web.paragraphs import Text, in_paragraphs


def _link(start: int, end: int) -> Link:
    return Link(start, end, ("actor",), "", "/")


def _written(text: Text) -> str:
    """Mentions in brackets, matches between stars."""
    lines = []
    for line in text.paragraphs:
        runs = []
        for run in line:
            words = "".join(f"*{piece.text}*" if piece.match else piece.text for piece in run.pieces)
            runs.append(f"[{words}]" if run.mention else words)
        lines.append("".join(runs))
    return "\n".join(lines)


def test_a_match_inside_a_mention_and_a_mention_inside_a_match() -> None:
    body = (Segment("the "), Segment("Syrian", True), Segment(" army in "), Segment("Deir ez-Zor", True))
    text = in_paragraphs((), body, (), [_link(4, 15), _link(24, 28)])
    assert _written(text) == "the [*Syrian* army] in *Deir *[*ez-Z*]*or*"
    assert text.matches == 2
    heads = [
        piece.match for line in text.paragraphs for run in line for piece in run.pieces if piece.match and piece.head
    ]
    assert heads == [1, 2]


def test_what_overlaps_or_runs_over_a_line_is_passed_over() -> None:
    text = in_paragraphs(
        (), (Segment("one two\nthree four"),), (), [_link(0, 7), _link(4, 7), _link(8, 13), _link(9, 18)]
    )
    assert _written(text) == "[one two]\n[three] four"
    assert _written(in_paragraphs((), (Segment("one\ntwo"),), (), [_link(0, 7)])) == "one\ntwo"


@given(
    st.lists(st.tuples(st.text("ab \n", min_size=1, max_size=8), st.booleans()), max_size=8),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=6),
)
def test_no_letter_is_lost_or_doubled(segments: list[tuple[str, bool]], spans: list[tuple[int, int]]) -> None:
    body = tuple(Segment(text, marked) for text, marked in segments)
    whole = "".join(segment.text for segment in body)
    links = [_link(start, min(start + length, len(whole))) for start, length in sorted(spans) if start < len(whole)]
    text = in_paragraphs((), body, (), links)
    shown = ["".join(piece.text for run in line for piece in run.pieces) for line in text.paragraphs]
    assert shown == [line for line in whole.split("\n") if line.strip()]
