"""A Markdown page: for a job's summary (GITHUB_STEP_SUMMARY) or a comment on a pull or merge request.

All foreign text is escaped, and nobody is mentioned. A comment takes 65,536 characters: the gravest
findings of each file are told first, until the page is full, and how many are left is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tqcheck.model import CheckedDocument, Confidence, Finding, Report, Rule, Severity, Verdict
from tqcheck.score import pooled
from tqcheck.wording import counted
from tqcheck.writers import NO_RULES
from tqcheck.writers.beside import quotation, russian_apart
from tqcheck.writers.escape import code, html, markdown
from tqcheck.writers.places import repository_path
from tqcheck.writers.rule_text import suggested
from tqcheck.writers.totals import (
    all_findings,
    by_severity,
    failures,
    in_order,
    unreadable,
    worst_first,
)
from tqcheck.writers.visible import clip, one_line

MOST_CHARACTERS = 60_000
_MOST_ROWS = 100
_QUOTE = 80
_SIGN = {Severity.CRITICAL: "▲", Severity.MAJOR: "◆", Severity.MINOR: "◇"}
_VERDICT = {Verdict.PASS: "✓ passed", Verdict.FAIL: "✗ failed", Verdict.ERROR: "✗ could not check everything"}


def write_markdown(report: Report, rules: Mapping[str, Rule] = NO_RULES) -> str:  # noqa: ARG001
    """The page: the verdict, a table of files, findings by file in a fold each, the run's notices."""
    head = list(_head(report))
    tail = list(_tail(report))
    room = MOST_CHARACTERS - sum(len(line) + 1 for line in (*head, *tail))
    return "\n".join([*head, *_findings(report, room), *tail]) + "\n"


def _head(report: Report) -> Iterator[str]:
    yield f"## tqcheck: {_VERDICT[report.verdict]}"
    yield ""
    if report.reasons:
        yield f"{'; '.join(markdown(reason) for reason in report.reasons)}."
        yield ""
    for what, failure in failures(report):
        yield f"- **{what}** {code(failure.where)}: {markdown(failure.message)}"
    if any(True for _ in report.all_failures()):
        yield ""
    if report.documents:
        yield from _table(report)
        yield ""


def _table(report: Report) -> Iterator[str]:
    yield "| file | words | critical | major | minor | score |"
    yield "| :--- | ---: | ---: | ---: | ---: | ---: |"
    shown = sorted(report.documents, key=lambda checked: (unreadable(checked), checked.score.value))
    for checked in shown[:_MOST_ROWS]:
        path, score = code(repository_path(checked.document.path), cell=True), checked.score
        if unreadable(checked):
            yield f"| {path} | | | | | not checked |"
            continue
        counts = " | ".join(str(n) if n else "·" for n in (score.critical, score.major, score.minor))
        yield f"| {path} | {checked.document.words:,} | {counts} | {score.value:.1f} |"
    if len(shown) > _MOST_ROWS:
        yield f"| {counted(len(shown) - _MOST_ROWS, 'more file')} | | | | | |"
    if len(shown) > 1:
        read = [checked for checked in report.documents if not unreadable(checked)]
        score, words = pooled(read), sum(checked.document.words for checked in read)
        counts = f"{score.critical:,} | {score.major:,} | {score.minor:,}"
        yield f"| **{counted(len(shown), 'file')}** | {words:,} | {counts} | {score.value:.1f} |"


def _findings(report: Report, room: int) -> Iterator[str]:
    """A fold a file, in it the findings in order; when the room is short, the gravest of the whole report."""
    told = {}
    for checked, finding in worst_first(report):
        entry = "\n".join(_finding(checked, finding))
        room -= len(entry) + 1
        if room < 0:
            break
        told[id(finding)] = entry
    for checked in report.documents:
        entries = [told[id(finding)] for finding in in_order(checked) if id(finding) in told]
        if entries:
            path = html(repository_path(checked.document.path))
            yield f"<details{' open' if len(report.documents) == 1 else ''}>"
            yield f"<summary><b>{path}</b>: {by_severity(checked.score)}</summary>"
            yield ""
            yield from entries
            yield ""
            yield "</details>"
            yield ""
    left = sum(1 for _ in all_findings(report)) - len(told)
    if left:
        yield f"**{counted(left, 'more finding')}** for which this page has no room."
        yield ""


def _finding(checked: CheckedDocument, finding: Finding) -> Iterator[str]:
    line, column = checked.document.place(finding.span.start)
    words = code(clip(one_line(finding.text.strip() or finding.text), _QUOTE))
    better = " / ".join(f"**{markdown(suggested(text))}**" for text in finding.suggestions)
    arrow = f" → {better}" if better else ""
    yield f"- {_SIGN[finding.severity]} {finding.severity} {words}{arrow}  "
    apart = russian_apart(finding)
    russian = f"{markdown(apart)} — " if apart else ""
    yield f"  {russian}{markdown(finding.message)}  "
    if pieces := quotation(checked.document.source, finding):
        marked = (f"**{markdown(w)}**" if responsible else markdown(w) for w, responsible in pieces)
        yield f"  source: {''.join(marked)}  "
    sure = f", {finding.confidence} confidence" if finding.confidence is Confidence.LOW else ""
    yield f"  <sub>line {line}, column {column}: {code(finding.rule)}{sure}</sub>"


def _tail(report: Report) -> Iterator[str]:
    suppressed = sum(checked.suppressed for checked in report.documents)
    if suppressed:
        yield f"- {counted(suppressed, 'finding')} left out (comments, accepted terms, baseline, or not new)"
    for notice in report.notices:
        yield f"- {markdown(notice)}"
    if suppressed or report.notices:
        yield ""
    if report.signature:
        yield f"<sub>{markdown(report.signature)}</sub>"
