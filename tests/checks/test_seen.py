"""Words are found through characters that show nothing and letters that pass for others."""

from __future__ import annotations

import pytest

from tqcheck import check_text
from tqcheck.checks.seen import as_seen
from tqcheck.model import Report
from tqcheck.readers import read_text

HIDDEN = ["\u202e", "\u2066", "\u200d", "\u200b", "\xad", "\u2060", "\ufeff", "\x1b", "\x07", "\U000e0041"]


def found(report: Report) -> list[tuple[str, str]]:
    """Rule and text."""
    return [(finding.rule, finding.text) for finding in report.documents[0].findings]


@pytest.mark.parametrize("hidden", HIDDEN)
@pytest.mark.parametrize("text", ["two fire cal{}culations arrived.", "two fire {}calculations arrived."])
def test_word_is_found_through_what_shows_nothing(hidden: str, text: str) -> None:
    text = f"The \U0001f692 came: {text.format(hidden)}"
    report = check_text(text)
    finding = next(f for f in report.documents[0].findings if f.rule == "sense.fire-crew-calculation")
    assert text[finding.span.start : finding.span.end] == finding.text
    assert finding.text.replace(hidden, "") == "calculations"


def test_word_is_found_through_letters_that_pass_for_others() -> None:
    assert found(check_text("Two fire c\u0430lcul\u0430tions arrived.")) == [
        ("sense.fire-crew-calculation", "c\u0430lcul\u0430tions")
    ]
    assert ("leftover.homoglyph", "t\u0430nk") in found(check_text("The t\u0430nk stood there."))


def test_hidden_character_is_named() -> None:
    (finding,) = check_text("The govern\u202ement met.").documents[0].findings
    assert finding.rule == "typography.invisible"
    assert "U+202E RIGHT-TO-LEFT OVERRIDE" in finding.message
    assert finding.suggestions == ("government",)


def test_pairs_are_compared_through_what_shows_nothing() -> None:
    text = "\u200e\n\nThe fi\xadre killed 12 people.\n\nThe city cou\u2060ncil met on Monday."
    russian = "При пожаре погибли 13 человек.\n\nГорсовет собрался в понедельник."
    wrong = [f for f in check_text(text, source=russian).documents[0].findings if f.check == "bilingual"]
    assert [f.text for f in wrong] == ["12"]
    assert text[wrong[0].span.start : wrong[0].span.end] == "12"


def test_nothing_hidden_is_the_document_itself() -> None:
    document = read_text("He said: «Да», \U0001f692 and left.\tThen\r\nhe came back.")
    assert as_seen(document).document is document


def test_a_character_alone_makes_no_sentence() -> None:
    document = read_text("\u202e\n\nHe left.\n\n\x07")
    assert len(list(document.segments())) == 3
    assert [document.text for document in [as_seen(document).document]] == ["\n\nHe left.\n\n"]
    assert len(list(as_seen(document).document.segments())) == 1
