"""What stands before the verb though it is no subject: how an event ended, what was discussed or received."""

from __future__ import annotations

import pytest

from tests.checks.support import found, told


@pytest.mark.parametrize(
    "text",
    [
        "H: The draw [[ended the match]] between Norway and Chile",
        "H: Mass riots [[ended in Norway the football championship]]",
        "H: In Oslo, the triumph of the hosts [[ended the winter Olympics]]",
        "H: Fires and clashes [[ended in a Norwegian town the rally]] of farmers",
        "H: Invaluable inheritance [[received a housewife]] from Oslo",
        "H: Medals [[received hundreds]] of soldiers",
        "H: Problems related to the drought, [[Ivan Petrov discussed]] in Oslo with farmers",
        "H: How the port copes with storms, [[the President discussed]] with the head of the fleet",
        "H: The situation in the port, [[the President of Norway discussed]] by phone with sailors",
        "H: Pressing problems of trade, [[Norwegian President discussed]] with the king",
        "H: The situation in the port [[Ivan Petrov discussed]] today with sailors",
        "H: Birthday [[celebrates Norway's oldest singer Ivan Petrov]]",
    ],
)
def test_what_is_no_subject_stands_before_the_verb(text: str) -> None:
    findings, words = told("wordorder", text)
    assert findings == [("syntax.object-before-verb", words)]


@pytest.mark.parametrize(
    "text",
    [
        "H: Defeat in Oslo ended their tournament",
        "H: The defeat ended Norway's championship",
        "H: Riots ended the match",
        "H: The triumph of the hosts ended with fireworks",
        "H: A late goal ended the match",
        "The draw ended the match.",
        "H: Medals received hundreds of bids",
        "H: Members related to the mayor discussed the port with sailors",
        "H: Officials discussed problems related to the drought with farmers",
        "H: How the mayor and the President discussed the port with sailors",
        "The film the President of Norway discussed with us",
        "H: Anniversary celebrates Norway's reign at sea",
    ],
)
def test_a_subject_before_the_verb_is_left_alone(text: str) -> None:
    assert found("wordorder", text) == []
