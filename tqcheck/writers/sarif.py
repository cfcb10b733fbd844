"""SARIF 2.1.0 (OASIS), within the limits of GitHub's code scanning.

Columns count UTF-16 code units (columnKind), as editors that apply fixes do whatever the log declares; paths
are relative to the root of the repository, and fingerprints are those of the findings: sentence and rule, so
that an alert survives moves of its paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.model import (
    CheckedDocument,
    CheckFailure,
    Document,
    Finding,
    Placed,
    Report,
    Rule,
    Severity,
    Source,
    Span,
    Verdict,
)
from tqcheck.wording import counted
from tqcheck.writers import NO_RULES
from tqcheck.writers.beside import quotation
from tqcheck.writers.changes import can_stand, change
from tqcheck.writers.json_report import dumped, placed
from tqcheck.writers.places import uri
from tqcheck.writers.rule_text import fault, help_markdown, help_text, suggested, told
from tqcheck.writers.totals import in_order, worst_first
from tqcheck.writers.visible import one_line

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST_RESULTS = 25_000  # GitHub rejects a run with more, and shows the gravest 5,000
MOST_CHARACTERS = 1_024  # of a rule's descriptions
LEVEL = {Severity.CRITICAL: "error", Severity.MAJOR: "warning", Severity.MINOR: "note"}
_PROBLEM = {Severity.CRITICAL: "error", Severity.MAJOR: "warning", Severity.MINOR: "recommendation"}
_EXIT = {Verdict.PASS: 0, Verdict.FAIL: 1, Verdict.ERROR: 2}
_CHARSET = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "utf-16-le": "UTF-16LE",
    "utf-16-be": "UTF-16BE",
    "utf-32-le": "UTF-32LE",
    "utf-32-be": "UTF-32BE",
    "cp1251": "windows-1251",
    "cp1252": "windows-1252",
    "koi8-r": "KOI8-R",
}
"""IANA's names of the encodings that texts are read in: without one, no fix could be applied safely."""
_PROVEN = 20  # judged findings, nearly all of them right, that make a rule's precision "very-high"


def write_sarif(report: Report, rules: Mapping[str, Rule] = NO_RULES) -> str:
    """The report as a SARIF log of one run. Rules not given are described from their findings."""
    return dumped({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, rules)]})


def _run(report: Report, rules: Mapping[str, Rule]) -> dict[str, Any]:
    found = worst_first(report)
    kept = {id(finding) for _, finding in found[:MOST_RESULTS]}
    firsts = {finding.rule: finding for _, finding in reversed(found)}
    ids = sorted(firsts)
    index = {rule: i for i, rule in enumerate(ids)}
    files = {uri(checked.document.path): checked for checked in reversed(report.documents)}
    sources = dict.fromkeys(
        uri(checked.document.source.path) for checked in report.documents if checked.document.source
    )
    paths = {path: i for i, path in enumerate([*reversed(files), *(s for s in sources if s not in files)])}
    results = [
        _result(checked, finding, index[finding.rule], paths)
        for checked in report.documents
        for finding in in_order(checked)
        if id(finding) in kept
    ]
    return {
        "tool": {"driver": _driver(report, [_rule(firsts[i], rules.get(i)) for i in ids])},
        "columnKind": "utf16CodeUnits",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "artifacts": [_artifact(path, files.get(path)) for path in paths],
        "invocations": [_invocation(report, len(found) - len(results))],
        "results": results,
        "properties": {"verdict": report.verdict.value, "signature": report.signature},
    }


def _driver(report: Report, rules: list[dict[str, Any]]) -> dict[str, Any]:
    version = {"version": report.version, "semanticVersion": report.version} if report.version else {}
    return {"name": "tqcheck", **version, "rules": rules}


def _rule(finding: Finding, rule: Rule | None) -> dict[str, Any]:
    category = rule.category if rule else finding.category
    severity = rule.severity if rule else finding.severity
    text = help_text(rule) if rule else one_line(finding.message)
    described: dict[str, Any] = {"text": text, "markdown": help_markdown(rule)} if rule else {"text": text}
    return {
        "id": finding.rule,
        "name": _pascal(finding.rule),
        "shortDescription": {"text": _clipped(_short(finding, rule))},
        "fullDescription": {"text": _clipped(one_line(rule.why if rule else finding.message))},
        "help": described,
        "defaultConfiguration": {"level": LEVEL[severity]},
        "properties": {
            "precision": _precision(finding, rule),
            "problem.severity": _PROBLEM[severity],
            "tags": ["translation", finding.family, category],
        },
    }


def _short(finding: Finding, rule: Rule | None) -> str:
    if rule and rule.russian:
        better = f" → {suggested(rule.suggest[0])}" if rule.suggest else ""
        return f"{one_line(rule.russian)}{better}"
    return fault(finding.category)


def _precision(finding: Finding, rule: Rule | None) -> str:
    if (
        rule
        and rule.precision.right + rule.precision.wrong >= _PROVEN
        and (rule.precision.value or 0) >= 0.95
    ):
        return "very-high"
    return (rule.confidence if rule else finding.confidence).value


