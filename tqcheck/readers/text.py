"""Plain text: all of it is prose but addresses, whose parts are no words of the article, and instructions."""

from __future__ import annotations

from tqcheck.model import Paragraph
from tqcheck.readers.masking import blank, blank_addresses
from tqcheck.segment import paragraphs


def read(text: str) -> tuple[str, tuple[Paragraph, ...]]:
    """The prose of a plain text, as long as the text, and its paragraphs."""
    prose = blank_addresses(text)
    if "tqcheck:" in prose:
        from tqcheck.suppress import INSTRUCTION

        prose = INSTRUCTION.sub(lambda comment: blank(comment[0]), prose)
    return prose, paragraphs(prose)
