"""The words of tqcheck as types: frozen, slotted, and dependent on nothing of ours.

Every offset counts Unicode code points of the decoded file as it is, from 0, end exclusive;
lines and columns count code points from 1. Newlines are never normalised.
"""

from __future__ import annotations

from tqcheck.errors import CannotCheck, TqcheckError
from tqcheck.model.documents import SURE, Bead, Document, Paragraph, Segment, SegmentKind, Source
from tqcheck.model.places import Origin, Piece, Placed, Span, line_starts
from tqcheck.model.protocols import Check, LateCheck, Opened, Progress
from tqcheck.model.reports import (
    CheckedDocument,
    CheckFailure,
    InputError,
    Report,
    Score,
    Verdict,
    unread_in,
)
from tqcheck.model.rules import Confidence, Finding, Precision, Rule, Severity

__all__ = [
    "SURE",
    "Bead",
    "CannotCheck",
    "Check",
    "CheckFailure",
    "CheckedDocument",
    "Confidence",
    "Document",
    "Finding",
    "InputError",
    "LateCheck",
    "Opened",
    "Origin",
    "Paragraph",
    "Piece",
    "Placed",
    "Precision",
    "Progress",
    "Report",
    "Rule",
    "Score",
    "Segment",
    "SegmentKind",
    "Severity",
    "Source",
    "Span",
    "TqcheckError",
    "Verdict",
    "line_starts",
    "unread_in",
]
