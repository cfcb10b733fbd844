"""Counts of rules: their file, and what is made of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tqcheck.judge.senses import DATA, Sense, read_senses, write_senses
from tqcheck.model import TqcheckError


def test_odds() -> None:
    assert Sense(0, 0).odds == 0
    assert Sense(100, 95).odds > 2 > -2 > Sense(100, 5).odds


def test_the_file_that_ships_is_as_written() -> None:
    assert write_senses(read_senses()) == DATA.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rule\twritten\n", "columns"),
        ("rule\twritten\tconfirmed\na\t1\t0", "columns"),
        ("rule\twritten\tconfirmed\na\t1\n", ":2: a rule and two counts"),
        ("rule\twritten\tconfirmed\na\t1\tx\n", ":2: a rule and two counts"),
        ("rule\twritten\tconfirmed\na\t1\t2\n", ":2: doubled, or confirmed more often"),
        ("rule\twritten\tconfirmed\na\t1\t1\na\t1\t1\n", ":3: doubled"),
    ],
)
def test_a_broken_file_is_told_by_line(text: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "senses.tsv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(TqcheckError, match=said):
        read_senses(file)
