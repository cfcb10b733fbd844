"""Numbers of both languages, read."""

from __future__ import annotations

import pytest

from tests.bilingual.support import pair
from tqcheck.bilingual.amounts.quantities import english_quantities, russian_quantities


@pytest.mark.parametrize(
    ("russian", "values"),
    [
        ("Выделили 1,5 тыс. рублей", [1500]),
        ("Выделили 1 500 рублей", [1500]),
        ("Собрались полторы тысячи человек", [1500]),
        ("Около 2-х тысяч журналистов", [2000]),
        ("двадцать пять тысяч триста сорок один", [25341]),
        ("1 млн 193 тыс. рублей", [1_193_000]),
        ("от 10 до 15 млрд", [10, 15_000_000_000]),
        ("двадцать первый век", [21]),
        ("двадцатипятилетний", [25]),
        ("в XX веке", [20]),
        ("поезд в 17:45", [17.45]),
        ("10.02.2000", [10, 2, 2000]),
        ("полмиллиона человек", [500_000]),
        ("22 тысячах 702 случаях", [22_702]),
        ("на 2 тыс. 15 июня", [2000, 15]),
        ("Две с лишним сотни километров", [200]),
        ("50-миллиардный пакет", [50_000_000_000]),
        ("⅛ финала и 1/8 финала", [0.125, 0.125]),
        ("2 1/2 млн тенге", [2_500_000]),
        ("2 июня 1/8 финала", [2, 0.125]),
        ("сорока семи", [47]),
        ("полтора десятка стран", [15]),
        ("три десятка домов", [30]),
        ("полуторагодовалый малыш", [1.5]),
    ],
)
def test_russian(russian: str, values: list[float]) -> None:
    assert [q.plain for q in russian_quantities(pair(russian, "x"))] == values


@pytest.mark.parametrize(
    ("english", "values"),
    [
        ("1,500 rubles", [1500]),
        ("1.5 thousand", [1500]),
        ("twenty-five thousand three hundred and forty-one", [25341]),
        ("a hundred and five", [105]),
        ("half a million", [500_000]),
        ("two and a half million", [2_500_000]),
        ("two-and-a-half million", [2_500_000]),
        ("2 1/2 million", [2_500_000]),
        ("1-1/2 hours", [1.5]),
        ("2½ million", [2_500_000]),
        ("on May 2 1/4 finals", [2, 0.25]),
        ("a million and a half rubles", [1_500_000]),
        ("two dozen", [24]),
        ("from 10 to 15 billion", [10, 15_000_000_000]),
        ("Louis XIV", [14]),
        ("the twenty-first century", [21, 100]),
        ("the Euro 2012 quarter-finals", [2012]),
    ],
)
def test_english(english: str, values: list[float]) -> None:
    assert [q.plain for q in english_quantities(pair("х", english))] == values


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("в 17:45", "at 5:45 p.m."),
        ("в 17 часов 45 минут", "at 5:45 p.m."),
        ("в 90-х", "in the 1990s"),
        ("в 2021-2022 годах", "in 2021-22"),
        ("два с половиной", "two and a half"),
        ("пять с половиной тысяч", "five and a half thousand"),
        ("полтора десятка лет", "a decade and a half"),
        ("полуторагодовалый", "one-and-a-half-year-old"),
        ("половина", "50 percent"),
        ("$3 млрд", "$3B"),
        ("с 2 до 7 миллиардов", "from $2 billion to $7 billion"),
        ("1/8 финала", "the round of 16"),
        ("1/4 финала", "1⁄4 of the final"),
        ("в 17:47", "at 1747 hours"),
        ("в 01:23", "at 0123"),
        ("в 19:00", "at 1900 local time"),
        ("20% россиян", "one in five Russians"),
        ("67% россиян", "two out of three Russians"),
        ("на 84-м году жизни", "at 83"),
        ("шесть соток", "600 square metres"),
    ],
)
def test_both_meet(russian: str, english: str) -> None:
    both = pair(russian, english)
    theirs = english_quantities(both)
    assert all(any(q.meets(other) for other in theirs) for q in russian_quantities(both))


def test_half_a_billion_is_no_billion_and_a_half() -> None:
    both = pair("полтора миллиарда", "half a billion")
    [russian], [english] = russian_quantities(both), english_quantities(both)
    assert not russian.meets(english)
