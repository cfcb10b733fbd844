"""Several processes: the same report, in the same order, from the same kept findings."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from benchmarks.material import article
from benchmarks.timing import program
from tqcheck.cli import main

_CHECK = ("check", "--languagetool", "off", "--judge", "off", "--fail-on", "never", "--format", "json")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Articles, an empty text among them."""
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_text(article(1_500, seed=number), encoding="utf-8")
    (tmp_path / "05.txt").write_text("", encoding="utf-8")
    return tmp_path


def _report(folder: Path, *options: str) -> tuple[int, dict[str, Any]]:
    done = subprocess.run(
        [program("tqcheck"), *_CHECK, *options, "."],
        cwd=folder,
        capture_output=True,
        check=False,
    )
    return done.returncode, json.loads(done.stdout)


def test_several_processes_report_the_same(folder: Path) -> None:
    status, alone = _report(folder, "--no-cache", "-j", "1")
    assert status == 2
    assert sum(len(document["findings"]) for document in alone["documents"]) > 20
    assert _report(folder, "--no-cache", "-j", "2") == (status, alone)
    assert _report(folder, "-j", "2") == (status, alone), "nothing kept yet"
    assert _report(folder, "-j", "2") == (status, alone), "all kept"


@pytest.mark.parametrize("typed", ["0", "-1", "many", "1.5", "١"])
def test_what_is_no_number_of_processes(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*_CHECK, f"--jobs={typed}", "x.txt"]) == 2
    assert "must be auto or a number" in capsys.readouterr().err
