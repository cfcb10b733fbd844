"""The figure of a text, and the weights that ship."""

from __future__ import annotations

from pathlib import Path

import pytest

from tqcheck.judge.figure import weights
from tqcheck.model import TqcheckError


def test_the_figure_rises_with_findings_and_short_texts_say_little() -> None:
    own = weights()
    of_200 = [own.figure(findings, 200) for findings in range(10)]
    assert of_200 == sorted(of_200)
    assert of_200[0] < -1 < 2 < of_200[6]
    assert abs(own.figure(0, 10)) < 0.5
    assert own.figure(0, 0) == 0
    assert own.figure(0, 100_000) == own.least_figure
    assert own.figure(3_000, 100_000) == own.most_figure


@pytest.mark.parametrize(
    "text",
    ["machine = 3", "people = {}", "least_figure = -4", "machine = {per_1000 = 'x', shape = 1}", "=", ""],
)
def test_a_file_of_weights_is_whole(text: str, tmp_path: Path) -> None:
    file = tmp_path / "weights.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(TqcheckError, match=r"weights\.toml: is no file of weights"):
        weights(file)
