"""What is wrong with a wording, and how surely, wherever it stands; and that at a place of a document."""

from __future__ import annotations

from enum import StrEnum

from tqcheck.model.documents import Document
from tqcheck.model.places import Span
from tqcheck.typed import NamedTuple


class Severity(StrEnum):
    """MQM severities, by the harm done to a reader of the article."""

    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 for minor, 1 for major, 2 for critical."""
        return _SEVERITY_RANK[self]


class Confidence(StrEnum):
    """How often findings of a rule were right where they were judged."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def rank(self) -> int:
        """0 for low, 1 for medium, 2 for high."""
        return _CONFIDENCE_RANK[self]


_SEVERITY_RANK = {Severity.MINOR: 0, Severity.MAJOR: 1, Severity.CRITICAL: 2}
_CONFIDENCE_RANK = {Confidence.LOW: 0, Confidence.MEDIUM: 1, Confidence.HIGH: 2}


class Precision(NamedTuple):
    """Judged findings of a rule: how many an editor called right, and how many wrong."""

    right: int = 0
    wrong: int = 0

    @property
    def value(self) -> float | None:
        """Share of right findings, or None where none was judged."""
        total = self.right + self.wrong
        return self.right / total if total else None


class Rule(NamedTuple):
    """What an editor needs to know of a rule; how it matches is the rulebook's affair.

    `before` are example sentences with the fault between [[ and ]], `after` the same with the first
    suggestion there, if the rule has one; `exceptions` are sentences that look alike and are sound.
    `origin` says where the rule stands ("politics.yaml:120").
    """

    id: str
    severity: Severity
    confidence: Confidence
    category: str
    russian: str
    why: str
    suggest: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    needs_source: bool = False
    source_near: tuple[str, ...] = ()
    source_unless: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    precision: Precision = Precision()
    origin: str = ""
    pattern: tuple[str, ...] = ()

    @property
    def family(self) -> str:
        """The part of the id before the first dot: sense, calque, syntax, …"""
        return self.id.partition(".")[0]

    def finding(
        self,
        check: str,
        document: Document,
        span: Span,
        *,
        severity: Severity | None = None,
        message: str = "",
        suggestions: tuple[str, ...] | None = None,
        russian: str = "",
        source: tuple[Span, ...] = (),
    ) -> Finding:
        """The rule at a place of a document, found by a check. What is not given is as the rule has it."""
        return Finding(
            rule=self.id,
            check=check,
            span=span,
            text=document.text[span.start : span.end],
            severity=severity or self.severity,
            confidence=self.confidence,
            category=self.category,
            message=message or self.why,
            suggestions=self.suggest if suggestions is None else suggestions,
            russian=russian or self.russian,
            source=source,
        )


class Finding(NamedTuple):
    """A rule at a place. `message` says what is wrong; `suggestions` are texts to stand in its place.

    `source` are the responsible words of the document's source, where it has one.
    """

    rule: str
    check: str
    span: Span
    text: str
    severity: Severity
    confidence: Confidence
    category: str
    message: str
    suggestions: tuple[str, ...] = ()
    russian: str = ""
    fingerprint: str = ""
    source: tuple[Span, ...] = ()

    @property
    def family(self) -> str:
        """The part of the rule id before the first dot."""
        return self.rule.partition(".")[0]

    @property
    def order(self) -> tuple[int, int, str]:
        """Sort key of reports: start, end, rule."""
        return self.span.start, self.span.end, self.rule
