"""A surname that a neighbouring sentence has is missed all the same where the first name is left alone."""

from __future__ import annotations

import pytest

from tests.bilingual.support import document
from tqcheck.bilingual.detectors.names.names import names_kept
from tqcheck.bilingual.pair import pairs

RUSSIAN = "Адвокат Иван Кузьмин приехал в Москву. Иван Кузьмин выступил на суде в пятницу."


@pytest.mark.parametrize(
    ("second", "found"),
    [
        ("Ivan spoke in court on Friday.", ["name.lost"]),
        ("Kuzmin spoke in court on Friday.", []),
    ],
)
def test_a_first_name_alone(second: str, found: list[str]) -> None:
    text = document(f"The lawyer Ivan Kuzmin has come to Moscow. {second}", RUSSIAN)
    assert [doubt.rule for pair in pairs(text) for doubt in names_kept(pair)] == found
