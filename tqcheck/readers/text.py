"""Plain text: all of it is prose but addresses, whose parts are no words of the article."""

from __future__ import annotations

from tqcheck.model import Paragraph
from tqcheck.readers.masking import blank_addresses
from tqcheck.segment import paragraphs


def read(text: str) -> tuple[str, tuple[Paragraph, ...]]:
    """The prose of a plain text, as long as the text, and its paragraphs."""
    prose = blank_addresses(text)
    return prose, paragraphs(prose)
