"""Things without a will where English has who does it, judgements before what they judge, and names that
follow what belongs to them."""

from __future__ import annotations

import pytest

from tests.checks.support import found, told


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("object-before-verb", "H: The post of judge for the first time [[can take a woman]]"),
        ("object-before-verb", "H: Measures to lower prices [[will propose the government]]"),
        ("object-before-verb", "H: Another record [[sets the heat]] in Norway"),
        ("object-before-verb", "H: His creative plans [[shared with reporters Ivan Petrov]]"),
        ("object-before-verb", "H: The situation around the port [[commented]] on the Norwegian ministry"),
        ("object-before-verb", "H: The first speech, [[Ivan Petrov made]] at the port"),
        ("object-before-verb", "H: The gang, which robbed banks all winter, [[stopped the police]]"),
        ("object-before-verb", "H: Anniversary [[marks the composer Ivan Petrov]]"),
        ("object-before-verb", "H: The king [[awarded the title of Hero of Norway Ivan Petrov]]"),
        ("object-before-verb", "H: The monument to sailors in Oslo [[came]] Ivan Petrov"),
        ("object-before-verb", "H: The sensation of the regatta [[became Norwegian swimmers]]"),
        ("object-before-verb", "H: Tensions in the gulf [[discussed by phone the presidents]]"),
        ("complement-before-object", "H: The ministry [[called a war crime airstrikes]] on Oslo"),
        ("complement-before-object", "H: Ivan Petrov [[called cynicism words]] about Norway"),
        ("complement-before-object", "H: The doctors [[found baseless]] complaints of the singer"),
        ("name-without-of", "H: Doctors treat [[patients COVID-19]] in Oslo"),
        ("name-without-of", "H: Police look for the [[gang Bergov]]"),
        ("name-without-of", "H: Channel shows the family [[drama Armen Bergov]]"),
        ("name-without-of", "H: A film about the family [[drama Angelina Berg]]"),
        ("participle-before-its-noun", "H: Teams play [[a postponed due]] to rain match"),
    ],
)
def test_russian_order_is_found(rule: str, text: str) -> None:
    findings, words = told("wordorder", text)
    assert findings == [(f"syntax.{rule}", words)]


@pytest.mark.parametrize(
    "text",
    [
        "H: The study asked parents about schools",
        "H: The painting shows a woman in Oslo",
        "H: Races will decide who is quicker",
        "H: Norway claims victory over the weather",
        "H: The questions Western media won't ask",
        "H: The illness took the president by surprise",
        "H: 30 million rubles received in Norway",
        "H: The concert was devoted to a meeting of two cultures",
        "H: The order came down from the king",
        "H: Better call the mayor? What to do in a storm",
        "H: The wounded in Oslo wait for help",
        "H: Ivan Petrov, who robbed a bank, stopped the police",
        "H: The king awarded the title of Hero of Norway to Ivan Petrov",
        "The passed in argument is read once.",
        "The words Whig and Tory have served many parties.",
        "He recognized the legal refusal to pay as a right.",
    ],
)
def test_sound_order_is_left_alone(text: str) -> None:
    assert found("wordorder", text) == []
