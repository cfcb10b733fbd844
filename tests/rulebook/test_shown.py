"""What rules that ship suggest reads well where it is put in."""

from __future__ import annotations

import pytest

import tqcheck
from tqcheck import Settings

OFF = Settings(languagetool="off", judge="off")
MENDED = [
    (
        "The suspect appeared in court. He was chosen a measure of restraint in the form of house arrest.",
        "The suspect appeared in court. He was placed under house arrest.",
    ),
    (
        "The club rose to the third line in the standings of the East.",
        "The club rose to third place in the standings of the East.",
    ),
    ("The team is on the second line of the standings.", "The team is second in the standings."),
    (
        "They heard a pop, after which the glass was knocked out.",
        "They heard a pop, after which the windows were blown out.",
    ),
    ("It is too late to bite your elbows.", "It is too late to kick yourself."),
    (
        "The utilities have been transferred to an enhanced mode of operation.",
        "The utilities have been put on high alert.",
    ),
    (
        "The goalkeeper had two pucks to fetch, one more was abandoned by Petrov.",
        "The goalkeeper had two pucks to fetch, one more was scored by Petrov.",
    ),
]
WITH_SOURCE = [
    (
        "Здесь можно увидеть развод мостов.",
        "Here you can see the divorce of bridges.",
        "Here you can see the raising of bridges.",
    ),
    (
        "Поэт скончался на 88-м году жизни.",
        "The poet died at the age of 88.",
        "The poet died at the age of 87.",
    ),
]


@pytest.mark.parametrize(("text", "mended"), MENDED)
def test_the_first_suggestion_makes_a_sentence(text: str, mended: str) -> None:
    assert _mended(text, None) == mended


@pytest.mark.parametrize(("russian", "text", "mended"), WITH_SOURCE)
def test_so_it_does_beside_the_russian(russian: str, text: str, mended: str) -> None:
    assert _mended(text, russian) == mended


def _mended(text: str, source: str | None) -> str:
    """The text with the first suggestion of its one finding in place."""
    (document,) = tqcheck.check_text(text, source=source, settings=OFF).documents
    (finding,) = [finding for finding in document.findings if finding.suggestions]
    return text[: finding.span.start] + finding.suggestions[0] + text[finding.span.end :]
