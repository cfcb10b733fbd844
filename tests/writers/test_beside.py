"""The Russian behind a finding in the reports."""

from __future__ import annotations

import io
import re

import pytest
from rich.console import Console

import tqcheck
from tqcheck.model import Report
from tqcheck.writers import WRITERS, render_terminal

ENGLISH = "Fire calculations came from\nthe city of Tver, where Lavrov, the minister, spoke to the crews.\n"
RUSSIAN = "Пожарные расчёты приехали из\nгорода Твери, где министр <b>Лавров</b> беседовал с экипажами.\n"


@pytest.fixture(scope="module")
def report() -> Report:
    return tqcheck.check_text(ENGLISH, source=RUSSIAN)


def test_terminal(report: Report) -> None:
    console = Console(file=io.StringIO(), width=100, no_color=True)
    console.print(render_terminal(report, "annotated", {}))
    text = re.sub(r"\s+", " ", console.file.getvalue())  # type: ignore[attr-defined]
    assert "source: Пожарные ‹расчёты› приехали из" in text


def test_html(report: Report) -> None:
    page = WRITERS["html"](report, {})
    assert '<p class="source" lang="ru">Пожарные <b>расчёты</b> приехали из' in page


def test_markdown(report: Report) -> None:
    assert "source: Пожарные **расчёты** приехали из" in WRITERS["markdown"](report, {})


def test_json(report: Report) -> None:
    assert '"text": "расчёты"' in WRITERS["json"](report, {})


def test_what_the_source_holds_is_no_markup_of_ours() -> None:
    english = "Lavrov spoke to the fire calculations in the city of Tver."
    report = tqcheck.check_text(
        english, source="Лавров <b>беседовал</b> с расчётами пожарных в городе Твери."
    )
    assert "<b>беседовал" not in WRITERS["html"](report, {})
    assert "&lt;b&gt;беседовал" in WRITERS["html"](report, {})


def test_a_long_sentence_is_cut_at_words() -> None:
    filler = "в городе Твери " * 30
    report = tqcheck.check_text(
        f"Fire calculations came {'to the city of Tver ' * 30}.",
        source=f"{filler} приехали расчёты {filler}.",
    )
    page = WRITERS["markdown"](report, {})
    [line] = [line for line in page.splitlines() if "source:" in line]
    assert line.count("…") == 2
    assert len(line) < 220
