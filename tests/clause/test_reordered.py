"""Sentences said in the English order."""

from __future__ import annotations

import pytest

from tests.clause.support import clause
from tqcheck import Finding, Settings, check_text
from tqcheck.clause.reading.clause import Clause
from tqcheck.clause.reading.line import word_lists
from tqcheck.clause.reordered import in_english_order
from tqcheck.rulebook.tokens import Tokens

SAID = {
    "In Karelia overturned the bus": "The bus overturned in Karelia",
    "On Monday died the painter Ivan Petrov": "The painter Ivan Petrov died on Monday",
    "In Perm detained a man": "A man has been detained in Perm",
    "In Perm detained two men suspected of theft": "Two men suspected of theft have been detained in Perm",
    "Yesterday in Kazan opened a museum of toys": "A museum of toys opened in Kazan yesterday",
    "In the port of Kerch, found a copy of a map": "A copy of a map has been found in the port of Kerch",
    "In Perm will be closed three schools": "Three schools will be closed in Perm",
    "In Perm begins the heating season": "The heating season begins in Perm",
    "In Perm killed 9 people!": "9 people have been killed in Perm!",
}
NOT_SAID = [
    "In Perm opened the governor a museum",  # more than a subject
    "In Perm overturned the bus that carried children",
    "In Perm detained him",
    "In Perm were detained the leader of the gang",  # which do not agree
    "In Perm are investigating the theft of a painting",
    "In Perm begins the negotiations",
    "In Perm killed 9-year-old girl",
    "In Perm held a press conference Ivan Petrov",  # who held it
    "In Perm won the team of students",
    "To Perm arrived the delegation",
    "In Perm in the morning in the park opened a museum",
    "In Perm quickly opened a museum",
    "In Perm opened “Winter Games”",
]


def said(text: str) -> str:
    read = clause(text)
    verbs = [p for n, p in enumerate(read.phrases) if p.kind == "verb" and n and p.is_finite]
    return in_english_order(read, verbs[0].start)


@pytest.mark.parametrize(("text", "expected"), SAID.items())
def test_said(text: str, expected: str) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("text", NOT_SAID)
def test_not_said(text: str) -> None:
    assert not said(text)


def test_prose_tells_it_as_past() -> None:
    text = "In Perm detained a man."
    prose = Clause(Tokens(text), word_lists(), headline=False)
    assert in_english_order(prose, 2) == "A man was detained in Perm."


def found(text: str, path: str = "a.txt") -> list[Finding]:
    settings = Settings(languagetool="off", judge="off")
    [checked] = check_text(text, settings, path=path).documents
    return list(checked.findings)


def test_the_message_says_the_sentence_and_the_finding_stays() -> None:
    [finding] = found("In Karelia overturned the bus")
    assert finding.message.endswith(" Say: The bus overturned in Karelia.")
    assert finding.text == "overturned"
    assert not finding.suggestions


@pytest.mark.parametrize(
    ("text", "path", "number"),
    [
        ("In Karelia overturned a bus with fire calculations", "a.txt", 2),  # another fault in it
        ("In Karelia overturned **the bus**", "a.md", 1),  # markup
    ],
)
def test_what_is_not_said_anew(text: str, path: str, number: int) -> None:
    findings = found(text, path)
    assert len(findings) == number
    assert not any(" Say: " in finding.message for finding in findings)


def test_each_sentence_is_said_by_itself() -> None:
    said = [
        f.message.partition(" Say: ")[2] for f in found("In Karelia overturned the bus\n\nIn Perm died a man")
    ]
    assert said == ["The bus overturned in Karelia.", "A man died in Perm."]
