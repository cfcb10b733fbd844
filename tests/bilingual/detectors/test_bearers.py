"""A surname in the feminine beside the Russian."""

from __future__ import annotations

import pytest

from tests.bilingual.support import believed
from tqcheck.checks.people import MenAsWomen
from tqcheck.entities import open_store


@pytest.mark.parametrize(
    ("russian", "english", "rules"),
    [
        ("Александра Трусова выиграла.", "Alexander Trusova won.", []),
        (
            "Обыскали дом Александра Трусова.",
            "Alexander Trusova's home was searched.",
            ["name.inflected-surname"],
        ),
    ],
)
def test_a_surname_of_a_woman_of_the_russian_is_no_case_of_a_man(
    russian: str, english: str, rules: list[str]
) -> None:
    assert [spot.rule for spot in MenAsWomen(open_store())(believed(russian, english))] == rules
