"""Numbers and units within Russian compounds: двухдневный; groups of so many: пятёрка."""

from __future__ import annotations

import pytest

from tests.bilingual.support import doubted
from tqcheck.bilingual.detectors.amounts.numbers import numbers_kept
from tqcheck.bilingual.detectors.amounts.units import units_kept


@pytest.mark.parametrize(
    ("russian", "english", "wrong"),
    [
        ("Он прибыл с двухдневным визитом.", "He has arrived for a five-day visit.", "five"),
        ("В пятизвёздочном отеле пожар.", "There is a fire at a ten-star hotel.", "ten"),
        ("Закон вступит в силу через полгода.", "The law will take effect in three months.", "three"),
        ("Погибли два человека, ещё один пропал.", "Twelve people died and another is missing.", "Twelve"),
    ],
)
def test_another_number(russian: str, english: str, wrong: str) -> None:
    assert doubted(numbers_kept, russian, english) == [wrong]


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Это пятитысячная операция.", "It is the five thousandth operation."),
        ("Закон вступит в силу через полгода.", "The law will take effect in six months."),
        ("Это пятилетний юбилей.", "It is the fifth anniversary."),
    ],
)
def test_the_same_number(russian: str, english: str) -> None:
    assert doubted(numbers_kept, russian, english) == []


@pytest.mark.parametrize(
    ("russian", "english", "wrong"),
    [
        ("Он спас пятилетнюю девочку.", "He saved a five-month-old girl.", "month"),
        ("Введён двухнедельный карантин.", "A two-month quarantine has been imposed.", "month"),
    ],
)
def test_another_unit(russian: str, english: str, wrong: str) -> None:
    assert doubted(units_kept, russian, english) == [wrong]
