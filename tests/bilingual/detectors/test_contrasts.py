"""Opposites, and what only looks like one."""

from __future__ import annotations

from functools import partial

import pytest

from tests.bilingual.support import doubted
from tqcheck.bilingual.detectors.statements.contrasts import contrasted

found = partial(doubted, contrasted)


@pytest.mark.parametrize(
    ("russian", "english", "wrong"),
    [
        ("Второй туннель короче первого.", "The second tunnel is longer than the first.", ["longer"]),
        ("Второй туннель короче первого.", "The first tunnel is longer than the second.", []),
        ("В селе тише и безопаснее, чем в порту.", "The port is more dangerous than the village.", []),
        ("Рубль подешевел к евро.", "The euro gained on the rouble.", []),
        ("Рубль подешевел к евро.", "The rouble rose against the euro.", ["rose"]),
    ],
)
def test_a_comparison_may_begin_at_its_other_end(russian: str, english: str, wrong: list[str]) -> None:
    assert found(russian, english) == wrong


@pytest.mark.parametrize(
    ("russian", "english", "wrong"),
    [
        ("В шторм погибли не менее девяти моряков.", "No fewer than nine sailors were rescued.", ["rescued"]),
        ("В шторм погибли не менее девяти моряков.", "No fewer than nine sailors died.", []),
        ("В шторм никто не погиб.", "All survived the storm.", []),
    ],
)
def test_a_denial_of_a_bound_turns_nothing_round(russian: str, english: str, wrong: list[str]) -> None:
    assert found(russian, english) == wrong


def test_what_renders_another_word_explains_nothing() -> None:
    assert found("В аварии погибли двое.", "Two people survived the crash.") == ["survived"]
    assert found("В аварии погибли двое.", "Two people died in the crash.") == []


@pytest.mark.parametrize(
    ("russian", "right", "word", "wrong"),
    [
        ("Проезд закрыт временно.", "The passage is closed temporarily.", "temporarily", "permanently"),
        ("Она надеется на встречу.", "She hopes for a meeting.", "hopes for", "fears"),
        ("Солдаты наступали ночью.", "The soldiers advanced at night.", "advanced", "retreated"),
        ("Пропала картина.", "A painting has disappeared.", "disappeared", "appeared"),
        ("Он вступил в клуб добровольно.", "He joined the club voluntarily.", "voluntarily", "forcibly"),
        (
            "Депутаты голосовали против налога.",
            "The deputies voted against the tax.",
            "voted against",
            "voted for",
        ),
    ],
)
def test_reverses(russian: str, right: str, word: str, wrong: str) -> None:
    assert found(russian, right) == []
    assert found(russian, right.replace(word, wrong)) == [wrong]
