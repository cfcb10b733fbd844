"""Words and numbers that tell that a sentence renders another."""

from __future__ import annotations

import pytest

from tqcheck.bilingual.evidence import english_keys, number, russian_units


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Лаврова", "Lavrov"),
        ("Щербаков", "Shcherbakov"),
        ("Хабаровске", "Khabarovsk"),
        ("Жириновский", "Zhirinovsky"),
        ("Цыганов", "Tsyganov"),
        ("1,5", "1.5"),
        ("12 000", "12,000"),
        ("12\u00a0000", "12,000"),
        ("Boeing", "Boeing"),
        ("вакансия", "vacancies"),
        ("проигрыш", "loss"),
        ("стать", "become"),  # of which the lexicon has the past
    ],
)
def test_counterparts(russian: str, english: str) -> None:
    keys = english_keys(f"So {english} it is.")
    assert all(keys & unit.keys.keys() for unit in russian_units(russian))
    assert russian_units(russian)


@pytest.mark.parametrize(("russian", "english"), [("Лавров", "Putin"), ("15", "16"), ("вакансия", "loss")])
def test_no_counterparts(russian: str, english: str) -> None:
    assert not any(english_keys(english) & unit.keys.keys() for unit in russian_units(russian))


def test_empty_words_tell_nothing() -> None:
    assert russian_units("и не в, но он же!") == ()


def test_separators_of_thousands() -> None:
    assert [number(text) for text in ("1 500,5", "1,500.5", "12.30")] == ["1500.5", "1500.5", "12.30"]
