"""Which commas join two sentences, and which do not."""

from __future__ import annotations

import pytest

from tests.checks.support import found

RULE = "syntax.comma-splice-clause"


@pytest.mark.parametrize(
    "text",
    [
        "The wind will be weak[[, at night it will]] blow from the north.",
        "According to the police, the driver was drunk[[, he was]] detained.",
        "As a result, 13 people were killed[[, dozens of victims were]] taken to hospital.",
        "Light rain will fall in the city[[, thunderstorms are]] possible in the region.",
        "The accident occurred on Friday[[, one of the drivers was]] injured.",
        "On Sunday, the shop was closed[[, more than 300 people have]] left.",
        "The plant makes tractors[[, it is]] the oldest in the town.",
    ],
)
def test_two_sentences(text: str) -> None:
    before, words, after = text.replace("]]", "[[").split("[[")
    findings = [one for one in found("wordorder", before + words + after) if one.rule == RULE]
    assert [(one.span.start, one.text) for one in findings] == [(len(before), words)]


@pytest.mark.parametrize(
    "text",
    [
        "When the police came, he was gone.",
        "A few days later, he was gone.",
        "A former teacher and mother of two, she was elected mayor in May.",
        "Born in Tver, he was a sailor.",
        "The road is closed, he said.",
        "The road is closed, the police said.",
        "The mayor, it was announced, has left.",
        "It is not a defeat, it is a lesson.",
        "If the plant is closed, it will cost 300 jobs.",
        "He came, she was there, and they left.",
        "“The plant is closed, it is over,” he said.",
        "The plant, which was closed, it is said, will reopen.",
        "The more it rained, the more they were happy.",
        "In the town, home to 300 people, they are proud of it.",
        "H: The plant is closed, it is over",
        "Yes, it is.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert [one.text for one in found("wordorder", text) if one.rule == RULE] == []
