"""Thresholds beside the Russian: what follows from reading, and that the list that ships has them."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

from tqcheck.judge.pairs import Pair, read_pairs

TOOLS = Path(__file__).parents[2] / "tools"
if not (TOOLS / "judge_beside.py").exists():
    pytest.skip("the source distribution has no tools", allow_module_level=True)
sys.path.insert(0, str(TOOLS))
tool = importlib.import_module("judge_beside")

RIGHT, NOT = True, False


def pair(prior: str) -> Pair:
    return Pair("акция", "noun", "share", ("rally",), prior=prior, threshold=5.0)


def threshold(prior: str, *gains: tuple[float, bool], always: bool = False) -> float | None:
    read = {("акция", "noun", "share"): tool.Readings(list(gains), always)}
    found: float | None = tool.with_source(pair(prior), read)
    return found


def test_a_pair_that_nobody_read_needs_to_be_beyond_doubt() -> None:
    assert tool.with_source(pair("high"), {}) == 0.5
    assert tool.with_source(pair("medium"), {}) is None
    assert threshold("medium", always=True) == 3.0


def test_findings_read_lower_or_raise_the_threshold() -> None:
    assert threshold("medium", (4.0, RIGHT), (5.0, RIGHT)) is None
    assert threshold("medium", *[(gain, RIGHT) for gain in (3.2, 4.0, 5.0, 6.0)]) == 3.0
    assert threshold("high", (0.7, NOT), (1.2, NOT), (6.0, RIGHT), (7.0, RIGHT)) == 1.5
    assert threshold("high", (0.7, NOT), (8.0, NOT)) is None


def test_a_verdict_is_one_of_three(tmp_path: Path) -> None:
    file = tmp_path / "read.tsv"
    file.write_text("# head\nакция\tnoun\tshare\theadlines:1:4\t6.5\tperhaps\n", encoding="utf-8")
    with pytest.raises(ValueError, match="perhaps"):
        tool.readings(file)


def test_the_list_that_ships_has_these_thresholds() -> None:
    shipped = read_pairs()
    assert tool.calibrated(shipped) == shipped, "run python tools/judge_beside.py"
    words = {(one.russian, one.pos, one.wrong) for one in shipped}
    assert len(words & set(tool.readings())) > 500
