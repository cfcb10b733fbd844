"""Scores kept between runs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tqcheck.judge import scores
from tqcheck.judge.scores import KeptScores


class Lengths:
    """A model that finds long texts unlikely, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def log_probabilities(self, texts: Sequence[str]) -> list[float]:
        self.asked += texts
        return [-1.5 * len(text) for text in texts]


def ask(file: Path | None, *texts: str) -> tuple[list[float], list[str]]:
    model = Lengths()
    kept = KeptScores(model, file)
    found = kept.log_probabilities(texts)
    kept.close()
    return found, model.asked


def test_each_text_is_scored_once(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "scores.sqlite"
    assert ask(file, "ab", "c", "ab") == ([-3.0, -1.5, -3.0], ["ab", "c"])
    assert ask(file, "c", "def") == ([-1.5, -4.5], ["def"])
    many = [str(number) for number in range(1200)]
    assert ask(file, *many)[1] == many
    assert ask(file, *many)[1] == []


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_damaged_file_costs_time_only(tmp_path: Path, damage: bytes) -> None:
    file = tmp_path / "scores.sqlite"
    file.write_bytes(damage)
    assert ask(file, "ab") == ([-3.0], ["ab"])
    assert ask(file, "ab")[0] == [-3.0]


def test_nowhere_to_keep_them(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert ask(None, "ab") == ([-3.0], ["ab"])
    assert ask(tmp_path / "file" / "scores.sqlite", "ab") == ([-3.0], ["ab"])


def test_the_older_half_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scores, "KEPT", 10)
    file = tmp_path / "scores.sqlite"
    ask(file, *"abcdefgh")
    ask(file, *"ijkl")
    assert ask(file, *"hijkl")[1] == []
    assert ask(file, *"ab")[1] == ["a", "b"]
