"""What the benchmarks measure with: the same in every run, and sound."""

from __future__ import annotations

from pathlib import Path

import pytest

from tqcheck.rulebook import open_rulebook

material = pytest.importorskip("benchmarks.material", reason="the source distribution has no benchmarks")


def test_articles_are_the_same_in_every_run_and_of_the_size_asked_for() -> None:
    text = material.article(1000)
    assert text == material.article(1000) != material.article(1000, seed=2)
    assert 1000 <= len(text.split()) < 1100


def test_generated_rulebooks_load(tmp_path: Path) -> None:
    file = tmp_path / "generated.yaml"
    file.write_text(material.rulebook(40), encoding="utf-8")
    without, program = open_rulebook(), open_rulebook([file])
    assert len(program.entries) == len(without.entries) + 40
