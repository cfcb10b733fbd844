"""How an alignment is shown, and the command that shows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tqcheck.cli import main

ENGLISH = "Putin came to \x1b[31mMinsk\x1b[0m.\n\nThe visit will last 2 days.\n"
RUSSIAN = """Путин приехал в Минск.

Лукашенко и Лавров провели долгие переговоры о транзите нефти и газа в Европу через Белоруссию.

Визит продлится 2 дня.
"""


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "a.ru.txt").write_text(RUSSIAN, encoding="utf-8")
    return tmp_path


def test_beads_in_order(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["align", str(texts / "a.txt"), "--source", str(texts / "a.ru.txt")]) == 0
    out = capsys.readouterr().out
    head, *_ = out.splitlines()
    assert head.endswith("2 pairs, 0 unsure, 0 English sentences alone, 1 Russian sentence alone")
    places = [out.index(words) for words in ("Putin came", "приехал в", "Лукашенко", "2 days", "2 дня")]
    assert places == sorted(places)
    assert "\x1b" not in out


def test_a_table(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["align", str(texts), "--source", str(texts), "--format", "tsv"]) == 0
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert ["The visit will last 2 days.", "Визит продлится 2 дня."] in [row[:2] for row in rows]
    assert {len(row) for row in rows} == {3}


def test_a_text_without_a_source(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["align", str(texts / "a.txt")]) == 2
    assert "a.txt: has no source" in capsys.readouterr().err
