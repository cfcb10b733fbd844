"""Pieces of numbers as they stand."""

from __future__ import annotations

import pytest

from tqcheck.bilingual.amounts.numerals import Piece, english_pieces, russian_pieces
from tqcheck.bilingual.russian import sentence
from tqcheck.model import Span


def told(pieces: list[Piece]) -> list[tuple[str, float]]:
    return [(piece.kind, piece.values[0]) for piece in pieces]


def russian(text: str) -> list[Piece]:
    return russian_pieces(sentence(text, Span(0, len(text))))


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("12,5 млн", [("figures", 12.5), ("scales", 1e6)]),
        ("1\u00a0500 рублей", [("figures", 1500)]),
        ("1.500 рублей", [("figures", 1.5)]),
        ("сорок два", [("tens", 40), ("ones", 2)]),
        ("двести пятый", [("hundreds", 200), ("ordinals", 5)]),
        ("в 17:45", [("clock", 17.45)]),
        ("10.02.2000", [("figures", 10), ("month", 2), ("figures", 2000)]),
        ("½ стакана", [("fraction", 0.5)]),
        ("1/8 финала", [("fraction", 0.125)]),
        ("в XIV веке", [("roman", 14)]),
        ("глава V", [("roman", 5)]),
        ("две трети", [("ones", 2), ("parts", 3)]),
        ("двухэтажный дом", [("compound", 2)]),
        ("двадцатипятилетний", [("compound", 25)]),
        ("трёхкратный чемпион", [("compound", 3)]),
        ("50-миллиардный пакет", [("figures", 50), ("scales", 1e9)]),
        ("полтора года", [("alone", 1.5)]),
        ("стол и стул", []),
    ],
)
def test_russian(text: str, pieces: list[tuple[str, float]]) -> None:
    assert told(russian(text)) == pieces


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("1,500 rubles", [("figures", 1500)]),
        ("12.5 million", [("figures", 12.5), ("scales", 1e6)]),
        ("1,5 rubles", [("figures", 1.5)]),
        ("forty-two", [("tens", 40), ("ones", 2)]),
        ("at 5:45", [("clock", 5.45)]),
        ("¾ of it", [("fraction", 0.75)]),
        ("Louis XIV and I", [("roman", 14)]),
        ("the twenty-first", [("tens", 20), ("ordinals", 1)]),
        ("a civil mix", []),
    ],
)
def test_english(text: str, pieces: list[tuple[str, float]]) -> None:
    assert told(english_pieces(text, Span(0, len(text)))) == pieces


def test_pieces_stand_where_they_are_written() -> None:
    text = "Погибли 50-миллиардный и сорок"
    assert [text[p.span.start : p.span.end] for p in russian(text)] == ["50", "-миллиардный", "сорок"]


def test_a_comma_may_be_read_both_ways() -> None:
    [piece] = english_pieces("1,5", Span(0, 3))
    assert piece.values == (1.5, 15.0)


def test_only_the_stretch_is_read() -> None:
    assert told(english_pieces("10 and 20 and 30", Span(3, 10))) == [("figures", 20)]
