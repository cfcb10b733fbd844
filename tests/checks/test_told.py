"""Headlines that begin with what is told of, subjects that go on, and fronts with what is held; beside each
the sound English that looks like it."""

from __future__ import annotations

import pytest

from tests.checks.support import found, told


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("object-before-verb", "H: On the restoration of the mill [[Ivan Petrov spoke]] with sailors"),
        ("object-before-verb", "H: The reward and the diploma [[received Ivan Petrov]]"),
        ("object-before-verb", "H: The deputy captain and head of the port [[appointed Ivan Petrov]]"),
        ("object-before-verb", "H: Silver in sailing and bronze in rowing [[took Norwegian athletes]]"),
        ("object-before-verb", "H: Wreaths and flowers in memory of the king [[laid sailors]]"),
        ("object-before-verb", "H: Frost and snowfall in the north [[predicts Meteonorge]]"),
        ("fronted-verb-object", "H: In the Omsk region [[declared]] two-day mourning for the sailors"),
        ("fronted-verb-object", "H: To the anniversary of the artist Ivan Petrov [[opened]] an exhibition"),
        ("fronted-auxiliary", "H: Without delay [[was held]] today in the port of Oslo the sailors' race"),
        ("fronted-verb-subject", "H: In the villages of the Oslo coast [[raging]] severe flooding"),
        ("fronted-copula", "H: In the capital [[was a demonstration race]] of old cars"),
        ("fronted-copula", "H: In dozens of Norwegian cities [[was a concert]] of sailors"),
    ],
)
def test_russian_order_is_found(rule: str, text: str) -> None:
    findings, words = told("wordorder", text)
    assert findings == [(f"syntax.{rule}", words)]


@pytest.mark.parametrize(
    "text",
    [
        "H: About a hundred sailors told to leave Oslo",
        "H: About that letter: Petrov told all",
        "H: About the man who said no to Oslo",
        "H: About the captain - and what he said",
        "About the storm he said nothing at all to anybody in the port.",
        "H: On the repair of the mill, Ivan Petrov spoke for hours",
        "H: On Facebook Ivan Petrov spoke of the storm",
        "H: On a visit to Oslo Ivan Petrov told of the storm",
        "H: On the program Ivan Petrov told jokes",
        "H: Land and house owners begin to receive letters",
        "H: The prize and the man who won it",
        "H: The way of saving the port pleases sailors",
        "H: Trade between Norway, Chile almost all conducted in euros",
        "H: PACE discusses the port of Oslo",
        "H: Data show sailors earn less",
        "H: Policy plans leave sailors in doubt",
        "H: The drug is tested on sailors",
        "H: At the heart of the dispute is a concert",
        "H: On the agenda was the match in Oslo",
        "H: A two-day trip to Oslo",
        "H: Three-day Oslo talks end",
    ],
)
def test_sound_english_is_not(text: str) -> None:
    assert found("wordorder", text) == []
