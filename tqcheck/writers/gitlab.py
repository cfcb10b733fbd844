"""GitLab's Code Quality report: a JSON array of findings, as the widget of a merge request reads it.

The format has no room for anything but findings, so files that could not be checked and notices of the run
are entries too: a report that is empty would be read as a text that is sound.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.model import Report, Rule
from tqcheck.writers import NO_RULES
from tqcheck.writers.json_report import dumped
from tqcheck.writers.places import repository_path
from tqcheck.writers.rule_text import help_markdown, told_beside
from tqcheck.writers.totals import all_findings
from tqcheck.writers.visible import one_line


def write_gitlab(report: Report, rules: Mapping[str, Rule] = NO_RULES) -> str:
    """The array. Severities are GitLab's names: minor, major, critical; blocker for what was not checked."""
    seen: Counter[str] = Counter()
    return dumped([_unique(entry, seen) for entry in _entries(report, rules)])


def _entries(report: Report, rules: Mapping[str, Rule]) -> Iterator[dict[str, Any]]:
    for failure in report.all_failures():
        yield _entry("tqcheck.not-checked", str(failure), "blocker", failure.path, 1, 1, failure.message)
    for checked, finding in all_findings(report):
        line, end = (
            checked.document.place(finding.span.start)[0],
            checked.document.place_after(finding.span)[0],
        )
        entry = _entry(
            finding.rule,
            told_beside(finding, checked.document.source),
            finding.severity.value,
            checked.document.path,
            line,
            end,
            finding.fingerprint or finding.text,
        )
        if finding.rule in rules:
            entry["content"] = {"body": help_markdown(rules[finding.rule])}
        yield entry
    for notice in report.notices:
        path = report.documents[0].document.path if report.documents else ""
        yield _entry("tqcheck.notice", notice, "info", path, 1, 1, notice)


def _entry(
    name: str, description: str, severity: str, path: str, line: int, end: int, identity: str
) -> dict[str, Any]:
    """`identity`, with the name and the path, is what makes it the same entry in the next pipeline."""
    path = repository_path(path or ".")
    key = "\0".join((name, path, identity))
    return {
        "type": "issue",
        "check_name": name,
        "description": one_line(description),
        "categories": ["Clarity"],
        "severity": severity,
        "fingerprint": hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32],
        "location": {"path": path, "lines": {"begin": line, "end": end}},
    }


def _unique(entry: dict[str, Any], seen: Counter[str]) -> dict[str, Any]:
    """GitLab drops an entry whose fingerprint it has met."""
    first = entry["fingerprint"]
    seen[first] += 1
    if seen[first] > 1:
        again = f"{first}\0{seen[first]}".encode()
        return {**entry, "fingerprint": hashlib.sha256(again).hexdigest()[:32]}
    return entry
