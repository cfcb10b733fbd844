"""The score of a text and the verdict on a run."""

from __future__ import annotations

import random

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
from tqcheck.score import gate, interval, score
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


def test_large_numbers_are_grouped() -> None:
    verdict, reasons = gate([checked(major=9800)], [], Settings())
    assert (verdict, reasons) == (Verdict.FAIL, ("9,800 major findings reach --fail-on major",))


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


@pytest.mark.parametrize(
    ("found", "low", "high"), [(1, 0.0253, 5.572), (10, 4.795, 18.391), (99, 80.463, 120.531)]
)
def test_the_interval_of_one_severity_is_garwoods(found: int, low: float, high: float) -> None:
    """Exact bounds of a Poisson count, from tables."""
    words = 10_000
    result = interval({Severity.MAJOR: found}, words)
    assert result is not None
    assert result == pytest.approx((100 - high * 5000 / words, 100 - low * 5000 / words), abs=0.1)


def test_little_text_tells_little() -> None:
    for counts in ({}, {Severity.MINOR: 3}, {Severity.MAJOR: 2, Severity.CRITICAL: 1}):
        bounds = []
        for times in (1, 4, 16, 64):
            found = interval({severity: n * times for severity, n in counts.items()}, 3000 * times)
            assert found is not None
            bounds.append(found)
            value = score(findings(**{s.value: n * times for s, n in counts.items()}), 3000 * times).value
            assert found[0] < value <= found[1]
        widths = [high - low for low, high in bounds]
        assert widths == sorted(widths, reverse=True)
        assert widths[0] > 3 * widths[-1]
    assert interval({}, 0) is None
    assert interval({}, 300) == (38.9, 100.0)


def test_the_interval_holds_the_truth_as_often_as_it_says() -> None:
    chance, held, words = random.Random(5), 0, 400
    means = {Severity.MINOR: 4.0, Severity.MAJOR: 3.0, Severity.CRITICAL: 0.3}
    truth = 100 - 1000 * (4 * 1 + 3 * 5 + 0.3 * 25) / words
    for _ in range(1000):
        found = interval({severity: _poisson(chance, mean) for severity, mean in means.items()}, words)
        assert found is not None
        held += found[0] <= truth <= found[1]
    assert 940 <= held <= 1000


def _poisson(chance: random.Random, mean: float) -> int:
    number, left = 0, chance.expovariate(1)
    while left < mean:
        number += 1
        left += chance.expovariate(1)
    return number
