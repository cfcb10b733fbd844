"""Weekdays in whatever form Russian has them."""

from __future__ import annotations

import pytest

from tqcheck.bilingual.tables.weekdays import weekday_of


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("среду", "wednesday"),
        ("Пятницей", "friday"),
        ("воскресенье", "sunday"),
        ("воскресенью", "sunday"),
        ("праздник", ""),
    ],
)
def test_a_weekday_is_known_in_any_form(russian: str, english: str) -> None:
    assert weekday_of(russian) == english
