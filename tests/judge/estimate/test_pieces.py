"""Prose on one line, and the way back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tqcheck.judge.estimate.pieces import LONGEST, pieces
from tqcheck.model import Span


@given(st.text(alphabet=st.sampled_from("ab \n\r\t\u00a0é\U0001f600."), max_size=60), st.integers(0, 9))
def test_every_character_has_its_place(prose: str, start: int) -> None:
    read = list(pieces(prose, start))
    assert " ".join(piece.text for piece in read) == " ".join(prose.split())
    for piece in read:
        for at, character in enumerate(piece.text):
            if character != " ":
                span = piece.span(Span(at, at + 1))
                assert prose[span.start - start : span.end - start] == character


def test_a_span_of_several_words_covers_what_lies_between() -> None:
    (piece,) = pieces("  In Moscow\r\n  opened ", 100)
    assert piece.text == "In Moscow opened"
    assert piece.span(Span(3, 16)) == Span(105, 121)


def test_nothing_of_a_long_sentence_is_left_out() -> None:
    prose = " ".join(f"word{n}" for n in range(500))
    read = list(pieces(prose, 0))
    assert " ".join(piece.text for piece in read) == prose
    assert all(len(piece.text) <= LONGEST for piece in read)
    assert [len(piece.text) for piece in pieces("x" * 5 * LONGEST, 0)] == [5 * LONGEST]
