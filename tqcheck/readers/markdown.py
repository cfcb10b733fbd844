"""Markdown (being written: for now read as plain text)."""

from __future__ import annotations

from tqcheck.model import Paragraph
from tqcheck.readers import text as plain


def read(text: str) -> tuple[str, tuple[Paragraph, ...]]:
    """The prose of a Markdown text, as long as the text, and its paragraphs."""
    return plain.read(text)
