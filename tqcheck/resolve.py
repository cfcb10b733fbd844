"""Which findings of a document stand: one voice for the same words, in a stable order, each with a
fingerprint that survives moves of its paragraph. Pure."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tqcheck.model import Document, Finding, Segment


def resolve(document: Document, by_check: Sequence[Sequence[Finding]]) -> tuple[Finding, ...]:
    """The findings to report, sorted by start, end and rule.

    Where findings of two checks overlap, the earlier check's stand. Within one check a finding inside a
    longer one of at least its severity is dropped, and of two on the very same words the graver, then the
    surer, then the one with a suggestion, then the first by rule id stays.
    """
    kept: list[Finding] = []
    for findings in by_check:
        own = _without_nested(findings)
        kept.extend(f for f in own if not any(f.span.overlaps(k.span) for k in _near(kept, f)))
        kept.sort(key=lambda finding: finding.order)
    return _fingerprinted(document, kept)


def _near(kept: Sequence[Finding], finding: Finding) -> Iterable[Finding]:
    """Findings of earlier checks that could overlap: they are few beside each other, so a window does."""
    at = bisect_right(kept, finding.span.end, key=lambda k: k.span.start)
    return [k for k in kept[max(0, at - 50) : at] if k.check != finding.check]


def _without_nested(findings: Iterable[Finding]) -> list[Finding]:
    ordered = sorted(
        findings,
        key=lambda f: (
            (f.span.start, -f.span.end, -f.severity.rank, -f.confidence.rank, not f.suggestions, f.rule)
        ),
    )
    kept: list[Finding] = []
    for finding in ordered:
        inside = next((k for k in reversed(kept[-12:]) if k.span.contains(finding.span)), None)
        if inside is None or (finding.severity.rank > inside.severity.rank and finding.span != inside.span):
            kept.append(finding)
    return kept


def _fingerprinted(document: Document, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    segments = list(document.segments())
    starts = [segment.span.start for segment in segments]
    seen: Counter[tuple[str, str, str]] = Counter()
    result = []
    for finding in sorted(findings, key=lambda f: f.order):
        at = bisect_right(starts, finding.span.start) - 1
        sentence = _sentence(document, segments[at]) if at >= 0 else ""
        key = (finding.rule, sentence, finding.text)
        digest = hashlib.sha256("\0".join((*key, str(seen[key]))).encode("utf-8", "surrogatepass"))
        seen[key] += 1
        result.append(replace(finding, fingerprint=digest.hexdigest()[:16]))
    return tuple(result)


def _sentence(document: Document, segment: Segment) -> str:
    return " ".join(document.text[segment.span.start : segment.span.end].split())
