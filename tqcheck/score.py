"""The MQM score of a text, and the gate that a run passes or fails. Pure.

Linear MQM: each finding costs the points of its severity; the points per 1,000 words are the penalty, and
100 less the penalty is the score. Both are rounded here, to one decimal, so that the gate judges the very
numbers that reports show, and penalty and score add up to 100 wherever the score is above 0.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from tqcheck.model import CheckedDocument, CheckFailure, Finding, Score, Severity, Verdict
from tqcheck.settings import Settings
from tqcheck.wording import counted

PENALTY = {Severity.MINOR: 1, Severity.MAJOR: 5, Severity.CRITICAL: 25}
"""Points of a finding, by severity."""

LEVEL = 0.95
"""How sure an interval is."""
_DEVIATIONS = 1.9599639845400536
"""The normal distribution's quantile of (1 + LEVEL) / 2."""


def score(findings: Iterable[Finding], words: int) -> Score:
    """The score of a text of that many words. A text without words has the full score."""
    counts = Counter(finding.severity for finding in findings)
    points = sum(PENALTY[severity] * count for severity, count in counts.items())
    penalty = round(1000 * points / words, 1) if words else 0.0
    return Score(
        value=round(max(0.0, 100 - penalty), 1),
        penalty_per_1000_words=penalty,
        minor=counts[Severity.MINOR],
        major=counts[Severity.MAJOR],
        critical=counts[Severity.CRITICAL],
        interval=interval(counts, words),
    )


def pooled(documents: Sequence[CheckedDocument]) -> Score:
    """The scores of documents as one: counts added, penalties weighed by words."""
    counts = {s: sum(getattr(checked.score, s) for checked in documents) for s in Severity}
    words = sum(checked.document.words for checked in documents)
    lost = sum(checked.score.penalty_per_1000_words * checked.document.words for checked in documents)
    penalty = lost / words if words else 0.0
    return Score(
        value=max(0.0, 100.0 - penalty),
        penalty_per_1000_words=penalty,
        minor=counts[Severity.MINOR],
        major=counts[Severity.MAJOR],
        critical=counts[Severity.CRITICAL],
        interval=interval(counts, words),
    )


def interval(counts: Mapping[Severity, int], words: int) -> tuple[float, float] | None:
    """Bounds of the score, rounded as it is, that say how little so many words can tell; None without words.

    The gamma interval of Fay and Feuer (1997) for a weighted sum of Poisson counts, by points: exact enough
    for a single finding, and for none, where the upper bound of the penalty is that of one major finding
    more. Faults come in clusters, so it is rather too narrow than too wide; and it speaks of what tqcheck
    finds, not of what it misses.
    """
    if not words:
        return None
    points = sum(PENALTY[severity] * count for severity, count in counts.items())
    squares = sum(PENALTY[severity] ** 2 * count for severity, count in counts.items())
    gravest = max([PENALTY[Severity.MAJOR], *(PENALTY[s] for s, count in counts.items() if count)])
    least = _gamma(points, squares, -_DEVIATIONS) if points else 0.0
    most = _gamma(points + gravest, squares + gravest**2, _DEVIATIONS)
    low, high = (round(max(0.0, 100 - 1000 * penalty / words), 1) for penalty in (most, least))
    return low, high


def _gamma(mean: float, variance: float, deviations: float) -> float:
    """The quantile of the gamma distribution that lies so many standard deviations off where a normal one
    has it, by Wilson and Hilferty's cube."""
    freedom = 2 * mean * mean / variance
    cube = 2 / (9 * freedom)
    root = max(0.0, 1 - cube + deviations * cube**0.5)
    return float(variance / (2 * mean) * freedom * root**3)


def gate(
    documents: Sequence[CheckedDocument], failures: Iterable[CheckFailure], settings: Settings
) -> tuple[Verdict, tuple[str, ...]]:
    """The verdict on a run and why, one clause a reason, the gravest first.

    `failures` are those of the run; those of each document are counted too. Each document must reach the
    least score by itself, since an average would hide the bad one. A run that checked nothing is an error.
    """
    errors = _unchecked(documents, failures)
    faults = [*_severe(documents, settings), *_low(documents, settings)]
    if errors:
        return Verdict.ERROR, (*errors, *faults)
    if faults:
        return Verdict.FAIL, tuple(faults)
    return Verdict.PASS, _sound(documents, settings)


def _unchecked(documents: Sequence[CheckedDocument], failures: Iterable[CheckFailure]) -> list[str]:
    """Files that could not be looked at, wholly or in part, sources of no use, and failures that are
    of no file."""
    own = [(d.document, f) for d in documents for f in d.failures if f.path == d.document.path]
    sources = {f.path for d in documents for f in d.failures} - {failure.path for _, failure in own}
    partly = {document.path for document, failure in own if document.text and not failure.whole}
    paths, reasons = {failure.path for _, failure in own}, []
    for failure in failures:
        if failure.path:
            paths.add(failure.path)
        else:
            reasons.append(failure.message)
    if wholly := paths - partly:
        reasons.append(f"{counted(len(wholly), 'file')} could not be checked")
    if partly:
        reasons.append(f"{counted(len(partly), 'file')} could be checked only in part")
    if sources:
        reasons.append(f"{counted(len(sources), 'source')} could not be compared with")
    if not documents and not reasons:
        reasons.append("nothing was checked")
    return reasons


def _severe(documents: Sequence[CheckedDocument], settings: Settings) -> list[str]:
    """Findings at or above the severity that fails."""
    if settings.fail_on == "never":
        return []
    counts = {
        severity: sum(getattr(document.score, severity) for document in documents)
        for severity in sorted(Severity, key=lambda severity: -severity.rank)
        if severity.rank >= Severity(settings.fail_on).rank
    }
    parts = [f"{count:,} {severity}" for severity, count in counts.items() if count]
    if not parts:
        return []
    total = sum(counts.values())
    *most, last = parts
    listed = f"{', '.join(most)} and {last}" if most else last
    verb = "findings reach" if total > 1 else "finding reaches"
    return [f"{listed} {verb} --fail-on {settings.fail_on}"]


def _low(documents: Sequence[CheckedDocument], settings: Settings) -> list[str]:
    """Documents whose score is below the least."""
    least = settings.min_score
    if least is None:
        return []
    scores = [document.score.value for document in documents if document.score.value < least]
    if not scores:
        return []
    if len(documents) == 1:
        return [f"score {scores[0]:.1f} is below --min-score {least:g}"]
    subject = f"{len(scores):,} of {len(documents):,} scores {'is' if len(scores) == 1 else 'are'}"
    return [f"{subject} below --min-score {least:g}, the lowest {min(scores):.1f}"]


def _sound(documents: Sequence[CheckedDocument], settings: Settings) -> tuple[str, ...]:
    """Why the gate let a run pass."""
    reasons = []
    if not any(document.score.total for document in documents):
        reasons.append("no findings")
    elif settings.fail_on == "never":
        reasons.append("--fail-on never: findings do not fail")
    else:
        reasons.append(f"no finding reaches --fail-on {settings.fail_on}")
    if settings.min_score is not None:
        lowest = min(document.score.value for document in documents)
        subject = f"score {lowest:.1f}" if len(documents) == 1 else f"lowest score {lowest:.1f}"
        reasons.append(f"{subject} reaches --min-score {settings.min_score:g}")
    return tuple(reasons)
