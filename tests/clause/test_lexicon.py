"""What a word can be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tqcheck.clause.reading import lexicon
from tqcheck.clause.reading.lexicon import tags


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("water", "NBJ"),
        ("receives", "Z"),
        ("zigzagwise", "N"),
        ("unbetanked", "DP"),
        ("naïveté", "N"),
        ("45th", "J"),
    ],
)
def test_letters(word: str, letters: str) -> None:
    assert tags(word) == letters


def test_without_a_guess_an_unknown_word_is_nothing() -> None:
    assert tags("unbetanked", guess=False) == ""


def test_the_first_and_the_last_word_are_found() -> None:
    data = Path(lexicon.__file__).with_name("data") / "words.txt"
    lines = data.read_text("utf-8").splitlines()
    assert lines == sorted(lines, key=lambda line: line.split()[0])
    for line in (lines[0], lines[-1]):
        word, letters = line.split()
        assert tags(word, guess=False).replace("PD", "P") == letters.replace("PD", "P")
