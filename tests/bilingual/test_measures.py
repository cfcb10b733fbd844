"""Measures serve two readers: amounts told in another measure, and what a number counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tqcheck.bilingual.tables import file, measures
from tqcheck.rulebook.errors import RulebookError


@pytest.mark.parametrize(
    ("russian", "unit"),
    [("лет", "year"), ("суток", "day"), ("летний", "year"), ("км", "kilometre"), ("ярдов", "metre")],
)
def test_a_russian_word_counts_as_a_measure_in_any_form(russian: str, unit: str) -> None:
    assert measures.russian_unit(russian) == unit


@pytest.mark.parametrize(
    ("english", "unit"),
    [("yards", "metre"), ("mph", "mile"), ("kilometers", "kilometre"), ("per cent", "percent")],
)
def test_an_english_word_counts_as_a_measure(english: str, unit: str) -> None:
    assert measures.english_unit(english) == unit


def test_what_only_looks_like_a_measure_counts_as_none() -> None:
    assert [measures.russian_unit(word) for word in ("минувшего", "метро", "тоннелей", "футбола")] == [""] * 4


def test_a_word_that_is_often_something_else_counts_as_none() -> None:
    assert measures.russian_unit("г") == measures.english_unit("in") == ""


def test_units_of_time_are_told_from_others() -> None:
    assert measures.is_of_time("year")
    assert not measures.is_of_time("metre")
    assert not measures.is_of_time("")


def test_a_measure_counts_as_one_that_there_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = "measures: {length: {yard: {size: 1, counts-as: ell, russian: ярд, english: yard}}}\n"
    (tmp_path / "measures.yaml").write_text(table, encoding="utf-8")
    monkeypatch.setattr(file, "DATA", tmp_path)
    measures.measures.cache_clear()
    try:
        with pytest.raises(RulebookError, match="yard counts as 'ell', which is no measure"):
            measures.measures()
    finally:
        measures.measures.cache_clear()
