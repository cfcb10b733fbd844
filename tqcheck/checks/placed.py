"""Suggestions as they stand in their place: in capitals where it wants them, with the text's apostrophes.

Every report shows them so, and whoever puts one in, an editor or `fix`, puts in what was shown.
"""

from __future__ import annotations

import re

from tqcheck.checks.rulebook import NAME as RULEBOOK
from tqcheck.model import Document, Finding, Segment, SegmentKind
from tqcheck.rulebook.fitted import cased, is_curly, titled

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_SHORT = 3
"""Letters of words that many titles leave small."""


def placed(document: Document, finding: Finding) -> Finding:
    """The finding with its suggestions as they are to stand there."""
    if not finding.suggestions:
        return finding
    segment = document.segment_at(finding.span.start)
    words = (_cased(document, segment, finding, text) for text in finding.suggestions)
    fit = (text.replace("'", "’") if is_curly(document.text) else text for text in words)
    return finding._replace(suggestions=tuple(dict.fromkeys(fit)))


def _cased(document: Document, segment: Segment | None, finding: Finding, words: str) -> str:
    """In capitals where the headline or the words found are, and with one where a sentence begins."""
    inside = segment.span if segment else finding.span
    left = document.prose[min(inside.start, finding.span.start) : finding.span.start]
    right = document.prose[finding.span.end : max(inside.end, finding.span.end)]
    if segment and segment.kind is SegmentKind.HEADLINE:
        words = cased(words, finding.text, left, right)
    if finding.check == RULEBOOK and _is_title(finding.text):
        return titled(words)
    if finding.text[:1].isupper() and words[:1].islower() and not _WORD.search(left):
        return words[0].upper() + words[1:]
    return words


def _is_title(found: str) -> bool:
    """Whether several words are written with a capital each; names from our tables have those they have."""
    own = [word for word in _WORD.findall(found) if len(word) > _SHORT]
    return len(own) > 1 and all(word[0].isupper() for word in own)
