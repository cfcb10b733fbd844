"""What it changes in a file to take up a suggestion: for reports and editors that offer to do so. Pure."""

from __future__ import annotations

import re

from tqcheck.model import Document, Finding, Span
from tqcheck.rulebook.articles import with_article

_BEFORE = 10
"""Code points that hold an article and what parts it from the words found."""
_MARKUP = re.compile(r"[<>&\\\"\r\n]")


def change(document: Document, finding: Finding, suggestion: str) -> tuple[Span, str]:
    """What a suggestion stands in place of, and what comes there: an "a" before the words found may turn into
    "an"."""
    text, (start, end) = document.text, finding.span
    reach, words = with_article(text[max(0, start - _BEFORE) : start], text[start:end], suggestion)
    return Span(start - reach, end), words


def can_stand(document: Document, span: Span, words: str) -> bool:
    """Whether words in the place of others neither touch markup of the file nor need any there."""
    if document.origin is None:
        return document.format in ("text", "markdown") or not _MARKUP.search(words)
    return document.origin.is_exact(span) and not _MARKUP.search(words)