def _result(
    checked: CheckedDocument, finding: Finding, rule: int, artifacts: Mapping[str, int]
) -> dict[str, Any]:
    place = _artifact_place(checked.document.path, artifacts)
    region = {**_region(checked.document, finding.span), "snippet": {"text": finding.text}}
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": LEVEL[finding.severity],
        "message": {"text": _message(checked, finding)},
        "locations": [{"physicalLocation": {"artifactLocation": place, "region": region}}],
        "properties": {
            "severity": finding.severity.value,
            "confidence": finding.confidence.value,
            "category": finding.category,
            "russian": finding.russian,
        },
    }
    if finding.fingerprint:
        result["partialFingerprints"] = {
            "primaryLocationLineHash": finding.fingerprint,
            "tqcheckSentenceAndRule/v1": finding.fingerprint,
        }
    source = checked.document.source
    if source and finding.source:
        result["relatedLocations"] = [
            _responsible(source, span, i, artifacts) for i, span in enumerate(sorted(finding.source), 1)
        ]
    if fixes := list(_fixes(checked.document, finding, place)):
        result["fixes"] = fixes
    return result


def _fixes(document: Document, finding: Finding, place: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The suggestions that can be put into the file as it is, each with what goes and what comes."""
    for suggestion in finding.suggestions:
        span, words = change(document, finding, suggestion)
        if can_stand(document, span, words) and _has(document.encoding, words):
            replacement = {"deletedRegion": _region(document, span), "insertedContent": {"text": words}}
            yield {
                "description": {"text": suggested(suggestion)},
                "artifactChanges": [{"artifactLocation": place, "replacements": [replacement]}],
            }


def _has(encoding: str, words: str) -> bool:
    """Whether an encoding, if it is known, has all letters of words: those are transcoded to it."""
    try:
        words.encode(encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _message(checked: CheckedDocument, finding: Finding) -> str:
    """What is wrong, then the sentence of the source, its responsible words linked to their places."""
    said = _unlinked(told(finding))
    words, linked = [], 0
    for text, responsible in quotation(checked.document.source, finding):
        linked += responsible
        shown = _unlinked(one_line(text))
        words.append(f"[{shown}]({linked})" if responsible else shown)
    return f"{said} Source: {''.join(words)}" if words else said


def _unlinked(text: str) -> str:
    """Text in which nothing is an embedded link (SARIF 2.1.0, 3.11.6)."""
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]") if "](" in text else text


def _responsible(source: Source, span: Span, number: int, artifacts: Mapping[str, int]) -> dict[str, Any]:
    place = _artifact_place(source.path, artifacts)
    region = {**_region(source, span), "snippet": {"text": source.quoted(span)}}
    return {
        "id": number,
        "message": {"text": "the Russian responsible"},
        "physicalLocation": {"artifactLocation": place, "region": region},
    }


def _artifact_place(path: str, artifacts: Mapping[str, int]) -> dict[str, Any]:
    place = uri(path)
    return _local({"uri": place, "uriBaseId": "%SRCROOT%", "index": artifacts[place]})


def _region(text: Placed, span: Span) -> dict[str, Any]:
    """Lines and columns alone: no columnKind says what a character offset counts."""
    at = placed(text, span)
    file = text.origin.text if text.origin and text.origin.text else text.text
    return {
        "startLine": at["line"],
        "startColumn": at["column"] + _pairs(file[at["start"] - at["column"] + 1 : at["start"]]),
        "endLine": at["end_line"],
        "endColumn": at["end_column"] + _pairs(file[at["end"] - at["end_column"] + 1 : at["end"]]),
    }


def _pairs(words: str) -> int:
    """How many of the code points are two code units of UTF-16."""
    return 0 if words.isascii() else sum(character > "\uffff" for character in words)


def _local(location: dict[str, Any]) -> dict[str, Any]:
    """A location; a file elsewhere has no root to be relative to."""
    if location["uri"].startswith("file:"):
        return {key: value for key, value in location.items() if key != "uriBaseId"}
    return location


def _artifact(path: str, checked: CheckedDocument | None) -> dict[str, Any]:
    location = _local({"uri": path, "uriBaseId": "%SRCROOT%"})
    if checked is None:
        return {"location": location, "description": {"text": "the Russian of a text"}}
    encoding = _CHARSET.get(checked.document.encoding)
    known = {"encoding": encoding} if encoding else {}
    return {"location": location, "roles": ["analysisTarget"], **known}


def _invocation(report: Report, left_out: int) -> dict[str, Any]:
    notices = list(report.notices)
    if left_out:
        missing = counted(left_out, "finding")
        notices.append(f"left out: {missing}, since GitHub takes {MOST_RESULTS:,}; the gravest are here")
    return {
        "executionSuccessful": report.verdict is not Verdict.ERROR,
        "exitCode": _EXIT[report.verdict],
        "exitCodeDescription": one_line("; ".join(report.reasons) or report.verdict.value),
        "toolExecutionNotifications": [
            *(_notification(failure) for failure in report.all_failures()),
            *({"level": "note", "message": {"text": one_line(notice)}} for notice in notices),
        ],
    }


def _notification(failure: CheckFailure) -> dict[str, Any]:
    notification: dict[str, Any] = {"level": "error", "message": {"text": one_line(str(failure))}}
    if failure.path:
        location = _local({"uri": uri(failure.path), "uriBaseId": "%SRCROOT%"})
        notification["locations"] = [{"physicalLocation": {"artifactLocation": location}}]
    return notification


def _pascal(rule: str) -> str:
    """ "sense.twitching-of-facts" → "SenseTwitchingOfFacts"."""
    words = rule.replace(".", "-").replace("_", "-").split("-")
    return "".join(word[:1].upper() + word[1:] for word in words)


def _clipped(text: str) -> str:
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + "…"
