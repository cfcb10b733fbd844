"""JSON by the contract of docs/report.schema.json, version 1: keys are added, never changed."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from typing import Any

from tqcheck.model import CheckedDocument, CheckFailure, Finding, Placed, Report, Rule, Score, Source, Span
from tqcheck.score import LEVEL
from tqcheck.writers import NO_RULES
from tqcheck.writers.beside import sentence

VERSION = 1
_SURROGATE = re.compile("[\ud800-\udfff]")


def write_json(report: Report, rules: Mapping[str, Rule] = NO_RULES) -> str:  # noqa: ARG001
    """The report as indented JSON. Deterministic: documents in their order, findings by start, end, rule."""
    return dumped(report_object(report))


def dumped(value: object) -> str:
    """Any JSON value as a finished file. Never NaN, and lone surrogates escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    # A path that is not UTF-8 arrives with lone surrogates, which no file could take.
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def report_object(report: Report) -> dict[str, Any]:
    """The same as plain Python values, for those who embed it."""
    return {
        "version": VERSION,
        "tool": {"name": "tqcheck", "version": report.version, "signature": report.signature},
        "documents": [document_object(checked) for checked in report.documents],
        "verdict": report.verdict.value,
        "reasons": list(report.reasons),
        "notices": list(report.notices),
        "failures": [_failure(failure) for failure in report.failures],
    }


def document_object(checked: CheckedDocument) -> dict[str, Any]:
    """One document of the report."""
    score = checked.score
    return {
        "path": checked.document.path,
        "words": checked.document.words,
        "score": {
            "value": _number(score.value),
            "penalty_per_1000_words": _number(score.penalty_per_1000_words),
            "minor": score.minor,
            "major": score.major,
            "critical": score.critical,
            "interval": interval_object(score),
        },
        "reads_like_machine_translation": checked.figure,
        "findings": [_finding(checked, f) for f in sorted(checked.findings, key=lambda f: f.order)],
        "suppressed": checked.suppressed,
        "failures": [_failure(failure) for failure in checked.failures],
        "source_path": checked.document.source.path if checked.document.source else None,
    }


def _finding(checked: CheckedDocument, finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "check": finding.check,
        **placed(checked.document, finding.span),
        "text": finding.text,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "category": finding.category,
        "message": finding.message,
        "suggestions": list(finding.suggestions),
        "russian": finding.russian,
        "unit": checked.document.unit(finding.span.start),
        "fingerprint": finding.fingerprint,
        "source": _responsible(checked.document.source, finding),
        "source_sentence": sentence(checked.document.source, finding),
    }


def _responsible(source: Source | None, finding: Finding) -> list[dict[str, Any]]:
    if source is None:
        return []
    return [{**placed(source, span), "text": source.quoted(span)} for span in finding.source]


def placed(text: Placed, span: Span) -> dict[str, int]:
    """A span as offsets into the file, and as lines and columns of it."""
    line, column = text.place(span.start)
    end_line, end_column = text.place_after(span)
    inside = text.in_file(span)
    return {
        "start": inside.start,
        "end": inside.end,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
    }


def _failure(failure: CheckFailure) -> dict[str, str]:
    return {"path": failure.path, "place": failure.place, "message": failure.message}


def interval_object(score: Score) -> dict[str, float | None] | None:
    """The bounds of a score."""
    if score.interval is None:
        return None
    low, high = score.interval
    return {"low": _number(low), "high": _number(high), "level": LEVEL}


def _number(value: float) -> float | None:
    """Two decimals; null for what JSON has no number for."""
    return round(value, 2) if math.isfinite(value) else None
