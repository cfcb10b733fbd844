"""Sentences said in the English order."""

from __future__ import annotations

import pytest

from tests.clause.test_english_order import SAID
from tqcheck import Finding, Settings, check_text
from tqcheck.resolve import WORD_ORDER


def found(text: str, path: str = "a.txt") -> list[Finding]:
    settings = Settings(languagetool="off", judge="off")
    [checked] = check_text(text, settings, path=path).documents
    return list(checked.findings)


def test_the_message_says_the_sentence_and_the_finding_stays() -> None:
    [finding] = found("In Karelia overturned the bus")
    assert finding.message.endswith(" Say: The bus overturned in Karelia.")
    assert finding.text == "overturned"
    assert not finding.suggestions


def sayings(text: str, path: str = "a.txt") -> list[str]:
    """What the messages of the findings tell to say."""
    told = (finding.message.partition(" Say: ")[2] for finding in found(text, path))
    return [said for said in told if said]


def test_what_else_is_suggested_stands_in_it() -> None:
    assert sayings("In Karelia overturned a bus with fire calculations") == [
        "A bus with fire crews overturned in Karelia."
    ]


@pytest.mark.parametrize(
    ("text", "path", "number"),
    [
        ("In Karelia overturned the bus “Volga", "a.txt", 2),  # another fault in it, with no suggestion
        ("In Karelia overturned **the bus**", "a.md", 1),  # markup
    ],
)
def test_what_is_not_said_anew(text: str, path: str, number: int) -> None:
    assert len(found(text, path)) == number
    assert not sayings(text, path)


def test_each_sentence_is_said_by_itself() -> None:
    assert sayings("In Karelia overturned the bus\n\nIn Perm died a man") == [
        "The bus overturned in Karelia.",
        "A man has died in Perm.",
    ]


def test_what_stands_before_the_clause_stays() -> None:
    assert sayings("Night of fear: in Karelia overturned the bus") == [
        "Night of fear: the bus overturned in Karelia."
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The guest of honor of the fair became Norway", "Norway became the guest of honor of the fair."),
        ("Vladimir Petrov in Kazan visited the stadium", "Vladimir Petrov visited the stadium in Kazan."),
    ],
)
def test_other_orders(text: str, said: str) -> None:
    assert sayings(text) == [said]


def test_a_name_keeps_its_capital_and_a_word_does_not() -> None:
    assert sayings("Today in Karelia overturned the bus") == ["The bus overturned in Karelia today."]


def test_what_is_said_fits_two_lines_of_a_terminal() -> None:
    long = "a bus of the transport company of the administration of the district of the city of Petrozavodsk"
    assert not sayings(f"In Karelia overturned {long} and of the republic, which carried schoolchildren home")


def test_what_is_said_is_not_found_again() -> None:
    english = "\n\n".join(english for english in SAID.values() if english)
    assert not [finding for finding in found(english) if finding.category == WORD_ORDER]
