"""Headlines that name an event after a place and have no verb."""

from __future__ import annotations

import pytest

from tests.checks.support import found, told


@pytest.mark.parametrize(
    "text",
    [
        "H: [[In Oslo, the premiere]] of a new film about the sea",
        "H: [[In Norway, a trial]] of an officer who misappropriated money from sailors",
        "H: [[At the Norwegian Academy, the funeral]] of Olaf Hansen, a famous painter",
        "H: [[In the Norwegian capital, an exhibition]] dedicated to the jubilee of the fleet",
        "H: [[In Oslo, another attempt]] to open the market",
        "H: [[In Norway, the first verdict]] in the case of the fire that killed five people",
    ],
)
def test_an_event_after_a_place_needs_a_verb(text: str) -> None:
    findings, words = told("wordorder", text)
    assert findings == [("syntax.event-without-verb", words)]


@pytest.mark.parametrize(
    "text",
    [
        "H: In Oslo, the premiere of a new film draws crowds",
        "H: In Oslo, a funeral for a poet",
        "H: In Norway, an exhibition of captured tanks",
        "H: In Oslo, the funeral of Olaf Hansen, a famous painter, took place",
        "H: In Norway, an investigation into the fire that killed five people began",
        "H: In Oslo, the number of victims of riots that engulfed the port has increased",
        "H: In Oslo, Ivan Petrov talks about the harvest",
        "H: In Oslo, opposition supporters rally outside the embassy",
        "H: In Oslo, the group “Ours” rally outside the embassy",
        "H: In Oslo, an attack on democracy?",
        "H: In Norway, a country of fishermen and poets",
        "H: On the eve of the summit, talks on trade",
        "In Oslo, the premiere of a new film about the sea.",
    ],
)
def test_a_verb_or_no_event_is_left_alone(text: str) -> None:
    assert found("wordorder", text) == []
