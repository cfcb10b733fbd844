"""What an editor shows of findings: diagnostics, hovers, and the changes it offers. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    Location,
    Position,
    Range,
    TextEdit,
    WorkspaceEdit,
)

from tqcheck.lsp.positions import Positions
from tqcheck.model import CheckedDocument, Finding, Rule, Severity, Source, Span
from tqcheck.writers.beside import MARKS, quotation, sentence
from tqcheck.writers.changes import change
from tqcheck.writers.escape import code, markdown
from tqcheck.writers.rule_text import help_markdown, quoted, suggested

SOURCE = "tqcheck"
_SEVERITIES = {
    Severity.MINOR: DiagnosticSeverity.Information,
    Severity.MAJOR: DiagnosticSeverity.Warning,
    Severity.CRITICAL: DiagnosticSeverity.Error,
}


def diagnostics(checked: CheckedDocument, positions: Positions) -> list[Diagnostic]:
    """All findings of a text, in its order."""
    return [_diagnostic(finding, checked, positions) for finding in checked.findings]


def _diagnostic(finding: Finding, checked: CheckedDocument, positions: Positions) -> Diagnostic:
    said = finding.message
    if finding.russian:
        said += f"\nRussian: {finding.russian}"
    if finding.suggestions:
        said += f"\nBetter: {' / '.join(map(suggested, finding.suggestions))}"
    source = checked.document.source
    if russian := sentence(source, finding, MARKS):
        said += f"\nSource: {russian}"
    return Diagnostic(
        range=positions.range(finding.span),
        message=said,
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        source=SOURCE,
        data=finding.fingerprint,
        related_information=_responsible(source, finding, positions) if source else None,
    )


def _responsible(
    source: Source, finding: Finding, positions: Positions
) -> list[DiagnosticRelatedInformation] | None:
    """Where in the file of the Russian its responsible words stand; None where that is no text."""
    if source.origin is not None:
        return None
    uri, places = Path(source.path).absolute().as_uri(), Positions(source, positions.encoding)
    return [
        DiagnosticRelatedInformation(Location(uri, places.range(span)), source.quoted(span))
        for span in finding.source
    ]


def hover(finding: Finding, rule: Rule | None, source: Source | None = None) -> str:
    """What is wrong and why, as Markdown."""
    parts = [f"**{finding.severity}** {code(finding.rule)}"]
    if rule is None or finding.message != rule.why:  # which the help on the rule says
        parts.append(markdown(finding.message))
    if pieces := quotation(source, finding):
        words = (f"**{markdown(text)}**" if responsible else markdown(text) for text, responsible in pieces)
        parts.append(f"**Source:** {''.join(words)}")
    if finding.suggestions:
        parts.append("**Better:** " + " / ".join(markdown(suggested(text)) for text in finding.suggestions))
    if rule:
        parts.append(help_markdown(rule))
    elif finding.russian:
        parts.append(f"**The Russian:** {markdown(finding.russian)}")
    return "\n\n".join(parts)


def actions(checked: CheckedDocument, within: Span, positions: Positions, uri: str) -> Iterator[CodeAction]:
    """Changes on offer for the findings that a stretch of the text touches: each suggestion, then silence."""
    found = [f for f in checked.findings if f.span.touches(within)]
    for finding in found:
        for i, text in enumerate(finding.suggestions):
            span, words = change(checked.document, finding, text)
            yield CodeAction(
                title=f"{quoted(finding.text)} → {suggested(text)}",
                kind=CodeActionKind.QuickFix,
                diagnostics=[_diagnostic(finding, checked, positions)],
                is_preferred=i == 0,
                edit=WorkspaceEdit(changes={uri: [TextEdit(positions.range(span), words)]}),
            )
    for finding in found:
        place, words = _comment(checked, finding)
        yield CodeAction(
            title=f"Ignore {finding.rule} in this paragraph",
            kind=CodeActionKind.QuickFix,
            diagnostics=[_diagnostic(finding, checked, positions)],
            edit=WorkspaceEdit(changes={uri: [TextEdit(Range(place, place), words)]}),
        )


def _comment(checked: CheckedDocument, finding: Finding) -> tuple[Position, str]:
    """Where a comment alone on its line reaches the finding's paragraph, and that line."""
    document = checked.document
    paragraph = next(p for p in document.paragraphs if p.span.end > finding.span.start)
    line, _ = document.place(min(paragraph.span.start, finding.span.start))
    newline = "\r\n" if "\r\n" in document.text else "\n"
    return Position(line - 1, 0), f"<!-- tqcheck: ignore {finding.rule} -->{newline}"
