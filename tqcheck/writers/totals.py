"""What documents come to, for any format: scores added up, failures gathered."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.model import CheckedDocument, CheckFailure, Finding, Report, Score, Severity

NOT_CHECKED = "not checked"
WORST_FIRST = (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR)


def unreadable(checked: CheckedDocument) -> bool:
    """Whether nothing of this file could be looked at."""
    return bool(checked.failures) and (
        not checked.document.text or any(failure.whole for failure in checked.failures)
    )


def failures(report: Report) -> Iterator[tuple[str, CheckFailure]]:
    """Each failure, with what it came to: of a file, of a part of one, or of the source beside one."""
    for failure in report.failures:
        yield NOT_CHECKED, failure
    for checked in report.documents:
        yield from failures_of(checked)


def failures_of(checked: CheckedDocument) -> Iterator[tuple[str, CheckFailure]]:
    """The same of one file."""
    for failure in checked.failures:
        if failure.path != checked.document.path and not unreadable(checked):
            yield "not compared", failure
        elif failure.place or unreadable(checked):
            yield NOT_CHECKED, failure
        else:
            yield "not fully checked", failure


def give_or_take(score: Score) -> str:
    """ "likely 43.1 to 75.0": the interval, "" where there is none, or where the score cannot be lower."""
    low, high = score.interval or (0.0, 0.0)
    return f"likely {low:.1f} to {high:.1f}" if low < high else ""


def by_severity(score: Score) -> str:
    """ "1 critical, 2 major", the worst first, without what there is none of; "" for none at all."""
    counts = {Severity.CRITICAL: score.critical, Severity.MAJOR: score.major, Severity.MINOR: score.minor}
    return ", ".join(f"{counts[severity]:,} {severity}" for severity in WORST_FIRST if counts[severity])


def in_order(checked: CheckedDocument) -> list[Finding]:
    """A document's findings by start, end and rule."""
    return sorted(checked.findings, key=lambda finding: finding.order)


def all_findings(report: Report) -> Iterator[tuple[CheckedDocument, Finding]]:
    """Every finding with its document, in the order of the report."""
    for checked in report.documents:
        for finding in in_order(checked):
            yield checked, finding


def worst_first(report: Report) -> list[tuple[CheckedDocument, Finding]]:
    """Every finding, the gravest first, of these the surest; otherwise in the order of the report."""
    return sorted(all_findings(report), key=lambda pair: (-pair[1].severity.rank, -pair[1].confidence.rank))
