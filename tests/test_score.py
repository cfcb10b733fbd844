"""The score of a text and the verdict on a run."""

from __future__ import annotations

import pytest

from tqcheck.model import (
    CheckedDocument,
    CheckFailure,
    Confidence,
    Document,
    Finding,
    Severity,
    Span,
    Verdict,
)
from tqcheck.score import gate, score
from tqcheck.settings import Settings


def findings(minor: int = 0, major: int = 0, critical: int = 0) -> list[Finding]:
    severities = [Severity.MINOR] * minor + [Severity.MAJOR] * major + [Severity.CRITICAL] * critical
    return [
        Finding("sense.x", "rulebook", Span(0, 1), "x", severity, Confidence.HIGH, "accuracy", "wrong")
        for severity in severities
    ]


def checked(
    path: str = "a.txt",
    *,
    words: int = 1000,
    failed: str = "",
    minor: int = 0,
    major: int = 0,
    critical: int = 0,
) -> CheckedDocument:
    """A document of `words` words; `failed` is the message of a failure in it."""
    text = "word " * words
    found = tuple(findings(minor, major, critical))
    failures = (CheckFailure(path, failed),) if failed else ()
    return CheckedDocument(Document(path, text, text, ()), found, score(found, words), failures=failures)


@pytest.mark.parametrize(
    ("counts", "words", "value", "penalty"),
    [
        ((0, 0, 0), 500, 100.0, 0.0),
        ((1, 0, 0), 1000, 99.0, 1.0),
        ((0, 1, 0), 1000, 95.0, 5.0),
        ((0, 0, 1), 1000, 75.0, 25.0),
        ((3, 2, 1), 980, 61.2, 38.8),
        ((0, 0, 1), 10, 0.0, 2500.0),
        ((1, 0, 0), 3000, 99.7, 0.3),
        ((0, 0, 0), 0, 100.0, 0.0),
        ((1, 1, 1), 0, 100.0, 0.0),
    ],
    ids=["clean", "minor", "major", "critical", "mixed", "never-below-0", "rounded", "empty", "no-words"],
)
def test_score(counts: tuple[int, int, int], words: int, value: float, penalty: float) -> None:
    result = score(findings(*counts), words)
    assert (result.value, result.penalty_per_1000_words) == (value, penalty)
    assert (result.minor, result.major, result.critical) == counts


def test_value_and_penalty_add_up_to_100_as_shown() -> None:
    for words in range(100, 3000, 7):
        result = score(findings(minor=2, major=1), words)
        assert f"{result.value + result.penalty_per_1000_words:.6f}" == "100.000000"


@pytest.mark.parametrize(
    ("document", "settings", "verdict", "reason"),
    [
        (checked(major=2), Settings(), "fail", "2 major findings reach --fail-on major"),
        (checked(major=1), Settings(), "fail", "1 major finding reaches --fail-on major"),
        (checked(critical=1), Settings(), "fail", "1 critical finding reaches --fail-on major"),
        (checked(minor=3), Settings(), "pass", "no finding reaches --fail-on major"),
        (checked(), Settings(), "pass", "no findings"),
        (
            checked(minor=1, major=2, critical=1),
            Settings(fail_on="minor"),
            "fail",
            "1 critical, 2 major and 1 minor findings reach --fail-on minor",
        ),
        (
            checked(minor=1, critical=1),
            Settings(),
            "fail",
            "1 critical finding reaches --fail-on major",
        ),
        (checked(critical=1), Settings(fail_on="never"), "pass", "--fail-on never: findings do not fail"),
    ],
)
def test_gate_by_severity(document: CheckedDocument, settings: Settings, verdict: str, reason: str) -> None:
    assert gate([document], [], settings) == (Verdict(verdict), (reason,))


def test_gate_by_score() -> None:
    low = Settings(fail_on="never", min_score=80)
    assert gate([checked(major=8)], [], low) == (Verdict.FAIL, ("score 60.0 is below --min-score 80",))
    assert gate([checked(major=4)], [], low)[0] is Verdict.PASS
    assert gate([checked(major=4)], [], low)[1][-1] == "score 80.0 reaches --min-score 80"


def test_each_text_must_reach_the_score() -> None:
    good, bad, worse = checked("a"), checked("b", major=5), checked("c", major=9)
    settings = Settings(fail_on="never", min_score=80.5)
    assert gate([good, bad], [], settings)[1] == ("1 of 2 scores is below --min-score 80.5, the lowest 75.0",)
    assert gate([good, bad, worse], [], settings)[1] == (
        "2 of 3 scores are below --min-score 80.5, the lowest 55.0",
    )
    assert gate([good, good], [], settings)[1] == (
        "no findings",
        "lowest score 100.0 reaches --min-score 80.5",
    )


def test_all_reasons_are_given() -> None:
    assert gate([checked(major=8)], [], Settings(min_score=80)) == (
        Verdict.FAIL,
        ("8 major findings reach --fail-on major", "score 60.0 is below --min-score 80"),
    )


def test_error_wins_over_fail_and_keeps_its_reasons() -> None:
    failures = [CheckFailure("b.txt", "not found"), CheckFailure("c.txt", "binary")]
    assert gate([checked(major=1)], failures, Settings()) == (
        Verdict.ERROR,
        ("2 files could not be checked", "1 major finding reaches --fail-on major"),
    )


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        (checked(words=0, failed="binary"), "1 file could not be checked"),
        (checked(failed="LanguageTool went away"), "1 file could be checked only in part"),
    ],
    ids=["nothing-of-it", "a-part-of-it"],
)
def test_a_failure_in_a_document_is_an_error(document: CheckedDocument, reason: str) -> None:
    assert gate([document], [], Settings(fail_on="never")) == (Verdict.ERROR, (reason,))


def test_a_file_with_two_failures_counts_once() -> None:
    twice = [CheckFailure("b.txt", "x"), CheckFailure("b.txt", "y", "3:1")]
    assert gate([checked()], twice, Settings())[1] == ("1 file could not be checked",)


def test_a_failure_of_no_file_speaks_for_itself() -> None:
    failure = CheckFailure("", "the rulebook is broken")
    assert gate([checked()], [failure], Settings())[1] == ("the rulebook is broken",)


def test_a_run_that_checked_nothing_is_an_error() -> None:
    assert gate([], [], Settings()) == (Verdict.ERROR, ("nothing was checked",))
