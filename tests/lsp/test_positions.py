"""Positions of the protocol, in each encoding, both ways."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position, PositionEncodingKind

from tqcheck.lsp.positions import Positions
from tqcheck.model import Document, Span

TEXT = "a😀é\r\nb\u2028c\rd"


def positions(text: str, encoding: str) -> Positions:
    return Positions(Document("a.txt", text, text, ()), encoding)


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 7), ("utf-16", 4), ("utf-32", 3)])
def test_columns_count_the_units_of_the_encoding(encoding: str, column: int) -> None:
    assert positions(TEXT, encoding).position(3) == Position(0, column)


def test_lines_end_where_the_protocol_has_them_end() -> None:
    found = positions(TEXT, "utf-16").range(Span(5, 9))
    assert (found.start, found.end) == (Position(1, 0), Position(2, 0))


def test_without_an_agreement_units_are_utf_16() -> None:
    assert Positions(Document("a.txt", "", "", ()), None).encoding is PositionEncodingKind.Utf16


@given(st.text(), st.sampled_from(["utf-8", "utf-16", "utf-32"]), st.data())
def test_there_and_back(text: str, encoding: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    place = positions(text, encoding)
    back = place.offset(place.position(offset))
    inside_line_end = text[:offset].endswith("\r") and text[offset : offset + 1] == "\n"
    assert back == (offset - 1 if inside_line_end else offset)


def test_a_position_past_the_end_is_the_end() -> None:
    place = positions(TEXT, "utf-16")
    assert place.offset(Position(0, 99)) == 3
    assert place.offset(Position(99, 0)) == len(TEXT)
