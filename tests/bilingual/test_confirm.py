"""Rules that need their Russian, and rules it confirms."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import tqcheck
from tests.rulebook.support import rule_yaml

ENGLISH = "The crew saw a frank twitching of facts."


def check(tmp_path: Path, russian: str, **keys: Any) -> list[tuple[str, list[str]]]:
    book = tmp_path / "own.yaml"
    book.write_text(f"rules:\n- {rule_yaml('frank twitching', **keys)}\n", encoding="utf-8")
    settings = tqcheck.Settings(languagetool="off", rulebooks=(book,), select=("test",))
    [checked] = tqcheck.check_text(ENGLISH, settings, source=russian).documents
    source = checked.document.source
    assert source is not None
    return [(f.confidence.value, [source.quoted(s) for s in f.source]) for f in checked.findings]


@pytest.mark.parametrize(
    ("russian", "keys", "stands"),
    [
        ("Экипаж увидел откровенное передёргивание фактов.", {}, ["передёргивание"]),
        ("Экипаж увидел откровенное искажение фактов.", {}, None),
        ("Пожарные расчёты увидели это.", {"source": ["пожарный расчет"]}, ["Пожарные расчёты"]),
        ("Пожарные увидели расчёты.", {"source": ["пожарный расчёт"]}, None),
        ("Экипаж увидел передёргивание фактов.", {"source_near": ["экипаж", "лётчик"]}, ["передёргивание"]),
        ("Лётчик увидел передёргивание фактов.", {"source_near": ["экипаж"]}, None),
        ("Экипаж увидел передёргивание фактов.", {"source_unless": ["факт"]}, None),
    ],
)
def test_needs_source(
    tmp_path: Path, russian: str, keys: dict[str, object], stands: list[str] | None
) -> None:
    keys = {"source": ["передёргивание"], "needs_source": True, "confidence": "medium"} | keys
    assert check(tmp_path, russian, **keys) == ([("medium", stands)] if stands else [])


def test_a_rule_is_surer_where_its_russian_stands(tmp_path: Path) -> None:
    keys: dict[str, Any] = {"source": ["передёргивание"], "confidence": "medium"}
    assert check(tmp_path, "Экипаж увидел передёргивание фактов.", **keys) == [("high", ["передёргивание"])]
    assert check(tmp_path, "Экипаж увидел подтасовку фактов.", **keys) == [("medium", [])]


def test_without_a_source_nothing_that_needs_it_is_found(tmp_path: Path) -> None:
    book = tmp_path / "own.yaml"
    rule = rule_yaml("frank twitching", confidence="high", needs_source=True, source=["передёргивание"])
    book.write_text(f"rules:\n- {rule}\n", encoding="utf-8")
    settings = tqcheck.Settings(languagetool="off", rulebooks=(book,), select=("test",))
    assert tqcheck.check_text(ENGLISH, settings).documents[0].findings == ()
